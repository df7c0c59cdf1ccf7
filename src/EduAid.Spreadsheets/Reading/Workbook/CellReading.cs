using ExcelDataReader;

namespace EduAid.Spreadsheets.Reading.Workbook;

/// <summary>Turns the library's values into cells. It gives the value of an error (#N/A) as nothing, and so does this.</summary>
internal sealed class CellReading(IExcelDataReader reader)
{
    /// <summary>The library counts the first days of its calendars from here, and so a time of day without a day.</summary>
    private static readonly DateTime[] DayOfNoDate = [new(1899, 12, 31), new(1904, 1, 1)];

    public Cell At(int column) => reader.GetValue(column) switch
    {
        null => Cell.Empty,
        string text => Cell.FromText(text),
        double number => IsChineseDate(reader.GetNumberFormatIndex(column)) ? Cell.FromSerialDate(number) : Cell.FromNumber(number),
        int number => Cell.FromNumber(number),
        bool truth => Cell.FromBoolean(truth),
        DateTime moment when DayOfNoDate.Contains(moment.Date) && IsTime(reader.GetNumberFormatString(column)) => Cell.FromDuration(moment.TimeOfDay.TotalDays),
        DateTime moment => Cell.FromSerialDate(moment.ToOADate()),
        TimeSpan duration => Cell.FromDuration(duration.TotalDays),
        var other => Cell.FromText(other.ToString()),
    };

    /// <summary>Formats that Chinese programs use without spelling them out (ECMA-376 part 1, 18.8.30); the library knows them not.</summary>
    private static bool IsChineseDate(int format) => format is (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58;

    private static bool IsTime(string? format) => format is not null && !format.AsSpan().ContainsAny("yYdD");
}
