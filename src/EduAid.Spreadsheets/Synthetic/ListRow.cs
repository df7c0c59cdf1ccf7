namespace EduAid.Spreadsheets.Synthetic;

internal enum Status
{
    InSchool,
    Suspended,
    TransferredOut,
    Graduated,
    Withdrawn,
}

/// <summary>What is wrong with a row so that it must be refused; each is a problem of its own.</summary>
[Flags]
internal enum Fault
{
    None = 0,
    IdMissing = 1 << 0,
    IdLength = 1 << 1,
    IdChecksum = 1 << 2,
    IdBirthDate = 1 << 3,
    IdNumeric = 1 << 4,
    IdExponent = 1 << 5,
    IdZeros = 1 << 6,
    NameMissing = 1 << 7,
    SchoolUnknown = 1 << 8,
    GradeUnknown = 1 << 9,
    StageMismatch = 1 << 10,
    BoardingUnknown = 1 << 11,
    StatusUnknown = 1 << 12,
    Contradicted = 1 << 13,
}

/// <summary>One row of one school's list, as meant; how it is spelled is the layout's business.</summary>
internal sealed record ListRow(Pupil Pupil, School School, Stage Stage, int Grade, int Class)
{
    public Status Status { get; init; }

    /// <summary>Null is a cell left empty, which is not "no".</summary>
    public bool? Boards { get; init; }

    public bool? FullTime { get; init; }

    public Residence? Residence { get; init; }

    public string? Specialty { get; init; }

    public DateOnly? TransferredIn { get; init; }

    public DateOnly? TransferredOut { get; init; }

    /// <summary>Set where the dates say more than the status: who holds the pupil on the reference date.</summary>
    public bool? HoldsByDate { get; init; }

    public Fault Fault { get; init; }

    /// <summary>The same row once more: counted once.</summary>
    public bool IsCopy { get; init; }

    public bool Accepted => Fault == Fault.None && !IsCopy;

    /// <summary>Whether this row has the pupil in school for the semester's payment.</summary>
    public bool InSchool => Accepted && (HoldsByDate ?? Status == Status.InSchool);

    public bool AsksForBoarding => Stage is Stage.Primary or Stage.Junior;
}
