using ClosedXML.Excel;

namespace EduAid.Spreadsheets.Writing;

/// <summary>Writes documents that people print; holds the whole workbook in memory.</summary>
internal sealed class ClosedXmlBook(Stream output) : IBook
{
    private readonly XLWorkbook _workbook = new();
    private readonly Dictionary<(CellLook Look, bool Quoted), IXLStyle> _styles = [];
    private IXLWorksheet? _open;

    private IXLWorksheet Open => _open ?? throw new InvalidOperationException("No sheet has been begun.");

    private int _row;

    public void Begin(SheetSetup setup)
    {
        _open = _workbook.AddWorksheet(setup.Name);
        _row = 0;
        // Widths are given, because fitting them to the text needs a drawing library that servers lack.
        for (var i = 0; i < setup.Widths.Count; i++)
            _open.Column(i + 1).Width = setup.Widths[i];
        if (setup.HeadRows > 0)
        {
            _open.SheetView.FreezeRows(setup.HeadRows);
            _open.PageSetup.SetRowsToRepeatAtTop(1, setup.HeadRows);
        }

        SetPage(_open.PageSetup);
    }

    public void Row(ReadOnlySpan<Cell> cells, double? height = null)
    {
        var row = Open.Row(++_row);
        if (height is { } points)
            row.Height = points;
        for (var column = 0; column < cells.Length; column++)
            Fill(row.Cell(column + 1), cells[column]);
    }

    public void Merge(int first, int last) => Open.Range(_row, first + 1, _row, last + 1).Merge();

    public void Complete()
    {
        using var file = PrintTitles.Save(_workbook);
        file.CopyTo(output);
    }

    public void Dispose() => _workbook.Dispose();

    private void Fill(IXLCell cell, Cell content)
    {
        var value = content.Value;
        switch (value.Kind)
        {
            case CellKind.Text:
                cell.SetValue(value.Text);
                break;
            case CellKind.Whole:
                cell.SetValue(value.Number);
                break;
            case CellKind.Money:
                cell.SetValue(value.Number / 100m);
                break;
            case CellKind.Date:
                cell.SetValue(DateOnly.FromDayNumber((int)value.Number).ToDateTime(TimeOnly.MinValue));
                break;
        }

        cell.Style = StyleOf(content.Look, value.LooksLikeFormula);
    }

    private IXLStyle StyleOf(CellLook look, bool quoted)
    {
        if (_styles.TryGetValue((look, quoted), out var known))
            return known;
        var rules = LookRules.Of(look);
        var style = XLWorkbook.DefaultStyle;
        style.Font.FontName = LookRules.Font;
        style.Font.FontSize = rules.Size;
        style.Font.Bold = rules.Bold;
        style.NumberFormat.Format = rules.NumberFormat;
        style.IncludeQuotePrefix = quoted;
        style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        style.Alignment.WrapText = rules.Wrap;
        style.Alignment.Indent = rules.Indent;
        style.Alignment.Horizontal = rules.Across switch
        {
            Across.Centre => XLAlignmentHorizontalValues.Center,
            Across.End => XLAlignmentHorizontalValues.Right,
            _ => XLAlignmentHorizontalValues.Left,
        };
        if (rules.Bordered)
        {
            style.Border.TopBorder = style.Border.BottomBorder = XLBorderStyleValues.Thin;
            style.Border.LeftBorder = style.Border.RightBorder = XLBorderStyleValues.Thin;
        }

        if (rules.Fill is { } colour)
            style.Fill.BackgroundColor = XLColor.FromHtml("#" + colour);
        _styles.Add((look, quoted), style);
        return style;
    }

    private static void SetPage(IXLPageSetup page)
    {
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = XLPageOrientation.Landscape;
        page.FitToPages(1, 0);
        page.CenterHorizontally = true;
        page.Margins.Left = page.Margins.Right = PageRules.Side;
        page.Margins.Top = PageRules.Top;
        page.Margins.Bottom = PageRules.Bottom;
        page.Margins.Header = page.Margins.Footer = PageRules.Edge;
        page.Footer.Center.AddText(PageRules.Footer);
    }
}
