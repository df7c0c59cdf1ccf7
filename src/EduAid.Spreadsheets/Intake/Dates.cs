using System.Globalization;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Reading;

namespace EduAid.Spreadsheets.Intake;

/// <summary>A day or, where only that is written, a month.</summary>
public readonly record struct WrittenDate(DateOnly Day, bool MonthOnly)
{
    public bool Fits(DateOnly date) => MonthOnly ? (Day.Year, Day.Month) == (date.Year, date.Month) : Day == date;
}

/// <summary>Reads dates as lists have them: real dates, serial numbers, and text in the usual forms.</summary>
public static class Dates
{
    private static readonly string[] Days =
        ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd", "yyyy年M月d", "yyyy-M-d HH:mm:ss", "yyyy/M/d H:mm:ss", "M/d/yyyy"];

    private static readonly string[] Months = ["yyyy-M", "yyyy/M", "yyyy.M", "yyyy年M月", "yyyyMM"];

    /// <summary>Null where the cell is blank or no date.</summary>
    public static WrittenDate? Read(Cell cell)
    {
        if (cell.Date is { } date) return new(date, false);
        // Serial days of 1950 to 2100: a number such as 42736 in a date column whose format was lost.
        if (cell.Kind == CellKind.Number && cell.Number is >= 18264 and <= 73415)
            return new(DateOnly.FromDateTime(DateTime.FromOADate(cell.Number)), false);
        var text = cell.Text.Trim();
        if (text.Length == 0) return null;
        var folded = Text.Fold(text);
        if (DateOnly.TryParseExact(folded, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return new(day, false);
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0 && DateOnly.TryParseExact(Text.Fold(text[..space]), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return new(day, false);
        if (DateOnly.TryParseExact(folded, Months, CultureInfo.InvariantCulture, DateTimeStyles.None, out day)) return new(day, true);
        return int.TryParse(folded, out var serial) && serial is >= 18264 and <= 73415
            ? new(DateOnly.FromDateTime(DateTime.FromOADate(serial)), false) : null;
    }
}
