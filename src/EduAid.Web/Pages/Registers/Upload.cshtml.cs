using System.Globalization;
using EduAid.Application.Intake;
using EduAid.Application.Jobs;
using EduAid.Application.Jobs.Kinds;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Imports;
using EduAid.Web.Pages.Jobs;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Registers;

/// <summary>Sends the file of a register, or admissions lists; they are looked at before anything is taken in.</summary>
public sealed class UploadModel(Visitor visitor, StageUpload stage, PreviewUpload preview, JobSizes sizes, JobDesk desk, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public ListKind Kind { get; private set; }

    /// <summary>For admissions: the autumn in which the graduates entered university.</summary>
    [BindProperty]
    public string? Semester { get; set; }

    [BindProperty]
    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    public IEnumerable<Semester> Autumns
    {
        get
        {
            var next = visitor.Semester.IsAutumn ? visitor.Semester : visitor.Semester.Next;
            return [next, next.Previous.Previous];
        }
    }

    public IActionResult OnGet(string kind) => Shown(kind);

    public async Task<IActionResult> OnPostAsync(string kind, CancellationToken stop)
    {
        if (Kinds.Find(kind) is not { } which) return NotFound();
        var semester = visitor.Semester;
        if (which == ListKind.Admissions && !Domain.Values.Semester.TryParse(Semester, out semester))
        {
            ModelState.AddModelError(nameof(Semester), texts["Intake.ChooseAutumn"]);
            return Shown(kind);
        }
        var files = await SentFiles.ReadAsync(Files, stop);
        var staged = await stage.RunAsync(visitor.Actor, new(which, semester, null, files), stop);
        if (staged.Refusal == StagingRefusal.NotYours) return Forbid();
        if (staged.Upload is not { } upload)
        {
            ModelState.AddModelError(nameof(Files), texts[staged.Refusal == StagingRefusal.SeveralFiles ? "Intake.OneFile" : "Intake.NoFile"]);
            return Shown(kind);
        }
        if (sizes.IsLongToRead(files)) return await desk.BeginAsync(JobKind.Preview, $"upload:{upload}", new PreviewArguments(upload), stop);
        await preview.RunAsync(upload, stop);
        return RedirectToPage("/Registers/Preview", new { id = upload });
    }

    private IActionResult Shown(string kind)
    {
        if (Kinds.Find(kind) is not { } which) return NotFound();
        Kind = which;
        Semester ??= Autumns.First().ToString();
        return Page();
    }
}
