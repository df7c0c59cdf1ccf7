using EduAid.Application.Storage;
using EduAid.Domain.Values;

namespace EduAid.Application.People;

/// <summary>A human being who occurs on some list. IDs are dated attributes, so that a corrected ID keeps the history.</summary>
public sealed class Person : ICountyRow
{
    public required string County { get; init; }

    public required PersonId Id { get; init; }

    /// <summary>The name under which the person was first reported; each list's row keeps its own.</summary>
    public required string Name { get; set; }

    /// <summary>Year of birth; the full date would, beside a masked ID, give the ID away.</summary>
    public required int BirthYear { get; init; }

    /// <summary>The school year (by its first calendar year) at whose start the person was six: enough for every age rule.</summary>
    public required int Cohort { get; init; }

    public List<PersonIdNumber> Numbers { get; init; } = [];
}

/// <summary>A citizen ID that a person has or had.</summary>
public sealed class PersonIdNumber : ICountyRow
{
    public required string County { get; init; }

    /// <summary>Keyed hash of the number, for equality and uniqueness.</summary>
    public required byte[] NumberHash { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>Keyed hash of the last four characters, for search.</summary>
    public required byte[] LastFourHash { get; init; }

    public required byte[] NumberCipher { get; set; }

    public required DateTimeOffset Since { get; init; }

    public DateTimeOffset? Until { get; set; }
}
