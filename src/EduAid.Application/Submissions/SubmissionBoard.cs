using EduAid.Application.Enrolments;
using EduAid.Application.Intake;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Domain.Rosters;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Submissions;

/// <summary>How far a school is with its semester list; in this order.</summary>
public enum SubmissionState
{
    /// <summary>未报: nothing entered, nothing sent.</summary>
    Nothing = 1,

    /// <summary>录入中: a draft with rows, not sent.</summary>
    Draft,

    /// <summary>待接收: sent, looked at by nobody or not accepted yet.</summary>
    Waiting,

    /// <summary>有未收的行: accepted in part, rows that were refused are not mended.</summary>
    WithFaults,

    /// <summary>已接收.</summary>
    Accepted,

    /// <summary>校长已确认: every roster of the school has gone on from its draft.</summary>
    Confirmed,
}

/// <summary>One school on the board.</summary>
/// <param name="Since">When it came into that state; null where nothing has happened.</param>
/// <param name="By">Name of who did it.</param>
/// <param name="Rows">Of the current list, or of the draft where there is no list.</param>
/// <param name="Faulty">Rows that were or would be refused.</param>
/// <param name="RemindedAt">The last reminder of the semester.</param>
public sealed record Submission(
    SchoolId School, string Code, string Name, string Township, SchoolKind Kind, SubmissionState State, DateTimeOffset? Since, string? By, int Rows, int Faulty,
    DateTimeOffset? RemindedAt, bool ReminderRead)
{
    /// <summary>The school has something left to do for its list.</summary>
    public bool IsOpen => State is SubmissionState.Nothing or SubmissionState.Draft or SubmissionState.Waiting or SubmissionState.WithFaults;
}

/// <summary>Who has sent which list of a semester, within the scope; one query.</summary>
public static class SubmissionBoard
{
    public static async Task<IReadOnlyList<Submission>> LoadAsync(EduAidDbContext db, Semester semester, CancellationToken stop)
    {
        var (all, own) = (db.Scope is { Schools: null }, db.Scope?.Schools ?? []);
        var lists = db.SchoolLists.Where(l => l.Current && l.Kind == SchoolListKind.Enrolments && l.Semester == semester);
        var drafts = db.ListDrafts.Where(d => d.Semester == semester && d.Rows > 0);
        var uploads = db.StagedUploads.Where(u => u.Kind == ListKind.Enrolments && u.Semester == semester && u.AcceptedAt == null && u.Files != StagedUpload.NoFiles);
        var reminders = db.Messages.Where(m => m.Kind == MessageKind.SendList && m.Semester == semester);
        var rosters = db.Rosters.Where(r => r.Semester == semester && r.Kind == RosterKind.Regular);
        var rows = await (
            from v in SchoolRegister.Holding(db, semester)
            join s in db.Schools on v.School equals s.Id
            where !SchoolVersion.OutsideTownships.Contains(v.Township) && (all || own.Contains(v.School))
            select new
            {
                v.School,
                s.Code,
                v.Name,
                v.Township,
                v.Kind,
                ListAt = lists.Where(l => l.School == v.School).Select(l => (DateTimeOffset?)l.At).FirstOrDefault(),
                ListBy = lists.Where(l => l.School == v.School).Select(l => l.By).FirstOrDefault(),
                ListRows = lists.Where(l => l.School == v.School).Sum(l => l.Rows),
                Rejected = lists.Where(l => l.School == v.School).Join(db.SchoolListImports, l => l.Id, i => i.List, (_, i) => i.Import)
                    .Join(db.Imports.Where(i => i.School == v.School), n => n, i => i.Number, (_, i) => i.Rejected).Sum(),
                DraftAt = drafts.Where(d => d.School == v.School).Select(d => (DateTimeOffset?)d.ChangedAt).FirstOrDefault(),
                DraftBy = drafts.Where(d => d.School == v.School).Select(d => d.ChangedBy).FirstOrDefault(),
                DraftRows = drafts.Where(d => d.School == v.School).Sum(d => d.Rows),
                DraftFaulty = drafts.Where(d => d.School == v.School).Sum(d => d.Faulty),
                UploadAt = uploads.Where(u => u.School == v.School).OrderByDescending(u => u.At).Select(u => (DateTimeOffset?)u.At).FirstOrDefault(),
                UploadBy = uploads.Where(u => u.School == v.School).OrderByDescending(u => u.At).Select(u => u.By).FirstOrDefault(),
                Reminded = reminders.Where(m => m.School == v.School).Max(m => (DateTimeOffset?)m.At),
                Unread = reminders.Count(m => m.School == v.School && m.ReadAt == null),
                Rosters = rosters.Count(r => r.School == v.School),
                Drafts = rosters.Count(r => r.School == v.School && r.State == RosterState.Draft),
            }).ToListAsync(stop);
        var people = rows.SelectMany(r => new[] { r.ListBy, r.DraftBy, r.UploadBy }).OfType<string>().Distinct().ToList();
        var names = await db.Users.Where(u => people.Contains(u.UserName!)).ToDictionaryAsync(u => u.UserName!, u => u.DisplayName, stop);
        return [.. rows.OrderBy(r => r.Code, StringComparer.Ordinal).Select(r =>
        {
            var (state, since, by) = r switch
            {
                { ListAt: { } at, Rosters: > 0, Drafts: 0 } => (SubmissionState.Confirmed, at, r.ListBy),
                { ListAt: { } at, Rejected: > 0 } => (SubmissionState.WithFaults, at, r.ListBy),
                { ListAt: { } at } => (SubmissionState.Accepted, at, r.ListBy),
                { UploadAt: { } at } => (SubmissionState.Waiting, at, r.UploadBy),
                { DraftAt: { } at } => (SubmissionState.Draft, at, r.DraftBy),
                _ => (SubmissionState.Nothing, (DateTimeOffset?)null, (string?)null),
            };
            return new Submission(
                r.School, r.Code, r.Name, r.Township, r.Kind, state, since, by is null ? null : names.GetValueOrDefault(by, by),
                state is SubmissionState.Draft ? r.DraftRows : r.ListRows, r.ListAt is null ? r.DraftFaulty : r.Rejected, r.Reminded, r.Reminded is not null && r.Unread == 0);
        })];
    }
}
