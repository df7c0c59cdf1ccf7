namespace EduAid.Spreadsheets.Reading.Xls;

/// <summary>The rows of one sheet of a binary workbook (MS-XLS 2.1.7.20.6).</summary>
internal sealed class XlsRows(XlsGlobals globals, string name, int offset, ReadingLimits limits)
{
    private readonly List<(int Row, int At)> cells = [];
    private readonly List<MergedRange> merges = [];

    public IEnumerable<SheetRow> All()
    {
        foreach (var record in globals.Records.Substream(offset))
        {
            if (record.IsCell)
                cells.Add((record.Row, record.At));
            else if (record.Id == BiffRecord.MergeCells)
                AddMerges(record);
        }

        return new MergedRanges(merges, name, limits.MaxColumns).Over(InFile());
    }

    /// <summary>Programs write cells row by row, though the format does not ask for it.</summary>
    private IEnumerable<SheetRow> InFile()
    {
        var row = new SheetRow();
        foreach (var (index, at) in cells.OrderBy(cell => cell.Row))
        {
            if (row.Number != index + 1)
            {
                if (row.Number > 0)
                    yield return row;
                row.Start(index + 1);
            }

            Read(row, at);
        }

        if (row.Number > 0)
            yield return row;
    }

    private void Read(SheetRow row, int at)
    {
        var record = globals.Records.From(at).First();
        if (record.Id != BiffRecord.MultipleRk)
        {
            Place(row, record.Column, Value(record));
            return;
        }

        for (int column = record.Column, position = 4; position + 6 <= record.Body.Length - 2; column++, position += 6)
            Place(row, column, Number(Rk(record.Int(position + 2)), record.Short(position)));
    }

    private void Place(SheetRow row, int column, Cell cell)
    {
        if (!cell.IsEmpty && column >= limits.MaxColumns)
            throw Refusal.TooManyColumns(name, row.Number, limits.MaxColumns);
        if (cell.Kind == CellKind.Text && cell.Text.Length > limits.MaxCellLength)
            throw Refusal.CellTooLong(name, row.Number, column + 1, limits.MaxCellLength);
        row.Set(column, cell);
    }

    private Cell Value(BiffRecord record)
    {
        switch (record.Id)
        {
            case BiffRecord.LabelSst:
                var index = record.Int(6);
                return index < globals.Strings.Count ? Cell.FromText(globals.Strings[(int)index]) : throw Refusal.Damaged.AsException();
            case BiffRecord.Label or BiffRecord.RichText:
                return Cell.FromText(globals.Text(globals.Records.From(record.At), 6));
            case BiffRecord.Number:
                return Number(record.Double(6), record.Short(4));
            case BiffRecord.Rk:
                return Number(Rk(record.Int(6)), record.Short(4));
            case BiffRecord.BooleanOrError:
                return BooleanOrError(record.Body.Span[6], record.Body.Span[7] != 0);
            default:
                return Formula(record);
        }
    }

    /// <summary>The cached result: a number, or FFFF at its end and the kind of what it is at its beginning (MS-XLS 2.5.133).</summary>
    private Cell Formula(BiffRecord record)
    {
        if (record.Short(12) != 0xFFFF)
            return Number(record.Double(6), record.Short(4));
        var value = record.Body.Span[8];
        return record.Body.Span[6] switch
        {
            0 => FormulaText(record.At),
            1 => BooleanOrError(value, isError: false),
            2 => BooleanOrError(value, isError: true),
            _ => Cell.Empty,
        };
    }

    /// <summary>The text stands in a record of its own before the next cell; shared and array formulas may come between.</summary>
    private Cell FormulaText(int at)
    {
        foreach (var record in globals.Records.From(at).Skip(1).Take(8))
        {
            if (record.Id == BiffRecord.String)
                return Cell.FromText(globals.Text(globals.Records.From(record.At), 0));
            if (record.IsCell)
                break;
        }

        return Cell.Empty;
    }

    private Cell Number(double number, int cellFormat) => globals.Meaning(cellFormat).Apply(number, globals.Is1904);

    /// <summary>30 bits of a double or of an integer, perhaps in hundredths (MS-XLS 2.5.217).</summary>
    private static double Rk(uint packed)
    {
        var number = (packed & 2) != 0
            ? unchecked((int)packed) >> 2
            : BitConverter.UInt64BitsToDouble((ulong)(packed & 0xFFFFFFFC) << 32);
        return (packed & 1) != 0 ? number / 100 : number;
    }

    private static Cell BooleanOrError(byte value, bool isError) => isError
        ? Cell.FromText(value switch
        {
            0x00 => "#NULL!",
            0x07 => "#DIV/0!",
            0x0F => "#VALUE!",
            0x17 => "#REF!",
            0x1D => "#NAME?",
            0x24 => "#NUM!",
            _ => "#N/A",
        })
        : Cell.FromBoolean(value != 0);

    private void AddMerges(BiffRecord record)
    {
        for (var at = 2; at + 8 <= record.Body.Length; at += 8)
            merges.Add(new MergedRange(record.Short(at), record.Short(at + 4), record.Short(at + 2), record.Short(at + 6)));
    }
}
