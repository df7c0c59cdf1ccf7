using EduAid.Application.Audit;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Entry;

/// <summary>What a draft begins with.</summary>
public enum DraftStart
{
    /// <summary>Nothing.</summary>
    Blank = 1,

    /// <summary>The list of the semester before, each pupil a grade on where the school year has changed.</summary>
    LastSemester,

    /// <summary>The list of the semester as it was accepted.</summary>
    CurrentList,
}

public enum DraftRefusal
{
    /// <summary>No such school in the scope.</summary>
    NotFound = 1,

    /// <summary>There is no list to begin with.</summary>
    NoList,

    /// <summary>The draft has rows, and nobody has said that they may go.</summary>
    HasRows,

    /// <summary>There are no rows to send.</summary>
    NothingEntered,
}

/// <param name="Rows">Rows that the draft begins with.</param>
/// <param name="NotCarried">Rows of the list that were left out: finished or gone.</param>
public sealed record DraftStarted(int Rows, int NotCarried, DraftRefusal? Refusal = null);

/// <summary>Begins a school's draft, with nothing or with a list that was accepted before.</summary>
public sealed class StartDraft(EduAidDbContext db, Work work, AuditTrail trail, FieldCipher cipher, LastList last, TimeProvider time)
{
    /// <param name="discard">The rows that stand there may go.</param>
    public Task<DraftStarted> RunAsync(Actor actor, SchoolId school, Semester semester, DraftStart start, bool discard, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (db.Scope?.Covers(school) != true) return Refused(DraftRefusal.NotFound);
            if ((await SchoolRegister.LoadAsync(db, semester, stop)).Find(school) is not { } own) return Refused(DraftRefusal.NotFound);
            var draft = await db.ListDrafts.SingleOrDefaultAsync(d => d.School == school && d.Semester == semester, stop);
            if (draft is not null && !discard && await db.ListDraftRows.AnyAsync(r => r.Draft == draft.Id, stop)) return Refused(DraftRefusal.HasRows);
            var (rows, left) = await CellsAsync(school, semester, start, own.Facts.Kind, stop);
            if (rows.Count == 0 && start != DraftStart.Blank) return Refused(DraftRefusal.NoList);
            if (draft is not null) await DraftRows.DeleteAsync(db, draft.Id, stop);
            draft = await DraftRows.NewAsync(db, actor, school, semester, time.GetUtcNow(), rows.Count, stop);
            await db.InsertManyAsync(rows.Select((cells, i) => new ListDraftRow
            {
                County = draft.County,
                Draft = draft.Id,
                Line = i + 1,
                School = school,
                CellsCipher = cells.Seal(cipher, draft.County, draft.Id, i + 1),
                Version = 1,
                By = actor.Name,
            }), stop);
            trail.Record(actor, "draft.start", $"school:{own.Code}", new { Semester = semester.ToString(), What = start.ToString(), Rows = rows.Count });
            return new DraftStarted(rows.Count, left);
        },
        stop);

    private async Task<(List<DraftCells> Rows, int Left)> CellsAsync(
        SchoolId school, Semester semester, DraftStart start, SchoolKind kind, CancellationToken stop)
    {
        if (start == DraftStart.Blank) return ([], 0);
        var (columns, taught) = (EntryColumns.Of(kind), kind.Stages());
        var carries = start == DraftStart.LastSemester;
        var rows = await last.RowsAsync(school, carries ? semester.Previous : semester, stop);
        var ids = await last.IdsAsync(rows, stop);
        var cells = new List<DraftCells>();
        foreach (var row in rows.Take(PastedBlock.MostRows))
        {
            if (!carries) cells.Add(ListLineCells.Of(cipher, row, ids[row.Person], (row.Stage, row.Grade), transfers: true).Only(columns));
            else if (LastList.Into(semester, row, taught) is var carried && carried.Not is null)
                cells.Add(ListLineCells.Of(cipher, row, ids[row.Person], (carried.Stage, carried.Grade), transfers: false).Only(columns));
        }
        return (cells, rows.Count - cells.Count);
    }

    private static DraftStarted Refused(DraftRefusal refusal) => new(0, 0, refusal);
}
