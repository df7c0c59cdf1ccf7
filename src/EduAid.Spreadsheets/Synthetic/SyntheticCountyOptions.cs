namespace EduAid.Spreadsheets.Synthetic;

/// <summary>What county to invent. The same options give the same files, byte for byte.</summary>
public sealed record SyntheticCountyOptions
{
    /// <summary>Number of schools; from 12 on every kind that the programmes tell apart is there.</summary>
    public int Schools { get; init; } = 178;

    /// <summary>Number of pupils on the lists of one semester, before conflicts and duplicates.</summary>
    public int Pupils { get; init; } = 150_000;

    /// <summary>Any number; another one gives another county.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Semesters such as 2020-spring, ascending. The same pupils go on from one to the next.</summary>
    public IReadOnlyList<string> Semesters { get; init; } = ["2020-spring"];

    /// <summary>Layouts, spellings and faults as schools really send them, instead of one clean form.</summary>
    public bool Messy { get; init; }

    /// <summary>Share of the pupils on the registered list, 0 to 1.</summary>
    public double RegisteredShare { get; init; } = 0.13;

    /// <summary>Share of list rows with an error that has them refused, 0 to 1.</summary>
    public double FaultyRows { get; init; } = 0.01;

    /// <summary>The county's own province: admissions inside it get the lower travel aid.</summary>
    public string Province { get; init; } = "安徽省";

    /// <summary>A small county with two semesters, for a first visit.</summary>
    public static SyntheticCountyOptions Demo { get; } = new()
    {
        Schools = 12,
        Pupils = 600,
        Seed = 2020,
        Semesters = ["2019-autumn", "2020-spring"],
        RegisteredShare = 0.3,
    };

    /// <summary>A county-semester of the size and roughness of a real trial, for acceptance.</summary>
    public static SyntheticCountyOptions Trial(int seed, bool messy) => new()
    {
        Schools = 12 + (seed % 9),
        Pupils = 480 + (37 * (seed % 11)),
        Seed = seed,
        Messy = messy,
        RegisteredShare = 0.35,
        FaultyRows = 0.06,
    };
}
