using System.CommandLine;
using System.Globalization;
using EduAid.Application.Enrolments;
using EduAid.Application.Intake;
using EduAid.Application.Registrations;
using EduAid.Application.Schools;
using EduAid.Application.Setup;
using EduAid.Application.Specialties;
using EduAid.Domain.Findings;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Cli.Commands;

internal static class ImportCommands
{
    public static Command Make()
    {
        var import = new Command("import", "reads files");
        import.Subcommands.Add(Register("schools", (s, actor, files, partial, from, stop) => s.Get<ImportSchools>().RunAsync(actor, files, partial, from, stop)));
        import.Subcommands.Add(Register("poverty", (s, actor, files, partial, from, stop) => s.Get<ImportRegisteredList>().RunAsync(actor, files, partial, from, stop)));
        import.Subcommands.Add(Register("specialties", (s, actor, files, partial, from, stop) => s.Get<ImportSpecialties>().RunAsync(actor, files, partial, from, stop)));
        import.Subcommands.Add(Lists("enrolments", (s, actor, list, stop) => s.Get<ImportEnrolments>().RunAsync(actor, list, stop)));
        import.Subcommands.Add(Lists("admissions", (s, actor, list, stop) => s.Get<ImportAdmissions>().RunAsync(actor, list, stop)));
        import.Subcommands.Add(List());
        import.Subcommands.Add(Undo());
        return import;
    }

    private delegate Task<ImportOutcome> ImportRegister(
        EduAidServices services, Application.Audit.Actor actor, IReadOnlyList<SentFile> files, bool partial, Semester? from, CancellationToken stop);

    private static Command Register(string name, ImportRegister run)
    {
        var file = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore };
        var partial = new Option<bool>("--partial");
        var from = new Option<string?>("--from");
        var command = new Command(name) { file, partial, from };
        command.SetAction((parsed, stop) =>
        {
            var session = Session.Current;
            var text = parsed.GetValue(from);
            Semester? semester = text is null ? null : session.ParseSemester(text);
            var files = Files(session, parsed.GetValue(file)!);
            return session.RunAsync(async services =>
                Report(session, await run(services, session.Actor, files, parsed.GetValue(partial), semester, stop)));
        });
        return command;
    }

    private static Command Lists(string name, Func<EduAidServices, Application.Audit.Actor, ListImport, CancellationToken, Task<ImportOutcome>> run)
    {
        var file = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore };
        var partial = new Option<bool>("--partial");
        var semester = new Option<string>("--semester") { Required = true };
        var command = new Command(name) { file, partial, semester };
        command.SetAction((parsed, stop) =>
        {
            var session = Session.Current;
            var bar = ProgressBar.OnTerminal(session);
            var list = new ListImport(session.ParseSemester(parsed.GetValue(semester)!), Files(session, parsed.GetValue(file)!), parsed.GetValue(partial)) { Progress = bar };
            return session.RunAsync(async services =>
            {
                var outcome = await run(services, session.Actor, list, stop);
                bar?.Clear();
                return Report(session, outcome);
            });
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "every import with number, file, who, when, counts");
        command.SetAction((_, stop) => Session.Current.RunAsync(async services =>
        {
            var session = Session.Current;
            var imports = await services.Db.Imports.OrderBy(i => i.Number).ToListAsync(stop);
            if (session.Json)
            {
                Session.WriteJson(imports.Select(i => new
                {
                    number = i.Number,
                    kind = i.Kind.ToString().ToLowerInvariant(),
                    file = i.File,
                    semester = i.Semester == Semester.Always ? null : i.Semester.ToString(),
                    by = i.By,
                    at = Local(i.At),
                    rows = i.Rows,
                    written = i.Written,
                    undone = i.Undone,
                }));
                return ExitCode.Done;
            }
            if (imports.Count == 0) Session.Say(session.Words["Cli.NoImports"]);
            else
            {
                Table.Print(
                    [session.Words["Cli.Number"], session.Words["Cli.Kind"], session.Words["Cli.File"], session.Words["Cli.Semester"], session.Words["Cli.By"],
                        session.Words["Cli.At"], session.Words["Cli.Rows"], session.Words["Cli.Written"], session.Words["Cli.Undone"]],
                    imports.Select(i => (IReadOnlyList<string>)
                    [
                        $"{i.Number}", session.Words.ListKind(i.Kind), i.File, session.Words.Semester(i.Semester), i.By,
                        Local(i.At).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), $"{i.Rows}", $"{i.Written}", i.Undone ? "×" : "",
                    ]),
                    0, 6, 7);
            }
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command Undo()
    {
        var number = new Argument<int>("NUMBER");
        var command = new Command("undo", "takes one import back whole") { number };
        command.SetAction((parsed, stop) => Session.Current.RunAsync(async services =>
        {
            var session = Session.Current;
            var outcome = await services.Get<UndoImport>().RunAsync(session.Actor, parsed.GetValue(number), stop);
            if (outcome.Refusal is UndoRefusal.NotFound) throw new UsageException(session.Words.Undo(outcome.Refusal));
            if (outcome.Refusal is { } refusal)
            {
                await Console.Error.WriteLineAsync(session.Words.Undo(refusal));
                return ExitCode.Failed;
            }
            if (session.Json) Session.WriteJson(new { undone = outcome.Imports, rows = outcome.Rows });
            else Session.Say(session.Words["Cli.UndoDone", string.Join(", ", outcome.Imports), outcome.Rows]);
            return ExitCode.Done;
        }));
        return command;
    }

    private static List<SentFile> Files(Session session, IReadOnlyList<string> paths)
    {
        foreach (var path in paths) session.RequireFile(path);
        return [.. paths.Select(path => new SentFile(Path.GetFileName(path), () => File.OpenRead(path)))];
    }

    private static int Report(Session session, ImportOutcome outcome)
    {
        if (session.Json) Session.WriteJson(outcome.Reports.Select(r => Document(session, r)));
        else foreach (var report in outcome.Reports) Print(session, report, outcome.Refusal is null);
        if (outcome.Refusal is { } refusal)
        {
            Console.Error.WriteLine(session.Words.Refusal(refusal));
            return refusal is ImportRefusal.FromSemesterNeeded ? ExitCode.Usage : ExitCode.Failed;
        }
        return outcome.HasErrors ? ExitCode.InputErrors : ExitCode.Done;
    }

    private static object Document(Session session, ImportReport report) => new
    {
        file = report.File,
        rows = report.Rows,
        accepted = report.Accepted,
        rejected = report.Rejected,
        duplicates = report.Duplicates,
        unchanged = report.Unchanged,
        written = report.Written,
        removed = report.Removed,
        problems = report.Problems.Select(p => new
        {
            sheet = p.Row is null ? null : p.Sheet,
            row = p.Row,
            column = p.Column,
            code = p.Code,
            severity = p.Severity == Severity.Error ? "error" : "warning",
            message = session.Words.Problem(p),
        }),
    };

    private static void Print(Session session, ImportReport report, bool done)
    {
        var words = session.Words;
        Session.Say(words["Cli.ImportSummary", report.File, report.Rows, report.Accepted, report.Rejected, report.Duplicates, report.Unchanged, report.Written, report.Removed]);
        foreach (var problem in report.Problems)
        {
            var place = problem.Row is null ? "" : words["Cli.Place", problem.Sheet!, problem.Row, problem.Column ?? ""];
            Session.Say($"  {(problem.Severity == Severity.Error ? "✕" : "▲")} {place}{words.Problem(problem)} [{problem.Code}]");
        }
        foreach (var sheet in report.PassedOver) Session.Say($"  {words["Cli.SheetPassedOver", sheet]}");
        if (!done) return;
        if (report.Refused) Session.Say($"  {words["Cli.Refused"]}");
        else if (report.Number is null) Session.Say($"  {words["Cli.NothingChanged"]}");
        else Session.Say($"  {words["Cli.ImportNumber", report.Number]}");
    }

    private static DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, CountyTime.Zone);
}
