using System.Security.Cryptography;
using EduAid.Application.Audit;
using EduAid.Application.People;
using EduAid.Application.Schools;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Entry;

/// <summary>What somebody has typed into one row.</summary>
/// <param name="Version">Of the row as they saw it; 0 for a row that was not there.</param>
/// <param name="Cells">The new texts.</param>
/// <param name="Restored">Cells that get back what stood there, from a seal that an earlier saving gave out.</param>
public sealed record RowEdit(int Line, long Version, IReadOnlyDictionary<Field, string> Cells, IReadOnlyDictionary<Field, string> Restored);

/// <summary>What stood in a protected cell before, sealed: good to be put back into that cell and for nothing else.</summary>
public sealed record KeptCell(int Line, Field Field, string Seal);

/// <param name="Lines">The rows that were changed, as they stand now.</param>
/// <param name="Conflicts">Rows that somebody else changed first, as they stand now; nothing was written to them.</param>
/// <param name="Filled">Rows in which a known pupil was filled in from last semester.</param>
public sealed record DraftSaving(
    IReadOnlyList<Field> Columns, IReadOnlyList<DraftLine> Lines, IReadOnlyList<DraftLine> Conflicts, IReadOnlyList<KeptCell> Kept, IReadOnlyList<int> Filled,
    DraftCheck Check);

/// <summary>
/// Saves what is typed as one goes. Two people may work in one draft: each row is written by whoever saw its latest version. A draft is no
/// record yet: saving takes no turn of the county and leaves no event; starting, opening a cell, sending and accepting do.
/// </summary>
public sealed class SaveDraft(EduAidDbContext db, FieldCipher cipher, OpenDraft open, CheckDraft check, LastList last, PersonDirectory people, TimeProvider time)
{
    private const int Tries = 4;

    /// <summary>Null where the scope has no such school in the semester.</summary>
    public async Task<DraftSaving?> RunAsync(Actor actor, SchoolId school, Semester semester, IReadOnlyList<RowEdit> edits, CancellationToken stop)
    {
        if (db.Scope?.Covers(school) != true) return null;
        var schools = await SchoolRegister.LoadAsync(db, semester, stop);
        if (schools.Find(school) is not { } own) return null;
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await TryAsync(actor, schools, own, semester, edits, stop);
            }
            catch (DbUpdateException) when (tried < Tries)
            {
                // Somebody was quicker between reading and writing: what they wrote is read now, and decides.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<DraftSaving> TryAsync(
        Actor actor, SchoolRegister schools, SchoolInSemester own, Semester semester, IReadOnlyList<RowEdit> edits, CancellationToken stop)
    {
        var (columns, now) = (EntryColumns.Of(own.Facts.Kind), time.GetUtcNow());
        var draft = await db.ListDrafts.SingleOrDefaultAsync(d => d.School == own.Id && d.Semester == semester, stop)
            ?? await DraftRows.NewAsync(db, actor, own.Id, semester, now, 0, stop);
        var rows = (await open.RowsAsync(draft.Id, stop)).ToDictionary(r => r.Row.Line);
        var (changed, conflicts, kept, identified) = (new List<int>(), new List<DraftLine>(), new List<KeptCell>(), new List<int>());
        foreach (var edit in edits.Where(e => e.Line is >= 1 and <= PastedBlock.MostRows).DistinctBy(e => e.Line))
        {
            var known = rows.TryGetValue(edit.Line, out var there);
            if ((known ? there.Row.Version : 0) != edit.Version)
            {
                conflicts.Add(known ? OpenDraft.Shown(there.Row, there.Cells, columns) : new(edit.Line, 0, [.. columns.Select(_ => "")]));
                continue;
            }
            if (!known) there = (NewRow(actor, draft, edit.Line), new());
            if (Apply(draft, edit, columns, there.Cells, kept)) identified.Add(edit.Line);
            rows[edit.Line] = there;
            changed.Add(edit.Line);
        }
        var filled = await FillAsync(own, semester, rows, identified, columns, stop);
        Write(actor, draft, rows, changed);
        var sheet = new DraftSheet(columns, rows.Values.OrderBy(r => r.Row.Line).Select(r => (r.Row.Line, r.Cells)));
        var checkedRows = await check.RunAsync(schools, own.Id, semester, sheet, stop);
        if (changed.Count > 0)
        {
            db.ListDrafts.Attach(draft);
            (draft.ChangedAt, draft.ChangedBy, draft.Rows, draft.Faulty) = (now, actor.Name, sheet.Lines.Count, checkedRows.Faulty);
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        }
        return new(
            columns, [.. changed.Select(l => OpenDraft.Shown(rows[l].Row, rows[l].Cells, columns))], conflicts, kept, filled, checkedRows);
    }

    /// <returns>Whether the row got another ID.</returns>
    private bool Apply(ListDraft draft, RowEdit edit, IReadOnlyList<Field> columns, DraftCells cells, List<KeptCell> kept)
    {
        var before = cells[Field.CitizenId];
        foreach (var field in edit.Cells.Keys.Union(edit.Restored.Keys).Where(columns.Contains))
        {
            var (old, place) = (cells[field], Places.DraftCell(draft.County, draft.Id, edit.Line, field.ToString()));
            var text = edit.Restored.TryGetValue(field, out var seal) ? Unsealed(seal, place) : edit.Cells[field];
            if (text is null) continue;
            cells[field] = text;
            if (EntryColumns.IsProtected(field) && old.Length > 0 && old != cells[field])
                kept.Add(new(edit.Line, field, Convert.ToBase64String(cipher.Encrypt(old, place))));
        }
        return cells[Field.CitizenId] is { Length: > 0 } id && id != before;
    }

    private string? Unsealed(string seal, string place)
    {
        try
        {
            return cipher.Decrypt(Convert.FromBase64String(seal), place);
        }
        catch (Exception refused) when (refused is CryptographicException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Fills the blank cells of rows that have got the ID of a pupil on the school's own last list.</summary>
    private async Task<IReadOnlyList<int>> FillAsync(
        SchoolInSemester own, Semester semester, Dictionary<int, (ListDraftRow Row, DraftCells Cells)> rows, List<int> identified, IReadOnlyList<Field> columns,
        CancellationToken stop)
    {
        var today = time.Today();
        var ids = identified.Select(l => (Line: l, Id: CitizenId.Parse(Text.Fold(rows[l].Cells[Field.CitizenId]), today)))
            .Where(i => i.Id.IsValid).ToLookup(i => i.Id.Id.Reveal(), i => i.Line);
        if (ids.Count == 0) return [];
        var persons = await people.FindAsync([.. ids.Select(i => i.Key)], stop);
        var filled = new List<int>();
        foreach (var (row, id) in await last.RowsAsync(own.Id, semester.Previous, persons, stop))
        {
            var carried = LastList.Into(semester, row, own.Facts.Kind.Stages());
            var known = ListLineCells.Of(cipher, row, id, carried.Not is null ? (carried.Stage, carried.Grade) : null, transfers: false);
            foreach (var line in ids[id.Reveal()])
            {
                var blank = columns.Where(c => rows[line].Cells[c].Length == 0 && known[c].Length > 0).ToList();
                foreach (var field in blank) rows[line].Cells[field] = known[field];
                if (blank.Count > 0) filled.Add(line);
            }
        }
        return filled;
    }

    private void Write(Actor actor, ListDraft draft, Dictionary<int, (ListDraftRow Row, DraftCells Cells)> rows, List<int> changed)
    {
        foreach (var line in changed)
        {
            var (row, cells) = rows[line];
            if (row.Version == 0)
            {
                if (cells.IsBlank) continue;
                db.ListDraftRows.Add(row);
            }
            else db.ListDraftRows.Attach(row);
            row.CellsCipher = cells.Seal(cipher, draft.County, draft.Id, line);
            row.By = actor.Name;
            row.Version++;
        }
    }

    private static ListDraftRow NewRow(Actor actor, ListDraft draft, int line) => new()
    {
        County = draft.County,
        Draft = draft.Id,
        Line = line,
        School = draft.School,
        CellsCipher = [],
        Version = 0,
        By = actor.Name,
    };
}
