using System.CommandLine;
using EduAid.Application.Audit;

namespace EduAid.Cli.Commands;

internal static class AuditCommand
{
    public static Command Make()
    {
        var verify = new Command("verify", "walks the audit chain; names the first broken record");
        verify.SetAction((_, stop) => Session.Current.RunAsync(async services =>
        {
            var session = Session.Current;
            var verdict = await services.Get<VerifyAudit>().RunAsync(stop);
            if (session.Json) Session.WriteJson(new { holds = verdict.Holds, events = verdict.Events, brokenAt = verdict.BrokenAt, what = verdict.What });
            else Session.Say(verdict.Holds ? session.Words["Cli.AuditHolds", verdict.Events] : session.Words["Cli.AuditBroken", verdict.BrokenAt!, session.Words.Broken(verdict.What!)]);
            return verdict.Holds ? ExitCode.Done : ExitCode.Failed;
        }));
        return new Command("audit", "the audit trail") { verify };
    }
}
