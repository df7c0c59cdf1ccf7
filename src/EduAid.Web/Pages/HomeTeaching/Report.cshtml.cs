using EduAid.Application.Calendar;
using EduAid.Application.HomeTeaching;
using EduAid.Application.Setup;
using EduAid.Application.Words;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Rosters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.HomeTeaching;

/// <summary>The monthly report, as a page to print and as a workbook.</summary>
public sealed class ReportModel(HomeTeachingBoard board, CountySettings county, Visitor visitor, BusinessDay day, ExportHomeTeachingReport export) : PageModel
{
    public Words Chinese { get; } = Words.Chinese;

    public DateOnly Today => day.Today;

    public HomeTeachingFigures Figures { get; private set; } = null!;

    public IReadOnlyList<IGrouping<string, TaughtChild>> BySchool { get; private set; } = [];

    /// <summary>Who reports: the one school, or the county.</summary>
    public string Sender => visitor.IsCounty || BySchool.Count != 1 ? $"{county.Name}教育局" : BySchool[0].Key;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Figures = await board.InAsync(MonthAsked.Of(Request, day.Today), day.Today, stop);
        BySchool = [.. Figures.Children.OrderBy(c => c.Number).GroupBy(c => c.SchoolName).OrderBy(g => g.Key, StringComparer.Ordinal)];
    }

    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostExportAsync(CancellationToken stop)
    {
        var (month, output) = (MonthAsked.Of(Request, day.Today), new MemoryStream());
        await export.RunAsync(visitor.Actor, month, output, stop);
        return Workbook.File(output, $"{month.ToChinese()}送教上门月报");
    }
}
