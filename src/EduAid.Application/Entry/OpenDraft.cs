using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Entry;

/// <summary>A row as the grid shows it.</summary>
/// <param name="Cells">By column; protected ones masked.</param>
public sealed record DraftLine(int Line, long Version, IReadOnlyList<string> Cells);

/// <summary>A draft with its rows and what is wrong with them.</summary>
public sealed record OpenedDraft(ListDraft? Draft, IReadOnlyList<Field> Columns, IReadOnlyList<DraftLine> Lines, DraftCheck Check);

/// <summary>Reads a school's draft and checks it. Writes nothing.</summary>
public sealed class OpenDraft(EduAidDbContext db, FieldCipher cipher, CheckDraft check)
{
    /// <summary>Null where the scope has no such school in the semester.</summary>
    public async Task<OpenedDraft?> RunAsync(SchoolId school, Semester semester, CancellationToken stop)
    {
        if (db.Scope?.Covers(school) != true) return null;
        var schools = await SchoolRegister.LoadAsync(db, semester, stop);
        if (schools.Find(school) is not { } own) return null;
        var columns = EntryColumns.Of(own.Facts.Kind);
        var draft = await db.ListDrafts.SingleOrDefaultAsync(d => d.School == school && d.Semester == semester, stop);
        var rows = draft is null ? [] : await RowsAsync(draft.Id, stop);
        var sheet = new DraftSheet(columns, rows.Select(r => (r.Row.Line, r.Cells)));
        return new(draft, columns, [.. rows.Select(r => Shown(r.Row, r.Cells, columns))], await check.RunAsync(schools, school, semester, sheet, stop));
    }

    /// <summary>The rows of a draft with their cells in full; they stay on the server.</summary>
    internal async Task<IReadOnlyList<(ListDraftRow Row, DraftCells Cells)>> RowsAsync(Guid draft, CancellationToken stop) =>
        [.. (await db.ListDraftRows.Where(r => r.Draft == draft).OrderBy(r => r.Line).ToListAsync(stop)).Select(r => (r, DraftCells.Open(cipher, r)))];

    internal static DraftLine Shown(ListDraftRow row, DraftCells cells, IReadOnlyList<Field> columns) =>
        new(row.Line, row.Version, [.. columns.Select(cells.Shown)]);
}
