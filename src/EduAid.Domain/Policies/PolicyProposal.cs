using EduAid.Domain.Values;

namespace EduAid.Domain.Policies;

public enum ProposalState
{
    /// <summary>Waits for the director.</summary>
    Open = 1,
    Published,
    Refused,
    Withdrawn,
}

/// <summary>Why something was not done with a policy.</summary>
public enum PolicyRefusal
{
    NotYourRole = 1,
    NotFound,

    /// <summary>Somebody was quicker: the proposal is decided.</summary>
    WrongState,

    /// <summary>Whoever proposes a value does not publish it.</summary>
    SamePerson,

    /// <summary>No rule knows such a parameter.</summary>
    ParameterUnknown,

    /// <summary>The value is none of its unit (<see cref="PolicyRules.Problem"/>).</summary>
    ValueWrong,

    /// <summary>Together with a percentage beside it, it leaves a part of a fen (<see cref="PolicyRules.ProblemTogether"/>).</summary>
    ValueTogether,

    /// <summary>It would change a semester that is over.</summary>
    SemesterPast,

    /// <summary>The same value is in force in that semester already.</summary>
    NothingChanged,
    DocumentMissing,
    ReasonMissing,

    /// <summary>Another proposal for the parameter waits.</summary>
    AlreadyProposed,

    /// <summary>No scan of the document is attached.</summary>
    ScanMissing,

    /// <summary>Worked cases fail that the proposal does not supersede.</summary>
    CasesFail,

    /// <summary>By the rules in force the case does not come out as stated.</summary>
    CaseWrong,
}

/// <summary>A new dated value that somebody proposes and somebody else publishes. What is published is superseded by a newer one, never edited.</summary>
public sealed class PolicyProposal
{
    public const int LongestText = 400;

    private PolicyProposal()
    {
    }

    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required string Parameter { get; init; }

    public required Unit Unit { get; init; }

    /// <summary>The first semester in which it shall hold.</summary>
    public required Semester From { get; init; }

    public required string Value { get; init; }

    /// <summary>Title and number of the document that sets it.</summary>
    public required string Document { get; init; }

    public required string Clause { get; init; }

    public required string Reason { get; init; }

    public required string ProposedBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public ProposalState State { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was refused or withdrawn.</summary>
    public string? Remark { get; private set; }

    /// <summary>Which of the values of its parameter and semester it became.</summary>
    public int? Revision { get; private set; }

    /// <summary>Concurrency token.</summary>
    public long Version { get; private set; }

    public static PolicyProposal Propose(string county, Guid id, ParameterValue value, string reason, string by, DateTimeOffset at) => new()
    {
        County = county,
        Id = id,
        Parameter = value.Parameter,
        Unit = value.Unit,
        From = value.From,
        Value = value.Value,
        Document = value.Document,
        Clause = value.Clause,
        Reason = reason,
        ProposedBy = by,
        ProposedAt = at,
        State = ProposalState.Open,
    };

    /// <summary>The value as it would be published on a day; whoever publishes it has compared it with its document.</summary>
    public ParameterValue ToValue(DateOnly checkedOn) => new(Parameter, From, Value, Unit, Document, Clause, checkedOn);

    /// <summary>Whether somebody may publish it, whatever the worked cases say.</summary>
    public PolicyRefusal? MayPublish(string by) =>
        State != ProposalState.Open ? PolicyRefusal.WrongState : by == ProposedBy ? PolicyRefusal.SamePerson : null;

    /// <param name="revision">From 1.</param>
    public PolicyRefusal? Publish(string by, DateTimeOffset at, int revision)
    {
        if (MayPublish(by) is { } refusal) return refusal;
        Revision = revision;
        return Decide(ProposalState.Published, by, at, null);
    }

    public PolicyRefusal? Refuse(string by, DateTimeOffset at, string remark) => Decide(ProposalState.Refused, by, at, remark);

    /// <summary>Whoever proposed it takes it back.</summary>
    public PolicyRefusal? Withdraw(string by, DateTimeOffset at, string remark) =>
        by != ProposedBy ? PolicyRefusal.NotYourRole : Decide(ProposalState.Withdrawn, by, at, remark);

    private PolicyRefusal? Decide(ProposalState state, string by, DateTimeOffset at, string? remark)
    {
        if (State != ProposalState.Open) return PolicyRefusal.WrongState;
        if (state != ProposalState.Published && string.IsNullOrWhiteSpace(remark)) return PolicyRefusal.ReasonMissing;
        (State, DecidedBy, DecidedAt, Remark) = (state, by, at, remark?.Trim());
        Version++;
        return null;
    }
}
