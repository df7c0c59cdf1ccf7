using System.Globalization;
using EduAid.Application.Jobs;
using EduAid.Application.Policies;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Jobs;
using EduAid.Web.Pages.Rosters;
using EduAid.Web.Parts.Figures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Policies;

/// <summary>What the next semesters will need, by programme, from the last lists carried forward.</summary>
public sealed class ForecastModel(EduAidDbContext db, Visitor visitor, KeptEffects effects, TimeProvider time) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Shelved<Forecast>? Kept { get; private set; }

    public bool Stale => Kept is { } kept && kept.Turn != visitor.CountyTurn;

    /// <summary>There are no lists to start from.</summary>
    [TempData]
    public bool NoLists { get; set; }

    public IReadOnlyList<Domain.Programmes.Programme> Programmes { get; } = [.. Domain.Programmes.Programme.All.Where(p => !p.JudgesAdmissions)];

    public IReadOnlyList<ChartColumn> Columns => Kept is not { Value: var forecast } ? []
        : [.. forecast.Semesters.Select(s => new ChartColumn(Words.Semester(s),
            [forecast.Cells.Where(c => c.Semester == s).Sum(c => c.FenCarried), forecast.Cells.Where(c => c.Semester == s).Sum(c => c.FenEntering)], Amounts.Yuan(forecast.Total(s))))];

    public async Task OnGetAsync(CancellationToken stop) => Kept = await effects.ForecastAsync(stop);

    public async Task<IActionResult> OnPostAsync(
        [FromServices] BudgetForecast forecast, [FromServices] PolicyShelf shelf, [FromServices] JobSizes sizes, [FromServices] JobDesk desk, CancellationToken stop)
    {
        if (await sizes.IsLongToJudgeAgainAsync(stop)) return await desk.BeginAsync(JobKind.Forecast, KeptEffects.ForecastSubject, new { }, stop);
        if (await forecast.RunAsync(stop) is { } made) shelf.Put(db.CountyCode, new(made, visitor.CountyTurn, time.GetUtcNow(), new Dictionary<string, string>()));
        else NoLists = true;
        return Redirect("/Policies/Forecast");
    }

    public async Task<IActionResult> OnPostExportAsync([FromServices] ExportPolicyEffect export, CancellationToken stop)
    {
        if (await effects.ForecastAsync(stop) is not { } kept) return Redirect("/Policies/Forecast");
        var (output, title) = (new MemoryStream(), $"{kept.Value.Base.ToChinese()}起资助经费测算");
        await export.ForecastAsync(visitor.Actor, kept.Value, title, output, stop);
        return Workbook.File(output, title);
    }

    public ForecastCell? Cell(Semester semester, string programme) => Kept!.Value.Of(semester, programme);
}
