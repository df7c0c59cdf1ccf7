using System.Globalization;
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
        var cards = (await semester.Db.PersonCards.Where(c => !c.Rejected).Select(c => new { c.Person, c.At }).ToListAsync(stop)).ToLookup(c => c.Person, c => CountyTime.DayOf(c.At));
        return
        [
            .. from entry in semester.Entries
               let paid = semester.Payments[entry.Id].Where(p => p.Open && p.ReleasedAt is not null).Select(p => (DateOnly?)CountyTime.DayOf(p.ReleasedAt!.Value)).FirstOrDefault()
               where paid is not null
               let changed = cards[entry.Person].Where(day => CheckRules.ChangedLate(day, paid.Value, days)).Select(day => (DateOnly?)day).Max()
               where changed is not null
               select Caught.Of(entry, changed.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), paid.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ];
    }
}
