using EduAid.Application.Setup;
using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Retention;

/// <param name="Months">How long the kind is kept.</param>
/// <param name="Before">What lies before this day goes.</param>
/// <param name="Count">Uploads, files, rows, people or events, by kind.</param>
public sealed record RetentionCount(RetentionKind Kind, int Months, DateOnly Before, int Count);

/// <summary>The dry run: what would go today, by kind. Changes nothing.</summary>
public sealed class RetentionPlan(EduAidDbContext db, CountyScope scope, TimeProvider time)
{
    public Task<IReadOnlyList<RetentionCount>> RunAsync(CancellationToken stop) => scope.RunAsync(async () => await CountAsync(stop));

    internal async Task<IReadOnlyList<RetentionCount>> CountAsync(CancellationToken stop)
    {
        var months = await RetentionPeriods.LoadAsync(db, stop);
        var rows = new RetentionRows(db, months, time.Today());
        // One question, of rows of two tables that have a column of the same kind: a page asks few.
        var identities = rows.People().Select(p => p.BirthYear).Concat(rows.NamedCases().Select(c => c.BirthYear));
        var counts = new Dictionary<RetentionKind, int>
        {
            [RetentionKind.StagedUploads] = await rows.Staged().CountAsync(stop),
            [RetentionKind.RawFiles] = await rows.RawFiles().CountAsync(stop),
            [RetentionKind.ContactDetails] = await rows.Contacts().CountAsync(stop) + await rows.Refused().CountAsync(stop),
            [RetentionKind.Identity] = await identities.CountAsync(stop),
            [RetentionKind.AuditDetails] = await rows.Details().CountAsync(stop),
        };
        return [.. RetentionPeriods.Kinds.Select(k => new RetentionCount(k, months[k], rows.Before(k), counts[k]))];
    }
}
