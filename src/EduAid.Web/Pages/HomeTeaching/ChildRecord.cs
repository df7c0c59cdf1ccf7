using EduAid.Application.Documents;
using EduAid.Application.HomeTeaching;
using EduAid.Application.Schools;
using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Domain.Duties;
using EduAid.Domain.HomeTeaching;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.HomeTeaching;

/// <param name="CorrectedBy">A later one has put it right.</param>
/// <param name="Again">Another counted visit of the same day came before: the two count once.</param>
public sealed record RecordedVisit(HomeTeachingVisit Visit, bool CorrectedBy, bool Again, IReadOnlyList<StoredDocument> Photos)
{
    public bool Counts => !CorrectedBy && !Visit.Withdrawn;
}

/// <summary>One child of the register with all that is on record; four questions.</summary>
/// <param name="Visits">The latest first; a teacher's own alone.</param>
/// <param name="Standing">Of this month, with the visits of everybody.</param>
public sealed record ChildRecord(HomeTaughtChild Child, string SchoolName, IReadOnlyList<RecordedVisit> Visits, TaughtMonth Standing, int AMonth)
{
    public HomeTeachingFact? Fact(DateOnly on) => HomeTeachingFact.On(Child.Facts, on) ?? Child.Facts.MinBy(f => f.Number);

    public string TeacherOf(HomeTeachingVisit visit) => Child.Teachers.Find(t => t.Teacher == visit.Teacher)?.Name ?? "—";

    public static async Task<ChildRecord?> LoadAsync(EduAidDbContext db, Guid id, Visitor visitor, DateOnly today, CancellationToken stop)
    {
        var schools = SchoolRegister.Holding(db, Semester.Of(today));
        var found = await db.HomeTaughtChildren.Where(c => c.Id == id).Select(c => new
        {
            Child = c,
            School = schools.Where(s => s.School == c.School).Select(s => s.Name).FirstOrDefault(),
            Facts = c.Facts.OrderBy(f => f.Number).ToList(),
            Teachers = c.Teachers.OrderBy(t => t.From).ToList(),
        }).SingleOrDefaultAsync(stop);
        if (found is null) return null;
        found.Child.Facts.AddRange(found.Facts);
        found.Child.Teachers.AddRange(found.Teachers);
        // Whose child it is has been seen to: the days of the others count, and are not shown.
        var all = await db.HomeTeachingVisits.IgnoreQueryFilters([EduAidDbContext.SchoolFilter]).Where(v => v.Child == id).OrderBy(v => v.On).ThenBy(v => v.Number).ToListAsync(stop);
        var corrected = all.Select(v => v.Corrects).OfType<Guid>().ToHashSet();
        var counting = all.Where(v => !v.Withdrawn && !corrected.Contains(v.Id)).ToList();
        var first = counting.GroupBy(v => v.On).ToDictionary(g => g.Key, g => g.First().Id);
        var shown = all.Where(v => visitor.Scope.Staff is not { } own || v.Teacher == own).ToList();
        var photos = await PhotosAsync(db, shown, visitor, stop);
        var settings = await SettingBook.LoadAsync(db, Month.Of(today).First, stop);
        return new(found.Child, found.School ?? "—",
            [.. Enumerable.Reverse(shown).Select(v => new RecordedVisit(v, corrected.Contains(v.Id), first.TryGetValue(v.On, out var counted) && counted != v.Id, [.. photos[$"{v.Id}"]]))],
            TaughtMonth.Of(found.Child.Span, Month.Of(today), counting.Select(v => v.On), settings.HomeVisitsAMonth, today), settings.HomeVisitsAMonth);
    }

    private static async Task<ILookup<string, StoredDocument>> PhotosAsync(EduAidDbContext db, List<HomeTeachingVisit> visits, Visitor visitor, CancellationToken stop)
    {
        if (visits.Count == 0 || !DocumentRights.MayRead(visitor.Role, DocumentSubject.HomeVisit)) return Array.Empty<StoredDocument>().ToLookup(d => d.Subject);
        return await StoredDocument.OfEachAsync(db, DocumentSubject.HomeVisit, visits.ConvertAll(v => $"{v.Id}"), stop);
    }
}
