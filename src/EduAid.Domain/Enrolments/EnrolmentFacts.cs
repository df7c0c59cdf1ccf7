using EduAid.Domain.Schools;

namespace EduAid.Domain.Enrolments;

/// <summary>在校状态.</summary>
public enum EnrolmentStatus
{
    InSchool = 1,
    Suspended,
    TransferredOut,
    Graduated,
    Withdrawn,
    Deceased,
}

/// <summary>户籍性质.</summary>
public enum HouseholdType
{
    Rural = 1,
    CountyTown,
    Urban,
}

/// <summary>Whether money can reach the payee; the number itself is not a fact that a rule reads.</summary>
public enum AccountState
{
    Usable = 1,
    Missing,
    Invalid,
}

/// <summary>One row of a school's semester list, as the rules read it. Null means that nobody has stated it, never "no".</summary>
/// <param name="SchoolCode">The school whose list it stands on.</param>
/// <param name="Grade">1 to 6 within the stage; 0 for 托班, then 1 小班, 2 中班, 3 大班.</param>
/// <param name="Source">Where it stands, for the explanation: import, sheet and row.</param>
public sealed record EnrolmentFacts(
    string SchoolCode,
    string Name,
    Stage Stage,
    int Grade,
    string? Class,
    bool? Boarding,
    EnrolmentStatus Status,
    DateOnly? TransferredIn,
    DateOnly? TransferredOut,
    string? Specialty,
    bool? FullTime,
    HouseholdType? HouseholdType,
    AccountState Card,
    string Source);
