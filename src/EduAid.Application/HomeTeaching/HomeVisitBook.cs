using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.HomeTeaching;

/// <param name="Minutes">How long it took.</param>
/// <param name="SignedBy">The guardian who signed; null or blank where nobody did.</param>
/// <param name="Corrects">The visit that this one puts right.</param>
/// <param name="Withdrawn">The visit that it puts right never was.</param>
public sealed record SentHomeVisit(
    Guid Child, Guid? Teacher, DateOnly On, int Minutes, string? Content, string? SignedBy, Guid? Corrects = null, bool Withdrawn = false)
{
    // A browser ends the lines of a text otherwise than a workbook does: the same words are the same visit.
    public string? Content { get; init; } = Content?.Trim().ReplaceLineEndings("\n");

    public string? SignedBy { get; init; } = string.IsNullOrWhiteSpace(SignedBy) ? null : SignedBy.Trim();
}

/// <summary>Children with their teachers and visits, to judge visits by: one for a form, all of a scope for a workbook.</summary>
internal sealed class HomeVisitBook
{
    private readonly Dictionary<Guid, HomeTaughtChild> children;
    private readonly ILookup<Guid, HomeTeachingVisit> visits;

    private readonly HashSet<Guid> corrected;

    private HomeVisitBook(Dictionary<Guid, HomeTaughtChild> children, ILookup<Guid, HomeTeachingVisit> visits, HashSet<Guid> corrected) =>
        (this.children, this.visits, this.corrected) = (children, visits, corrected);

    public IEnumerable<HomeTaughtChild> Children => children.Values;

    /// <param name="child">One only, or null for all within the scope.</param>
    public static async Task<HomeVisitBook> LoadAsync(EduAidDbContext db, Guid? child, CancellationToken stop)
    {
        var children = await db.HomeTaughtChildren.Where(c => child == null || c.Id == child).Include(c => c.Teachers).ToDictionaryAsync(c => c.Id, stop);
        var visits = await db.HomeTeachingVisits.Where(v => child == null || v.Child == child).OrderBy(v => v.Number).ToListAsync(stop);
        // A correction may be another teacher's, whom this one does not see.
        var corrected = await db.HomeTeachingVisits.IgnoreQueryFilters([EduAidDbContext.SchoolFilter]).Where(v => v.Corrects != null && (child == null || v.Child == child)).Select(v => v.Corrects!.Value).ToListAsync(stop);
        return new(children, visits.ToLookup(v => v.Child), [.. corrected]);
    }

    public HomeTaughtChild? Find(Guid child) => children.GetValueOrDefault(child);

    /// <summary>All of a child, as they came.</summary>
    public IEnumerable<HomeTeachingVisit> VisitsOf(Guid child) => visits[child];

    public bool IsCorrected(HomeTeachingVisit visit) => corrected.Contains(visit.Id);

    /// <summary>Why a visit cannot be recorded; null where it can.</summary>
    public HomeTeachingRefusal? Judge(SentHomeVisit sent, DateOnly today)
    {
        if (Find(sent.Child) is not { } child) return HomeTeachingRefusal.NotFound;
        if (sent.Corrects is { } earlier && (visits[sent.Child].FirstOrDefault(v => v.Id == earlier) is not { } wrong || IsCorrected(wrong))) return HomeTeachingRefusal.CorrectsOther;
        if (sent.Withdrawn && sent.Corrects is null) return HomeTeachingRefusal.CorrectsOther;
        if (sent.On > today) return HomeTeachingRefusal.DayAhead;
        if (!child.Span.Covers(sent.On)) return HomeTeachingRefusal.DayOutside;
        if (!child.Teachers.Exists(t => t.Teacher == sent.Teacher && t.Span.Covers(sent.On))) return HomeTeachingRefusal.NotTheirTeacher;
        if (sent.Minutes is < HomeTeachingVisit.Shortest or > HomeTeachingVisit.Longest) return HomeTeachingRefusal.MinutesOutside;
        if (string.IsNullOrWhiteSpace(sent.Content)) return HomeTeachingRefusal.ContentMissing;
        return sent.Content.Length > HomeTeachingVisit.LongestContent || sent.SignedBy?.Length > HomeTeachingVisit.LongestSignature ? HomeTeachingRefusal.TextTooLong : null;
    }
}
