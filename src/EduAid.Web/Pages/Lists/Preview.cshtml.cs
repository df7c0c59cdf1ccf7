using System.Globalization;
using EduAid.Application.Enrolments;
using EduAid.Application.Intake;
using EduAid.Application.Jobs.Kinds;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Lists;

/// <summary>An upload before it is accepted, of whichever of the five kinds; registers are shown by /Registers/Preview with this same model.</summary>
public sealed class PreviewModel(
    PreviewUpload preview, AcceptStep accept, DiscardUpload discard, TakeHiddenSheets hidden, ReturnWorkbook workbooks, Visitor visitor,
    IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public ShownUpload Shown { get; private set; } = null!;

    public UploadPreview Preview => Shown.Preview;

    public PreviewList List { get; private set; } = null!;

    public Semester Semester => visitor.Semester;

    public bool IsCounty => visitor.School is null;

    public bool IsRegister => Shown.Upload.Kind != ListKind.Enrolments;

    public bool MayAccept => visitor.May(IsRegister ? Right.KeepRegisters : Right.SendLists);

    public bool CanAccept => MayAccept && Shown.Upload.AcceptedAt is null && Preview.CanBeAccepted;

    /// <summary>The name that is looked for: posted, because names stand in no address.</summary>
    [BindProperty]
    public string? Find { get; set; }

    [BindProperty]
    public Decision Input { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => ShownAsync(id, null, stop);

    [Needs(Right.SeeSemester)]
    public Task<IActionResult> OnPostFindAsync(Guid id, CancellationToken stop) =>
        ShownAsync(id, string.IsNullOrWhiteSpace(Find) ? null : Find.Trim(), stop);

    public async Task<IActionResult> OnGetMarkedAsync(Guid id, int file, CancellationToken stop) =>
        Download(await workbooks.MarkedAsync(id, file, Words, stop));

    public async Task<IActionResult> OnGetBadRowsAsync(Guid id, int file, CancellationToken stop) =>
        Download(await workbooks.BadRowsAsync(id, file, Words, stop));

    public async Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken stop)
    {
        Semester? from = Semester.TryParse(Input.From, out var parsed) ? parsed : null;
        var (outcome, job) = await accept.RunAsync(id, new(Input.Seen, Input.Mode, from), stop);
        if (outcome is null) return job!;
        if (outcome.Refusal is AcceptRefusal.NotFound) return NotFound();
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError(refusal is AcceptRefusal.ReplaceOrAddNeeded ? "Input.Mode" : "Input.From", AcceptWords.Of(refusal, Words, texts));
            return await ShownAsync(id, null, stop);
        }
        Done = AcceptWords.Of(AcceptAnswer.Of(outcome), texts);
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken stop)
    {
        if (await preview.RunAsync(id, stop) is not { } shown) return NotFound();
        Shown = shown;
        var refusal = await discard.RunAsync(visitor.Actor, id, stop);
        if (refusal is AcceptRefusal.NotFound) return NotFound();
        Done = refusal is null ? texts["Intake.Discarded"].Value : AcceptWords.Of(refusal, Words, texts);
        return refusal is null ? RedirectToPage(IsRegister ? "/Registers/Index" : "/Lists/Index") : RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostHiddenAsync(Guid id, CancellationToken stop)
    {
        if (!await hidden.RunAsync(id, stop)) return NotFound();
        await preview.RunAsync(id, stop);
        return RedirectToPage(new { id });
    }

    private async Task<IActionResult> ShownAsync(Guid id, string? name, CancellationToken stop)
    {
        if (await preview.RunAsync(id, stop) is not { } shown) return NotFound();
        Shown = shown;
        if (IsRegister != Request.Path.StartsWithSegments("/Registers", StringComparison.OrdinalIgnoreCase))
            return RedirectToPage(IsRegister ? "/Registers/Preview" : "/Lists/Preview", new { id });
        ViewData["Title"] = Preview.Files is [var only] ? texts["Intake.PreviewTitle", Words.ListKind(shown.Upload.Kind), only.Name].Value
            : texts["Intake.PreviewTitleSeveral", Words.ListKind(shown.Upload.Kind), Preview.Files.Count].Value;
        List = PreviewList.Of(Preview, Request.Query, name);
        return Page();
    }

    private IActionResult Download(ReturnedFile? file)
    {
        if (file is null) return NotFound();
        Response.Headers.CacheControl = "no-store";
        return File(file.Content, file.ContentType, file.Name);
    }

    public sealed class Decision
    {
        public string? Seen { get; set; }

        public ListMode? Mode { get; set; }

        public string? From { get; set; }
    }
}
