using System.CommandLine;
using EduAid.Application.Audit;

namespace EduAid.Cli.Commands;

internal static class AuditCommand
{
    public static Command Make()
    {
        var anchor = new Option<string?>("--anchor") { Description = "a head given out before, which the chain must still contain" };
        var verify = new Command("verify", "walks the audit chain; names the first broken record") { anchor };
        verify.SetAction((parsed, stop) => Session.Current.RunAsync(async services =>
        {
            var session = Session.Current;
            var verdict = await services.Get<VerifyAudit>().RunAsync(stop, await AnchorAsync(session, parsed.GetValue(anchor), stop));
            if (session.Json)
                Session.WriteJson(new { holds = verdict.Holds, events = verdict.Events, brokenAt = verdict.BrokenAt, what = verdict.What, subject = verdict.Subject });
            else Session.Say(verdict.Holds ? session.Words["Cli.AuditHolds", verdict.Events] : session.Words["Cli.AuditBroken", verdict.BrokenAt!, What(session, verdict)]);
            return verdict.Holds ? ExitCode.Done : ExitCode.Failed;
        }));
        var output = new Option<string>("--out") { Required = true };
        var make = new Command("anchor", "gives out the present head of the chain, to be kept elsewhere") { output };
        make.SetAction((parsed, stop) => Session.Current.RunAsync(async services =>
        {
            var (session, target) = (Session.Current, parsed.GetValue(output)!);
            var made = await services.Get<MakeAnchor>().RunAsync(session.Actor, stop);
            await File.WriteAllBytesAsync(target, made.Write(), stop);
            if (session.Json) Session.WriteJson(new { file = target, number = made.Number, mac = made.Mac });
            else Session.Say(session.Words["Cli.AnchorMade", target, made.Number]);
            return ExitCode.Done;
        }));
        return new Command("audit", "the audit trail") { verify, make };
    }

    private static string What(Session session, AuditVerdict verdict) =>
        session.Words.Broken(verdict.What!) + (verdict.Subject is null ? "" : $" ({verdict.Subject})");

    private static async Task<AuditAnchor?> AnchorAsync(Session session, string? file, CancellationToken stop)
    {
        if (file is null) return null;
        session.RequireFile(file);
        return AuditAnchor.Read(await File.ReadAllBytesAsync(file, stop)) ?? throw new UsageException(session.Words["Cli.NotAnAnchor", file]);
    }
}
