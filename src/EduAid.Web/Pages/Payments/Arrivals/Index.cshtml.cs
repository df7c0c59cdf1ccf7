using System.Globalization;
using EduAid.Application.Payments.Arrivals;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Payments.Sampling;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using AidProgramme = EduAid.Domain.Programmes.Programme;

namespace EduAid.Web.Pages.Payments.Arrivals;

/// <summary>The samples of the semester with what they say, and drawing another.</summary>
public sealed class IndexModel(EduAidDbContext db, Visitor visitor, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public IReadOnlyList<ArrivalFindings> Rows { get; private set; } = [];

    public IEnumerable<SelectListItem> Programmes => AidProgramme.Of(Semester).Select(p => new SelectListItem(Words.Programme(p.Code), p.Code));

    public IEnumerable<SelectListItem> Confidences => Enum.GetValues<Confidence>().Select(c => new SelectListItem($"{(int)c}%", $"{(int)c}"));

    [BindProperty]
    public string? Programme { get; set; }

    [BindProperty]
    public string? Seed { get; set; }

    [BindProperty]
    public string? Confidence { get; set; } = "95";

    /// <summary>Percent.</summary>
    [BindProperty]
    public string? Margin { get; set; } = "5";

    [TempData]
    public string? Done { get; set; }

    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    [Needs(Right.CheckArrivals)]
    public async Task<IActionResult> OnPostAsync([FromServices] DrawSample draw, CancellationToken stop)
    {
        if (AidProgramme.Find(Programme ?? "") is not { } programme || !programme.IsOf(Semester)) return NotFound();
        var confidence = Enum.TryParse<Confidence>(Confidence, out var asked) && Enum.IsDefined(asked) ? asked : Domain.Payments.Sampling.Confidence.NinetyFive;
        var margin = int.TryParse(Margin, NumberStyles.None, CultureInfo.InvariantCulture, out var points) ? points : 0;
        var (sample, refusal) = await draw.RunAsync(visitor.Actor, Semester, programme, Seed ?? "", confidence, margin, stop);
        if (sample is { } id)
        {
            Done = texts["Pay.Done.Draw", (await ArrivalFindings.OfAsync(db, db.ArrivalSamples.Where(s => s.Id == id), stop))[0].Sample.Size];
            return Redirect($"/Payments/Arrivals/{id}");
        }
        ModelState.AddModelError(
            refusal switch { DrawRefusal.SeedMissing or DrawRefusal.SeedUsed => nameof(Seed), DrawRefusal.MarginOutside => nameof(Margin), DrawRefusal.NobodyPaid => nameof(Programme), _ => "" },
            Words.Refusal(refusal!.Value));
        await LoadAsync(stop);
        return Page();
    }

    private async Task LoadAsync(CancellationToken stop) => Rows = await ArrivalFindings.OfAsync(db, db.ArrivalSamples.Where(s => s.Semester == Semester), stop);
}
