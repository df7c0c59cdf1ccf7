using System.CommandLine;
using EduAid.Application.Retention;

namespace EduAid.Cli.Commands;

/// <summary>What stands beyond its period: <c>plan</c> counts it, <c>apply</c> erases it.</summary>
internal static class RetentionCommand
{
    public static Command Make()
    {
        var plan = new Command("plan", "counts what would go today; changes nothing");
        plan.SetAction((_, stop) => Session.Current.RunAsync(async services =>
        {
            Show(Session.Current, await services.Get<RetentionPlan>().RunAsync(stop));
            return ExitCode.Done;
        }));
        var apply = new Command("apply", "erases what stands beyond its period; amounts, sums and the audit chain stay");
        apply.SetAction((_, stop) => Session.Current.RunAsync(async services =>
        {
            var session = Session.Current;
            var outcome = await services.Get<ApplyRetention>().RunAsync(session.Actor, stop);
            if (outcome.BrokenSubject is { } broken) throw new InvalidOperationException(session.Words["Cli.RetentionBroken", broken]);
            Show(session, outcome.Erased);
            return ExitCode.Done;
        }));
        return new Command("retention", "how long data are kept") { plan, apply };
    }

    private static void Show(Session session, IReadOnlyList<RetentionCount> counts)
    {
        if (session.Json)
        {
            Session.WriteJson(counts.Select(c => new { kind = Code(c.Kind), months = c.Months, before = c.Before, count = c.Count }));
            return;
        }
        Table.Print(
            [session.Words["Cli.RetentionKind"], session.Words["Cli.RetentionMonths"], session.Words["Cli.RetentionBefore"], session.Words["Cli.KeysValues"]],
            counts.Select(c => (IReadOnlyList<string>)[session.Words[$"Retention.{c.Kind}"], $"{c.Months}", $"{c.Before:yyyy-MM-dd}", $"{c.Count}"]), 1, 3);
    }

    private static string Code(RetentionKind kind) => kind switch
    {
        RetentionKind.StagedUploads => "staged-uploads",
        RetentionKind.RawFiles => "raw-files",
        RetentionKind.ContactDetails => "contact-details",
        RetentionKind.Identity => "identity",
        _ => "audit-details",
    };
}
