using EduAid.Application.Audit;
using EduAid.Application.Intake;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Entry;

/// <summary>Sends a draft as a file would be sent: it is previewed and accepted as an upload. The draft stays until all of it is accepted.</summary>
public sealed class SendDraft(EduAidDbContext db, OpenDraft open, StageUpload stage)
{
    /// <returns>The upload to look at, or why there is none.</returns>
    public async Task<(Guid? Upload, DraftRefusal? Refusal)> RunAsync(Actor actor, SchoolId school, Semester semester, CancellationToken stop)
    {
        if (db.Scope?.Covers(school) != true) return (null, DraftRefusal.NotFound);
        var own = (await SchoolRegister.LoadAsync(db, semester, stop)).Find(school);
        if (own is null) return (null, DraftRefusal.NotFound);
        var draft = await db.ListDrafts.SingleOrDefaultAsync(d => d.School == school && d.Semester == semester, stop);
        var rows = draft is null ? [] : await open.RowsAsync(draft.Id, stop);
        var sheet = new DraftSheet(EntryColumns.Of(own.Facts.Kind), rows.Select(r => (r.Row.Line, r.Cells)));
        if (draft is null || sheet.Lines.Count == 0) return (null, DraftRefusal.NothingEntered);
        var staged = await stage.RunAsync(actor, new(ListKind.Enrolments, semester, school, [new(DraftSheet.FileName, sheet.Content)]), stop);
        if (staged.Upload is not { } upload) return (null, DraftRefusal.NotFound);
        await db.ListDrafts.Where(d => d.Id == draft.Id).ExecuteUpdateAsync(s => s.SetProperty(d => d.Upload, upload), stop);
        return (upload, null);
    }
}
