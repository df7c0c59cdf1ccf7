using EduAid.Domain.Checks;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Checks.Kinds;

/// <summary>
/// The card is in the name of somebody who works at the pupil's school, as far as the product knows them: those with an account there or in its
/// township, and teachers of home-taught children. A parent may well be one; the check asks, it does not accuse.
/// </summary>
internal sealed class CardOfStaff : AuditCheck
{
    public override string Code => CheckCodes.CardOfStaff;

    public override async Task<IReadOnlyList<Caught>> FindAsync(CheckedSemester semester, CancellationToken stop)
    {
        var (db, county) = (semester.Db, semester.Db.CountyCode);
        var accounts = await (from assignment in db.Assignments
                              join user in db.Users on assignment.User equals user.Id
                              where assignment.County == county && assignment.School != null
                              select new { School = assignment.School!.Value, user.DisplayName }).ToListAsync(stop);
        var staff = accounts.Where(a => a.DisplayName.Length > 0).Select(a => (a.School, Name: Text.Fold(a.DisplayName))).ToHashSet();
        return
        [
            .. (await CheckedCard.OfAsync(semester, stop))
                .Where(c => c.Holder is { Length: > 0 } holder && Text.Fold(holder) != Text.Fold(c.Entry.Name) && staff.Contains((c.Entry.School, Text.Fold(holder))))
                .Select(c => Caught.Of(c.Entry, c.Holder!)),
        ];
    }
}
