using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Findings;
using EduAid.Domain.Payments;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Payments;

/// <summary>Why a bank's file was not taken in, or not taken back.</summary>
public abstract record ReturnRefusal
{
    public sealed record NotYourRole(string Role) : ReturnRefusal;

    /// <summary>The file could not be read at all.</summary>
    public sealed record Unreadable : ReturnRefusal;

    /// <summary>Everything that it says is known already.</summary>
    public sealed record SaysNothing : ReturnRefusal;

    public sealed record NotFound : ReturnRefusal;

    public sealed record AlreadyUndone : ReturnRefusal;

    /// <summary>Payments were tried again, or other returns speak of the same ones; such as 2020-1-0004.</summary>
    public sealed record StandsUnder(IReadOnlyList<string> Later) : ReturnRefusal;

    /// <summary>The books of the semester and programme are closed.</summary>
    public sealed record Closed : ReturnRefusal;
}

/// <param name="Number">Null when refused.</param>
public sealed record TakenReturn(int? Number, int Applied, int Unmatched, int PaidTwice, ReturnRefusal? Refusal = null);

/// <summary>Takes in a bank's answers. Everything that it reports stays on record; only what fits a payment in all points changes it.</summary>
public sealed class TakeReturn(
    EduAidDbContext db, Work work, ReturnMatch match, SettleLines settle, StoredFiles stored, AuditTrail trail, TimeProvider time)
{
    /// <param name="batch">The batch for rows that name none.</param>
    public async Task<TakenReturn> RunAsync(Actor actor, byte[] content, string fileName, Guid? batch, CancellationToken stop)
    {
        if (!PaymentRights.May(actor, PaymentAct.TakeReturn) && actor.Role != "cli") return Refused(new ReturnRefusal.NotYourRole(actor.Role));
        var now = time.GetUtcNow();
        var file = Keys.New(now);
        await stored.SaveAsync(file, content, stop);
        var taken = await work.ChangeAsync(() => WriteAsync(actor, content, fileName, file, batch, now, stop), stop);
        if (taken.Number is null) stored.Delete(file);
        return taken;
    }

    private static TakenReturn Refused(ReturnRefusal refusal) => new(null, 0, 0, 0, refusal);

    private async Task<TakenReturn> WriteAsync(Actor actor, byte[] content, string fileName, Guid file, Guid? batch, DateTimeOffset now, CancellationToken stop)
    {
        // Matched within the change: of two people who take the same file in at once the second one finds everything known.
        var matched = await match.ReadAsync(content, fileName, batch, stop);
        if (matched.File.FileProblems.Any(p => p.Severity == Severity.Error) || matched.Rows.Count == 0) return Refused(new ReturnRefusal.Unreadable());
        var applied = matched.Count(ReturnVerdict.Applied);
        if (applied == 0 && !await SaysNewUnmatchedAsync(matched, stop)) return Refused(new ReturnRefusal.SaysNothing());
        if (await ClosedAsync([.. matched.Rows.Where(r => r.Verdict == ReturnVerdict.Applied).Select(r => r.Batch!).DistinctBy(b => b.Id)], stop))
            return Refused(new ReturnRefusal.Closed());
        var number = (await db.BankReturns.MaxAsync(r => (int?)r.Number, stop) ?? 0) + 1;
        db.BankReturns.Add(new BankReturn
        {
            County = db.CountyCode,
            Number = number,
            FileName = matched.File.File,
            File = file,
            Batch = batch,
            By = actor.Name,
            At = now,
            Rows = matched.Rows.Count,
            Applied = applied,
            Unmatched = matched.Unmatched,
        });
        await db.SaveChangesAsync(stop);
        await db.InsertManyAsync(matched.Rows.Select(r => RowOf(number, r)), stop);
        var twice = await settle.RunAsync(
            [.. matched.Rows.Where(r => r.Verdict == ReturnVerdict.Applied).Select(r => (r.Line!.Batch, r.Line.Sequence)).Distinct()], stop);
        await settle.DraftSurplusAsync(twice, stop);
        trail.Record(actor, "return.take", $"return:{number}", new
        {
            File = matched.File.File,
            Rows = matched.Rows.Count,
            Applied = applied,
            matched.Unmatched,
            Paid = Count(matched, BankOutcome.Paid),
            Failed = Count(matched, BankOutcome.Failed),
            Pending = Count(matched, BankOutcome.Pending),
            Returned = Count(matched, BankOutcome.Returned),
            PaidTwice = twice.Count,
        });
        return new(number, applied, matched.Unmatched, twice.Count);
    }

    private static int Count(MatchedReturn matched, BankOutcome outcome) =>
        matched.Rows.Count(r => r.Verdict == ReturnVerdict.Applied && r.Said!.Outcome == outcome);

    private async Task<bool> SaysNewUnmatchedAsync(MatchedReturn matched, CancellationToken stop)
    {
        if (matched.Unmatched == 0) return false;
        var before = await db.BankReturnRows.Where(r => r.Verdict > ReturnVerdict.Known)
            .Join(db.BankReturns.Where(b => b.UndoneAt == null), r => r.Return, b => b.Number, (r, _) => new { r.BatchText, r.Sequence, r.Outcome, r.Fen, r.Account }).ToListAsync(stop);
        var known = before.Select(r => (r.BatchText, r.Sequence, r.Outcome, r.Fen, r.Account)).ToHashSet();
        return matched.Rows.Where(r => r.Verdict > ReturnVerdict.Known)
            .Any(r => !known.Contains((r.Said?.Batch, r.Said?.Sequence, r.Said?.Outcome, r.Said?.Amount.Fen, r.Said?.Account.ToString())));
    }

    private async Task<bool> ClosedAsync(List<Batch> batches, CancellationToken stop)
    {
        var closed = (await db.ProgrammeClosings.Select(c => new { c.Semester, c.Programme }).ToListAsync(stop)).Select(c => (c.Semester, c.Programme)).ToHashSet();
        // What was carried over by name is still answered after the books are closed; it is paid in the next ones.
        if (!batches.Exists(b => closed.Contains((b.Semester, b.Programme)))) return false;
        var ids = batches.Where(b => closed.Contains((b.Semester, b.Programme))).Select(b => b.Id).ToList();
        return !await db.LineEntries.Where(l => ids.Contains(l.Batch)).AnyAsync(l => db.EntryClosures.Any(c => c.Entry == l.Entry && c.Reason == ClosureReason.CarriedOver), stop);
    }

    private BankReturnRow RowOf(int number, MatchedRow row) => new()
    {
        County = db.CountyCode,
        Return = number,
        Number = row.Number,
        Verdict = row.Verdict,
        Batch = row.Batch?.Id,
        BatchText = row.Said?.Batch,
        Sequence = row.Line?.Sequence ?? row.Said?.Sequence,
        Outcome = row.Said?.Outcome,
        Reason = row.Said?.Reason,
        ReasonText = row.Said?.ReasonText,
        Fen = row.Said?.Amount.Fen,
        Account = row.Said?.Account.ToString(),
        CreditedOn = row.Said?.CreditedOn,
        Sheet = row.Sheet,
        Row = row.Row,
    };
}
