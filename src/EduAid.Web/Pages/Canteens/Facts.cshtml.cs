using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Canteens;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Canteens;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Payments;
using EduAid.Web.Parts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Canteens;

/// <summary>The dated facts of a canteen: what the visitor may record, and all that was ever entered.</summary>
public sealed class FactsModel(EduAidDbContext db, CanteenBoard board, BusinessDay day, Visitor visitor, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public CanteenSchool School { get; private set; } = null!;

    /// <summary>Those that the visitor may record.</summary>
    public IReadOnlyList<CanteenFactKind> Kinds { get; } = [.. Enum.GetValues<CanteenFactKind>().Where(k => CanteenRights.MayRecord(visitor.Role, k))];

    public CanteenFactKind Kind => Enum.TryParse<CanteenFactKind>(Request.Query.Text("kind"), out var kind) && Kinds.Contains(kind) ? kind : Kinds.Count > 0 ? Kinds[0] : default;

    /// <summary>Every entry, the latest first.</summary>
    public IReadOnlyList<(CanteenFactRow Row, string By)> Rows { get; private set; } = [];

    public IEnumerable<SelectListItem> Modes => Enum.GetValues<SupplyMode>().Select(m => new SelectListItem(Words.SupplyMode(m), $"{m}"));

    public IEnumerable<SelectListItem> Ratings => Enum.GetValues<CanteenRating>().Reverse().Select(r => new SelectListItem(Words.CanteenRating(r), $"{r}"));

    [BindProperty]
    public FactInput Input { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        Input.From = day.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return await LoadAsync(id, stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostRecordAsync(Guid id, [FromServices] RecordCanteenFact record, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        if (TypedFields.Day(Input.From) is not { } from) ModelState.AddModelError("Input.From", texts["Pay.Wrong.Day"]);
        else if ((await record.RunAsync(visitor.Actor, Input.Read(School.Id, Kind, from), stop)).Refusal is { } refusal) ModelState.AddModelError(FactInput.FieldOf(refusal, Kind), Words.Refusal(refusal));
        else return Back(id);
        return Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, int number, string? reason, [FromServices] WithdrawCanteenFact withdraw, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        if ((await withdraw.RunAsync(visitor.Actor, School.Id, number, reason, stop)).Refusal is not { } refusal) return Back(id);
        ModelState.AddModelError("", Words.Refusal(refusal));
        return Page();
    }

    private RedirectResult Back(Guid id)
    {
        Done = texts["Canteen.Recorded"];
        return Redirect($"/Canteens/{id}/Facts?kind={Kind}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        var school = new SchoolId(id);
        if (await board.OfAsync(school, stop) is not { } found) return false;
        School = found;
        var rows = await db.CanteenFacts.Where(f => f.School == school).OrderByDescending(f => f.Number)
            .Select(f => new { Row = f, By = db.Users.Where(u => u.UserName == f.By).Select(u => u.DisplayName).FirstOrDefault() ?? f.By }).ToListAsync(stop);
        Rows = rows.ConvertAll(r => (r.Row, r.By));
        return true;
    }
}
