namespace EduAid.Domain.Payments;

/// <summary>How far one payment is.</summary>
public enum LineState
{
    /// <summary>Stands in a batch that finance has not released.</summary>
    Ready = 1,

    /// <summary>In the bank's hands; it has said nothing yet.</summary>
    Sent,

    /// <summary>已收妥未入账: neither paid nor failed.</summary>
    Pending,
    Paid,
    Failed,

    /// <summary>退票: paid, and come back later.</summary>
    Returned,

    /// <summary>Its batch was never handed over.</summary>
    Cancelled,
}

/// <summary>What a bank has said of a payment, in the order in which it said so.</summary>
/// <param name="Reason">A code of <see cref="BankReasons"/>; null for a success.</param>
public sealed record BankAnswer(BankOutcome Outcome, string? Reason, string? ReasonText, DateOnly? CreditedOn);

public static class LineStates
{
    /// <summary>Neither failed, returned nor cancelled: an entry has one such line at most.</summary>
    public static bool IsOpen(this LineState state) => state is LineState.Ready or LineState.Sent or LineState.Pending or LineState.Paid;

    /// <summary>
    /// Where a payment that was sent stands after all answers so far. A later answer corrects an earlier one, except that
    /// 已收妥未入账 says nothing new about what is settled already.
    /// </summary>
    public static LineState After(IEnumerable<BankAnswer> answers)
    {
        var state = LineState.Sent;
        foreach (var answer in answers)
        {
            state = answer.Outcome switch
            {
                BankOutcome.Paid => LineState.Paid,
                BankOutcome.Failed => LineState.Failed,
                BankOutcome.Returned => LineState.Returned,
                _ => state is LineState.Sent ? LineState.Pending : state,
            };
        }
        return state;
    }
}

/// <summary>One of the payments by which an entry was tried.</summary>
/// <param name="Order">Later payments have a greater number.</param>
public readonly record struct PaymentTry(int Order, LineState State);

/// <summary>Which of an entry's payments counts: the bank counts each entry once.</summary>
public static class EntryStanding
{
    /// <summary>
    /// The open payment: the first that succeeded, else the last that is on its way. Null where none is open.
    /// A payment that succeeded beside it was paid twice.
    /// </summary>
    public static PaymentTry? Open(IEnumerable<PaymentTry> tries)
    {
        PaymentTry? paid = null, underWay = null;
        foreach (var one in tries.OrderBy(t => t.Order))
        {
            if (one.State == LineState.Paid) paid ??= one;
            else if (one.State.IsOpen()) underWay = one;
        }
        return paid ?? underWay;
    }

    /// <summary>Payments that succeeded although another one counts already.</summary>
    public static IReadOnlyList<PaymentTry> PaidAgain(IEnumerable<PaymentTry> tries) =>
        [.. tries.Where(t => t.State == LineState.Paid).OrderBy(t => t.Order).Skip(1)];
}
