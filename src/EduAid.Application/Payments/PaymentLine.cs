using EduAid.Application.Storage;
using EduAid.Domain.Payments;
using EduAid.Domain.Values;

namespace EduAid.Application.Payments;

/// <summary>
/// One line of a batch: one payment to one account. A card's line pays one child, a school's line the waivers of all its pupils;
/// which entries stand behind it, its <see cref="LineEntry"/> rows say.
/// </summary>
public sealed class PaymentLine : ISchoolRow
{
    public required string County { get; init; }

    public required Guid Batch { get; init; }

    /// <summary>From 1 without gaps, in the order of the file.</summary>
    public required int Sequence { get; init; }

    public required SchoolId School { get; init; }

    /// <summary>Null for a school's line.</summary>
    public PersonId? Person { get; init; }

    /// <summary>户名.</summary>
    public required string PayeeName { get; init; }

    public required byte[] AccountCipher { get; set; }

    /// <summary>Keyed hash of the account.</summary>
    public required byte[] AccountHash { get; init; }

    public string? Bank { get; init; }

    public required long Fen { get; init; }

    /// <summary>The batch number and line of the try before, such as <c>2020-1-0003/17</c>; null for the first.</summary>
    public string? TriedBefore { get; init; }

    /// <summary>Of payee, account and amount, as the bank file carries it; null until the batch is released.</summary>
    public string? Fingerprint { get; private set; }

    public LineState State { get; private set; } = LineState.Ready;

    /// <summary>A code of <see cref="BankReasons"/> where the bank gave one.</summary>
    public string? Reason { get; private set; }

    /// <summary>The bank's own words.</summary>
    public string? ReasonText { get; private set; }

    public DateOnly? CreditedOn { get; private set; }

    /// <summary>Concurrency token.</summary>
    public long Version { get; private set; }

    /// <exception cref="InvalidOperationException">The line was sent before.</exception>
    public void Send(string fingerprint)
    {
        if (State != LineState.Ready) throw new InvalidOperationException($"A line that is {State} is not sent.");
        (State, Fingerprint) = (LineState.Sent, fingerprint);
        Version++;
    }

    /// <exception cref="InvalidOperationException">The bank has answered already.</exception>
    public void Cancel()
    {
        if (State is not (LineState.Ready or LineState.Sent)) throw new InvalidOperationException($"A line that is {State} is not cancelled.");
        State = LineState.Cancelled;
        Version++;
    }

    /// <summary>Takes the place that the bank's answers give it, all of them, from the first on.</summary>
    /// <returns>Whether anything is different.</returns>
    /// <exception cref="InvalidOperationException">The line is not in the bank's hands.</exception>
    public bool Settle(IReadOnlyList<BankAnswer> answers)
    {
        if (State is LineState.Ready or LineState.Cancelled) throw new InvalidOperationException($"A line that is {State} has no answers.");
        var state = LineStates.After(answers);
        // What settled it says why and when; 已收妥未入账 after that does not.
        var last = answers.LastOrDefault(a => a.Outcome != BankOutcome.Pending) ?? (answers.Count > 0 ? answers[^1] : null);
        var before = (State, Reason, ReasonText, CreditedOn);
        (State, Reason, ReasonText, CreditedOn) = (state, last?.Reason, last?.ReasonText, last?.CreditedOn);
        if (before == (State, Reason, ReasonText, CreditedOn)) return false;
        Version++;
        return true;
    }
}

/// <summary>An entry that a line pays.</summary>
public sealed class LineEntry : ISchoolRow
{
    public required string County { get; init; }

    public required Guid Batch { get; init; }

    public required int Sequence { get; init; }

    public required Guid Entry { get; init; }

    public required SchoolId School { get; init; }

    public required long Fen { get; init; }

    /// <summary>Of an entry's lines at most one is open; the database itself allows no second.</summary>
    public bool Open { get; set; }
}
