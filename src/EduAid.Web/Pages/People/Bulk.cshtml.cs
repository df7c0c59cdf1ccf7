using System.Globalization;
using EduAid.Application.People.Bulk;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Changes;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Imports;
using EduAid.Web.Pages.Rosters;
using EduAid.Web.Parts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.People;

/// <summary>批量更正: a workbook of changes is looked at row by row, then applied in one step.</summary>
public sealed class BulkModel(EduAidDbContext db, Visitor visitor, StageChanges stage, ApplyChanges apply, StoredFiles stored, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    [BindProperty]
    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    [BindProperty(Name = "file", SupportsGet = true)]
    public Guid? Key { get; set; }

    /// <summary>Null before a workbook is sent.</summary>
    public ChangeFile? Sent { get; private set; }

    /// <summary>Null before a workbook is sent, and once it is applied.</summary>
    public BulkPlan? Plan { get; private set; }

    public IReadOnlyList<BulkRow> Rows { get; private set; } = [];

    public SchoolLabels Schools { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await ShowAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await SentFiles.ReadAsync(Files.Take(1), stop) is not [var sent]) ModelState.AddModelError(nameof(Files), texts["Bulk.NoFile"]);
        else
        {
            var (file, fault) = await stage.RunAsync(visitor.Actor, Semester, sent.Content, sent.Name, stop);
            if (file is { } id) return Redirect($"/People/Bulk?file={id}");
            if (fault is not { } why) return Forbid();
            ModelState.AddModelError(nameof(Files), Words.Refusal(why));
        }
        await ShowAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostApplyAsync(string? seen, bool cleanOnly, string? reason, CancellationToken stop)
    {
        if (Key is not { } id) return NotFound();
        var (applied, refusal) = await apply.RunAsync(visitor.Actor, id, new(seen, cleanOnly, reason), stop);
        if (refusal == BulkRefusal.NotFound) return NotFound();
        if (refusal is null)
        {
            Done = texts["Bulk.Done", applied];
            return Redirect($"/People/Bulk?file={id}");
        }
        ModelState.AddModelError("", Words.Refusal(refusal.Value));
        await ShowAsync(stop);
        return Page();
    }

    /// <summary>The plan, or after applying the result, as a workbook.</summary>
    public async Task<IActionResult> OnPostWorkbookAsync(CancellationToken stop)
    {
        if (Key is not { } id || await db.ChangeFiles.SingleOrDefaultAsync(f => f.Id == id, stop) is not { } file) return NotFound();
        var name = $"{file.Semester.ToChinese()}批量更正{(file.Result is null ? "预览" : "结果")}";
        if (file.Result is { } result) return await stored.ReadAsync(result, stop) is { } kept ? Workbook.File(new MemoryStream(kept, writable: false), name) : NotFound();
        if (await apply.PlanAsync(id, stop) is not var (_, plan)) return NotFound();
        var output = new MemoryStream();
        BulkWorkbook.Write(output, plan, await SchoolLabels.LoadAsync(db, plan.Semester, stop), Words.Chinese, applied: false, stop);
        return Workbook.File(output, name);
    }

    private async Task<bool> ShowAsync(CancellationToken stop)
    {
        if (Key is not { } id) return true;
        Sent = await db.ChangeFiles.SingleOrDefaultAsync(f => f.Id == id, stop);
        if (Sent is not { AppliedAt: null }) return Sent is not null;
        if (await apply.PlanAsync(id, stop) is not var (_, plan)) return false;
        Plan = plan;
        Schools = await SchoolLabels.LoadAsync(db, plan.Semester, stop);
        var shown = Enum.TryParse<BulkOutcome>(Request.Query.Text("outcome"), out var outcome) ? plan.Rows.Where(r => r.Line.Outcome == outcome).ToList() : plan.Rows;
        Paging = Paging.From(Request.Query).Of(shown.Count);
        Rows = [.. shown.Skip(Paging.Skip).Take(Paging.Size)];
        return true;
    }
}
