using EduAid.Domain.Values;

namespace EduAid.Application.Accounts;

/// <summary>A role that a user holds, with its scope.</summary>
public sealed class Assignment
{
    public required Guid Id { get; init; }

    public required Guid User { get; init; }

    public required Role Role { get; init; }

    public required string County { get; init; }

    /// <summary>The school of a school's role; null for the county's.</summary>
    public SchoolId? School { get; init; }
}

/// <summary>Who does what (domain.md section 3).</summary>
public enum Role
{
    /// <summary>学校资助专干: own school.</summary>
    SchoolClerk = 1,

    /// <summary>资助中心经办: the county.</summary>
    AidOfficer = 4,

    /// <summary>系统管理员: accounts and settings, no business data.</summary>
    SystemAdministrator = 20,
}
