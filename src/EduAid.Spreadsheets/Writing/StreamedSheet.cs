using System.Globalization;

namespace EduAid.Spreadsheets.Writing;

/// <summary>One sheet's XML while it is being written.</summary>
internal sealed class StreamedSheet
{
    private const int MostRows = 1_048_576;
    private const int MostColumns = 16_384;
    private const double UsualWidth = 22;

    /// <summary>The file's width has the cell's padding in it, five pixels at the usual seven a character (ECMA-376 part 1, 18.3.1.13).</summary>
    private const double Padding = 0.71;

    /// <summary>Day 0 of the 1900 date system, as it holds from March 1900 on.</summary>
    private static readonly int DayZero = new DateOnly(1899, 12, 30).DayNumber;

    private readonly ListTraits _traits;
    private readonly StreamWriter _xml;
    private readonly List<string> _merges = [];
    private readonly List<string> _letters = [];
    private int _widest = 1;

    public StreamedSheet(SheetSetup setup, ListTraits traits, StreamWriter xml, bool first)
    {
        (Setup, _traits, _xml) = (setup, traits, xml);
        _xml.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>""");
        _xml.Write(first ? """<sheetView tabSelected="1" workbookViewId="0">""" : """<sheetView workbookViewId="0">""");
        if (setup.HeadRows > 0)
            _xml.Write(FormattableString.Invariant($"""<pane ySplit="{setup.HeadRows}" topLeftCell="A{setup.HeadRows + 1}" activePane="bottomLeft" state="frozen"/>"""));
        _xml.Write("</sheetView></sheetViews>");
        WriteWidths();
        _xml.Write("<sheetData>");
    }

    public SheetSetup Setup { get; }

    public int LastRow { get; private set; }

    public List<StreamedComment> Comments { get; } = [];

    public void SkipTo(int row) => LastRow = row > LastRow
        ? row - 1
        : throw new ArgumentOutOfRangeException(nameof(row), row, "Rows are written from top to bottom.");

    public void Row(ReadOnlySpan<Cell> cells, double? height)
    {
        if (LastRow == MostRows)
            throw new InvalidOperationException("A sheet holds 1 048 576 rows.");
        LastRow++;
        _xml.Write("<row r=\"");
        Write(LastRow);
        _xml.Write('"');
        if (height is { } points)
            _xml.Write(FormattableString.Invariant($" ht=\"{points}\" customHeight=\"1\""));
        _xml.Write('>');
        for (var column = 0; column < cells.Length; column++)
            WriteCell(column, cells[column]);
        _xml.Write("</row>");
        _widest = Math.Max(_widest, cells.Length);
    }

    public void Merge(int firstColumn, int firstRow, int lastColumn, int lastRow) => _merges.Add(
        FormattableString.Invariant($"<mergeCell ref=\"{Letters(firstColumn)}{firstRow}:{Letters(lastColumn)}{lastRow}\"/>"));

    public void Close()
    {
        _xml.Write("</sheetData>");
        if (_traits.Filter && Setup.HeadRows > 0)
            _xml.Write(FormattableString.Invariant($"<autoFilter ref=\"A{Setup.HeadRows}:{Letters(_widest - 1)}{Math.Max(LastRow, Setup.HeadRows)}\"/>"));
        if (_merges.Count > 0)
            _xml.Write(FormattableString.Invariant($"<mergeCells count=\"{_merges.Count}\">{string.Concat(_merges)}</mergeCells>"));
        _xml.Write(FormattableString.Invariant(
            $"""<printOptions horizontalCentered="1"/><pageMargins left="{PageRules.Side}" right="{PageRules.Side}" top="{PageRules.Top}" bottom="{PageRules.Bottom}" header="{PageRules.Edge}" footer="{PageRules.Edge}"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>"""));
        _xml.Write($"<headerFooter><oddFooter>&amp;C{PageRules.Footer.Replace("&", "&amp;", StringComparison.Ordinal)}</oddFooter></headerFooter>");
        if (Comments.Count > 0)
            _xml.Write("""<legacyDrawing r:id="rId1"/>""");
        _xml.Write("</worksheet>");
        _xml.Dispose();
    }

    /// <summary>Lets go of a sheet that will not be finished.</summary>
    public void Abandon() => _xml.Dispose();

    private void WriteWidths()
    {
        if (Setup.Widths.Count == 0)
        {
            _xml.Write(FormattableString.Invariant($"<sheetFormatPr defaultColWidth=\"{UsualWidth}\" defaultRowHeight=\"15\"/>"));
            return;
        }

        _xml.Write("""<sheetFormatPr defaultRowHeight="15"/><cols>""");
        var style = _traits.TextColumns ? FormattableString.Invariant($" style=\"{StreamedStyles.Of(CellLook.Loose)}\"") : "";
        for (var i = 0; i < Setup.Widths.Count; i++)
            _xml.Write(FormattableString.Invariant($"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{Setup.Widths[i] + Padding}\" customWidth=\"1\"{style}/>"));
        if (_traits.TextColumns && Setup.Widths.Count < MostColumns)
            _xml.Write(FormattableString.Invariant($"<col min=\"{Setup.Widths.Count + 1}\" max=\"{MostColumns}\" width=\"{UsualWidth}\"{style}/>"));
        _xml.Write("</cols>");
    }

    private void WriteCell(int column, Cell cell)
    {
        var value = cell.Value;
        _xml.Write("<c r=\"");
        _xml.Write(Letters(column));
        Write(LastRow);
        _xml.Write("\" s=\"");
        Write(StreamedStyles.Of(cell.Look, value.LooksLikeFormula));
        switch (value.Kind)
        {
            case CellKind.Empty:
                _xml.Write("\"/>");
                return;
            case CellKind.Text:
                WriteText(value.Text!);
                return;
            case CellKind.Money:
                _xml.Write("\"><v>");
                WriteYuan(value.Number);
                break;
            case CellKind.Date:
                _xml.Write("\"><v>");
                Write(value.Number - DayZero);
                break;
            default:
                _xml.Write("\"><v>");
                Write(value.Number);
                break;
        }

        _xml.Write("</v></c>");
    }

    private void WriteText(string text)
    {
        _xml.Write("\" t=\"inlineStr\"><is><t");
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.Contains('\n', StringComparison.Ordinal))
            _xml.Write(" xml:space=\"preserve\"");
        _xml.Write('>');
        XmlText.Append(_xml, text);
        _xml.Write("</t></is></c>");
    }

    private void WriteYuan(long fen)
    {
        if (fen is < 0 and > -100)
            _xml.Write('-');
        Write(fen / 100);
        var rest = (int)Math.Abs(fen % 100);
        if (rest == 0)
            return;
        _xml.Write('.');
        _xml.Write((char)('0' + rest / 10));
        if (rest % 10 > 0)
            _xml.Write((char)('0' + rest % 10));
    }

    private void Write(long number)
    {
        Span<char> digits = stackalloc char[20];
        number.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        _xml.Write(digits[..length]);
    }

    private string Letters(int column)
    {
        while (_letters.Count <= column)
            _letters.Add(LettersOf(_letters.Count));
        return _letters[column];
    }

    private static string LettersOf(int column) =>
        (column >= 26 ? LettersOf(column / 26 - 1) : "") + (char)('A' + column % 26);
}
