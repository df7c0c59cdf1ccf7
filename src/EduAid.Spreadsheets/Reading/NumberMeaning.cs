namespace EduAid.Spreadsheets.Reading;

/// <summary>What a number stands for by its format (ECMA-376 part 1, 18.8.30 and 18.8.31).</summary>
internal enum NumberMeaning : byte
{
    Number,
    Date,
    Time,
}

internal static class NumberMeanings
{
    /// <summary>Days from 30 December 1899 to 1 January 1904.</summary>
    private const double Shift1904 = 1462;

    /// <summary>Serial 60 is 29 February 1900, a day that never was; what lies before it is one day off.</summary>
    private const double LeapDay1900 = 60;

    /// <summary>In a time format a year or more is a moment, of which the day matters.</summary>
    private const double LongestDuration = 366;

    /// <param name="meaning">By the cell's format.</param>
    /// <param name="number">As stored.</param>
    /// <param name="is1904">Whether day 0 of the workbook is 1 January 1904.</param>
    public static Cell Apply(this NumberMeaning meaning, double number, bool is1904) => meaning switch
    {
        NumberMeaning.Date => Cell.FromSerialDate(
            is1904 ? number + Shift1904 : number is >= 1 and < LeapDay1900 ? number + 1 : number),
        NumberMeaning.Time => number < LongestDuration ? Cell.FromDuration(number) : Cell.FromSerialDate(number),
        _ => Cell.FromNumber(number),
    };

    /// <summary>Formats that a file may use without spelling them out; 27–36 and 50–58 are dates in Chinese programs.</summary>
    public static NumberMeaning OfBuiltIn(int id) => id switch
    {
        (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => NumberMeaning.Date,
        (>= 18 and <= 21) or (>= 32 and <= 35) or (>= 45 and <= 47) or 55 or 56 => NumberMeaning.Time,
        _ => NumberMeaning.Number,
    };

    public static NumberMeaning Of(string format)
    {
        if (format.StartsWith("General", StringComparison.OrdinalIgnoreCase))
            return NumberMeaning.Number;
        var time = false;
        for (var index = 0; index < format.Length; index++)
        {
            switch (char.ToLowerInvariant(format[index]))
            {
                case ';':
                    return time ? NumberMeaning.Time : NumberMeaning.Number;
                case '"':
                    index = End(format, '"', index);
                    break;
                case '\\' or '_' or '*':
                    index++;
                    break;
                case '[':
                    // [h] is a duration; [Red], [$-804] and [>100] say nothing.
                    var end = End(format, ']', index);
                    time |= format.AsSpan(index + 1, Math.Max(0, end - index - 1)).Trim("hHmMsS").IsEmpty && end > index + 1;
                    index = end;
                    break;
                case 'y' or 'd':
                    return NumberMeaning.Date;
                case 'e' when index + 1 < format.Length && format[index + 1] is '+' or '-':
                    return NumberMeaning.Number;
                case 'e':
                    return NumberMeaning.Date;
                case 'h' or 's':
                    time = true;
                    break;
                case 'm' when !BesideTime(format, index):
                    return NumberMeaning.Date;
            }
        }

        return time ? NumberMeaning.Time : NumberMeaning.Number;
    }

    private static int End(string format, char closing, int start)
    {
        var end = format.IndexOf(closing, start + 1);
        return end < 0 ? format.Length : end;
    }

    /// <summary>m is minutes in a format that has hours or seconds as well, months otherwise.</summary>
    private static bool BesideTime(string format, int index) =>
        format.AsSpan(0, index).ContainsAny("hHsS") || format.AsSpan(index).ContainsAny("sShH");
}
