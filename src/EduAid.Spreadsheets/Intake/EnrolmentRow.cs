using EduAid.Domain.Enrolments;
using EduAid.Domain.Schools;

namespace EduAid.Spreadsheets.Intake;

/// <summary>One child on a school's semester list, typed. Its text form holds every value and is what tells whether two rows mean the same.</summary>
public sealed record EnrolmentRow
{
    public required string SchoolCode { get; init; }

    /// <summary>The citizen ID in full. Rows live in memory only until they are stored encrypted.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required Stage Stage { get; init; }

    public required int Grade { get; init; }

    public string? Class { get; init; }

    public bool? Boarding { get; init; }

    public required EnrolmentStatus Status { get; init; }

    public DateOnly? TransferredIn { get; init; }

    public DateOnly? TransferredOut { get; init; }

    public string? Specialty { get; init; }

    public bool? FullTime { get; init; }

    public HouseholdType? HouseholdType { get; init; }

    public string? StudentNumber { get; init; }

    public string? Guardian { get; init; }

    public string? GuardianId { get; init; }

    public string? GuardianRelation { get; init; }

    public string? Bank { get; init; }

    public string? Holder { get; init; }

    public required AccountState CardState { get; init; }

    public string? Card { get; init; }

    public string? Phone { get; init; }

    public string? Address { get; init; }

    public string? Note { get; init; }
}
