using System.Text;

namespace EduAid.Domain.Values;

/// <summary>How text from other people's files is made comparable.</summary>
public static class Text
{
    /// <summary>
    /// Folds full-width characters to half-width ones and removes white space, invisible characters and apostrophes,
    /// none of which anyone means when typing a number, a code or a heading.
    /// </summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (IsPlain(text)) return text;
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var folded = FoldWidth(c);
            if (char.IsWhiteSpace(folded) || IsInvisible(folded) || folded is '\'' or '‘' or '’' or '`') continue;
            kept.Append(folded);
        }
        return kept.ToString();
    }

    /// <summary>Trims and collapses white space inside; for text that is shown again.</summary>
    public static string Tidy(string? text) =>
        string.IsNullOrWhiteSpace(text) ? "" : IsTidy(text) ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsTidy(string text)
    {
        foreach (var c in text)
            if (char.IsWhiteSpace(c)) return false;
        return true;
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
            if (c <= ' ' || c is '\'' or '`' || (c >= 0x7F && (c < 0x4E00 || c > 0x9FFF))) return false;
        return true;
    }

    // U+FF01..U+FF5E mirror ASCII; U+3000 is the ideographic space.
    private static char FoldWidth(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' => ' ',
        _ => c,
    };

    private static bool IsInvisible(char c) => c is '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E')
        or '\u2060' or '\uFEFF' || char.IsControl(c);
}
