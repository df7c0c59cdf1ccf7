using EduAid.Application.Storage;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;

namespace EduAid.Application.Enrolments;

public enum SchoolListKind
{
    Enrolments = 1,
    Admissions,
}

/// <summary>One version of a school's semester list. Versions are appended; the latest that is not undone is current.</summary>
public sealed class SchoolList : ISchoolRow
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required SchoolListKind Kind { get; init; }

    public required Semester Semester { get; init; }

    public required SchoolId School { get; init; }

    /// <summary>From 1, by kind, school and semester.</summary>
    public required int Version { get; init; }

    /// <summary>The version that it was made from by adding and mending; undoing that one would pull the ground from under it.</summary>
    public Guid? BuiltOn { get; init; }

    public bool Undone { get; set; }

    /// <summary>Kept with the versions, so that the database itself allows one current list a school.</summary>
    public bool Current { get; set; }

    public required int Rows { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }
}

/// <summary>Which imports a list version was made of.</summary>
public sealed class SchoolListImport : ICountyRow
{
    public required string County { get; init; }

    public required Guid List { get; init; }

    public required int Import { get; init; }
}

/// <summary>A line of a version of a school's list.</summary>
public interface IListLine : ISchoolRow
{
    Guid List { get; }

    int Line { get; }

    PersonId Person { get; }

    byte[] Content { get; }
}

/// <summary>One child's row on one version of a school's list.</summary>
public sealed class Enrolment : IListLine
{
    public required string County { get; init; }

    public required Guid List { get; init; }

    /// <summary>Position in the list, from 1.</summary>
    public required int Line { get; init; }

    public required SchoolId School { get; init; }

    public required PersonId Person { get; init; }

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

    public byte[]? GuardianIdCipher { get; set; }

    public string? GuardianRelation { get; init; }

    public string? Bank { get; init; }

    public string? Holder { get; init; }

    public required AccountState Card { get; init; }

    public byte[]? CardCipher { get; set; }

    public byte[]? CardHash { get; init; }

    public byte[]? PhoneCipher { get; set; }

    public string? Address { get; init; }

    public string? Note { get; init; }

    /// <summary>Digest of the row's meaning, to tell whether a later list says the same.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Where the row stood: import number, sheet and row.</summary>
    public required int Import { get; init; }

    public required string Sheet { get; init; }

    public required int Row { get; init; }

    public string Source => $"第{Import}号导入 {Sheet} 第{Row}行";

    public EnrolmentFacts Facts(string schoolCode) => new(
        schoolCode, Name, Stage, Grade, Class, Boarding, Status, TransferredIn, TransferredOut, Specialty, FullTime, HouseholdType, Card, Source);
}
