using System.Globalization;
using EduAid.Application.Retention;
using EduAid.Application.Words;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Retention;

/// <summary>保存期限: what would go today, by kind; the periods; erasing. The security administrator sees counts and nothing of what they count.</summary>
public sealed class IndexModel(Visitor visitor, RetentionPlan plan, ChangeRetention change, ApplyRetention apply, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public IReadOnlyList<RetentionCount> Counts { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    [TempData]
    public string? Wrong { get; set; }

    public async Task OnGetAsync(CancellationToken stop) => Counts = await plan.RunAsync(stop);

    public async Task<IActionResult> OnPostChangeAsync(RetentionKind kind, int months, CancellationToken stop)
    {
        if (!Enum.IsDefined(kind)) return NotFound();
        if (await change.RunAsync(visitor.Actor, kind, months, stop)) Done = texts["Retention.Changed", Words[$"Retention.{kind}"], months];
        else Wrong = texts["Retention.TooShort", RetentionPeriods.Shortest(kind), RetentionPeriods.Longest];
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostApplyAsync(CancellationToken stop)
    {
        var outcome = await apply.RunAsync(visitor.Actor, stop);
        if (outcome.BrokenSubject is { } broken) Wrong = texts["Retention.Broken", broken];
        else Done = texts["Retention.Applied", outcome.Erased.Sum(c => c.Count)];
        return RedirectToPage();
    }
}
