using System.Globalization;
using EduAid.Application.Checks;
using EduAid.Application.Jobs;
using EduAid.Application.Jobs.Kinds;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Checks;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Jobs;
using EduAid.Web.Pages.Rosters;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Checks;

/// <summary>One check with what its last run has found.</summary>
/// <param name="Found">Waived ones included.</param>
/// <param name="Fen">Whole fen that the open ones are about.</param>
public sealed record CheckRow(string Code, int Found, int Open, long Fen);

/// <summary>稽核疑点: what auditors look for, and whether it is there.</summary>
public sealed class IndexModel(EduAidDbContext db, Visitor visitor, JobSizes sizes, JobDesk desk, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public IReadOnlyList<CheckRow> Rows { get; private set; } = [];

    /// <summary>When the checks last ran; null where they never did.</summary>
    public DateTimeOffset? At { get; private set; }

    public string? By { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var runs = await db.CheckRuns.Where(r => r.Semester == Semester).ToListAsync(stop);
        (At, By) = (runs.FirstOrDefault()?.At, runs.FirstOrDefault()?.By);
        var open = await CheckHits.Open(db, Semester).GroupBy(h => h.Code).Select(g => new { g.Key, Count = g.Count(), Fen = g.Sum(h => h.Fen ?? 0) }).ToDictionaryAsync(g => g.Key, stop);
        Rows = [.. CheckCodes.All.Select(code => new CheckRow(
            code, runs.Find(r => r.Code == code)?.Hits ?? 0, open.TryGetValue(code, out var found) ? found.Count : 0, open.TryGetValue(code, out var sums) ? sums.Fen : 0))];
    }

    [Needs(Right.RunChecks)]
    public async Task<IActionResult> OnPostRunAsync([FromServices] RunChecks checks, CancellationToken stop)
    {
        if (await sizes.IsLongToJudgeAsync(Semester, stop)) return await desk.BeginAsync(JobKind.Check, $"semester:{Semester}", new CheckArguments(Semester), stop);
        if (await checks.RunAsync(visitor.Actor, Semester, stop) is not { } ran) return Forbid();
        Done = texts["Checks.Ran", ran.Count, ran.Sum(r => r.Hits)];
        return Redirect("/Checks");
    }

    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostExportAsync([FromServices] ExportHits export, CancellationToken stop)
    {
        var output = new MemoryStream();
        await export.RunAsync(visitor.Actor, Semester, null, output, stop);
        return Workbook.File(output, $"{Semester.ToChinese()}稽核疑点");
    }
}
