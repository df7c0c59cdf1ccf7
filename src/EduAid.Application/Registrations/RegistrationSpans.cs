using EduAid.Application.Storage;
using EduAid.Domain.Registrations;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Registrations;

/// <summary>Keeps, on each row of each registered list, the semesters for which it is the valid one.</summary>
internal sealed class RegistrationSpans(EduAidDbContext db)
{
    /// <summary>Recomputes after a list came or was taken back.</summary>
    /// <returns>People who were registered in the semester before and no longer are.</returns>
    public async Task<int> RecomputeAsync(Semester changedFrom, CancellationToken stop)
    {
        var lists = await db.RegisteredLists.Where(l => !l.Undone).ToListAsync(stop);
        var numbers = lists.Select(l => l.Import).ToList();
        var rows = await db.Registrations.AsTracking().Where(r => numbers.Contains(r.List)).ToListAsync(stop);
        var townships = rows.GroupBy(r => r.List).ToDictionary(g => g.Key, g => (IReadOnlySet<string>)g.Select(r => r.Township).ToHashSet());
        var timeline = new RegistrationTimeline(lists.Select(l => new ListInTime(l.Import, l.From, townships.GetValueOrDefault(l.Import) ?? new HashSet<string>())));
        var ended = 0;
        foreach (var person in rows.GroupBy(r => r.Person))
        {
            var own = person.ToList();
            var was = own.Any(r => IsValid(r, changedFrom));
            var spans = timeline.Of([.. own.Select(r => (r.List, r.Township))]);
            for (var i = 0; i < own.Count; i++) (own[i].ValidFrom, own[i].ValidUntil) = spans[i];
            if (was && !own.Any(r => IsValid(r, changedFrom))) ended++;
        }
        await db.SaveChangesAsync(stop);
        return ended;
    }

    private static bool IsValid(Registration row, Semester semester) => row.ValidFrom <= semester && semester.Number < row.ValidUntil;
}
