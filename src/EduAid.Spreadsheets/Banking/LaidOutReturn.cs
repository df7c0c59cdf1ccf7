using System.Globalization;
using EduAid.Domain.Findings;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using EduAid.Spreadsheets.Reading;
using Column = EduAid.Spreadsheets.Intake.Column;

namespace EduAid.Spreadsheets.Banking;

/// <summary>Reads a headless result file by its layout, and holds what its first and last record state against its lines.</summary>
internal sealed class LaidOutReturn(BankResultLayout layout, IntakeOptions options)
{
    private readonly Header _header = new(0, [.. layout.Columns.Select((f, i) => (f, i)).Where(c => c.f.Value is not null).Select(c =>
        new Column(c.i, c.f.Heading ?? NameOf(c.f.Value!.Value), FieldOf(c.f.Value!.Value)))]);

    private readonly ReturnRowReader _reader = new(layout.Outcomes);
    private bool _ended;
    private int _details;

    /// <summary>Whether a row is the first of such a file: its mark and its number of fields, or a detail where there is no header.</summary>
    public static bool Begins(BankResultLayout layout, SheetRow row) =>
        (layout.Header ?? layout.Columns) is var first && Is(first, row) && row.Count <= first.Count && row.Count > 1;

    public ReadList<BankReturnLine> Read(Stream stream, string fileName, CancellationToken stop)
    {
        var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        var list = new ReadList<BankReturnLine> { File = name, Format = SpreadsheetFormat.Delimited };
        list.Headers.Add((name, _header));
        var rows = new ListFileReader<BankReturnLine>(_reader, options);
        var opened = SpreadsheetFile.Open(stream, name, options.Limits ?? new ReadingLimits());
        if (!opened.IsOpen)
        {
            list.FileProblems.Add(OfFile(opened.Problem.Code, opened.Problem.Message));
            return list;
        }
        using var file = opened.File;
        try
        {
            var controls = new List<(SheetRow Row, IReadOnlyList<BankField> Fields)>();
            var unit = layout.Columns.Any(c => c.Value == BankValue.AmountFen) ? ReportedAmount.Fen : ReportedAmount.Yuan;
            _reader.Begin(_header, unit, null);
            foreach (var row in file.Sheets().First().Rows())
            {
                stop.ThrowIfCancellationRequested();
                ReadRecord(row, unit, rows, list, controls);
            }
            if (layout.Trailer is not null && !_ended) list.FileProblems.Add(OfFile(FindingCodes.ControlMissing, ""));
            foreach (var (row, fields) in controls) Compare(row, fields, list);
            if (list.Rows.Count == 0 && !list.IsUnreadable) list.FileProblems.Add(OfFile(FindingCodes.SheetEmpty, ""));
        }
        catch (UnreadableFileException damaged)
        {
            list.Rows.Clear();
            list.FileProblems.Add(OfFile(damaged.Problem.Code, damaged.Problem.Message));
        }
        return list;
    }

    private void ReadRecord(
        SheetRow row, string unit, ListFileReader<BankReturnLine> rows, ReadList<BankReturnLine> list, List<(SheetRow, IReadOnlyList<BankField>)> controls)
    {
        if (!_ended && Is(layout.Columns, row) && row.Count <= layout.Columns.Count)
        {
            _details++;
            rows.AddRow(new RowCells(list.File, row, _header), row, list);
        }
        else if (layout.Header is { } header && controls.Count == 0 && _details == 0 && Is(header, row))
        {
            controls.Add((row.Copy(), header));
            _reader.Begin(_header, unit, TextOf(row, header, BankValue.Batch));
        }
        else if (layout.Trailer is { } trailer && !_ended && Is(trailer, row))
        {
            _ended = true;
            controls.Add((row.Copy(), trailer));
        }
        else
        {
            var cells = new RowCells(list.File, row, _header);
            cells.Error(Field.Sequence, FindingCodes.LineUnreadable, FreeText.Cut(FreeText.Mask(Text.Tidy(row[0].Text)), 10));
            list.Rows.Add(new(list.File, row.Number, null, cells.Problems, $"{row.Number}|", 0, 0, options.KeepCells ? row.Copy() : null));
        }
    }

    // A refused line has no amount to add, so that the sum is compared where all were taken.
    private void Compare(SheetRow row, IReadOnlyList<BankField> fields, ReadList<BankReturnLine> list)
    {
        var all = list.Rows.Where(r => r.Value is not null).Select(r => r.Value!).ToList();
        Differ(BankValue.Count, text => Number(text) == _details, $"{_details}");
        if (all.Count == list.Rows.Count)
        {
            var sum = Money.FromFen(all.Sum(line => line.Amount.Fen));
            Differ(BankValue.SumYuan, text => Money.Parse(text) == sum, $"{sum}");
            Differ(BankValue.SumFen, text => Number(text) == sum.Fen, $"{sum}");
        }
        if (layout.Header is { } header && fields != header && list.Rows.Select(r => r.Value?.Batch).FirstOrDefault(b => b is not null) is { } batch)
            Differ(BankValue.Batch, text => Text.Fold(text) == batch, batch);

        void Differ(BankValue value, Func<string, bool> holds, string found)
        {
            if (TextOf(row, fields, value) is { } text && !holds(text))
                list.FileProblems.Add(OfFile(FindingCodes.ControlDiffers, $"{FreeText.Cut(FreeText.Mask(text), 30)} ≠ {found}"));
        }
    }

    private static string? TextOf(SheetRow row, IReadOnlyList<BankField> fields, BankValue value)
    {
        for (var i = 0; i < fields.Count; i++)
            if (fields[i].Value == value) return Text.Fold(row[i].Text);
        return null;
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool Is(IReadOnlyList<BankField> record, SheetRow row) =>
        string.Equals(Text.Fold(row[0].Text), Text.Fold(record[0].Text), StringComparison.OrdinalIgnoreCase);

    private static Problem OfFile(string code, string detail) => new(null, null, null, code, Severity.Error, detail);

    private static Field? FieldOf(BankValue value) => value switch
    {
        BankValue.Sequence => Field.Sequence,
        BankValue.Payee => Field.Holder,
        BankValue.Account => Field.Card,
        BankValue.Bank => Field.Bank,
        BankValue.AmountYuan or BankValue.AmountFen => Field.Amount,
        BankValue.CitizenId => Field.CitizenId,
        BankValue.Remark => Field.Note,
        BankValue.Fingerprint => Field.Fingerprint,
        BankValue.Batch => Field.Batch,
        BankValue.Outcome => Field.Outcome,
        BankValue.Reason => Field.Reason,
        BankValue.CreditedOn => Field.CreditedOn,
        _ => null,
    };

    private static string NameOf(BankValue value) =>
        FieldOf(value) is { } field ? Headings.Of(ListKind.BankReturns).Words[field][0] : value.ToString();
}
