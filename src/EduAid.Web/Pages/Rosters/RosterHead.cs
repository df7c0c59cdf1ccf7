using EduAid.Application.Rosters;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Rosters;

/// <summary>A roster with its school as it was in that semester.</summary>
/// <param name="Latest">The school's version of that semester, or of a later one where that was undone.</param>
public sealed record RosterHead(Roster Roster, SchoolVersion? Latest)
{
    public SchoolVersion? Version => Latest?.From <= Roster.Semester ? Latest : null;

    public string School => Version?.Name ?? "—";

    public Programme Programme => Programme.Find(Roster.Programme)!;

    public string DocumentTitle => RosterColumns.Title(Roster, School);

    /// <summary>Null where there is no such roster, or not within the visitor's scope.</summary>
    public static Task<RosterHead?> FindAsync(EduAidDbContext db, Guid id, CancellationToken stop)
    {
        var key = new RosterId(id);
        return (
            from roster in db.Rosters
            where roster.Id == key
            from version in db.SchoolVersions.Where(v => v.School == roster.School && !v.Undone).DefaultIfEmpty()
            orderby version.From <= roster.Semester ? 0 : 1, version.From descending, version.Import descending
            select new RosterHead(roster, version)).FirstOrDefaultAsync(stop);
    }
}
