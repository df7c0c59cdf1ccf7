using System.Globalization;
using EduAid.Application.Accounts;
using EduAid.Application.Calendar;
using EduAid.Application.Coverage;
using EduAid.Application.HomeTeaching;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.HomeTeaching;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Payments;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.HomeTeaching;

/// <summary>Takes a child on: by ID and name, or, from the missed list, somebody on record.</summary>
public sealed class TakeOnModel(
    EduAidDbContext db, MissedChildren missed, TeachersOfSchools teachers, Visitor visitor, TurnCache cache, BusinessDay day, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    /// <summary>Of somebody on record; null where ID and name are typed.</summary>
    public string? PersonName { get; private set; }

    public IReadOnlyList<SelectListItem> SchoolChoices { get; private set; } = [];

    public IReadOnlyList<SelectListItem> TeacherChoices { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<DisabilityKind>().Select(k => new SelectListItem(Words.DisabilityKind(k), $"{k}"));

    public IEnumerable<SelectListItem> Levels => Enum.GetValues<DisabilityLevel>().Select(l => new SelectListItem(Words.DisabilityLevel(l), $"{l}"));

    [BindProperty]
    public ChildInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid? person, CancellationToken stop)
    {
        (Input.Person, Input.From) = (person, day.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return await LoadAsync(stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] TakeOnChild verb, CancellationToken stop)
    {
        if (!await LoadAsync(stop)) return NotFound();
        var school = SchoolChoices is [var only] ? new SchoolId(Guid.Parse(only.Value)) : Input.School is { } chosen ? new SchoolId(chosen) : (SchoolId?)null;
        if (TypedFields.Day(Input.From) is not { } from) ModelState.AddModelError("Input.From", texts["Pay.Wrong.Day"]);
        else
        {
            var taken = await verb.RunAsync(visitor.Actor, Input.Read(visitor.Semester, school, from), stop);
            if (taken.Child is { } child) return Redirect($"/HomeTeaching/{child}");
            var field = ChildInput.FieldOf(taken.Refusal!.Value);
            ModelState.AddModelError(PersonName is not null && field == "Input.CitizenId" ? "" : field, Words.Refusal(taken.Refusal.Value));
        }
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken stop)
    {
        var labels = await cache.GetAsync(() => SchoolLabels.LoadAsync(db, visitor.Semester, stop));
        SchoolChoices = [.. labels.Expected.Where(s => visitor.Scope.Covers(s.Id)).OrderBy(s => s.Code, StringComparer.Ordinal).Select(s => new SelectListItem(s.Name, $"{s.Id.Value}"))];
        var several = SchoolChoices.Count > 1;
        TeacherChoices = [.. (await teachers.ChoicesAsync(null, stop)).Select(t => new SelectListItem(several ? $"{t.Name} {labels[t.School].Name}" : t.Name, $"{t.Account}"))];
        if (Input.Person is not { } person) return true;
        PersonName = await TakeOnChild.NameOfAsync(db, missed, visitor.Semester, new(person), stop);
        return PersonName is not null;
    }
}
