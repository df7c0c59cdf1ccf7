using EduAid.Domain.Payments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;

namespace EduAid.Application.Checks;

/// <summary>One entry of a roster, behind what a child has been granted.</summary>
/// <param name="Closed">It will not be paid, with a reason; what is carried over will.</param>
internal sealed record CheckedPart(Guid Id, RosterState State, bool Closed);

/// <summary>
/// What a child has been granted of a programme at a school, in sum: the regular entry and supplements, less what recoveries take back. Where
/// nothing is left there is none.
/// </summary>
/// <param name="Id">Of the first entry.</param>
/// <param name="Fen">Whole fen, more than 0.</param>
/// <param name="List">The list version and line on which the first entry stands.</param>
internal sealed record CheckedEntry(
    Guid Id, PersonId Person, SchoolId School, string Name, string Programme, RosterId Roster, long Fen, Payee Payee, Guid List, int Line, IReadOnlyList<CheckedPart> Parts);

/// <summary>A payment of an entry, whatever became of it.</summary>
/// <param name="Card">Keyed hash of the number as cards on lists have it; null for a school's account and where it was erased.</param>
internal sealed record CheckedPayment(Guid Entry, LineState State, bool Open, DateOnly? CreditedOn, string Payee, byte[]? Card, DateTimeOffset? ReleasedAt)
{
    public bool IsPaid => Open && State == LineState.Paid;
}
