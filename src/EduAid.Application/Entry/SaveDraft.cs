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
    /// <summary>Null where the scope has no such school in the semester.</summary>
    public async Task<DraftSaving?> RunAsync(Actor actor, SchoolId school, Semester semester, IReadOnlyList<RowEdit> edits, CancellationToken stop)
    {
        if (db.Scope?.Covers(school) != true) return null;
        var schools = await SchoolRegister.LoadAsync(db, semester, stop);
        if (schools.Find(school) is not { } own) return null;
        var columns = EntryColumns.Of(own.Facts.Kind);
        var (draft, written) = ((ListDraft?)null, (Written?)null);
        // Begun anew by somebody else in the same moment, the draft is another one: what was typed meets its rows.
        while (written is null)
        {
            draft = await DraftAsync(actor, own.Id, semester, stop);
            written = await WriteAsync(actor, own, semester, draft, columns, edits, stop);
        }
        // Checked after the rows are safe, and without holding up whoever else writes.
        var sheet = new DraftSheet(columns, written.Rows.Values.OrderBy(r => r.Row.Line).Select(r => (r.Row.Line, r.Cells)));
        var checkedRows = await check.RunAsync(schools, own.Id, semester, sheet, stop);
        if (written.Changed.Count > 0)
        {
            await db.ListDrafts.Where(d => d.Id == draft!.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(d => d.Rows, sheet.Lines.Count).SetProperty(d => d.Faulty, checkedRows.Faulty), stop);
        }
        return new(
            columns, [.. written.Changed.Select(l => OpenDraft.Shown(written.Rows[l].Row, written.Rows[l].Cells, columns))], written.Conflicts, written.Kept, written.Filled, checkedRows);
    }

    private async Task<ListDraft> DraftAsync(Actor actor, SchoolId school, Semester semester, CancellationToken stop)
    {
        var known = db.ListDrafts.Where(d => d.School == school && d.Semester == semester);
        if (await known.SingleOrDefaultAsync(stop) is { } draft) return draft;
        try
        {
            return await DraftRows.NewAsync(db, actor, school, semester, time.GetUtcNow(), 0, stop);
        }
        catch (DbUpdateException)
        {
            // Somebody else began it in the same moment.
            db.ChangeTracker.Clear();
            return await known.SingleAsync(stop);
        }
    }

    private async Task<Written?> WriteAsync(
        Actor actor, SchoolInSemester own, Semester semester, ListDraft draft, IReadOnlyList<Field> columns, IReadOnlyList<RowEdit> edits, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        // Savings of one draft come one after the other: the draft's own row is written first.
        var now = time.GetUtcNow();
        var there = await db.ListDrafts.Where(d => d.Id == draft.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.ChangedAt, now).SetProperty(d => d.ChangedBy, actor.Name), stop);
        if (there == 0) return null;
        var rows = (await open.RowsAsync(draft.Id, stop)).ToDictionary(r => r.Row.Line);
        var written = new Written(rows, [], [], [], []);
        var identified = new List<int>();
        foreach (var edit in edits.Where(e => e.Line is >= 1 and <= PastedBlock.MostRows).DistinctBy(e => e.Line))
        {
            var known = rows.TryGetValue(edit.Line, out var row);
            if ((known ? row.Row.Version : 0) != edit.Version)
            {
                written.Conflicts.Add(known ? OpenDraft.Shown(row.Row, row.Cells, columns) : new(edit.Line, 0, [.. columns.Select(_ => "")]));
                continue;
            }
            if (!known) row = (NewRow(actor, draft, edit.Line), new());
            if (Apply(draft, edit, columns, row.Cells, written.Kept)) identified.Add(edit.Line);
            rows[edit.Line] = row;
            written.Changed.Add(edit.Line);
        }
        written.Filled.AddRange(await FillAsync(own, semester, rows, identified, columns, stop));
        await StoreAsync(actor, draft, written, stop);
        await transaction.CommitAsync(stop);
        return written;
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
        return [.. filled.Order()];
    }

    private async Task StoreAsync(Actor actor, ListDraft draft, Written written, CancellationToken stop)
    {
        foreach (var line in written.Changed)
        {
            var (row, cells) = written.Rows[line];
            if (row.Version == 0 && cells.IsBlank) continue;
            row.CellsCipher = cells.Seal(cipher, draft.County, draft.Id, line);
            row.By = actor.Name;
            row.Version++;
        }
        var lines = written.Changed;
        await db.ListDraftRows.Where(r => r.Draft == draft.Id && lines.Contains(r.Line)).ExecuteDeleteAsync(stop);
        await db.InsertManyAsync(lines.Select(l => written.Rows[l].Row).Where(r => r.Version > 0), stop);
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

    /// <summary>What has become of the edits, and all rows of the draft as they stand.</summary>
    private sealed record Written(
        Dictionary<int, (ListDraftRow Row, DraftCells Cells)> Rows, List<int> Changed, List<DraftLine> Conflicts, List<KeptCell> Kept, List<int> Filled);
}
