using EduAid.Application.Accounts;

namespace EduAid.Application.HomeTeaching;

/// <summary>Why something was not done with home teaching.</summary>
public enum HomeTeachingRefusal
{
    NotYourRole = 1,

    /// <summary>No such child on the register, or not within the scope.</summary>
    NotFound,

    /// <summary>Not an ID by GB 11643.</summary>
    IdWrong,
    NameMissing,

    /// <summary>The ID is on record under another name.</summary>
    NameDiffers,

    /// <summary>None is named, or it is not within the scope.</summary>
    SchoolMissing,
    KindMissing,
    PlanMissing,

    /// <summary>On some school's register on one of these days already.</summary>
    AlreadyTaught,

    /// <summary>A day to come.</summary>
    DayAhead,

    /// <summary>Before the child was taken on, or after its last day.</summary>
    DayOutside,

    /// <summary>There are visits after that day.</summary>
    VisitsLater,
    ReasonMissing,

    /// <summary>No account of a teacher of the school, or one that has the child on these days already.</summary>
    TeacherWrong,

    /// <summary>The teacher does not have the child on that day.</summary>
    NotTheirTeacher,
    MinutesOutside,
    ContentMissing,
    TextTooLong,

    /// <summary>What it would put right is another child's visit, or was put right already.</summary>
    CorrectsOther,
}

/// <summary>Who does what with home teaching: the school for its children, the teacher for own visits, the county for all.</summary>
public static class HomeTeachingRights
{
    /// <summary>Takes children on, names teachers, writes plans, ends it.</summary>
    public static bool MayKeep(Role role) => role is Role.SchoolClerk or Role.SchoolHead or Role.TownshipSchool or Role.AidOfficer;

    public static bool MayRecord(Role role) => role == Role.Teacher || MayKeep(role);

    /// <summary>Sees the children by name, as far as the scope reaches.</summary>
    public static bool MaySee(Role role) => MayRecord(role) || role is Role.AidDirector or Role.BureauLeader or Role.Auditor;
}
