using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Policies;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Policies;
using EduAid.Domain.Programmes;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Subsidies;

/// <summary>What a pupil should get, for everybody, without signing in: the programmes themselves judge; nothing personal is asked or kept.</summary>
public sealed class CalculatorModel(EduAidDbContext db, CountySettings county, BusinessDay day, IStringLocalizer<Texts> texts) : PageModel
{
    private const string Graduate = "Graduate";

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    [BindProperty(SupportsGet = true)]
    public string? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? Boarding { get; set; }

    [BindProperty(SupportsGet = true)]
    public Tier Tier { get; set; }

    [BindProperty(SupportsGet = true)]
    public Sponsor Sponsor { get; set; } = Sponsor.Public;

    [BindProperty(SupportsGet = true)]
    public int Grade { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public string? Specialty { get; set; }

    [BindProperty(SupportsGet = true)]
    public HouseholdType? Household { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? FullTime { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Outside { get; set; }

    public PublicPolicy Known { get; private set; } = null!;

    /// <summary>For which the answer holds: a graduate's is the autumn of the year.</summary>
    public Semester Semester => Stage == Graduate ? Semester.Autumn(day.Today.Year) : Known.Semester;

    public IReadOnlyList<(Programme Programme, Judgement Judgement)> Answers { get; private set; } = [];

    public IEnumerable<SelectListItem> Stages => [.. Enum.GetValues<Stage>().Select(s => Item("Aid.Stage.", s.ToString())), Item("Aid.Stage.", Graduate)];

    public IEnumerable<SelectListItem> Tiers => Enum.GetValues<Tier>().Where(t => t != Tier.Private).Select(t => Item("Aid.Tier.", t.ToString()));

    public IEnumerable<SelectListItem> Sponsors => Enum.GetValues<Sponsor>().Select(s => Item("Aid.Sponsor.", s.ToString()));

    public IEnumerable<SelectListItem> Households => Enum.GetValues<HouseholdType>().Select(h => Item("Aid.Household.", h.ToString()));

    public IEnumerable<SelectListItem> YesNo => [Item("Aid.", "Yes", "true"), Item("Aid.", "No", "false")];

    public IEnumerable<SelectListItem> Grades => Enumerable.Range(1, 6).Select(g => g.ToString(CultureInfo.InvariantCulture)).Select(g => new SelectListItem(g, g));

    public IEnumerable<SelectListItem> Categories => Known.Policy.All.Where(v => v.Parameter.EndsWith(".categories", StringComparison.Ordinal)).SelectMany(v => v.Words).Distinct().Select(w => new SelectListItem(w, w));

    public IEnumerable<SelectListItem> Specialties => Known.Specialties.Select(s => new SelectListItem(s.Specialty, s.Specialty));

    public async Task OnGetAsync(CancellationToken stop)
    {
        Known = await PublicPolicy.LoadAsync(db, county, day, stop);
        if (Stage != Graduate && !Enum.TryParse<Stage>(Stage, out _)) return;
        var policy = Semester == Known.Semester ? Known.Policy : await LaterAsync(stop);
        var asked = new AskedPupil(
            Stage == Graduate ? null : Enum.Parse<Stage>(Stage!), Math.Clamp(Grade, 1, 6), Boarding, Sponsor, Tier, Known.Policy.All.Any(v => v.Words.Contains(Category ?? "")) ? Category : null,
            Known.Specialties.FirstOrDefault(s => s.Specialty == Specialty), FullTime, Household, Outside);
        Answers = asked.Judge(policy);
    }

    private async Task<Policy> LaterAsync(CancellationToken stop)
    {
        var before = db.Scope;
        db.Scope = Scope.WholeCounty(county.Code);
        try
        {
            return await PolicyBook.LoadAsync(db, Semester, stop);
        }
        finally
        {
            db.Scope = before;
        }
    }

    private SelectListItem Item(string key, string name, string? value = null) => new(texts[key + name], value ?? name);
}
