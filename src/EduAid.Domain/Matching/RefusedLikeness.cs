using EduAid.Domain.Values;

namespace EduAid.Domain.Matching;

/// <summary>Why a row that was refused for its ID may be a registered child's; the strongest first.</summary>
public enum RefusedKind
{
    /// <summary>In an earlier semester somebody has mended the same number of the same school to this child's.</summary>
    Remembered = 1,

    /// <summary>One slip of the hand lies between the two numbers, and the names are alike.</summary>
    NearId,

    /// <summary>What the spreadsheet program left of the number is how the child's begins, and the names are alike.</summary>
    LostDigits,

    /// <summary>同村同名同生日: the same name and birth date, and the address, where one stands, names the village.</summary>
    NameAndBirth,
}

/// <summary>A row without a usable ID.</summary>
/// <param name="Number">The ID as it stands there, folded.</param>
/// <param name="Birth">The whole birth date, where a column states it.</param>
/// <param name="Lost">The number has lost digits, whatever it looks like.</param>
public sealed record RefusedRead(string Number, string Name, DateOnly? Birth, string? Address, bool Lost)
{
    /// <summary>The birth date by its column, else the one that the number itself holds; null where neither says it.</summary>
    public DateOnly? Born => Birth
        ?? (!Lost && Number.Length == 18 && DateOnly.TryParseExact(Number.AsSpan(6, 8), "yyyyMMdd", out var day) ? day : null);

    /// <summary>Prints no number and no name.</summary>
    public override string ToString() => CitizenId.Mask(Number);
}

/// <summary>A child on the registered list.</summary>
/// <param name="Village">Of the registration.</param>
public sealed record RegisteredRead(CitizenId Id, string Name, string Village);

/// <summary>What a refused row and a registered child have in common. It is a question to a person, never an answer.</summary>
public static class RefusedLikeness
{
    // Region and whole birth date: with fewer digits only the very name speaks.
    private const int WithBirthDate = 14, Region = 5;

    public static RefusedKind? Of(RefusedRead row, RegisteredRead child)
    {
        var name = NameLikeness.Of(row.Name, child.Name);
        if (name == Likeness.None) return null;
        if (row.Lost)
        {
            var left = LostDigits.Left(row.Number);
            if (left.Length >= (name == Likeness.Same ? Region : WithBirthDate) && child.Id.Reveal().StartsWith(left, StringComparison.Ordinal)) return RefusedKind.LostDigits;
        }
        else if (IdNeighbours.Between(child.Id, row.Number) is not null) return RefusedKind.NearId;
        if (name != Likeness.Same || row.Born is not { } born || born != child.Id.BirthDate) return null;
        return string.IsNullOrWhiteSpace(row.Address) || row.Address.Contains(child.Village, StringComparison.Ordinal) ? RefusedKind.NameAndBirth : null;
    }
}
