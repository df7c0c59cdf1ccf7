namespace EduAid.Domain.Values;

/// <summary>A telephone number as people write it.</summary>
public static class Telephone
{
    /// <summary>The digits, 7 to 15 of them; null for blank text and empty for what is none.</summary>
    public static string? Digits(string? text)
    {
        var digits = Text.Fold(text).Replace("-", "", StringComparison.Ordinal);
        return digits.Length == 0 ? null : digits.Length is >= 7 and <= 15 && digits.All(char.IsAsciiDigit) ? digits : "";
    }

    /// <summary>139****2345; of a text too short for a number nothing is seen.</summary>
    public static string Mask(string phone) => phone.Length >= 11 ? $"{phone[..3]}****{phone[^4..]}" : new string('*', phone.Length);
}
