using System.Text;
using EduAid.Domain.Values;

namespace EduAid.Spreadsheets.Intake;

/// <summary>Makes text that people typed freely fit to be stored: of a stated length, without what no database takes, without protected numbers.</summary>
internal static class FreeText
{
    // A mobile number has 11 digits, the shortest account and ID more.
    private const int ProtectedFrom = 11;

    /// <summary>Removes control characters and halves of characters, and cuts without halving one.</summary>
    public static string Cut(string text, int longest)
    {
        if (!IsClean(text)) text = Clean(text);
        if (text.Length <= longest) return text;
        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }

    /// <summary>Masks every run of 11 or more digits: somebody's ID, card or telephone in a note is as protected as in its own column.</summary>
    public static string Mask(string text)
    {
        if (text.Length < ProtectedFrom) return text;
        StringBuilder? masked = null;
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && char.IsDigit(text[end])) end++;
            if (end - i >= ProtectedFrom)
            {
                if (end < text.Length && text[end] is 'X' or 'x') end++;
                masked ??= new(text);
                for (var at = i + 3; at < end - 4; at++) masked[at] = '*';
            }
            i = Math.Max(end, i + 1);
        }
        return masked?.ToString() ?? text;
    }

    private static bool IsClean(string text)
    {
        foreach (var c in text)
            if (char.IsControl(c) || char.IsSurrogate(c)) return false;
        return true;
    }

    private static string Clean(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune != Rune.ReplacementChar && !Rune.IsControl(rune)) kept.Append(rune);
        return kept.ToString();
    }
}
