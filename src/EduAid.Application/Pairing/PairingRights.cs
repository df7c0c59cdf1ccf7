using EduAid.Application.Accounts;

namespace EduAid.Application.Pairing;

/// <summary>Why something was not done with pairing visits.</summary>
public enum PairingRefusal
{
    NotYourRole = 1,

    /// <summary>No such paired household, or not within the scope.</summary>
    NotFound,

    /// <summary>None is named, or it is not within the scope.</summary>
    SchoolMissing,

    /// <summary>No registered household of this number, or member's ID, with a head of this name.</summary>
    HouseholdUnknown,

    /// <summary>Some school has the household on one of these days already.</summary>
    AlreadyPaired,

    /// <summary>Neither a name nor an account.</summary>
    StaffMissing,

    /// <summary>No account of a teacher of the school, one of another name, or whoever has the household already.</summary>
    StaffWrong,

    /// <summary>A day to come.</summary>
    DayAhead,

    /// <summary>Before the pairing began, after its last day, or not the visitor's own.</summary>
    DayOutside,

    /// <summary>There are visits on or after that day.</summary>
    VisitsLater,
    ReasonMissing,
    ContentMissing,
    TextTooLong,

    /// <summary>What it would put right is another household's visit, somebody else's, or was put right already.</summary>
    CorrectsOther,
}

/// <summary>Who does what with pairing visits: the school for its households, who visits for the own, the county for all.</summary>
public static class PairingRights
{
    /// <summary>Pairs households with staff, passes them on, ends it.</summary>
    public static bool MayKeep(Role role) => role is Role.SchoolClerk or Role.SchoolHead or Role.TownshipSchool or Role.AidOfficer;

    public static bool MayRecord(Role role) => role == Role.Teacher || MayKeep(role);

    /// <summary>Sees the households by name, as far as the scope reaches.</summary>
    public static bool MaySee(Role role) => MayRecord(role) || role is Role.AidDirector or Role.BureauLeader or Role.Auditor;
}
