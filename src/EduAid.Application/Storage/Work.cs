using EduAid.Application.Audit;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Storage;

/// <summary>One unit of work: everything that a verb does, and its audit events, in one transaction or not at all.</summary>
public sealed class Work(EduAidDbContext db, AuditTrail trail)
{
    /// <summary>Puts an event on the trail where nothing else changes: something was looked at, taken along or begun.</summary>
    public Task RecordAsync(Actor actor, string action, string subject, object details, CancellationToken stop) => ChangeAsync(
        () =>
        {
            trail.Record(actor, action, subject, details);
            return Task.FromResult(0);
        },
        stop);

    /// <summary>
    /// Runs a change. Changes of one county wait for each other: an import and a generation of the same semester exclude each other,
    /// and two people pressing the same button come one after the other.
    /// </summary>
    public async Task<T> ChangeAsync<T>(Func<Task<T>> change, CancellationToken stop)
    {
        // A verb within a verb: the outer one seals and commits both.
        if (db.Database.CurrentTransaction is not null) return await change();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var county = db.CountyCode;
        await db.Counties.Where(c => c.Code == county).ExecuteUpdateAsync(s => s.SetProperty(c => c.Turn, c => c.Turn + 1), stop);
        T result;
        try
        {
            result = await change();
            await trail.SealAsync(stop);
        }
        catch
        {
            // What was recorded has not happened; a later change of this unit of work must not seal it.
            trail.Discard();
            db.ChangeTracker.Clear();
            throw;
        }
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
        // From here on the change has happened: a cancelled request must not keep the head from being copied.
        await trail.CopyHeadAsync(CancellationToken.None);
        return result;
    }
}
