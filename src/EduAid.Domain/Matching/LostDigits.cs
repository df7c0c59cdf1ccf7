using System.Globalization;

namespace EduAid.Domain.Matching;

/// <summary>What a spreadsheet program left of a number whose last digits it did not keep.</summary>
public static class LostDigits
{
    // Excel keeps 15 digits of any number.
    private const int Kept = 15, Whole = 18;

    /// <summary>
    /// The digits that still stand at the beginning, at most 15: of <c>341523201003154000</c> the first 15, of <c>3.41523E+17</c> those
    /// before the last, which was rounded. Empty where nothing can be said.
    /// </summary>
    public static string Left(string text)
    {
        var e = text.IndexOf('E', StringComparison.OrdinalIgnoreCase);
        if (e < 0) return text.Length == Whole && text.All(char.IsAsciiDigit) ? text[..Kept] : "";
        var mantissa = text[..e].Replace(".", "", StringComparison.Ordinal);
        var whole = int.TryParse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power) && power == Whole - 1
            && text.Length > 1 && text[1] == '.' && mantissa.All(char.IsAsciiDigit);
        if (!whole) return "";
        return mantissa.Length >= Kept ? mantissa[..Kept] : mantissa[..^1];
    }
}
