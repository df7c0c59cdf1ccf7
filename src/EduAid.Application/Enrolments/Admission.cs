using EduAid.Application.Storage;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;

namespace EduAid.Application.Enrolments;

/// <summary>A graduate's row on an admissions list.</summary>
public sealed class Admission : IListLine
{
    public required string County { get; init; }

    public required Guid List { get; init; }

    public required int Line { get; init; }

    /// <summary>毕业学校.</summary>
    public required SchoolId School { get; init; }

    public required PersonId Person { get; init; }

    public required string Name { get; init; }

    public required string University { get; init; }

    public string? Province { get; init; }

    public string? Bank { get; init; }

    public string? Holder { get; init; }

    public required AccountState Card { get; init; }

    public byte[]? CardCipher { get; set; }

    public byte[]? CardHash { get; init; }

    public required byte[] Content { get; init; }

    public required int Import { get; init; }

    public required string Sheet { get; init; }

    public required int Row { get; init; }

    public string Source => $"第{Import}号导入 {Sheet} 第{Row}行";

    public AdmissionFacts Facts() => new(Name, University, Province, Card, Source);
}
