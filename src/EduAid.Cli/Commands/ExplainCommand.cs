using System.CommandLine;
using EduAid.Application.Rosters;
using EduAid.Application.Setup;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;

namespace EduAid.Cli.Commands;

/// <summary>Reads the citizen ID from standard input, never from an argument, so that it shows in no list of processes.</summary>
internal static class ExplainCommand
{
    public static Command Make()
    {
        var semester = new Option<string>("--semester") { Required = true };
        var command = new Command("explain", "what each programme says of a person, and why") { semester };
        command.SetAction((parsed, stop) =>
        {
            var session = Session.Current;
            var when = session.ParseSemester(parsed.GetValue(semester)!);
            return session.RunAsync(async services =>
            {
                var text = Text.Fold(await Console.In.ReadLineAsync(stop));
                var id = CitizenId.Parse(text, TimeProvider.System.Today());
                if (!id.IsValid) throw new UsageException(session.Words["Cli.NotAnId"]);
                var explained = await services.Get<ExplainPerson>().RunAsync(session.Actor, when, id.Id, stop);
                if (explained is null)
                {
                    await Console.Error.WriteLineAsync(session.Words["Cli.UnknownPerson", id.Id.ToString()]);
                    return ExitCode.Failed;
                }
                if (session.Json) Session.WriteJson(explained.Select(e => Document(session, e)));
                else foreach (var programme in explained) Print(session, programme);
                return ExitCode.Done;
            });
        });
        return command;
    }

    private static object Document(Session session, ProgrammeExplanation explained) => new
    {
        programme = explained.Programme.Code,
        fen = explained.Fen,
        entitled = explained.Judgement is Entitlement,
        reasons = explained.Judgement.Reasons.Select(r => new
        {
            fact = r.Fact,
            value = r.Value,
            clause = r.Clause,
            document = r.Document,
            fen = r.Part?.Fen,
            parameter = r.Parameter,
            from = r.From is { } since && since != Semester.Always ? since.ToString() : null,
            checkedOn = r.CheckedOn,
            checkAgain = r.CheckAgain,
            message = session.Words.Reason(r),
        }),
    };

    private static void Print(Session session, ProgrammeExplanation explained)
    {
        var words = session.Words;
        var verdict = explained.Judgement switch
        {
            Entitlement entitlement => words["Cli.Entitled", entitlement.Amount.ToString()],
            Held held => words["Cli.HeldFor", words.Joined(held.Findings.Select(words.FindingTitle))],
            _ => words["Cli.NothingDue"],
        };
        Session.Say($"{words.Programme(explained.Programme.Code)}: {verdict}");
        foreach (var reason in explained.Judgement.Reasons)
        {
            var part = reason.Part is { } amount ? $" {amount}" : "";
            Session.Say($"  · {words.Reason(reason)}{part}  [{words.ReasonNote(reason)}]");
        }
    }
}
