using System.Globalization;
using EduAid.Application.Accounts;
using EduAid.Application.Calendar;
using EduAid.Application.Pairing;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Payments;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Pairing;

/// <summary>Passes a household on to somebody else of the school, or ends its pairing. Each has its day.</summary>
public sealed class KeepModel(EduAidDbContext db, TeachersOfSchools teachers, Visitor visitor, BusinessDay day, IStringLocalizer<Texts> texts) : PageModel
{
    public DateOnly Today => day.Today;

    public PairedHousehold Household { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> AccountChoices { get; private set; } = [];

    [BindProperty]
    public PairInput Input { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        Input = PairInput.On(day.Today);
        return Page();
    }

    public Task<IActionResult> OnPostPassAsync(Guid id, [FromServices] PassHousehold verb, CancellationToken stop) =>
        DoAsync(id, "Input.From", Input.From, from => verb.RunAsync(visitor.Actor, id, Input.Staff, Input.Account, from, stop), stop);

    public Task<IActionResult> OnPostEndAsync(Guid id, [FromServices] EndPairing verb, CancellationToken stop) =>
        DoAsync(id, "Input.Until", Input.Until, until => verb.RunAsync(visitor.Actor, id, until, Input.Reason, stop), stop);

    private async Task<IActionResult> DoAsync(Guid id, string field, string? typed, Func<DateOnly, Task<PairingRefusal?>> act, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        if (TypedFields.Day(typed) is not { } on) ModelState.AddModelError(field, texts["Pay.Wrong.Day"]);
        else if (await act(on) is { } refusal) ModelState.AddModelError(PairInput.FieldOf(refusal, field), Words.In(CultureInfo.CurrentUICulture).Refusal(refusal));
        else
        {
            Done = texts["HomeTeaching.Changed"];
            return Redirect($"/Pairing/{id}");
        }
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await db.PairedHouseholds.Include(h => h.Holders).SingleOrDefaultAsync(h => h.Id == id && h.Until == null, stop) is not { } found) return false;
        Household = found;
        AccountChoices = [.. (await teachers.ChoicesAsync(found.School, stop)).Select(t => new SelectListItem(t.Name, $"{t.Account}"))];
        return true;
    }
}
