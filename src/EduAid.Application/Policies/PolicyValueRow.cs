using EduAid.Application.Storage;
using EduAid.Domain.Policies;
using EduAid.Domain.Values;

namespace EduAid.Application.Policies;

/// <summary>One dated value of one parameter. Values are appended and never overwritten, not even by an upgrade.</summary>
public sealed class PolicyValueRow : ICountyRow
{
    public required string County { get; init; }

    public required string Parameter { get; init; }

    public required Semester From { get; init; }

    /// <summary>Orders values of one parameter and semester: the last published holds.</summary>
    public required int Revision { get; init; }

    public required string Value { get; init; }

    public required Unit Unit { get; init; }

    public required string Document { get; init; }

    public required string Clause { get; init; }

    public required DateOnly CheckedOn { get; init; }

    public Semester? DoubtedFrom { get; init; }

    public string? Doubt { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public ParameterValue ToValue() => new(Parameter, From, Value, Unit, Document, Clause, CheckedOn, DoubtedFrom, Doubt);

    internal static PolicyValueRow Of(ParameterValue value, string county, int revision, DateTimeOffset at) => new()
    {
        County = county,
        Parameter = value.Parameter,
        From = value.From,
        Revision = revision,
        Value = value.Value,
        Unit = value.Unit,
        Document = value.Document,
        Clause = value.Clause,
        CheckedOn = value.CheckedOn,
        DoubtedFrom = value.DoubtedFrom,
        Doubt = value.Doubt,
        PublishedAt = at,
    };
}
