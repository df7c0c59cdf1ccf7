using EduAid.Domain.Findings;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Reading;

namespace EduAid.Spreadsheets.Intake;

/// <summary>One data row seen through its header, collecting what is wrong with it.</summary>
public sealed class RowCells(string sheet, SheetRow row, Header header)
{
    private List<Problem>? _problems;

    public string Sheet => sheet;

    public int Number => row.Number;

    public Header Header => header;

    public IReadOnlyList<Problem> Problems => _problems ?? (IReadOnlyList<Problem>)[];

    public bool HasError { get; private set; }

    /// <summary>A column that this row needs and the whole sheet lacks.</summary>
    public Field? MissingColumn { get; private set; }

    public Cell Cell(Field field) => header.Cell(row, field);

    /// <summary>Of any column, an unused one too.</summary>
    public Cell Cell(Column column) => row[column.Index];

    /// <summary>Folded text for codes and numbers.</summary>
    public string Folded(Field field) => Text.Fold(Cell(field).Text);

    /// <summary>The same, to be stored.</summary>
    public string Folded(Field field, int longest) => FreeText.Cut(Folded(field), longest);

    /// <summary>Tidied text to be shown again, without protected numbers; null where blank.</summary>
    public string? Shown(Field field, int longest = 200)
    {
        var text = FreeText.Cut(FreeText.Mask(Text.Tidy(Cell(field).Text).TrimStart('\'', '‘', '’', '`')), longest);
        return text.Length == 0 ? null : text;
    }

    public void Error(Field field, string code, string detail = "") => Add(field, code, Severity.Error, detail);

    public void Warn(Field field, string code, string detail = "") => Add(field, code, Severity.Warning, detail);

    public void Lacks(Field field)
    {
        MissingColumn ??= field;
        HasError = true;
    }

    private void Add(Field field, string code, Severity severity, string detail)
    {
        var column = header[field];
        (_problems ??= []).Add(new(sheet, row.Number, column?.Heading, code, severity, detail, column?.Index));
        HasError |= severity == Severity.Error;
    }
}
