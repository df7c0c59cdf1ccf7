using EduAid.Application.Storage;
using EduAid.Domain.Payments;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Rosters;

/// <param name="Who">The display name, or the user name where the account is gone.</param>
public sealed record StepTaken(RosterMoveKind Kind, RosterState From, RosterState To, string Who, DateTimeOffset At, string? Remark);

/// <summary>A roster's way so far, read with two questions.</summary>
/// <param name="Differences">Children for whom the last generation would change something.</param>
/// <param name="Paid">Entries that the bank has paid; <paramref name="InBank"/> those on their way.</param>
/// <param name="Regular">The regular roster that a supplement or recovery corrects.</param>
public sealed record RosterLife(
    RosterHead Head, IReadOnlyList<StepTaken> Steps, int Objections, int OpenObjections, int Differences, int Paid, int InBank, RosterId? Regular)
{
    public Roster Roster => Head.Roster;

    /// <summary>The last step of that kind that still stands: a roster that was sent back behind it has none.</summary>
    public StepTaken? Last(RosterMoveKind kind, RosterState reached) => Roster.State < reached ? null : Steps.LastOrDefault(s => s.Kind == kind);

    /// <summary>Why it was sent back, until somebody has taken it on again.</summary>
    public StepTaken? SentBack => Steps.Count > 0 && Steps[^1].Kind == RosterMoveKind.SendBack ? Steps[^1] : null;

    /// <summary>Null where there is no such roster, or not within the visitor's scope.</summary>
    public static async Task<RosterLife?> FindAsync(EduAidDbContext db, Guid id, CancellationToken stop)
    {
        var key = new RosterId(id);
        var found = await (
            from r in db.Rosters
            where r.Id == key
            from version in db.SchoolVersions.Where(v => v.School == r.School && !v.Undone).DefaultIfEmpty()
            orderby version.From <= r.Semester ? 0 : 1, version.From descending, version.Import descending
            select new
            {
                Roster = r,
                Version = version,
                Objections = db.Objections.Count(o => o.Roster == r.Id),
                Open = db.Objections.Count(o => o.Roster == r.Id && o.Upheld == null),
                Differences = db.RosterDifferences.Count(d => d.Roster == r.Id),
                Paid = db.RosterEntries.Count(e => e.Roster == r.Id && db.LineEntries.Any(l => l.Entry == e.Id
                    && db.PaymentLines.Any(p => p.Batch == l.Batch && p.Sequence == l.Sequence && p.State == LineState.Paid))),
                InBank = db.RosterEntries.Count(e => e.Roster == r.Id && db.LineEntries.Any(l => l.Entry == e.Id
                    && db.PaymentLines.Any(p => p.Batch == l.Batch && p.Sequence == l.Sequence && (p.State == LineState.Sent || p.State == LineState.Pending)))),
                Regular = db.Rosters.Where(o => o.Semester == r.Semester && o.Programme == r.Programme && o.School == r.School && o.Kind == RosterKind.Regular)
                    .Select(o => (RosterId?)o.Id).FirstOrDefault(),
            }).FirstOrDefaultAsync(stop);
        if (found is null) return null;
        var steps = await (
            from step in db.RosterSteps
            where step.Roster == key
            join user in db.Users on step.By equals user.UserName into users
            from user in users.DefaultIfEmpty()
            orderby step.Number
            select new StepTaken(step.Kind, step.From, step.To, user.DisplayName ?? step.By, step.At, step.Remark)).ToListAsync(stop);
        return new(
            new(found.Roster, found.Version), steps, found.Objections, found.Open, found.Differences, found.Paid, found.InBank, found.Roster.Kind == RosterKind.Regular ? null : found.Regular);
    }
}
