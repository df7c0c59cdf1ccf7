using EduAid.Application.Accounts;
using EduAid.Domain.Canteens;

namespace EduAid.Application.Canteens;

/// <summary>Why something was not done with canteens and their money.</summary>
public enum CanteenRefusal
{
    NotYourRole = 1,

    /// <summary>No such school, or not within the scope.</summary>
    SchoolMissing,

    /// <summary>The school has no compulsory stage: the programme is for that one.</summary>
    NotCompulsory,

    /// <summary>Who is on the programme and which canteen is named, the county says.</summary>
    CountyDecides,

    /// <summary>Not a value that this kind of fact can have.</summary>
    ValueWrong,

    /// <summary>A day to come, or before the programme began.</summary>
    DayOutside,

    /// <summary>The school is not on the programme then.</summary>
    NotOnProgramme,

    /// <summary>No such entry, or it was taken back already.</summary>
    NotStanding,
    ReasonMissing,

    /// <summary>A month to come.</summary>
    MonthAhead,

    /// <summary>A number lacks, or is none.</summary>
    NumbersMissing,

    /// <summary>Below nought, or beyond what a school can have.</summary>
    NumbersImpossible,

    /// <summary>Somebody else has stated the month since it was looked at.</summary>
    Meanwhile,
}

/// <param name="Written">False where the very same stood there already.</param>
public sealed record CanteenOutcome(CanteenRefusal? Refusal, bool Written = false);

/// <summary>
/// Who does what with canteens. The plan names the bureau's nutrition office, for which domain.md section 3 has no role with schools in its scope: the aid
/// officer keeps the county's part.
/// </summary>
public static class CanteenRights
{
    /// <summary>States a month's money, as far as the scope reaches, and keeps the canteen's own facts.</summary>
    public static bool MayState(Role role) => role is Role.SchoolClerk or Role.SchoolHead or Role.TownshipSchool or Role.AidOfficer;

    /// <summary>Takes schools on the programme and off it, and records who was named.</summary>
    public static bool MayDecide(Role role) => role == Role.AidOfficer;

    public static bool MayRecord(Role role, CanteenFactKind kind) => kind is CanteenFactKind.Supply or CanteenFactKind.Rating ? MayDecide(role) : MayState(role);

    public static bool MaySee(Role role) => MayState(role) || role is Role.AidDirector or Role.Finance or Role.BureauLeader or Role.Auditor;
}
