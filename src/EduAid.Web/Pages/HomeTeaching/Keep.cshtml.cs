using System.Globalization;
using EduAid.Application.Accounts;
using EduAid.Application.Calendar;
using EduAid.Application.HomeTeaching;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.HomeTeaching;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Payments;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.HomeTeaching;

/// <summary>What changes with a child: its teachers, disability and plan, and the end of it. Each change has its day.</summary>
public sealed class KeepModel(EduAidDbContext db, TeachersOfSchools teachers, Visitor visitor, BusinessDay day, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public DateOnly Today => day.Today;

    public ChildRecord Record { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> TeacherChoices { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<DisabilityKind>().Select(k => new SelectListItem(Words.DisabilityKind(k), $"{k}"));

    public IEnumerable<SelectListItem> Levels => Enum.GetValues<DisabilityLevel>().Select(l => new SelectListItem(Words.DisabilityLevel(l), $"{l}"));

    [BindProperty]
    public KeepInput Input { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        Input = KeepInput.For(Record.Fact(day.Today), day.Today);
        return Page();
    }

    public Task<IActionResult> OnPostTeacherAsync(Guid id, [FromServices] NameTeacher verb, CancellationToken stop) => DoAsync(
        id, "Input.TeacherFrom", Input.TeacherFrom, from => Input.Teacher is { } teacher ? verb.RunAsync(visitor.Actor, id, teacher, from, stop) : Wrong(HomeTeachingRefusal.TeacherWrong), stop);

    public Task<IActionResult> OnPostReleaseAsync(Guid id, Guid teacher, string? until, [FromServices] ReleaseTeacher verb, CancellationToken stop) =>
        DoAsync(id, "", until, last => verb.RunAsync(visitor.Actor, id, teacher, last, stop), stop);

    public Task<IActionResult> OnPostReviseAsync(Guid id, [FromServices] ReviseChild verb, CancellationToken stop) =>
        DoAsync(id, "Input.From", Input.From, from => verb.RunAsync(visitor.Actor, id, from, Input.Kind, Input.Level, Input.Plan, stop), stop);

    public Task<IActionResult> OnPostEndAsync(Guid id, [FromServices] EndHomeTeaching verb, CancellationToken stop) =>
        DoAsync(id, "Input.Until", Input.Until, until => verb.RunAsync(visitor.Actor, id, until, Input.Reason, stop), stop);

    private async Task<IActionResult> DoAsync(Guid id, string field, string? typed, Func<DateOnly, Task<HomeTeachingRefusal?>> act, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        if (TypedFields.Day(typed) is not { } on) ModelState.AddModelError(field, texts["Pay.Wrong.Day"]);
        else if (await act(on) is { } refusal) ModelState.AddModelError(KeepInput.FieldOf(refusal, field), Words.Refusal(refusal));
        else
        {
            Done = texts["HomeTeaching.Changed"];
            return Redirect($"/HomeTeaching/{id}");
        }
        return Page();
    }

    private static Task<HomeTeachingRefusal?> Wrong(HomeTeachingRefusal refusal) => Task.FromResult<HomeTeachingRefusal?>(refusal);

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await ChildRecord.LoadAsync(db, id, visitor, day.Today, stop) is not { } found) return false;
        Record = found;
        TeacherChoices = [.. (await teachers.ChoicesAsync(found.Child.School, stop)).Select(t => new SelectListItem(t.Name, $"{t.Account}"))];
        return true;
    }
}
