using System.Globalization;
using EduAid.Application.Payments;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Payments;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Imports;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Payments.Returns;

/// <summary>Sends a bank's file; it is looked at before anything is taken in.</summary>
public sealed class UploadModel(EduAidDbContext db, Visitor visitor, StageReturn stage, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    /// <summary>For files that name no batch.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Batch { get; set; }

    [BindProperty]
    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    public IReadOnlyList<SelectListItem> Batches { get; private set; } = [];

    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var wrong = texts["Pay.Returns.NoFile"].Value;
        if (await SentFiles.ReadAsync(Files, stop) is [var file])
        {
            var (staged, refusal) = await stage.RunAsync(visitor.Actor, file.Content, file.Name, Batch, stop);
            if (staged is { } id) return Redirect($"/Payments/Returns/Preview/{id}");
            wrong = Words.Refusal(refusal!);
        }
        ModelState.AddModelError(nameof(Files), wrong);
        await LoadAsync(stop);
        return Page();
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        var batches = await db.Batches.Where(b => b.State == BatchState.HandedOver || b.State == BatchState.Released).OrderByDescending(b => b.Semester)
            .ThenByDescending(b => b.Sequence).Take(200).Select(b => new { b.Id, b.Number, b.Programme, b.Lines }).ToListAsync(stop);
        Batches = [.. batches.Select(b => new SelectListItem($"{b.Number} {Words.Programme(b.Programme)}", b.Id.ToString()))];
    }
}
