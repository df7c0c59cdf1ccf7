using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Canteens;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Canteens;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Payments;
using EduAid.Web.Pages.Rosters;
using EduAid.Web.Parts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Canteens.Kitchens;

/// <summary>学校食堂: supply, rating, open kitchen, licence and staff as they stand today, beside what the work plan asks for.</summary>
public sealed class IndexModel(EduAidDbContext db, CanteenBoard board, BusinessDay day, Visitor visitor, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public CanteenTargets Targets { get; private set; } = null!;

    public int WithoutLicence { get; private set; }

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<CanteenSchool> Rows { get; private set; } = [];

    /// <summary>Schools with a compulsory stage that are not on the programme.</summary>
    public IReadOnlyList<SelectListItem> Joinable { get; private set; } = [];

    public IEnumerable<SelectListItem> Modes => Enum.GetValues<SupplyMode>().Where(m => m != SupplyMode.Left).Select(m => new SelectListItem(Words.SupplyMode(m), $"{m}"));

    public IEnumerable<SelectListItem> Ratings => Enum.GetValues<CanteenRating>().Reverse().Select(r => new SelectListItem(Words.CanteenRating(r), $"{r}"));

    [BindProperty]
    public FactInput Input { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public Task OnGetAsync(CancellationToken stop)
    {
        Input.From = day.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return LoadAsync(stop);
    }

    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostExportAsync([FromServices] ExportCanteenFacts export, CancellationToken stop)
    {
        var output = new MemoryStream();
        await export.RunAsync(visitor.Actor, output, stop);
        return Workbook.File(output, "营养改善计划学校和食堂台账");
    }

    [Needs(Right.KeepCanteens)]
    public async Task<IActionResult> OnPostJoinAsync([FromServices] RecordCanteenFact record, CancellationToken stop)
    {
        if (TypedFields.Day(Input.From) is not { } from) ModelState.AddModelError("Input.From", texts["Pay.Wrong.Day"]);
        else if ((await record.RunAsync(visitor.Actor, Input.Read(new(Input.School ?? default), CanteenFactKind.Supply, from), stop)).Refusal is { } refusal)
            ModelState.AddModelError(FactInput.FieldOf(refusal, CanteenFactKind.Supply, "Input.School"), Words.Refusal(refusal));
        else
        {
            Done = texts["Canteen.Recorded"];
            return Redirect($"/Canteens/{Input.School}");
        }
        await LoadAsync(stop);
        return Page();
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        var (schools, today) = (await board.AllAsync(stop), day.Today);
        Targets = await CanteenTargets.LoadAsync(db, schools, today, stop);
        bool Unlicensed(CanteenSchool school) => school.History.ChecksOn(today).Any(f => f.Check == CanteenCheck.Licence);
        WithoutLicence = schools.Count(Unlicensed);
        var (rating, licence) = (Request.Query.Text("rating"), Request.Query.Text("licence"));
        var meant = schools.Where(s => (rating is null || $"{s.History.RatingOn(today)}" == rating) && (licence is null || Unlicensed(s))).ToList();
        Paging = Paging.From(Request.Query).Of(meant.Count);
        Rows = [.. meant.Skip(Paging.Skip).Take(Paging.Size)];
        if (visitor.May(Right.KeepCanteens)) Joinable = await JoinableAsync(schools, today, stop);
    }

    private async Task<IReadOnlyList<SelectListItem>> JoinableAsync(IEnumerable<CanteenSchool> schools, DateOnly today, CancellationToken stop)
    {
        var on = schools.Where(s => s.History.SupplyOn(today) is not null).Select(s => s.Id).ToHashSet();
        var register = await SchoolRegister.Holding(db, Semester.Of(today)).Select(v => new { v.School, v.Name, v.Township, v.Kind }).ToListAsync(stop);
        return
        [
            .. register.Where(v => CanteenBoard.IsCompulsory(v.Kind) && !on.Contains(v.School) && !SchoolVersion.OutsideTownships.Contains(v.Township))
                .OrderBy(v => v.Township, StringComparer.Ordinal).ThenBy(v => v.Name, StringComparer.Ordinal).Select(v => new SelectListItem($"{v.Name}({v.Township})", $"{v.School.Value}")),
        ];
    }
}
