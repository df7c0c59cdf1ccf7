using EduAid.Application.Storage;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Rosters;

internal static class StaleDrafts
{
    /// <summary>Marks drafts whose ground has changed: of one semester's schools, or of every semester from one on where no school is named.</summary>
    public static Task MarkDraftsStaleAsync(this EduAidDbContext db, Semester semester, IReadOnlyCollection<SchoolId>? schools, CancellationToken stop)
    {
        var drafts = db.Rosters.IgnoreQueryFilters([EduAidDbContext.SchoolFilter]).Where(r => r.State == RosterState.Draft && !r.Stale);
        drafts = schools is null ? drafts.Where(r => r.Semester >= semester) : drafts.Where(r => r.Semester == semester && schools.Contains(r.School));
        return drafts.ExecuteUpdateAsync(s => s.SetProperty(r => r.Stale, true).SetProperty(r => r.Version, r => r.Version + 1), stop);
    }
}
