using EduAid.Domain.Values;

namespace EduAid.Domain.Matching;

/// <summary>How alike two names are; the first that fits.</summary>
public enum Likeness
{
    None = 0,

    /// <summary>The same but for spaces, dots and full-width characters.</summary>
    Same,

    /// <summary>读音相同: each character is read alike, such as 芳 and 方.</summary>
    SoundAlike,

    /// <summary>生僻字替代: a mark stands where a font or a system had no character, such as 王？ or 王□.</summary>
    Substitute,
}

/// <summary>Compares names as different systems write them.</summary>
public static class NameLikeness
{
    /// <summary>What people and systems write for a character that they cannot: a question mark, a box, a circle, a dot in place of one.</summary>
    public const string Marks = "?？□■〇○〓囗口*＊#·�";

    public static Likeness Of(string one, string other)
    {
        var (a, b) = (PersonName.FoldName(one), PersonName.FoldName(other));
        if (a.Length == 0 || b.Length == 0) return Likeness.None;
        if (a == b) return Likeness.Same;
        if (Pinyin.SoundAlike(one, other)) return Likeness.SoundAlike;
        return Substitutes(Text.Tidy(one), Text.Tidy(other)) || Substitutes(Text.Tidy(other), Text.Tidy(one)) ? Likeness.Substitute : Likeness.None;
    }

    /// <summary>Whether a mark stands in a name in place of a character.</summary>
    public static bool HasMark(string name) => name.Any(IsMark);

    // 王？ stands for 王㛃: as many characters, the same wherever no mark stands, and at least one that is known.
    private static bool Substitutes(string marked, string whole)
    {
        if (marked.Length != whole.Length || !marked.Any(IsMark)) return false;
        var known = 0;
        for (var i = 0; i < marked.Length; i++)
        {
            if (IsMark(marked[i])) continue;
            if (marked[i] != whole[i]) return false;
            known++;
        }
        return known > 0;
    }

    // 口 is a box that somebody typed by its looks. Private use is where a county's own fonts keep their characters.
    private static bool IsMark(char c) => Marks.Contains(c, StringComparison.Ordinal) || c is >= '\uE000' and <= '\uF8FF';
}
