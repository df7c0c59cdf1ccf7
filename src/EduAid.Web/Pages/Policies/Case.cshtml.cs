using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Policies;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Policies;
using EduAid.Domain.Programmes;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Payments;
using EduAid.Web.Parts.Figures;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Policies;

/// <summary>A new worked case: facts and what they come to, from this semester on.</summary>
public sealed class CaseModel(EduAidDbContext db, Visitor visitor, BusinessDay day, AddPolicyCase add, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    [BindProperty(SupportsGet = true)]
    public string? Programme { get; set; }

    [BindProperty]
    public Stage? Stage { get; set; }

    [BindProperty]
    public int Grade { get; set; } = 1;

    [BindProperty]
    public string? Category { get; set; }

    [BindProperty]
    public bool? Boarding { get; set; }

    [BindProperty]
    public Sponsor Sponsor { get; set; } = Sponsor.Public;

    [BindProperty]
    public Tier Tier { get; set; }

    /// <summary>Yuan a semester.</summary>
    [BindProperty]
    public string? Fee { get; set; }

    [BindProperty]
    public bool? FullTime { get; set; }

    [BindProperty]
    public HouseholdType? Household { get; set; }

    [BindProperty]
    public bool Outside { get; set; }

    /// <summary>Yuan.</summary>
    [BindProperty]
    public string? Due { get; set; }

    public IReadOnlyList<SelectListItem> Categories { get; private set; } = [];

    public IEnumerable<SelectListItem> Programmes => Domain.Programmes.Programme.All.Select(p => new SelectListItem(Words.Programme(p.Code), p.Code));

    public IEnumerable<SelectListItem> Stages => Enum.GetValues<Stage>().Select(s => new SelectListItem(texts["Aid.Stage." + s], s.ToString()));

    public IEnumerable<SelectListItem> Tiers => Enum.GetValues<Tier>().Where(t => t != Tier.Private).Select(t => new SelectListItem(texts["Aid.Tier." + t], t.ToString()));

    public IEnumerable<SelectListItem> Sponsors => Enum.GetValues<Sponsor>().Select(s => new SelectListItem(texts["Aid.Sponsor." + s], s.ToString()));

    public IEnumerable<SelectListItem> Households => Enum.GetValues<HouseholdType>().Select(h => new SelectListItem(texts["Aid.Household." + h], h.ToString()));

    public IEnumerable<SelectListItem> YesNo => [new(texts["Aid.Yes"], "true"), new(texts["Aid.No"], "false")];

    public IEnumerable<SelectListItem> Grades => Enumerable.Range(1, 6).Select(g => $"{g}").Select(g => new SelectListItem(g, g));

    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        if (Domain.Programmes.Programme.Find(Programme ?? "") is not { } programme) ModelState.AddModelError(nameof(Programme), texts["Policy.ChooseProgramme"]);
        else if (!programme.JudgesAdmissions && Stage is null) ModelState.AddModelError(nameof(Stage), texts["Policy.ChooseStage"]);
        else if (!string.IsNullOrWhiteSpace(Fee) && TypedFields.Yuan(Fee) is null) ModelState.AddModelError(nameof(Fee), texts["Pay.Wrong.Sum"]);
        else if (TypedFields.Yuan(Due) is not { } due || due < Money.Zero) ModelState.AddModelError(nameof(Due), texts["Pay.Wrong.Sum"]);
        else
        {
            var (refusal, found) = await add.RunAsync(visitor.Actor, Worked(programme, due), stop);
            if (refusal is null) return Redirect($"/Policies/Programme/{programme.Code}#cases");
            ModelState.AddModelError(nameof(Due), found is { Found: { } says } ? texts["Policy.CaseOther", Amounts.Yuan(says.Fen)] : texts["Policy.CaseAsks"]);
        }
        return Page();
    }

    private WorkedCase Worked(Programme programme, Money due) => new(
        "", programme, Semester.Of(day.Today), null,
        new(programme.JudgesAdmissions ? null : Stage, Math.Clamp(Grade, 1, 6), Boarding, Sponsor, Tier, Categories.Any(c => c.Value == Category) ? Category : null,
            TypedFields.Yuan(Fee) is { } fee ? new SpecialtyFee("—", fee, "") : null, FullTime, Household, Outside),
        due);

    private async Task LoadAsync(CancellationToken stop) =>
        Categories = [.. (await PolicyBook.LoadAsync(db, Semester.Of(day.Today), stop)).All.Where(v => v.Parameter.EndsWith(".categories", StringComparison.Ordinal))
            .SelectMany(v => v.Words).Distinct().Select(w => new SelectListItem(w, w))];
}
