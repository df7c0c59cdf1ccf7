using EduAid.Domain.Values;

namespace EduAid.Application.Checks;

internal static class Names
{
    /// <summary>Whether two names are the same but for spaces and middle dots; a blank is nobody's.</summary>
    public static bool Alike(string? one, string? other) => PersonName.FoldName(one) is { Length: > 0 } folded && folded == PersonName.FoldName(other);
}
