using EduAid.Application.Storage;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.People;

/// <summary>One thing that is on record about a person.</summary>
/// <param name="By">Who did it, as far as it is kept.</param>
public abstract record HistoryItem(DateTimeOffset At, string? By)
{
    /// <summary>A row of a school's list or of an admissions list.</summary>
    /// <param name="Replaced">A later list, or an undone import, has taken its place.</param>
    public sealed record Listed(DateTimeOffset At, string? By, Semester Semester, SchoolId School, string? Class, int Import, string Sheet, int Row, bool Replaced)
        : HistoryItem(At, By);

    /// <summary>A row of a registered list.</summary>
    public sealed record Registered(DateTimeOffset At, string? By, string Category, Semester From, int Import, bool Undone) : HistoryItem(At, By);

    /// <summary>An entry of a roster, at the time at which the roster was computed.</summary>
    public sealed record Granted(DateTimeOffset At, Semester Semester, string Programme, SchoolId School, long Fen, RosterState State, RosterId Roster) : HistoryItem(At, null);

    /// <summary>An event of the trail about the person: looked up, revealed, refused.</summary>
    public sealed record Traced(DateTimeOffset At, string? By, string Role, string Action, string? Json) : HistoryItem(At, By);
}

/// <param name="Masked">The present citizen ID, masked; empty once erased.</param>
public sealed record PersonRecord(PersonId Id, string Name, int BirthYear, string Masked, IReadOnlyList<HistoryItem> Items);

/// <summary>Everything that is on record about one person, newest first, as far as the scope reaches. Five queries.</summary>
public sealed class PersonHistory(EduAidDbContext db, PersonDirectory people)
{
    /// <summary>Null where the scope has no such person.</summary>
    public async Task<PersonRecord?> OfAsync(PersonId id, CancellationToken stop)
    {
        if (await db.People.Where(p => p.Id == id).Select(p => new { p.Name, p.BirthYear, Number = p.Numbers.FirstOrDefault(n => n.Until == null) })
            .FirstOrDefaultAsync(stop) is not { } person) return null;
        List<HistoryItem> items = [.. await ListedAsync(id, stop), .. await RegisteredAsync(id, stop), .. await GrantedAsync(id, stop), .. await TracedAsync(id, stop)];
        return new(id, person.Name, person.BirthYear, person.Number is { } number ? people.Reveal(number).ToString() : "", [.. items.OrderByDescending(i => i.At)]);
    }

    private async Task<IEnumerable<HistoryItem>> ListedAsync(PersonId id, CancellationToken stop)
    {
        var rows = await db.Enrolments.Where(e => e.Person == id).Select(e => new { e.List, e.Class, e.Import, e.Sheet, e.Row })
            .Concat(db.Admissions.Where(a => a.Person == id).Select(a => new { a.List, Class = (string?)null, a.Import, a.Sheet, a.Row }))
            .Join(db.SchoolLists, r => r.List, l => l.Id, (Row, List) => new { Row, List }).ToListAsync(stop);
        return rows.Select(r => new HistoryItem.Listed(
            r.List.At, r.List.By, r.List.Semester, r.List.School, r.Row.Class, r.Row.Import, r.Row.Sheet, r.Row.Row, !r.List.Current));
    }

    private async Task<IEnumerable<HistoryItem>> RegisteredAsync(PersonId id, CancellationToken stop)
    {
        var rows = await (
            from row in db.Registrations
            where row.Person == id
            join list in db.RegisteredLists on row.List equals list.Import
            join import in db.Imports on row.List equals import.Number
            select new { row.Category, row.List, row.ValidFrom, list.Undone, import.At, import.By }).ToListAsync(stop);
        return rows.Select(r => new HistoryItem.Registered(r.At, r.By, r.Category, r.ValidFrom, r.List, r.Undone));
    }

    private async Task<IEnumerable<HistoryItem>> GrantedAsync(PersonId id, CancellationToken stop)
    {
        var rows = await (
            from entry in db.RosterEntries
            where entry.Person == id
            join roster in db.Rosters on entry.Roster equals roster.Id
            select new { entry.Fen, roster.Id, roster.GeneratedAt, roster.Semester, roster.Programme, roster.School, roster.State }).ToListAsync(stop);
        return rows.Select(r => new HistoryItem.Granted(r.GeneratedAt, r.Semester, r.Programme, r.School, r.Fen, r.State, r.Id));
    }

    private async Task<IEnumerable<HistoryItem>> TracedAsync(PersonId id, CancellationToken stop)
    {
        var (subject, dashed) = ($"person:{id.Value:N}", $"person:{id.Value}");
        var events = await (
            from audit in db.AuditEvents
            where audit.Subject == subject || audit.Subject == dashed
            join detail in db.AuditDetails on audit.Number equals detail.Number
            select new { audit, detail.Json }).ToListAsync(stop);
        return events.Select(e => new HistoryItem.Traced(e.audit.At, e.audit.Actor, e.audit.Role, e.audit.Action, e.Json));
    }
}
