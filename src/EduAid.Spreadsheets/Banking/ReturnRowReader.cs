using EduAid.Domain.Findings;
using EduAid.Domain.Payments;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using EduAid.Spreadsheets.Reading;

namespace EduAid.Spreadsheets.Banking;

/// <summary>Reads the lines of one file; remembers what stands once for all of them, so a file needs one of its own.</summary>
/// <param name="signs">What the bank's own signs mean, beside the words that everyone understands.</param>
internal sealed class ReturnRowReader(IReadOnlyDictionary<string, BankOutcome> signs) : RowReader<BankReturnLine>
{
    private const int LongestBatch = 60;

    private static readonly Field[] ReadOnce = [Field.Batch, Field.Sequence, Field.Card, Field.Amount, Field.Outcome];

    private string? _batch;
    private string _unit = ReportedAmount.Yuan;
    private (Field Field, Column[] Columns)[] _twice = [];

    public override ListKind Kind => ListKind.BankReturns;

    public override void Begin(Header header, IEnumerable<SheetRow> above) =>
        Begin(header, header[Field.Amount] is { } amount ? ReportedAmount.UnitOf(amount.Heading) : ReportedAmount.Yuan, BatchIn(above));

    public void Begin(Header header, string unit, string? batch)
    {
        (_unit, _batch) = (unit, batch);
        _twice = [.. ReadOnce.Select(f => (f, header.Columns.Where(c => c.Field == f).ToArray())).Where(t => t.Item2.Length > 1)];
    }

    public override BankReturnLine? Read(RowCells cells)
    {
        foreach (var (field, columns) in _twice)
            if (columns.Select(c => Text.Fold(cells.Cell(c).Text)).Distinct().Count() > 1) cells.Error(field, FindingCodes.ColumnAmbiguous, columns[0].Heading);
        var sequence = Sequence(cells);
        var (account, accountProblem, accountDetail) = ReportedAccount.Read(cells.Cell(Field.Card));
        if (accountProblem is not null) cells.Error(Field.Card, accountProblem, accountDetail);
        var (amount, amountProblem, amountDetail) = ReportedAmount.Read(cells.Cell(Field.Amount), _unit);
        if (amountProblem is not null) cells.Error(Field.Amount, amountProblem, amountDetail);
        var credited = Dates.Read(cells.Cell(Field.CreditedOn));
        if (credited is null or { MonthOnly: true } && cells.Shown(Field.CreditedOn, 30) is { } date) cells.Warn(Field.CreditedOn, FindingCodes.DateUnknown, date);
        if (Outcome(cells) is not { } outcome) return null;
        var (reason, text) = Reason(cells, outcome);
        return cells.HasError ? null : new()
        {
            Batch = cells.Folded(Field.Batch, LongestBatch) is { Length: > 0 } own ? own : _batch,
            Sequence = sequence,
            Account = account,
            Payee = cells.Shown(cells.Header.Has(Field.Holder) ? Field.Holder : Field.Name, 100),
            Amount = amount,
            Outcome = outcome,
            Reason = reason,
            ReasonText = text,
            CreditedOn = credited is { MonthOnly: false } day ? day.Day : null,
            Fingerprint = cells.Folded(Field.Fingerprint, 40).ToUpperInvariant() is { Length: > 0 } fingerprint ? fingerprint : null,
        };
    }

    /// <summary>Batch and sequence; without a sequence two equal lines are two payments, not one line twice.</summary>
    public override string KeyOf(RowCells cells, BankReturnLine? value) =>
        value?.Sequence is { } sequence ? $"{value.Batch}|{sequence}" : $"{cells.Sheet}|{cells.Number}|";

    private static int? Sequence(RowCells cells)
    {
        var text = cells.Folded(Field.Sequence);
        if (text.Length == 0) return null;
        if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0) return number;
        cells.Error(Field.Sequence, FindingCodes.SequenceInvalid, cells.Shown(Field.Sequence, 20) ?? "");
        return null;
    }

    private BankOutcome? Outcome(RowCells cells)
    {
        var text = cells.Folded(Field.Outcome);
        if (signs.TryGetValue(text, out var sign)) return sign;
        if (ReturnWords.Outcome(text) is { } outcome) return outcome;
        // 失败(户名不符): taken only where both parts are known and it is no success.
        if (ReturnWords.Split(text) is { } both) return both.Outcome;
        cells.Error(Field.Outcome, FindingCodes.OutcomeUnknown, cells.Shown(Field.Outcome, 30) ?? "");
        return null;
    }

    private static (string? Code, string? Text) Reason(RowCells cells, BankOutcome outcome)
    {
        // A remark is our own, echoed, unless the bank has no other place for its reason.
        var field = !cells.Header.Has(Field.Reason) && outcome != BankOutcome.Paid ? Field.Note : Field.Reason;
        var text = cells.Shown(field);
        if (text is not null && ReturnWords.Outcome(Text.Fold(text)) is { } again)
        {
            // The result said once more is no reason; another result is a contradiction.
            if (again != outcome) cells.Error(field, FindingCodes.OutcomeContradicting, text);
            text = null;
        }
        var code = text is null ? null : ReturnWords.Reason(text);
        if (code is null && ReturnWords.Split(cells.Folded(Field.Outcome)) is { } both) (code, text) = (both.Reason, text ?? both.Text);
        if (outcome == BankOutcome.Paid)
        {
            if (code is not null and not BankReasons.Other) cells.Error(field, FindingCodes.OutcomeContradicting, text ?? "");
            return (null, text);
        }
        return outcome == BankOutcome.Pending && text is null ? (null, null) : (code ?? BankReasons.Other, text);
    }

    // 批次号 | PL0603, or 批次号：PL0603 in one cell.
    private static string? BatchIn(IEnumerable<SheetRow> above)
    {
        foreach (var row in above)
            for (var i = 0; i < row.Count; i++)
            {
                var text = Text.Fold(row[i].Text);
                var colon = text.IndexOf(':', StringComparison.Ordinal);
                if (IsBatch(colon < 0 ? text : text[..colon]) is false) continue;
                var next = i + 1;
                while (next < row.Count && (row[next].IsEmpty || row[next].Text == row[i].Text)) next++;
                var batch = colon >= 0 && colon < text.Length - 1 ? text[(colon + 1)..] : Text.Fold(row[next].Text);
                if (batch.Length > 0) return FreeText.Cut(batch, LongestBatch);
            }
        return null;
    }

    private static bool IsBatch(string heading) => Headings.Of(ListKind.BankReturns).Find(heading) == Field.Batch;
}
