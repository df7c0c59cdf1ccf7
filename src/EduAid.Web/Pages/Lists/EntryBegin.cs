using EduAid.Application.Enrolments;
using EduAid.Application.Entry;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Lists;

/// <summary>What there is to begin a draft with; one query.</summary>
/// <param name="Draft">The draft with rows that stands already.</param>
/// <param name="Last">Rows of the current list of the semester before.</param>
/// <param name="Current">The list that was accepted this semester.</param>
public sealed record EntryBegin(EnteredDraft? Draft, int Last, AcceptedList? Current)
{
    /// <summary>Another list has been accepted since somebody last worked on the draft.</summary>
    public bool IsOvertaken => Draft is { } draft && Current is { } current && current.At > draft.ChangedAt && !draft.Sent;

    public static async Task<EntryBegin> LoadAsync(EduAidDbContext db, SchoolId school, Semester semester, CancellationToken stop)
    {
        var last = semester.Previous;
        var lists = await db.SchoolLists.Where(l => l.Current && l.Kind == SchoolListKind.Enrolments && l.School == school && (l.Semester == semester || l.Semester == last))
            .Select(l => new { Draft = false, l.Semester, l.Rows, l.At, By = l.By, Sent = false })
            .Concat(db.ListDrafts.Where(d => d.School == school && d.Semester == semester && d.Rows > 0)
                .Select(d => new { Draft = true, d.Semester, d.Rows, At = d.ChangedAt, By = d.ChangedBy, Sent = d.Upload != null }))
            .Select(r => new { r.Draft, r.Semester, r.Rows, r.At, r.Sent, By = db.Users.Where(u => u.UserName == r.By).Select(u => u.DisplayName).FirstOrDefault() ?? r.By })
            .ToListAsync(stop);
        return new(
            lists.Where(l => l.Draft).Select(l => new EnteredDraft(l.Rows, l.At, l.By, l.Sent)).FirstOrDefault(),
            lists.Where(l => !l.Draft && l.Semester == last).Sum(l => l.Rows),
            lists.Where(l => !l.Draft && l.Semester == semester).Select(l => new AcceptedList(l.Rows, l.At, l.By)).FirstOrDefault());
    }
}

/// <param name="Sent">It has been sent at least once.</param>
public sealed record EnteredDraft(int Rows, DateTimeOffset ChangedAt, string ChangedBy, bool Sent);

public sealed record AcceptedList(int Rows, DateTimeOffset At, string By);

/// <param name="Changes">Null where there is nothing to compare.</param>
public sealed record EntryDifference(TermChanges? Changes, Application.Words.Words Words);
