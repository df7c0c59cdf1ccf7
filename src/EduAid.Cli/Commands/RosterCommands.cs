using System.CommandLine;
using EduAid.Application.Rosters;
using EduAid.Application.Schools;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Cli.Commands;

internal static class RosterCommands
{
    public static Command Make()
    {
        var roster = new Command("roster", "drafts, lists and exports rosters");
        roster.Subcommands.Add(Generate());
        roster.Subcommands.Add(List());
        roster.Subcommands.Add(Export());
        return roster;
    }

    private static Command Generate()
    {
        var semester = new Option<string>("--semester") { Required = true };
        var programme = new Option<string?>("--programme");
        var command = new Command("generate") { semester, programme };
        command.SetAction((parsed, stop) =>
        {
            var session = Session.Current;
            var (when, which) = (session.ParseSemester(parsed.GetValue(semester)!), session.ParseProgramme(parsed.GetValue(programme)));
            if (which is not null && !which.IsOf(when)) throw new UsageException(session.Words["Cli.ProgrammeNotOfSemester", which.Code, when.ToString()]);
            return session.RunAsync(async services =>
            {
                var bar = ProgressBar.OnTerminal(session);
                var generated = await services.Get<GenerateRosters>().RunAsync(session.Actor, when, which, stop, bar);
                bar?.Clear();
                if (session.Json)
                {
                    Session.WriteJson(generated.Select(g => new
                    {
                        programme = g.Programme,
                        schools = g.Schools,
                        entries = g.Entries,
                        fen = g.Fen,
                        held = g.Held,
                        added = g.Added,
                        removed = g.Removed,
                        changed = g.Changed,
                    }));
                    return ExitCode.Done;
                }
                var w = session.Words;
                Table.Print(
                    [w["Cli.Programme"], w["Cli.Schools"], w["Cli.Entries"], w["Cli.Amount"], w["Cli.Held"], w["Cli.Added"], w["Cli.Removed"], w["Cli.Changed"]],
                    generated.Select(g => (IReadOnlyList<string>)
                        [w.Programme(g.Programme), $"{g.Schools}", $"{g.Entries}", Money.FromFen(g.Fen).ToString(), $"{g.Held}", $"{g.Added}", $"{g.Removed}", $"{g.Changed}"]),
                    1, 2, 3, 4, 5, 6, 7);
                return ExitCode.Done;
            });
        });
        return command;
    }

    private static Command List()
    {
        var semester = new Option<string>("--semester") { Required = true };
        var command = new Command("list") { semester };
        command.SetAction((parsed, stop) =>
        {
            var session = Session.Current;
            var when = session.ParseSemester(parsed.GetValue(semester)!);
            return session.RunAsync(async services =>
            {
                var schools = await SchoolRegister.LoadAsync(services.Db, when, stop);
                var order = Programme.All.Select((p, i) => (p.Code, i)).ToDictionary(p => p.Code, p => p.i, StringComparer.Ordinal);
                var rosters = (await services.Db.Rosters.Where(r => r.Semester == when).ToListAsync(stop))
                    .OrderBy(r => order[r.Programme]).ThenBy(r => schools[r.School].Code, StringComparer.Ordinal).ToList();
                if (session.Json)
                {
                    Session.WriteJson(rosters.Select(r => new
                    {
                        programme = r.Programme,
                        schoolCode = schools[r.School].Code,
                        school = schools[r.School].Name,
                        state = r.State.ToString().ToLowerInvariant(),
                        entries = r.Entries,
                        fen = r.Fen,
                        flagged = r.Flagged,
                    }));
                    return ExitCode.Done;
                }
                var w = session.Words;
                Table.Print(
                    [w["Cli.Programme"], w["Cli.School"], w["Cli.State"], w["Cli.Entries"], w["Cli.Amount"], w["Cli.Flagged"]],
                    rosters.Select(r => (IReadOnlyList<string>)
                        [w.Programme(r.Programme), schools[r.School].Name, w.State(r.State), $"{r.Entries}", Money.FromFen(r.Fen).ToString(), $"{r.Flagged}"]),
                    3, 4, 5);
                return ExitCode.Done;
            });
        });
        return command;
    }

    private static Command Export()
    {
        var semester = new Option<string>("--semester") { Required = true };
        var programme = new Option<string>("--programme") { Required = true };
        var output = new Option<string>("--out") { Required = true };
        var school = new Option<string?>("--school");
        var command = new Command("export") { semester, programme, output, school };
        command.SetAction((parsed, stop) =>
        {
            var session = Session.Current;
            var (when, which) = (session.ParseSemester(parsed.GetValue(semester)!), session.ParseProgramme(parsed.GetValue(programme))!);
            return session.RunAsync(async services =>
            {
                SchoolId? only = null;
                if (parsed.GetValue(school) is { } code)
                {
                    only = await services.Db.Schools.Where(s => s.Code == code).Select(s => (SchoolId?)s.Id).SingleOrDefaultAsync(stop)
                        ?? throw new UsageException(session.Words["Cli.UnknownSchool", code]);
                }
                var target = parsed.GetValue(output)!;
                var bar = ProgressBar.OnTerminal(session);
                await Session.WriteFileAsync(target, file => services.Get<ExportRosters>().RunAsync(session.Actor, when, which, only, file, stop, progress: bar));
                bar?.Clear();
                if (session.Json) Session.WriteJson(new { file = target });
                else Session.Say(session.Words["Cli.Exported", target]);
                return ExitCode.Done;
            });
        });
        return command;
    }
}
