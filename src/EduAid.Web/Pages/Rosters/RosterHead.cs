using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Rosters;

/// <summary>A roster with its school as it was in that semester.</summary>
public sealed record RosterHead(Roster Roster, SchoolVersion? Version)
{
    public string School => Version?.Name ?? "—";

    public Programme Programme => Programme.Find(Roster.Programme)!;

    /// <summary>Null where there is no such roster, or not within the visitor's scope.</summary>
    public static async Task<RosterHead?> FindAsync(EduAidDbContext db, Guid id, CancellationToken stop)
    {
        var key = new RosterId(id);
        if (await db.Rosters.FirstOrDefaultAsync(r => r.Id == key, stop) is not { } roster) return null;
        var version = await db.SchoolVersions.Where(v => v.School == roster.School && !v.Undone && v.From <= roster.Semester)
            .OrderByDescending(v => v.From).ThenByDescending(v => v.Import).FirstOrDefaultAsync(stop);
        return new(roster, version);
    }
}
