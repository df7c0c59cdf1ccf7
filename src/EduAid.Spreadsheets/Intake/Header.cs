using EduAid.Spreadsheets.Reading;

namespace EduAid.Spreadsheets.Intake;

/// <param name="Index">0-based.</param>
/// <param name="Heading">As found; of a two-row header group and leaf.</param>
/// <param name="Field">Null for a column that is kept and shown but not used.</param>
public sealed record Column(int Index, string Heading, Field? Field);

/// <summary>The recognised header of one sheet.</summary>
public sealed class Header
{
    private readonly Column?[] _byField = new Column?[Enum.GetValues<Field>().Max(f => (int)f) + 1];

    public Header(int lastRow, IReadOnlyList<Column> columns)
    {
        LastRow = lastRow;
        Columns = columns;
        // Where a heading stands twice the first one counts, as a person reading from the left would have it.
        foreach (var column in columns)
            if (column.Field is { } field) _byField[(int)field] ??= column;
        // A social-security card is read only where no bank card column stands.
        CardField = _byField[(int)Field.Card] is not null ? Field.Card
            : _byField[(int)Field.SocialCardAccount] is not null ? Field.SocialCardAccount : Field.SocialCardNumber;
    }

    /// <summary>Data begin below this row.</summary>
    public int LastRow { get; }

    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The field in which the bank account stands on this sheet.</summary>
    public Field CardField { get; }

    public Column? this[Field field] => _byField[(int)field];

    public bool Has(Field field) => _byField[(int)field] is not null;

    public Cell Cell(SheetRow row, Field field) => _byField[(int)field] is { } column ? row[column.Index] : Reading.Cell.Empty;
}
