namespace EduAid.Spreadsheets.Reading.Xlsx;

/// <summary>What a number stands for by its format (ECMA-376 part 1, 18.8.30 and 18.8.31).</summary>
internal enum NumberMeaning : byte
{
    Number,
    Date,
    Time,
}

internal static class NumberMeanings
{
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
