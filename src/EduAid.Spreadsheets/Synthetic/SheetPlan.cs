namespace EduAid.Spreadsheets.Synthetic;

/// <summary>A cell as it will stand in the file: text, a number, or a number shown as a date.</summary>
internal readonly record struct Cell(string? Text, double? Number = null, bool IsDate = false)
{
    public static implicit operator Cell(string? text) => new(text);

    public static implicit operator Cell(int number) => new(null, number);

    public static implicit operator Cell(double number) => new(null, number);

    /// <summary>A date as a spreadsheet's serial number.</summary>
    public static Cell Of(DateOnly date) =>
        new(null, date.DayNumber - new DateOnly(1899, 12, 30).DayNumber, IsDate: true);

    public bool IsEmpty => Number is null && string.IsNullOrEmpty(Text);
}

/// <summary>Cells joined into one; rows and columns counted from 0, both ends included.</summary>
internal readonly record struct Merge(int FirstRow, int FirstColumn, int LastRow, int LastColumn);

/// <summary>One sheet before it is written.</summary>
internal sealed record SheetPlan(string Name)
{
    public bool Hidden { get; init; }

    public List<Cell[]> Rows { get; } = [];

    public List<Merge> Merges { get; } = [];
}
