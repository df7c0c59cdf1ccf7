using EduAid.Application.Storage;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;

namespace EduAid.Application.Schools;

/// <summary>A school: nothing but its key and code; all else is dated.</summary>
public sealed class School : ICountyRow
{
    public required string County { get; init; }

    public required SchoolId Id { get; init; }

    public required string Code { get; init; }
}

/// <summary>What the register says of a school from a semester on, as one import stated it. Of several, the last not undone holds.</summary>
public sealed class SchoolVersion : ISchoolRow
{
    public required string County { get; init; }

    public required SchoolId School { get; init; }

    public required Semester From { get; init; }

    /// <summary>The import that stated it.</summary>
    public required int Import { get; init; }

    public bool Undone { get; set; }

    public required string Name { get; init; }

    public required string Township { get; init; }

    public required SchoolKind Kind { get; init; }

    public Sponsor? Sponsor { get; init; }

    public Tier Tier { get; init; }

    public string? PayeeName { get; init; }

    public byte[]? AccountCipher { get; set; }

    public byte[]? AccountHash { get; init; }

    public string? Bank { get; init; }

    /// <summary>Tuition really charged, fen per semester.</summary>
    public long? ActualTuitionFen { get; init; }

    /// <summary>A school of another county at which children registered here study.</summary>
    public bool OutsideCounty => OutsideTownships.Contains(Township);

    /// <summary>What the register says in place of a township for schools outside the county.</summary>
    public static readonly string[] OutsideTownships = ["县外", "外县", "外地"];

    public SchoolFacts Facts(string code) => new(
        code, Name, Kind, Sponsor, Tier, ActualTuitionFen is { } fen ? Money.FromFen(fen) : null, AccountHash is not null, OutsideCounty);

    /// <summary>Whether another import states the same.</summary>
    public bool SaysTheSameAs(SchoolVersion other) =>
        (Name, Township, Kind, Sponsor, Tier, PayeeName, Bank, ActualTuitionFen)
        == (other.Name, other.Township, other.Kind, other.Sponsor, other.Tier, other.PayeeName, other.Bank, other.ActualTuitionFen)
        && (AccountHash ?? []).AsSpan().SequenceEqual(other.AccountHash ?? []);
}
