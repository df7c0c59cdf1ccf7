using System.CommandLine;
using EduAid.Application.Coverage;
using EduAid.Application.People;
using EduAid.Application.Schools;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Cli.Commands;

internal static class ReviewCommands
{
    public static Command MakeReview()
    {
        var semester = new Option<string>("--semester") { Required = true };
        var list = new Command("list", "findings that hold or flag a payment") { semester };
        list.SetAction((parsed, stop) =>
        {
            var session = Session.Current;
            var when = session.ParseSemester(parsed.GetValue(semester)!);
            return session.RunAsync(async services =>
            {
                var schools = await SchoolRegister.LoadAsync(services.Db, when, stop);
                var findings = await services.Db.Findings.Where(f => f.Semester == when).Include(f => f.Schools)
                    .OrderByDescending(f => f.Holds).ThenBy(f => f.Code).ThenBy(f => f.Person).ToListAsync(stop);
                var ids = await services.Get<PersonDirectory>().RevealAsync([.. findings.Select(f => f.Person)], stop);
                var words = session.Words;
                if (session.Json)
                {
                    await session.RevealedAsync(services, "review.list", $"semester:{when}", findings.Count);
                    Session.WriteJson(findings.Select(f => new
                    {
                        code = f.Code,
                        holds = f.Holds,
                        citizenId = ids[f.Person].Reveal(),
                        name = f.Name,
                        schools = f.Schools.Select(s => schools[s.School].Name).Order(StringComparer.Ordinal),
                        programmes = f.Programmes.Split(',', StringSplitOptions.RemoveEmptyEntries),
                        message = words.Finding(f.Code, f.Detail),
                    }));
                    return ExitCode.Done;
                }
                if (findings.Count == 0) Session.Say(words["Cli.NoFindings"]);
                else
                {
                    Table.Print(
                        [words["Cli.Finding"], words["Cli.CitizenId"], words["Cli.Name"], words["Cli.School"], words["Cli.Message"]],
                        findings.Select(f => (IReadOnlyList<string>)
                        [
                            words.FindingTitle(f.Code), ids[f.Person].ToString(), f.Name, string.Join(' ', f.Schools.Select(s => schools[s.School].Name)), words.Finding(f.Code, f.Detail),
                        ]));
                }
                return ExitCode.Done;
            });
        });
        return new Command("review", "what a person must decide") { list };
    }

    public static Command MakeMissed()
    {
        var semester = new Option<string>("--semester") { Required = true };
        var list = new Command("list", "registered children on no list") { semester };
        list.SetAction((parsed, stop) =>
        {
            var session = Session.Current;
            var when = session.ParseSemester(parsed.GetValue(semester)!);
            return session.RunAsync(async services =>
            {
                var missed = await services.Get<MissedChildren>().InAsync(when, stop);
                var ids = await services.Get<PersonDirectory>().RevealAsync([.. missed.Select(m => m.Person)], stop);
                var words = session.Words;
                if (session.Json)
                {
                    await session.RevealedAsync(services, "missed.list", $"semester:{when}", missed.Count);
                    Session.WriteJson(missed.Select(m => new
                    {
                        citizenId = ids[m.Person].Reveal(),
                        name = m.Name,
                        household = m.Household,
                        head = m.Head,
                        township = m.Township,
                        village = m.Village,
                        ageBand = m.Band.ToString().ToLowerInvariant(),
                    }));
                    return ExitCode.Done;
                }
                if (missed.Count == 0) Session.Say(words["Cli.NoMissed"]);
                else
                {
                    Table.Print(
                        [words["Cli.AgeBand"], words["Cli.CitizenId"], words["Cli.Name"], words["Cli.Head"], words["Cli.Township"], words["Cli.Village"]],
                        missed.OrderBy(m => m.Band).Select(m => (IReadOnlyList<string>)
                            [words.AgeBand(m.Band), ids[m.Person].ToString(), m.Name, m.Head, m.Township, m.Village]));
                }
                return ExitCode.Done;
            });
        });
        return new Command("missed", "children on no list") { list };
    }
}
