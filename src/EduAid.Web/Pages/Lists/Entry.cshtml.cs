using System.Globalization;
using EduAid.Application.Entry;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Lists;

/// <summary>在线录入: a school's semester list typed or pasted into a grid, checked as one types and sent like an upload.</summary>
public sealed class EntryModel(
    EduAidDbContext db, Visitor visitor, OpenDraft open, SaveDraft save, StartDraft start, SendDraft send, ReadPaste paste, RememberHeadings headings, RevealDraftCell reveal,
    TermDifference difference, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public SchoolLabel School { get; private set; } = null!;

    public EntryBegin Begin { get; private set; } = null!;

    public IReadOnlyList<Field> Columns => EntryColumns.Of(School.Kind);

    /// <summary>What came of the last step, in words.</summary>
    [TempData]
    public string? Done { get; set; }

    [TempData]
    public string? Refused { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } school) return NotFound();
        School = school;
        Begin = await EntryBegin.LoadAsync(db, school.Id, Semester, stop);
        return Page();
    }

    public async Task<IActionResult> OnGetRowsAsync(Guid id, CancellationToken stop) =>
        await open.RunAsync(new(id), Semester, stop) is { } draft ? new JsonResult(EntryAnswer.Of(draft, Words)) : NotFound();

    public async Task<IActionResult> OnGetDifferenceAsync(Guid id, CancellationToken stop) =>
        await FindAsync(id, stop) is { } school
            ? Partial("_EntryDifference", new EntryDifference(await difference.OfAsync(school.Id, Semester, school.Kind, stop), Words)) : NotFound();

    public async Task<IActionResult> OnPostSaveAsync(Guid id, CancellationToken stop)
    {
        if (!visitor.Scope.Covers(new(id))) return NotFound();
        if (await EntryRequest.ReadAsync<EntrySave>(Request, stop) is not { } sent) return new UnprocessableEntityResult();
        return await save.RunAsync(visitor.Actor, new(id), Semester, [.. (sent.Edits ?? []).Select(e => e.Typed())], stop) is { } saved
            ? new JsonResult(EntryAnswer.Of(saved, Words)) : NotFound();
    }

    public async Task<IActionResult> OnPostPasteAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } school) return NotFound();
        if (await EntryRequest.ReadAsync<EntryBlock>(Request, stop) is not { Rows: { } block }) return new UnprocessableEntityResult();
        return new JsonResult(EntryAnswer.Of(await paste.RunAsync(school.Id, school.Kind, block, stop)));
    }

    public async Task<IActionResult> OnPostHeadingsAsync(Guid id, CancellationToken stop)
    {
        if (!visitor.Scope.Covers(new(id))) return NotFound();
        if (await EntryRequest.ReadAsync<EntryMeanings>(Request, stop) is not { Meanings: { } meanings }) return new UnprocessableEntityResult();
        var said = meanings.ToDictionary(m => m.Key, m => Enum.TryParse<Field>(m.Value, out var field) ? field : (Field?)null);
        return await headings.RunAsync(visitor.Actor, new(id), said, stop) ? new OkResult() : NotFound();
    }

    public async Task<IActionResult> OnPostForgetAsync(Guid id, CancellationToken stop)
    {
        if (!await headings.ForgetAsync(visitor.Actor, new(id), stop)) return NotFound();
        Done = texts["Entry.Forgotten"];
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostCellAsync(Guid id, CancellationToken stop)
    {
        if (!visitor.Scope.Covers(new(id))) return NotFound();
        if (await EntryRequest.ReadAsync<EntryCell>(Request, stop) is not { } asked || !Enum.TryParse<Field>(asked.Field, out var field)) return new UnprocessableEntityResult();
        return await reveal.RunAsync(visitor.Actor, visitor.Role, new(id), Semester, asked.Line, field, stop) is { } text ? new JsonResult(new { text }) : NotFound();
    }

    public async Task<IActionResult> OnPostStartAsync(Guid id, DraftStart with, bool discard, CancellationToken stop)
    {
        var started = await start.RunAsync(visitor.Actor, new(id), Semester, with, discard, stop);
        if (started.Refusal == DraftRefusal.NotFound) return NotFound();
        if (started.Refusal is { } refusal) Refused = texts["Entry.Refusal." + refusal];
        else if (with != DraftStart.Blank) Done = texts["Entry.Started." + with, started.Rows, started.NotCarried];
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostSendAsync(Guid id, CancellationToken stop)
    {
        var (upload, refusal) = await send.RunAsync(visitor.Actor, new(id), Semester, stop);
        if (upload is { } staged) return RedirectToPage("/Lists/Preview", new { id = staged });
        if (refusal == DraftRefusal.NotFound) return NotFound();
        Refused = texts["Entry.Refusal." + refusal];
        return RedirectToPage(new { id });
    }

    private async Task<SchoolLabel?> FindAsync(Guid id, CancellationToken stop) =>
        visitor.Scope.Covers(new(id)) ? (await SchoolLabels.LoadAsync(db, Semester, stop)).All.FirstOrDefault(s => s.Id.Value == id) : null;
}
