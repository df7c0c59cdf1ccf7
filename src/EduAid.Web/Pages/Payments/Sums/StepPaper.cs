using EduAid.Application.Documents;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Domain.Payments;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Payments.Sums;

/// <summary>What a paper is of, in the order in which the money goes.</summary>
public enum PaperStep
{
    /// <summary>The approved rosters, with their notices.</summary>
    Rosters = 1,

    /// <summary>A batch with its disbursement document and bank file.</summary>
    Batch,

    /// <summary>A batch that tries again what failed.</summary>
    Reissue,

    /// <summary>A bank's file of results.</summary>
    Return,
    Voucher,
}

/// <summary>The paper of one step (二(二)9): what was made, by whom, when, and the scans that lie with it.</summary>
/// <param name="On">The day of the step; null while it is not done.</param>
/// <param name="Paper">Name or number of the paper.</param>
/// <param name="Seal">SHA-256 of its file, in lower-case hex.</param>
/// <param name="Count">People, lines or rows.</param>
/// <param name="Fen">Null where the paper states no sum.</param>
/// <param name="Open">Of <paramref name="Count"/>, how many are not through: not paid, or a bank's rows that match nothing.</param>
public sealed record StepPaper(PaperStep Step, DateOnly? On, string Paper, string Href, string? Seal, int Count, long? Fen, IReadOnlyList<string> By, int Open)
{
    /// <summary>Where its scans are; null where it has none of its own.</summary>
    public string? Scans { get; private init; }

    public int ScanCount { get; private init; }

    /// <summary>Of a programme and semester, by day; five questions.</summary>
    public static async Task<IReadOnlyList<StepPaper>> LoadAsync(EduAidDbContext db, Semester semester, string programme, CancellationToken stop)
    {
        var batches = await db.Batches.Where(b => b.Semester == semester && b.Programme == programme && b.ReleasedAt != null && b.State != BatchState.Cancelled)
            .Select(b => new
            {
                Batch = b,
                By = db.Users.Where(u => u.UserName == b.ReleasedBy).Select(u => u.DisplayName).FirstOrDefault() ?? b.ReleasedBy!,
                Paid = db.PaymentLines.Count(l => l.Batch == b.Id && l.State == LineState.Paid),
            }).ToListAsync(stop);
        var keys = batches.Select(b => b.Batch.Id).ToList();
        var vouchers = await db.Vouchers.Where(v => v.Semester == semester && v.Programme == programme && v.CancelledAt == null)
            .Select(v => new { Voucher = v, By = db.Users.Where(u => u.UserName == v.By).Select(u => u.DisplayName).FirstOrDefault() ?? v.By }).ToListAsync(stop);
        var returns = await db.BankReturns
            .Where(r => r.UndoneAt == null && db.BankReturnRows.Any(row => row.Return == r.Number && row.Batch != null && keys.Contains(row.Batch.Value)))
            .Select(r => new { Return = r, By = db.Users.Where(u => u.UserName == r.By).Select(u => u.DisplayName).FirstOrDefault() ?? r.By }).ToListAsync(stop);
        List<string> subjects = [.. keys.Select(k => k.ToString()), .. vouchers.Select(v => v.Voucher.Id.ToString()), .. returns.Select(r => $"{r.Return.Number}")];
        var scans = (await db.StoredDocuments
            .Where(d => (d.SubjectKind == DocumentSubject.Batch || d.SubjectKind == DocumentSubject.Voucher || d.SubjectKind == DocumentSubject.Return) && subjects.Contains(d.Subject))
            .Select(d => new { d.SubjectKind, d.Subject }).ToListAsync(stop)).CountBy(d => (d.SubjectKind, d.Subject)).ToDictionary();
        List<StepPaper> papers =
        [
            .. await RostersAsync(db, semester, programme, stop),
            .. batches.Select(b => new StepPaper(
                b.Batch.NeedsDocument ? PaperStep.Batch : PaperStep.Reissue, CountyTime.DayOf(b.Batch.ReleasedAt!.Value), $"{b.Batch.DocumentNumber} {b.Batch.FileName}".Trim(),
                $"/Payments/Batches/{b.Batch.Id}", b.Batch.FileSha256, b.Batch.Lines, b.Batch.Fen, [b.By], b.Batch.Lines - b.Paid)
                .With(DocumentSubject.Batch, b.Batch.Id.ToString(), scans)),
            .. returns.Select(r => new StepPaper(
                PaperStep.Return, CountyTime.DayOf(r.Return.At), r.Return.FileName, $"/Payments/Returns/{r.Return.Number}", null, r.Return.Rows, null, [r.By], r.Return.Unmatched)
                .With(DocumentSubject.Return, $"{r.Return.Number}", scans)),
            .. vouchers.Select(v => new StepPaper(
                PaperStep.Voucher, v.Voucher.Date, v.Voucher.Number, "/Payments/Vouchers", null, 1, v.Voucher.Fen, [v.By], 0)
                .With(DocumentSubject.Voucher, v.Voucher.Id.ToString(), scans)),
        ];
        return [.. papers.OrderBy(p => p.On).ThenBy(p => p.Step)];
    }

    // All schools' rosters are one paper: each is opened from the list of them. Its day is that of the last signature.
    private static async Task<IEnumerable<StepPaper>> RostersAsync(EduAidDbContext db, Semester semester, string programme, CancellationToken stop)
    {
        var signed = await (
            from roster in db.Rosters
            where roster.Semester == semester && roster.Programme == programme && roster.State == RosterState.Approved
            join step in db.RosterSteps on roster.Id equals step.Roster
            where step.Kind == RosterMoveKind.Approve
            select new { roster.Id, roster.Entries, roster.Fen, step.At, By = db.Users.Where(u => u.UserName == step.By).Select(u => u.DisplayName).FirstOrDefault() ?? step.By })
            .ToListAsync(stop);
        if (signed.Count == 0) return [];
        var rosters = signed.DistinctBy(s => s.Id).ToList();
        return
        [
            new(PaperStep.Rosters, CountyTime.DayOf(signed.Max(s => s.At)), $"{rosters.Count}", $"/Rosters?programme={programme}&state={RosterState.Approved}", null,
                rosters.Sum(r => r.Entries), rosters.Sum(r => r.Fen), [.. signed.Select(s => s.By).Distinct().Order(StringComparer.Ordinal)], 0),
        ];
    }

    private StepPaper With(DocumentSubject kind, string subject, Dictionary<(DocumentSubject, string), int> scans) =>
        this with { Scans = $"/Payments/Documents?kind={kind}&subject={subject}", ScanCount = scans.GetValueOrDefault((kind, subject)) };
}
