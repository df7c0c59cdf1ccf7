using EduAid.Application.Setup;
using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Audit;

/// <summary>What of the trail is looked for; null leaves a condition out.</summary>
/// <param name="From">First civil day of the county; <paramref name="To"/> the last.</param>
/// <param name="Actor">A part of the account's name.</param>
/// <param name="Action">An action's code.</param>
/// <param name="Subject">How the subject begins, such as <c>roster:</c> or a whole subject.</param>
public sealed record TrailFilter(DateOnly? From = null, DateOnly? To = null, string? Actor = null, string? Action = null, string? Subject = null);

/// <param name="Json">The details; null once erased.</param>
public sealed record TrailRow(AuditEvent Event, string? Json);

/// <param name="Head">The end of the chain.</param>
/// <param name="Actions">Codes that occur, to choose from.</param>
public sealed record TrailPage(IReadOnlyList<TrailRow> Rows, int Count, AuditHead Head, IReadOnlyList<string> Actions);

/// <summary>Reads the trail for those who look after it, newest first. They need no scope of business data for it.</summary>
public sealed class SearchTrail(EduAidDbContext db, CountyScope scope)
{
    public Task<TrailPage> RunAsync(TrailFilter filter, int skip, int take, CancellationToken stop) => scope.RunAsync(async () =>
    {
        var found = Found(filter);
        var count = await found.CountAsync(stop);
        var rows = await Rows(found.OrderByDescending(e => e.Number).Skip(skip).Take(take)).ToListAsync(stop);
        var head = await db.AuditHeads.SingleAsync(stop);
        return new TrailPage([.. rows.OrderByDescending(r => r.Event.Number)], count, head, await db.AuditEvents.Select(e => e.Action).Distinct().OrderBy(a => a).ToListAsync(stop));
    });

    internal IQueryable<TrailRow> Rows(IQueryable<AuditEvent> events) =>
        from audit in events
        join detail in db.AuditDetails on audit.Number equals detail.Number into details
        from detail in details.DefaultIfEmpty()
        select new TrailRow(audit, detail == null ? null : detail.Json);

    internal IQueryable<AuditEvent> Found(TrailFilter filter)
    {
        var events = db.AuditEvents.AsQueryable();
        if (filter.From is { } from)
        {
            var first = Start(from);
            events = events.Where(e => e.At >= first);
        }
        if (filter.To is { } to)
        {
            var end = Start(to.AddDays(1));
            events = events.Where(e => e.At < end);
        }
        if (filter.Actor is { } actor) events = events.Where(e => e.Actor.Contains(actor));
        if (filter.Action is { } action) events = events.Where(e => e.Action == action);
        if (filter.Subject is { } subject) events = events.Where(e => e.Subject.StartsWith(subject));
        return events;
    }

    private static DateTimeOffset Start(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, CountyTime.Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
