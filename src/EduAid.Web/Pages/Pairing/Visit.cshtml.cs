using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Documents;
using EduAid.Application.Pairing;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Imports;
using EduAid.Web.Pages.Payments;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Pairing;

/// <summary>Records a visit on a phone, one tap from the list, or puts one right; then back to the list, where the household is no longer due.</summary>
public sealed class VisitModel(EduAidDbContext db, Visitor visitor, BusinessDay day, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public DateOnly Today => day.Today;

    public PairedHousehold Household { get; private set; } = null!;

    /// <summary>The visit that the form puts right.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Corrects { get; set; }

    public PairVisit? Corrected { get; private set; }

    [BindProperty]
    public VisitInput Input { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        Input = VisitInput.For(Corrected, day.Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromServices] RecordPairVisit verb, [FromServices] AttachDocument attach, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        var files = await SentFiles.ReadAsync(Input.Files, stop);
        if (TypedFields.Day(Input.On) is not { } on) ModelState.AddModelError("Input.On", texts["Pay.Wrong.Day"]);
        // A picture that cannot be taken is found before the visit is written.
        else if (files.Any(f => !AttachDocument.Takes(f.Content))) ModelState.AddModelError("Input.Files", Words.Refusal(DocumentRefusal.NotADocument));
        else
        {
            var recorded = await verb.RunAsync(visitor.Actor, new(id, on, Input.Content, Input.Needs, Corrects, Input.Withdrawn), stop);
            if (recorded.Visit is { } visit)
            {
                foreach (var file in files) await attach.RunAsync(visitor.Actor, new(DocumentSubject.PairVisit, $"{visit}", null, file.Name, file.Content), stop);
                Done = texts[recorded.Again ? "Pairing.RecordedAgain" : "Pairing.Recorded", Household.Head];
                return Redirect(Corrects is null ? "/Pairing" : $"/Pairing/{id}");
            }
            ModelState.AddModelError(VisitInput.FieldOf(recorded.Refusal!.Value), Words.Refusal(recorded.Refusal.Value));
        }
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await db.PairedHouseholds.Include(h => h.Holders).SingleOrDefaultAsync(h => h.Id == id, stop) is not { } found) return false;
        Household = found;
        if (Corrects is { } wrong) Corrected = await db.PairVisits.SingleOrDefaultAsync(v => v.Household == id && v.Id == wrong, stop);
        return Corrects is null || Corrected is not null;
    }
}
