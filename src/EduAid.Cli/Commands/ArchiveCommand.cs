using System.CommandLine;
using System.Globalization;
using EduAid.Application.Archives;
using EduAid.Application.Setup;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Cli.Commands;

internal static class ArchiveCommand
{
    public static Command Make() => new("archive", "archive packages") { MakeClose(), MakeVerify() };

    // What is closed already is written out again as it is, so that a call that was cut off can be repeated.
    private static Command MakeClose()
    {
        var semester = new Option<string>("--semester") { Required = true };
        var programme = new Option<string>("--programme") { Required = true };
        var output = new Option<string>("--out") { Required = true };
        var command = new Command("close", "closes the books of a programme and semester and writes the sealed package") { semester, programme, output };
        command.SetAction((parsed, stop) => Session.Current.RunAsync(async services =>
        {
            var session = Session.Current;
            var (when, which) = (session.ParseSemester(parsed.GetValue(semester)!), session.ParseProgramme(parsed.GetValue(programme)!)!);
            var bar = ProgressBar.OnTerminal(session);
            var refusal = (await services.Get<CloseProgramme>().RunAsync(session.Actor, when, which, stop, bar)).Refusal;
            bar?.Clear();
            if (refusal is not (null or ClosingRefusal.AlreadyClosed))
            {
                await Console.Error.WriteLineAsync(session.Words.Refusal(refusal));
                return ExitCode.Failed;
            }
            var (_, content) = (await services.Get<DownloadArchive>().RunAsync(session.Actor, when, which.Code, stop))!.Value;
            var closing = await services.Db.ProgrammeClosings.SingleAsync(c => c.Semester == when && c.Programme == which.Code, stop);
            var target = parsed.GetValue(output)!;
            await Session.WriteFileAsync(target, file => file.WriteAsync(content, stop).AsTask());
            if (session.Json) Session.WriteJson(new { file = target, sha256 = closing.Sha256, fingerprint = closing.Fingerprint, again = refusal is not null });
            else
            {
                if (refusal is not null) Session.Say(session.Words["Cli.ArchiveAgain"]);
                Session.Say(session.Words["Cli.ArchiveClosed", target, closing.Fingerprint]);
            }
            return ExitCode.Done;
        }));
        return command;
    }

    // Runs without services: the machine that checks need not be the one that made the package.
    private static Command MakeVerify()
    {
        var file = new Argument<string>("FILE");
        var fingerprint = new Option<string>("--fingerprint") { Required = true };
        var command = new Command("verify", "checks a package against the fingerprint on its printed cover; names what was altered") { file, fingerprint };
        command.SetAction((parsed, stop) =>
        {
            var session = Session.Current;
            var path = parsed.GetValue(file)!;
            var written = parsed.GetValue(fingerprint)!;
            session.RequireFile(path);
            var expected = KeyFingerprint.Parse(written) ?? throw new UsageException(session.Words["Cli.NotAFingerprint", written]);
            using var package = File.OpenRead(path);
            var verdict = new ArchiveVerifier(expected).Verify(package, stop);
            if (session.Json) Session.WriteJson(Document(session, Path.GetFileName(path), verdict));
            else Print(session, verdict);
            return Task.FromResult(verdict.Holds ? ExitCode.Done : ExitCode.InputErrors);
        });
        return command;
    }

    private static object Document(Session session, string file, ArchiveVerdict verdict)
    {
        var subject = verdict.Manifest?.Subject;
        return new
        {
            file,
            holds = verdict.Holds,
            key = verdict.Key?.ToString(),
            county = subject?.CountyCode,
            semester = subject?.Semester,
            programme = subject?.Programme,
            madeAt = subject is null ? (DateTimeOffset?)null : MadeAt(subject),
            madeBy = subject?.MadeBy,
            audit = subject?.Audit,
            files = verdict.Manifest?.Files.Count,
            problems = verdict.Faults.Select(f => new { code = f.Code, name = f.Name, message = session.Words.Archive(f.Code) }),
        };
    }

    private static void Print(Session session, ArchiveVerdict verdict)
    {
        var words = session.Words;
        if (verdict is { Holds: true, Manifest: { } manifest })
        {
            var subject = manifest.Subject;
            Session.Say(words[
                "Cli.ArchiveHolds", Semester.TryParse(subject.Semester, out var semester) ? words.Semester(semester) : subject.Semester,
                words.Programme(subject.Programme), manifest.Files.Count,
                MadeAt(subject).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), subject.MadeBy]);
            return;
        }
        foreach (var fault in verdict.Faults) Session.Say(fault.Name is { } name ? $"{Printable(name)}: {words.Archive(fault.Code)}" : words.Archive(fault.Code));
        Session.Say(words["Cli.ArchiveBroken", verdict.Faults.Count]);
    }

    private static DateTimeOffset MadeAt(ArchiveSubject subject) => TimeZoneInfo.ConvertTime(subject.MadeAt, CountyTime.Zone);

    // A name out of somebody's file must not steer the terminal.
    private static string Printable(string name) => string.Concat(name.Select(c => char.IsControl(c) ? '?' : c));
}
