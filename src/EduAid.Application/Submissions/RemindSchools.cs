using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Submissions;

public enum ReminderRefusal
{
    NotYourRole = 1,

    /// <summary>No school was named: that never means all of them.</summary>
    NothingChosen,

    /// <summary>None of the named schools has anything left to do, or each has a reminder that it has not read yet.</summary>
    NobodyLeft,
}

/// <param name="Sent">Schools that got a message.</param>
/// <param name="Skipped">Named schools that got none: done meanwhile, reminded and not read yet, or not in the scope.</param>
public sealed record RemindersSent(int Sent, int Skipped, ReminderRefusal? Refusal = null);

/// <summary>催报: reminds schools of their semester list by a message in the product.</summary>
public sealed class RemindSchools(EduAidDbContext db, Work work, AuditTrail trail, TimeProvider time)
{
    public const int LongestRemark = 200;

    public static bool May(string role) => role is nameof(Role.TownshipSchool) or nameof(Role.AidOfficer) or nameof(Role.AidDirector);

    public Task<RemindersSent> RunAsync(Actor actor, Semester semester, IReadOnlyCollection<SchoolId> schools, string? remark, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!May(actor.Role)) return Refused(ReminderRefusal.NotYourRole);
            if (schools.Count == 0) return Refused(ReminderRefusal.NothingChosen);
            var waiting = (await SubmissionBoard.LoadAsync(db, semester, stop))
                .Where(s => schools.Contains(s.School) && s.IsOpen && (s.RemindedAt is null || s.ReminderRead)).ToList();
            if (waiting.Count == 0) return Refused(ReminderRefusal.NobodyLeft);
            var (now, text) = (time.GetUtcNow(), (remark ?? "").Trim());
            db.Messages.AddRange(waiting.Select(s => new Message
            {
                County = db.CountyCode,
                Id = Keys.New(now),
                School = s.School,
                Kind = MessageKind.SendList,
                Semester = semester,
                Remark = text.Length == 0 ? null : text.Length > LongestRemark ? text[..LongestRemark] : text,
                At = now,
                By = actor.Name,
            }));
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "lists.remind", "messages", new { Semester = semester.ToString(), Count = waiting.Count, Schools = waiting.Select(s => s.Code) });
            return new RemindersSent(waiting.Count, schools.Distinct().Count() - waiting.Count);
        },
        stop);

    private static RemindersSent Refused(ReminderRefusal refusal) => new(0, 0, refusal);
}

/// <summary>Marks a message as read by somebody of the school to which it was sent.</summary>
public sealed class ReadMessage(EduAidDbContext db, Work work, TimeProvider time)
{
    /// <returns>Whether the scope is of schools and has the message; what has been read stays as it was.</returns>
    public Task<bool> RunAsync(Actor actor, Guid id, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (db.Scope is not { Schools: not null } || !await db.Messages.AnyAsync(m => m.Id == id, stop)) return false;
            var now = time.GetUtcNow();
            await db.Messages.Where(m => m.Id == id && m.ReadAt == null)
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.ReadAt, now).SetProperty(m => m.ReadBy, actor.Name), stop);
            return true;
        },
        stop);
}
