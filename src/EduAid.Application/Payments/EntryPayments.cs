using EduAid.Application.Storage;
using EduAid.Domain.Payments;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Payments;

/// <summary>How far an approved entry is. Its own life begins with the roster's approval.</summary>
public enum EntryState
{
    /// <summary>In no batch, or back from one.</summary>
    Waiting = 1,

    /// <summary>In a batch that is not released.</summary>
    Ready,
    Sent,
    Pending,
    Paid,
    Failed,
    Returned,
    Closed,
}

/// <summary>An approved entry with its payment.</summary>
/// <param name="Fen">Whole fen; of a supplement too.</param>
/// <param name="Ordered">It has gone out in a released batch, whatever became of that; a disbursement document orders it.</param>
/// <param name="Batch">The batch that counts: the open one, else the last that tried.</param>
public sealed record EntryPayment(
    Guid Entry, RosterId Roster, RosterKind Kind, SchoolId School, PersonId Person, string Name, long Fen, EntryState State, bool Ordered,
    Guid? Batch, int? Sequence, string? BatchNumber, string? Reason, string? ReasonText, DateOnly? CreditedOn, ClosureReason? Closed, string? ClosedRemark);

/// <summary>Reads the approved entries of a programme and semester with where each of them is, by a fixed number of questions.</summary>
public static class EntryPayments
{
    /// <summary>Entries that pay (regular and supplement), in no order.</summary>
    public static async Task<IReadOnlyList<EntryPayment>> OfAsync(EduAidDbContext db, Semester semester, string programme, CancellationToken stop)
    {
        var entries = await (
            from entry in db.RosterEntries
            join roster in db.Rosters on entry.Roster equals roster.Id
            where roster.Semester == semester && roster.Programme == programme && roster.State == RosterState.Approved
                && (roster.Kind == RosterKind.Regular || roster.Kind == RosterKind.Supplement)
            from closure in db.EntryClosures.Where(c => c.County == entry.County && c.Entry == entry.Id).DefaultIfEmpty()
            select new
            {
                entry.Id,
                entry.Roster,
                roster.Kind,
                entry.School,
                entry.Person,
                entry.Name,
                entry.Fen,
                Closed = (ClosureReason?)closure.Reason,
                closure.Remark,
            }).ToListAsync(stop);
        if (entries.Count == 0) return [];
        var links = (await (
            from link in db.LineEntries
            join line in db.PaymentLines on new { link.Batch, link.Sequence } equals new { line.Batch, line.Sequence }
            join batch in db.Batches on link.Batch equals batch.Id
            where batch.Semester == semester && batch.Programme == programme && line.State != LineState.Cancelled
            select new { link.Entry, link.Open, link.Batch, link.Sequence, batch.Number, Order = batch.Sequence, Released = batch.State != BatchState.Assembled, line.State, line.Reason, line.ReasonText, line.CreditedOn })
            .ToListAsync(stop)).ToLookup(l => l.Entry);
        return
        [
            .. entries.Select(e =>
            {
                var link = links[e.Id].OrderBy(l => l.Open).ThenBy(l => l.Order).LastOrDefault();
                var state = e.Closed is not null && link?.State != LineState.Paid ? EntryState.Closed : link?.State switch
                {
                    null => EntryState.Waiting,
                    LineState.Ready => EntryState.Ready,
                    LineState.Sent => EntryState.Sent,
                    LineState.Pending => EntryState.Pending,
                    LineState.Paid => EntryState.Paid,
                    LineState.Failed => EntryState.Failed,
                    _ => EntryState.Returned,
                };
                return new EntryPayment(
                    e.Id, e.Roster, e.Kind, e.School, e.Person, e.Name, e.Fen, state, links[e.Id].Any(l => l.Released), link?.Batch, link?.Sequence, link?.Number,
                    link?.Reason, link?.ReasonText, link?.CreditedOn, e.Closed, e.Remark);
            }),
        ];
    }
}
