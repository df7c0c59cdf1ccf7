using System.CommandLine;
using System.Text;
using EduAid.Application.Payments;
using EduAid.Application.Setup;
using EduAid.Domain.Findings;
using EduAid.Domain.Payments;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Cli.Commands;

/// <summary>Bank files out and results in. It hands out only what finance has released in the browser, and releases nothing itself.</summary>
internal static class BatchCommands
{
    public static Command Make()
    {
        var batch = new Command("batch", "bank files out, results in");
        batch.Subcommands.Add(List());
        batch.Subcommands.Add(Export());
        batch.Subcommands.Add(Return());
        return batch;
    }

    private static Command List()
    {
        var semester = new Option<string>("--semester") { Required = true };
        var command = new Command("list", "the batches of a semester with their state and counts") { semester };
        command.SetAction((parsed, stop) =>
        {
            var session = Session.Current;
            var when = session.ParseSemester(parsed.GetValue(semester)!);
            return session.RunAsync(async services =>
            {
                var batches = await services.Db.Batches.Where(b => b.Semester == when).OrderBy(b => b.Sequence).ToListAsync(stop);
                var counts = (await services.Db.PaymentLines.Where(l => services.Db.Batches.Any(b => b.County == l.County && b.Id == l.Batch && b.Semester == when))
                    .GroupBy(l => new { l.Batch, l.State }).Select(g => new { g.Key.Batch, g.Key.State, Count = g.Count() }).ToListAsync(stop)).ToDictionary(c => (c.Batch, c.State), c => c.Count);
                int Of(Batch batch, params LineState[] states) => states.Sum(s => counts.GetValueOrDefault((batch.Id, s)));
                if (session.Json) Session.WriteJson(batches.Select(b => Document(b, Of)));
                else if (batches.Count == 0) Session.Say(session.Words["Cli.NoBatches"]);
                else Print(session, batches, Of);
                return ExitCode.Done;
            });
        });
        return command;
    }

    private static object Document(Batch batch, Func<Batch, LineState[], int> of) => new
    {
        number = batch.Number,
        programme = batch.Programme,
        document = batch.DocumentNumber,
        state = Kebab(batch.State.ToString()),
        lines = batch.Lines,
        fen = batch.Fen,
        paid = of(batch, [LineState.Paid]),
        failed = of(batch, [LineState.Failed, LineState.Returned]),
        pending = of(batch, [LineState.Sent, LineState.Pending]),
        file = batch.FileName,
        sha256 = batch.FileSha256,
    };

    private static void Print(Session session, List<Batch> batches, Func<Batch, LineState[], int> of)
    {
        var w = session.Words;
        Table.Print(
            [w["Cli.BatchNumber"], w["Cli.Programme"], w["Cli.Document"], w["Cli.State"], w["Cli.Lines"], w["Cli.Amount"], w["Cli.Paid"], w["Cli.Failed"], w["Cli.Pending"]],
            batches.Select(b => (IReadOnlyList<string>)
            [
                b.Number, w.Programme(b.Programme), b.DocumentNumber ?? "", w.BatchState(b.State), $"{b.Lines}", Money.FromFen(b.Fen).ToString(),
                $"{of(b, [LineState.Paid])}", $"{of(b, [LineState.Failed, LineState.Returned])}", $"{of(b, [LineState.Sent, LineState.Pending])}",
            ]),
            4, 5, 6, 7, 8);
    }

    private static Command Export()
    {
        var number = new Option<string>("--number") { Required = true };
        var output = new Option<string>("--out") { Required = true };
        var command = new Command("export", "the bank file of a released batch, the same bytes each time") { number, output };
        command.SetAction((parsed, stop) => Session.Current.RunAsync(async services =>
        {
            var session = Session.Current;
            var id = await BatchAsync(session, services, parsed.GetValue(number)!, stop);
            var (file, refusal) = await services.Get<DownloadBankFile>().RunAsync(session.Actor, id, stop);
            if (file is null)
            {
                await Console.Error.WriteLineAsync(session.Words.Refusal(refusal!));
                return ExitCode.Failed;
            }
            var target = parsed.GetValue(output)!;
            await Session.WriteFileAsync(target, written => written.WriteAsync(file.Content, stop).AsTask());
            if (session.Json) Session.WriteJson(new { file = target, name = file.Name, sha256 = file.Sha256 });
            else Session.Say(session.Words["Cli.Exported", target]);
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command Return()
    {
        var file = new Argument<string>("FILE");
        var number = new Option<string?>("--number") { Description = "the batch, for a file that names none" };
        var command = new Command("return", "takes in a bank's results") { file, number };
        command.SetAction((parsed, stop) =>
        {
            var session = Session.Current;
            var path = parsed.GetValue(file)!;
            session.RequireFile(path);
            return session.RunAsync(async services =>
            {
                Guid? batch = parsed.GetValue(number) is { } asked ? await BatchAsync(session, services, asked, stop) : null;
                var (name, content) = (Path.GetFileName(path), await File.ReadAllBytesAsync(path, stop));
                var matched = await services.Get<ReturnMatch>().ReadAsync(content, name, batch, stop);
                var taken = await services.Get<TakeReturn>().RunAsync(session.Actor, content, name, batch, stop);
                return Report(session, matched, taken);
            });
        });
        return command;
    }

    private static int Report(Session session, MatchedReturn matched, TakenReturn taken)
    {
        // What is known already changes nothing and is no mistake.
        var fine = taken.Refusal is null or ReturnRefusal.SaysNothing;
        if (session.Json)
        {
            Session.WriteJson(new
            {
                file = matched.File.File,
                number = taken.Number,
                rows = matched.Rows.Count,
                applied = taken.Applied,
                known = matched.Count(ReturnVerdict.Known),
                unmatched = matched.Unmatched,
                silent = matched.Silent.Count,
                paidTwice = taken.PaidTwice,
                problems = Problems(session, matched).Select(p => new { sheet = p.Sheet, row = p.Row, code = p.Code, message = p.Message }),
            });
        }
        else
        {
            if (taken.Number is { } number) Session.Say(session.Words["Cli.ReturnTaken", number, taken.Applied, taken.Unmatched, taken.PaidTwice]);
            foreach (var problem in Problems(session, matched))
                Session.Say($"  ✕ {(problem.Row is { } row ? session.Words["Cli.Place", problem.Sheet!, row, ""] : "")}{problem.Message} [{problem.Code}]");
        }
        if (taken.Refusal is { } refusal) Console.Error.WriteLine(session.Words.Refusal(refusal));
        if (fine) return matched.Unmatched > 0 ? ExitCode.InputErrors : ExitCode.Done;
        return taken.Refusal is ReturnRefusal.Unreadable ? ExitCode.InputErrors : ExitCode.Failed;
    }

    private static IEnumerable<(string? Sheet, int? Row, string Code, string Message)> Problems(Session session, MatchedReturn matched) =>
    [
        .. matched.File.FileProblems.Where(p => p.Severity == Severity.Error).Select(p => ((string?)null, (int?)null, p.Code, session.Words.Problem(p))),
        .. matched.File.Rows.SelectMany(r => r.Problems.Where(p => p.Severity == Severity.Error).Select(p => ((string?)r.Sheet, (int?)r.Number, p.Code, session.Words.Problem(p)))),
        .. matched.Rows.Where(r => r.Verdict is not (ReturnVerdict.Applied or ReturnVerdict.Known or ReturnVerdict.Unreadable))
            .Select(r => ((string?)r.Sheet, (int?)r.Row, "return." + Kebab(r.Verdict.ToString()), session.Words.Verdict(r.Verdict))),
    ];

    private static async Task<Guid> BatchAsync(Session session, EduAidServices services, string number, CancellationToken stop) =>
        await services.Db.Batches.Where(b => b.Number == number).Select(b => (Guid?)b.Id).SingleOrDefaultAsync(stop)
            ?? throw new UsageException(session.Words["Cli.BatchUnknown", number]);

    // HandedOver is handed-over.
    private static string Kebab(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }
}
