using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Canteens;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Canteens;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.People;
using EduAid.Web.Parts;
using EduAid.Web.Parts.Figures;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Canteens;

/// <summary>A school's month: stating it and putting it right, with the checks while it is typed, and every version that there was.</summary>
public sealed class MonthModel(EduAidDbContext db, CanteenBoard board, BusinessDay day, Visitor visitor, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public CanteenSchool School { get; private set; } = null!;

    public LedgerMonth Month { get; private set; } = null!;

    /// <summary>The latest first.</summary>
    public IReadOnlyList<(CanteenStatement Version, string By)> Versions { get; private set; } = [];

    /// <summary>What the checks say of what stands in the form.</summary>
    public IReadOnlyList<CheckLine> Lines => Input.Read(Month.Month) is not { } typed ? []
        : typed.Impossible is { } figure ? [new(Tone.Bad, $"{texts[$"Canteen.{figure}"].Value}: {Words.Refusal(CanteenRefusal.NumbersImpossible)}")] :
    [
        new(Tone.Neutral, texts["Canteen.ClosesWith", Amounts.Yuan(typed.Closing.Fen), typed.FoodPerMeal is { } food ? Amounts.Yuan(food.Fen) : "—"]),
        .. School.Ledger.Try(typed) is { Count: > 0 } found ? found.Select(f => new CheckLine(CanteenTones.Of(f.Check), texts["Canteen.Found", Words.CanteenCheck(f.Check), Words.CanteenFound(f)])) : [new(Tone.Ok, texts["Canteen.NoFindings"])],
    ];

    [BindProperty]
    public StatementInput Input { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        Input = StatementInput.For(Month.Stated, School.Ledger.OpeningOf(Month.Month));
        return Page();
    }

    /// <summary>While it is typed; nothing is stored.</summary>
    public async Task<IActionResult> OnPostCheckAsync(Guid id, CancellationToken stop) =>
        await LoadAsync(id, stop) ? Partial("/Pages/People/_Check.cshtml", Lines) : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, [FromServices] StateMonth state, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        if (Input.Read(Month.Month) is not { } figures)
        {
            Input.Explain(ModelState, texts);
            return Page();
        }
        var outcome = await state.RunAsync(visitor.Actor, new(School.Id, figures, Input.Seen, Input.Reason), stop);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError(StatementInput.FieldOf(refusal, figures), Words.Refusal(refusal));
            return Page();
        }
        Done = outcome.Written ? texts["Canteen.Stated", $"{Month.Month}", School.Ledger.Try(figures).Count] : texts["Canteen.Unchanged"];
        return Redirect($"/Canteens/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        var school = new SchoolId(id);
        if (await board.OfAsync(school, stop) is not { } found) return false;
        School = found;
        Month = found.Ledger.In(CanteenPeriod.MonthOf(Request, day.Today));
        var begins = Month.Month.First;
        var versions = await db.CanteenStatements.Where(s => s.School == school && s.Begins == begins).OrderByDescending(s => s.Version)
            .Select(s => new { Version = s, By = db.Users.Where(u => u.UserName == s.By).Select(u => u.DisplayName).FirstOrDefault() ?? s.By }).ToListAsync(stop);
        Versions = versions.ConvertAll(v => (v.Version, v.By));
        return true;
    }
}
