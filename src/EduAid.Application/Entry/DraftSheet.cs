using System.Text;
using EduAid.Application.Intake;
using EduAid.Spreadsheets.Intake;

namespace EduAid.Application.Entry;

/// <summary>
/// The file that a draft becomes: delimited text with the usual headings. What is entered by hand is read, checked and accepted as a file,
/// so that there is one way into a list.
/// </summary>
public sealed class DraftSheet
{
    public const string FileName = "录入名单.csv";

    private readonly IReadOnlyList<Field> _columns;
    private readonly List<int> _lines = [];

    /// <param name="rows">In their order; blank ones are left out.</param>
    public DraftSheet(IReadOnlyList<Field> columns, IEnumerable<(int Line, DraftCells Cells)> rows)
    {
        _columns = columns;
        var text = new StringBuilder();
        AddRecord(text, columns.Select(EntryColumns.Heading));
        foreach (var (line, cells) in rows.Where(r => !r.Cells.IsBlank))
        {
            AddRecord(text, columns.Select(c => cells[c]));
            _lines.Add(line);
        }
        Content = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    public byte[] Content { get; }

    /// <summary>The lines of the draft that stand in the file.</summary>
    public IReadOnlyList<int> Lines => _lines;

    public SentFile File => new(FileName, () => new MemoryStream(Content, writable: false));

    /// <summary>The line of the draft at a row of the file; the header is row 1.</summary>
    public int LineAt(int row) => _lines[row - 2];

    /// <param name="column">0-based.</param>
    public Field FieldAt(int column) => _columns[column];

    private static void AddRecord(StringBuilder text, IEnumerable<string> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first) text.Append(',');
            first = false;
            // Cells hold no quotes and no line breaks (PastedBlock.Clean).
            if (cell.Length > 0) text.Append('"').Append(cell).Append('"');
        }
        text.Append("\r\n");
    }
}
