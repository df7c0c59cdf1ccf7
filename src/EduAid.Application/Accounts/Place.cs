namespace EduAid.Application.Accounts;

/// <summary>What an assignment of a role names besides the county (domain.md section 3).</summary>
public enum Place
{
    /// <summary>Nothing: the role is the county's.</summary>
    County = 1,

    School,

    Township,

    Unit,

    /// <summary>The school at which a teacher works, where it is known; the role itself reaches only what the teacher records.</summary>
    SchoolIfKnown,
}

public static class Roles
{
    /// <summary>The three that look after the product and see no business data (三员分立).</summary>
    public static bool IsAdministrator(this Role role) =>
        role is Role.SystemAdministrator or Role.SecurityAdministrator or Role.AuditAdministrator;

    /// <summary>Who reviews, approves, pays or administers proves more than a password (quality.md, "Safe").</summary>
    public static bool NeedsSecondFactor(this Role role) => role.IsAdministrator()
        || role is Role.SchoolHead or Role.TownshipSchool or Role.AidDirector or Role.Finance or Role.BureauLeader;

    public static Place Place(this Role role) => role switch
    {
        Role.SchoolClerk or Role.SchoolHead => Accounts.Place.School,
        Role.TownshipSchool => Accounts.Place.Township,
        Role.ResponsibleUnit => Accounts.Place.Unit,
        Role.Teacher => Accounts.Place.SchoolIfKnown,
        _ => Accounts.Place.County,
    };
}
