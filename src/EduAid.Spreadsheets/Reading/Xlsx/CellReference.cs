namespace EduAid.Spreadsheets.Reading.Xlsx;

/// <summary>References such as C7 and A1:P2.</summary>
internal static class CellReference
{
    /// <summary>Beyond what any program knows; larger values would overflow.</summary>
    private const int End = 100_000_000;

    /// <param name="reference">Letters, then anything.</param>
    /// <returns>The 0-based column, or −1 where there are no letters.</returns>
    public static int Column(ReadOnlySpan<char> reference)
    {
        var column = 0;
        foreach (var letter in reference)
        {
            var value = (letter | 0x20) - 'a' + 1;
            if (value is < 1 or > 26)
                break;
            if (column > End / 27)
                return End;
            column = column * 26 + value;
        }

        return column - 1;
    }

    public static bool TryParseRange(string? reference, out MergedRange range)
    {
        range = default;
        var colon = reference?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 0
            || !TryParse(reference.AsSpan(0, colon), out var top, out var left)
            || !TryParse(reference.AsSpan(colon + 1), out var bottom, out var right))
            return false;
        range = new MergedRange(top, left, bottom, right);
        return true;
    }

    private static bool TryParse(ReadOnlySpan<char> reference, out int row, out int column)
    {
        column = Column(reference);
        row = 0;
        foreach (var digit in reference.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"))
        {
            if (!char.IsAsciiDigit(digit) || row > End)
                return false;
            row = row * 10 + digit - '0';
        }

        row--;
        return row >= 0 && column >= 0;
    }
}
