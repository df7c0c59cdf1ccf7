using EduAid.Application.Enrolments;
using EduAid.Application.Storage;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Rosters;

/// <summary>Finds and keeps who prepared a roster.</summary>
public sealed class RosterHands(EduAidDbContext db)
{
    /// <summary>Whoever uploaded the lists on which its entries stand, with the lists that those were built on, and the registered lists in force.</summary>
    public async Task RecordUploadersAsync(Roster roster, CancellationToken stop)
    {
        var standing = await db.RosterEntries.Where(e => e.Roster == roster.Id).Select(e => e.List).Distinct().ToListAsync(stop);
        var lists = await db.SchoolLists.Where(l => l.School == roster.School && l.Semester == roster.Semester)
            .Select(l => new { l.Id, l.By, l.BuiltOn }).ToDictionaryAsync(l => l.Id, stop);
        var people = new HashSet<string>(StringComparer.Ordinal);
        foreach (var list in standing)
            for (Guid? at = list; at is { } id && lists.TryGetValue(id, out var found); at = found.BuiltOn)
                people.Add(found.By);
        // The registered list is the county's; the names of those who brought it in are no secret of it.
        people.UnionWith(await db.Imports.IgnoreQueryFilters([EduAidDbContext.SchoolFilter])
            .Where(i => !i.Undone && i.Kind == Spreadsheets.Intake.ListKind.Poverty && i.Semester <= roster.Semester).Select(i => i.By).Distinct().ToListAsync(stop));
        await RecordAsync([roster], people, RosterDeed.Uploaded, stop);
    }

    public async Task RecordAsync(IReadOnlyCollection<Roster> rosters, IReadOnlyCollection<string> people, RosterDeed deed, CancellationToken stop)
    {
        var ids = rosters.Select(r => r.Id).ToList();
        var known = (await db.RosterHands.Where(h => ids.Contains(h.Roster) && h.Deed == deed).Select(h => new { h.Roster, h.Person }).ToListAsync(stop))
            .Select(h => (h.Roster, h.Person)).ToHashSet();
        db.RosterHands.AddRange(
            from roster in rosters
            from person in people
            where !known.Contains((roster.Id, person))
            select new RosterHand { County = roster.County, Roster = roster.Id, School = roster.School, Person = person, Deed = deed });
        await db.SaveChangesAsync(stop);
    }
}
