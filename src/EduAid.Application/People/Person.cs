using EduAid.Application.Storage;
using EduAid.Domain.Values;

namespace EduAid.Application.People;

/// <summary>A human being who occurs on some list. IDs are dated attributes, so that a corrected ID keeps the history.</summary>
public sealed class Person : ICountyRow
{
    public required string County { get; init; }

    public required PersonId Id { get; init; }

    /// <summary>The name under which the person was first reported, or as it was corrected; each list's row keeps its own.</summary>
    public required string Name { get; set; }

    /// <summary>The name folded (<see cref="PersonName.FoldName"/>), to search by; empty once erased.</summary>
    public string Folded { get; set; } = "";

    /// <summary>First letters of the name's pinyin (<see cref="Pinyin.Initials"/>), to search by.</summary>
    public string Initials { get; set; } = "";

    /// <summary>Year of birth; the full date would, beside a masked ID, give the ID away.</summary>
    public required int BirthYear { get; set; }

    /// <summary>The school year (by its first calendar year) at whose start the person was six: enough for every age rule.</summary>
    public required int Cohort { get; set; }

    public List<PersonIdNumber> Numbers { get; init; } = [];

    /// <summary>Takes a name, and what it is searched by with it.</summary>
    public void Rename(string name) => (Name, Folded, Initials) = (name, PersonName.FoldName(name), Pinyin.Initials(name));

    /// <summary>Takes what an ID says of the birth.</summary>
    public void BornAs(CitizenId id) => (BirthYear, Cohort) = (id.BirthDate.Year, CohortOf(id.BirthDate));

    // Of an age to be at school: 3 to 18 on 1 September, which is 6 + school year − cohort.
    internal static (int Youngest, int Oldest) CohortsOfSchoolAge(Semester semester) => (semester.SchoolYear + 6 - 3, semester.SchoolYear + 6 - 18);

    internal static int CohortOf(DateOnly birth) => birth.Year + 6 + (birth > new DateOnly(birth.Year, 9, 1) ? 1 : 0);
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
