using NPOI.HSSF.UserModel;
using NPOI.SS.UserModel;

namespace EduAid.Spreadsheets.Writing;

/// <summary>
/// The comments of one sheet of an .xls, found once: asking a cell for its comment looks through all of them each time.
/// </summary>
internal sealed class XlsComments
{
    private readonly HSSFWorkbook _workbook;
    private readonly HSSFPatriarch _drawing;
    private readonly Dictionary<(int Row, int Column), HSSFComment> _byCell = [];

    public XlsComments(HSSFWorkbook workbook, HSSFSheet sheet)
    {
        _workbook = workbook;
        _drawing = (HSSFPatriarch)(sheet.DrawingPatriarch ?? sheet.CreateDrawingPatriarch());
        foreach (var comment in _drawing.Children.OfType<HSSFComment>())
            _byCell[(comment.Row, comment.Column)] = comment;
    }

    /// <summary>Comments the cell, after what it says already.</summary>
    public void Add(ICell cell, string message)
    {
        if (_byCell.TryGetValue((cell.RowIndex, cell.ColumnIndex), out var own))
        {
            own.String = new HSSFRichTextString($"{own.String.String}\n{message}");
            return;
        }

        var anchor = _workbook.GetCreationHelper().CreateClientAnchor();
        anchor.Col1 = cell.ColumnIndex + 1;
        anchor.Col2 = cell.ColumnIndex + 1 + CommentBox.Columns;
        anchor.Row1 = cell.RowIndex;
        anchor.Row2 = cell.RowIndex + CommentBox.Rows(message);
        var comment = (HSSFComment)_drawing.CreateCellComment(anchor);
        comment.String = new HSSFRichTextString(message);
        comment.Author = "EduAid";
        comment.Row = cell.RowIndex;
        comment.Column = cell.ColumnIndex;
        _byCell[(cell.RowIndex, cell.ColumnIndex)] = comment;
    }
}
