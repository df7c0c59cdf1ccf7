using System.Globalization;

namespace EduAid.Spreadsheets.Reading;

/// <summary>One cell as found, before any meaning is given to it. A number keeps its double, so that lost digits stay visible.</summary>
public readonly record struct Cell
{
    /// <summary>From here on a double no longer holds every integer that a person could have typed.</summary>
    private const double ExponentFrom = 1e15;

    private const char ByteOrderMark = '\uFEFF';

    /// <summary>9999-12-31, the last day of a spreadsheet's calendar, plus one.</summary>
    private const double SerialEnd = 2958466;

    private readonly string? text;

    private Cell(CellKind kind, string? text, double number)
    {
        Kind = kind;
        this.text = text;
        Number = number;
    }

    public static Cell Empty => default;

    public CellKind Kind { get; }

    /// <summary>The value of a number; the serial day (30 December 1899 = 0, time as fraction) of a date; 1 or 0 of a boolean; otherwise 0.</summary>
    public double Number { get; }

    /// <summary>The day of a date cell; its time of day is dropped.</summary>
    public DateOnly? Date => Kind == CellKind.Date ? DateOnly.FromDateTime(DateTime.FromOADate(Number)) : null;

    /// <summary>
    /// What a person would see: text as it stands; a number in invariant form, with an exponent from 1E+15 on
    /// (3.41523E+17); a date as yyyy-MM-dd; TRUE or FALSE; "" when empty or an error (#N/A).
    /// </summary>
    public string Text => Kind switch
    {
        CellKind.Text => text!,
        CellKind.Number => Format(Number),
        CellKind.Date => Date!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        CellKind.Boolean => Number != 0 ? "TRUE" : "FALSE",
        _ => "",
    };

    public bool IsEmpty => Kind == CellKind.Empty;

    /// <summary>A text cell; <see cref="Empty"/> when nothing is left after byte order marks at its ends are gone.</summary>
    public static Cell FromText(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return Empty;
        if (value[0] == ByteOrderMark || value[^1] == ByteOrderMark)
            value = value.Trim(ByteOrderMark);
        return value.Length == 0 ? Empty : new Cell(CellKind.Text, value, 0);
    }

    /// <summary>A number; one that is not finite is the text of its name.</summary>
    public static Cell FromNumber(double value) =>
        double.IsFinite(value)
            ? new Cell(CellKind.Number, null, value)
            : FromText(value.ToString(CultureInfo.InvariantCulture));

    public static Cell FromBoolean(bool value) => new(CellKind.Boolean, null, value ? 1 : 0);

    public static Cell FromDate(DateOnly value) =>
        new(CellKind.Date, null, value.ToDateTime(TimeOnly.MinValue).ToOADate());

    /// <summary>
    /// A number in a date format. Below one day it is a time of day and becomes text (08:30:00);
    /// outside the calendar of spreadsheets (an ID typed into a date column) it stays a number.
    /// </summary>
    /// <param name="serial">Days since 30 December 1899.</param>
    public static Cell FromSerialDate(double serial) => serial switch
    {
        >= 1 and < SerialEnd => new Cell(CellKind.Date, null, serial),
        >= 0 and < 1 => FromDuration(serial),
        _ => FromNumber(serial),
    };

    /// <summary>A number in a time format, as text such as 08:30:00; hours may exceed 24.</summary>
    /// <param name="days">The duration in days.</param>
    public static Cell FromDuration(double days)
    {
        if (days is not (>= 0 and < SerialEnd))
            return FromNumber(days);
        var seconds = (long)Math.Round(days * 86400);
        return FromText(string.Create(
            CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}"));
    }

    public override string ToString() => Text;

    private static string Format(double value)
    {
        if (value == 0)
            return "0";
        if (Math.Abs(value) < ExponentFrom && value == Math.Truncate(value))
            return ((long)value).ToString(CultureInfo.InvariantCulture);
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        return Math.Abs(value) < ExponentFrom || shortest.Contains('E', StringComparison.Ordinal) ? shortest : Scientific(shortest);
    }

    /// <summary>The runtime itself turns to an exponent later than a spreadsheet program does.</summary>
    private static string Scientific(string digits)
    {
        var sign = digits[0] == '-' ? "-" : "";
        digits = digits[sign.Length..];
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var exponent = (point < 0 ? digits.Length : point) - 1;
        var rest = digits[1..].Replace(".", "", StringComparison.Ordinal).TrimEnd('0');
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}{(rest.Length > 0 ? "." : "")}{rest}E+{exponent}");
    }
}
