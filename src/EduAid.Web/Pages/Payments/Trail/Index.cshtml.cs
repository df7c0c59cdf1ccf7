using System.Globalization;
using EduAid.Application.Payments;
using EduAid.Application.People;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Payments;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Payments.Trail;

/// <param name="Fen">Of a recovery: what is to come back.</param>
public sealed record TrailEntry(
    Guid Entry, Guid Roster, Semester Semester, string Programme, RosterKind Kind, RosterState State, string School, long Fen, Guid? Corrects, ClosureReason? Closed, long Received);

public sealed record TrailLine(Guid Entry, Guid Batch, string Number, int Sequence, LineState State, string? Reason, DateOnly? CreditedOn, long Fen);

/// <summary>A pupil's money over all semesters: every entry, its payments, what came back, and what was corrected.</summary>
public sealed class IndexModel(EduAidDbContext db, PersonDirectory people) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public string Name { get; private set; } = "";

    public CitizenId? Id { get; private set; }

    public IReadOnlyList<TrailEntry> Entries { get; private set; } = [];

    public ILookup<Guid, TrailLine> Lines { get; private set; } = Array.Empty<TrailLine>().ToLookup(l => l.Entry);

    /// <summary>Whole fen that have arrived and stayed.</summary>
    public long Paid => Lines.SelectMany(l => l).Where(l => l.State == LineState.Paid).Sum(l => l.Fen) - Entries.Sum(e => e.Received);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        var person = new PersonId(id);
        var rows = await (
            from entry in db.RosterEntries
            join roster in db.Rosters on entry.Roster equals roster.Id
            where entry.Person == person
            select new
            {
                entry.Name,
                Entry = new TrailEntry(
                    entry.Id, roster.Id.Value, roster.Semester, roster.Programme, roster.Kind, roster.State,
                    db.SchoolVersions.Where(v => v.School == entry.School && !v.Undone && v.From <= roster.Semester).OrderByDescending(v => v.From).ThenByDescending(v => v.Import).Select(v => v.Name).FirstOrDefault() ?? "—",
                    entry.Fen, entry.Corrects, db.EntryClosures.Where(c => c.Entry == entry.Id).Select(c => (ClosureReason?)c.Reason).FirstOrDefault(),
                    db.RecoveryReceipts.Where(r => r.County == entry.County && r.Entry == entry.Id).Sum(r => (long?)r.Fen) ?? 0),
            }).ToListAsync(stop);
        if (rows.Count == 0) return NotFound();
        Name = rows[0].Name;
        Entries = [.. rows.Select(r => r.Entry).OrderByDescending(e => e.Semester).ThenBy(e => e.Programme, StringComparer.Ordinal).ThenBy(e => e.Kind)];
        var lines = await (
            from entry in db.RosterEntries
            join link in db.LineEntries on entry.Id equals link.Entry
            join line in db.PaymentLines on new { link.Batch, link.Sequence } equals new { line.Batch, line.Sequence }
            where entry.Person == person
            select new { entry.Id, line.Batch, line.Sequence, line.State, line.Reason, line.CreditedOn, link.Fen }).ToListAsync(stop);
        var batches = await BatchNumbers.OfAsync(db, lines.Select(l => l.Batch), stop);
        Lines = lines.OrderBy(l => batches[l.Batch].Sequence)
            .ToLookup(l => l.Id, l => new TrailLine(l.Id, l.Batch, batches[l.Batch].Number, l.Sequence, l.State, l.Reason, l.CreditedOn, l.Fen));
        Id = (await people.RevealAsync([person], stop)).TryGetValue(person, out var number) ? number : null;
        return Page();
    }
}
