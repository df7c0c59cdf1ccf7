using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Findings;
using EduAid.Domain.Payments;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Banking;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Payments;

/// <summary>One row of a bank's file beside the payment that it is about.</summary>
/// <param name="Said">Null where the row could not be read; the list's problems say why.</param>
/// <param name="Batch">The batch, where one was found.</param>
/// <param name="Line">The payment, where one was found.</param>
public sealed record MatchedRow(int Number, string Sheet, int Row, ReturnVerdict Verdict, BankReturnLine? Said, Batch? Batch, PaymentLine? Line);

/// <param name="Silent">Payments of the batches in the file that are in the bank's hands and of which it says nothing.</param>
public sealed record MatchedReturn(ReadList<BankReturnLine> File, IReadOnlyList<MatchedRow> Rows, IReadOnlyList<(Batch Batch, PaymentLine Line)> Silent)
{
    public int Count(ReturnVerdict verdict) => Rows.Count(r => r.Verdict == verdict);

    /// <summary>Rows that change nothing and that somebody must look at.</summary>
    public int Unmatched => Rows.Count(r => r.Verdict is not (ReturnVerdict.Applied or ReturnVerdict.Known));
}

/// <summary>Finds the payment of each row by batch, line, account and amount. What does not fit in all of them is shown and never guessed.</summary>
public sealed class ReturnMatch(EduAidDbContext db, FieldCipher cipher, BankFormats formats)
{
    /// <param name="chosen">The batch for rows that name none.</param>
    public async Task<MatchedReturn> ReadAsync(byte[] content, string fileName, Guid? chosen, CancellationToken stop)
    {
        using var stream = new MemoryStream(content, writable: false);
        var file = new BankReturnReader(formats.All).Read(stream, fileName, stop);
        var batches = await BatchesAsync(file, chosen, stop);
        var lines = new Dictionary<Guid, List<PaymentLine>>();
        foreach (var batch in batches.Values.DistinctBy(b => b.Id))
            lines[batch.Id] = await db.PaymentLines.Where(l => l.Batch == batch.Id).OrderBy(l => l.Sequence).ToListAsync(stop);
        var known = await SaidBeforeAsync([.. lines.Keys], stop);
        var rows = new List<MatchedRow>();
        foreach (var row in file.Rows)
        {
            var number = rows.Count + 1;
            if (row.Value is not { } said || row.Problems.Any(p => p.Severity == Severity.Error))
            {
                rows.Add(new(number, row.Sheet, row.Number, ReturnVerdict.Unreadable, null, null, null));
                continue;
            }
            var batch = batches.GetValueOrDefault(said.Batch ?? "");
            var line = batch is null ? null : LineOf(said, lines[batch.Id]);
            var verdict = VerdictOf(said, batch, line, line is null ? null : known.GetValueOrDefault((line.Batch, line.Sequence)));
            // The next row about the same payment is compared with this one.
            if (verdict == ReturnVerdict.Applied) known[(line!.Batch, line.Sequence)] = (said.Outcome, said.Reason, said.CreditedOn);
            rows.Add(new(number, row.Sheet, row.Number, verdict, said, batch, line));
        }
        var answered = rows.Where(r => r.Line is not null).Select(r => (r.Line!.Batch, r.Line.Sequence)).ToHashSet();
        var silent = batches.Values.DistinctBy(b => b.Id).Where(b => b.State != BatchState.Cancelled)
            .SelectMany(b => lines[b.Id].Where(l => l.State is LineState.Sent or LineState.Pending && !answered.Contains((l.Batch, l.Sequence))).Select(l => (b, l))).ToList();
        return new(file, rows, silent);
    }

    private async Task<Dictionary<string, Batch>> BatchesAsync(ReadList<BankReturnLine> file, Guid? chosen, CancellationToken stop)
    {
        var numbers = file.Rows.Select(r => r.Value?.Batch).OfType<string>().Distinct().ToList();
        var found = await db.Batches.Where(b => b.State != BatchState.Assembled && numbers.Contains(b.Number)).ToDictionaryAsync(b => b.Number, StringComparer.Ordinal, stop);
        if (chosen is { } id && await db.Batches.SingleOrDefaultAsync(b => b.Id == id && b.State != BatchState.Assembled, stop) is { } batch) found[""] = batch;
        return found;
    }

    private async Task<Dictionary<(Guid Batch, int Sequence), (BankOutcome Outcome, string? Reason, DateOnly? On)>> SaidBeforeAsync(List<Guid> batches, CancellationToken stop)
    {
        var said = new Dictionary<(Guid, int), (BankOutcome, string?, DateOnly?)>();
        var rows = await (
            from row in db.BankReturnRows
            join bankReturn in db.BankReturns on row.Return equals bankReturn.Number
            where bankReturn.UndoneAt == null && row.Verdict == ReturnVerdict.Applied && row.Batch != null && batches.Contains(row.Batch.Value)
            orderby row.Return, row.Number
            select new { row.Batch, row.Sequence, row.Outcome, row.Reason, row.CreditedOn }).ToListAsync(stop);
        foreach (var row in rows) said[(row.Batch!.Value, row.Sequence!.Value)] = (row.Outcome!.Value, row.Reason, row.CreditedOn);
        return said;
    }

    // By its number in the batch; a file without numbers only where account and amount, or the fingerprint, leave one line alone.
    private PaymentLine? LineOf(BankReturnLine said, List<PaymentLine> lines)
    {
        if (said.Sequence is { } sequence) return lines.Find(l => l.Sequence == sequence);
        if (said.Fingerprint is { } fingerprint && lines.FindAll(l => l.Fingerprint == fingerprint) is [var marked]) return marked;
        return lines.FindAll(l => l.Fen == said.Amount.Fen && said.Account.Fits(AccountOf(l))) is [var single] ? single : null;
    }

    private ReturnVerdict VerdictOf(BankReturnLine said, Batch? batch, PaymentLine? line, (BankOutcome Outcome, string? Reason, DateOnly? On)? known)
    {
        if (batch is null) return ReturnVerdict.BatchUnknown;
        if (line is null) return ReturnVerdict.LineUnknown;
        if (!said.Account.Fits(AccountOf(line))) return ReturnVerdict.AccountDiffers;
        if (said.Amount.Fen != line.Fen) return ReturnVerdict.AmountDiffers;
        if (batch.State == BatchState.Cancelled) return ReturnVerdict.BatchCancelled;
        return known is { } before && before == (said.Outcome, said.Reason, said.CreditedOn) ? ReturnVerdict.Known : ReturnVerdict.Applied;
    }

    private string AccountOf(PaymentLine line) => cipher.Decrypt(line.AccountCipher, Places.PaymentAccount(line.County, line.Batch, line.Sequence));
}
