using System.Text;

namespace EduAid.Domain.Values;

/// <summary>A person's name as written, and folded for comparison: without spaces and middle dots, full-width characters narrowed.</summary>
public readonly record struct PersonName
{
    private PersonName(string written, string folded)
    {
        Written = written;
        Folded = folded;
    }

    public string Written { get; }

    public string Folded { get; }

    /// <summary>Null where nothing but spaces and dots is written.</summary>
    public static PersonName? Parse(string? text)
    {
        var folded = FoldName(text);
        return folded.Length == 0 ? null : new(Text.Fold(text), folded);
    }

    public bool IsSameAs(PersonName other) => Folded == other.Folded;

    /// <summary>Whether two names are the same but for spaces and middle dots; a blank is nobody's.</summary>
    public static bool AreAlike(string? one, string? other) => FoldName(one) is { Length: > 0 } folded && folded == FoldName(other);

    public static string FoldName(string? text)
    {
        var folded = Text.Fold(text);
        if (folded.IndexOfAny(['·', '•', '・', '.', '‧', '∙', '･']) < 0) return folded.ToUpperInvariant();
        var kept = new StringBuilder(folded.Length);
        foreach (var c in folded)
            if (c is not ('·' or '•' or '・' or '.' or '‧' or '∙' or '･')) kept.Append(c);
        return kept.ToString().ToUpperInvariant();
    }

    public override string ToString() => Written;
}
