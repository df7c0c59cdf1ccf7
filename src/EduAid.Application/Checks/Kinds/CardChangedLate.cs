using EduAid.Application.Setup;
using EduAid.Domain.Checks;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Checks.Kinds;

/// <summary>A payment went to a card that had been entered in place of the list's only a few days before.</summary>
internal sealed class CardChangedLate : AuditCheck
{
    public override string Code => CheckCodes.CardChangedLate;

    public override async Task<IReadOnlyList<Caught>> FindAsync(CheckedSemester semester, CancellationToken stop)
    {
        var days = semester.Settings.CheckCardDays;
        var cards = (await semester.Db.PersonCards.Where(c => c.ConfirmedAt != null && !c.Rejected).Select(c => new { c.Person, c.CardHash, c.At }).ToListAsync(stop)).ToLookup(c => c.Person);
        return
        [
            .. from entry in semester.Entries
               let paid = semester.PaymentsOf(entry).FirstOrDefault(p => p is { Open: true, Card: not null, ReleasedAt: not null })
               where paid is not null
               let released = CountyTime.DayOf(paid.ReleasedAt!.Value)
               let changed = cards[entry.Person].Where(c => c.CardHash.AsSpan().SequenceEqual(paid.Card)).Select(c => CountyTime.DayOf(c.At))
                   .Where(day => CheckRules.ChangedLate(day, released, days)).Select(day => (DateOnly?)day).Max()
               where changed is not null
               select Caught.Of(entry, Caught.Day(changed.Value), Caught.Day(released)),
        ];
    }
}
