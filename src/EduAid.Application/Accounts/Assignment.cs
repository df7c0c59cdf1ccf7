using EduAid.Domain.Values;

namespace EduAid.Application.Accounts;

/// <summary>A role that a user holds, with its scope.</summary>
public sealed class Assignment
{
    public required Guid Id { get; init; }

    public required Guid User { get; init; }

    public required Role Role { get; init; }

    public required string County { get; init; }

    /// <summary>The school of a school's role; null for the others.</summary>
    public SchoolId? School { get; init; }

    /// <summary>The township of a township school: its schools are those that the register now says lie in it.</summary>
    public string? Township { get; init; }

    /// <summary>The name of a responsible unit, as the work plan has it.</summary>
    public string? Unit { get; init; }
}

/// <summary>Who does what (domain.md section 3).</summary>
public enum Role
{
    /// <summary>学校资助专干: own school.</summary>
    SchoolClerk = 1,

    /// <summary>校长: confirms the own school's rosters, closes the notice.</summary>
    SchoolHead = 2,

    /// <summary>中心校: the clerk's and the head's work for the schools of its township.</summary>
    TownshipSchool = 3,

    /// <summary>资助中心经办: the county.</summary>
    AidOfficer = 4,

    /// <summary>资助中心主任: reviews rosters, publishes policy values.</summary>
    AidDirector = 5,

    /// <summary>计财股: bank files, returns, vouchers, reconciliation.</summary>
    Finance = 6,

    /// <summary>局领导: final approval.</summary>
    BureauLeader = 7,

    /// <summary>督查: work plan and supervision orders.</summary>
    Supervisor = 8,

    /// <summary>责任单位: reports progress on its own items of the plan.</summary>
    ResponsibleUnit = 9,

    /// <summary>教师: records own home teaching and visits.</summary>
    Teacher = 10,

    /// <summary>审计: sees everything, changes nothing.</summary>
    Auditor = 11,

    /// <summary>系统管理员: accounts and settings, no business data.</summary>
    SystemAdministrator = 20,

    /// <summary>安全管理员: roles, scopes and security policy, no business data.</summary>
    SecurityAdministrator = 21,

    /// <summary>审计管理员: the audit trail, no business data.</summary>
    AuditAdministrator = 22,
}
