using System.Globalization;
using EduAid.Application.Accounts;
using EduAid.Application.Calendar;
using EduAid.Application.Pairing;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Payments;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Pairing;

/// <summary>Pairs a registered household with somebody of the staff. Who it is stands in the form alone and in no address.</summary>
public sealed class TakeOnModel(EduAidDbContext db, TeachersOfSchools teachers, Visitor visitor, TurnCache cache, BusinessDay day, IStringLocalizer<Texts> texts) : PageModel
{
    public IReadOnlyList<SelectListItem> SchoolChoices { get; private set; } = [];

    public IReadOnlyList<SelectListItem> AccountChoices { get; private set; } = [];

    [BindProperty]
    public PairInput Input { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Input = PairInput.On(day.Today);
        await LoadAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync([FromServices] TakeOnHousehold verb, CancellationToken stop)
    {
        await LoadAsync(stop);
        var school = SchoolChoices is [var only] ? new SchoolId(Guid.Parse(only.Value)) : Input.School is { } chosen ? new SchoolId(chosen) : (SchoolId?)null;
        if (TypedFields.Day(Input.From) is not { } from) ModelState.AddModelError("Input.From", texts["Pay.Wrong.Day"]);
        else
        {
            var taken = await verb.RunAsync(visitor.Actor, new(Input.Household, Input.Head, school, Input.Staff, Input.Account, from), stop);
            if (taken.Household is { } household)
            {
                Done = texts["Pairing.TakenOn"];
                return Redirect($"/Pairing/{household}");
            }
            ModelState.AddModelError(PairInput.FieldOf(taken.Refusal!.Value, "Input.From"), Words.In(CultureInfo.CurrentUICulture).Refusal(taken.Refusal.Value));
        }
        return Page();
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        var labels = await cache.GetAsync(() => SchoolLabels.LoadAsync(db, visitor.Semester, stop));
        SchoolChoices = [.. labels.Expected.Where(s => visitor.Scope.Covers(s.Id)).OrderBy(s => s.Code, StringComparer.Ordinal).Select(s => new SelectListItem(s.Name, $"{s.Id.Value}"))];
        var several = SchoolChoices.Count > 1;
        AccountChoices = [.. (await teachers.ChoicesAsync(null, stop)).Select(t => new SelectListItem(several ? $"{t.Name} {labels[t.School].Name}" : t.Name, $"{t.Account}"))];
    }
}
