using EduAid.Application.Calendar;
using EduAid.Application.Canteens;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Duties;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Rosters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Canteens;

/// <summary>The report on the meal money of a month or a semester, as a page to print and as a workbook.</summary>
public sealed class ReportModel(EduAidDbContext db, CanteenBoard board, CountySettings county, Visitor visitor, BusinessDay day) : PageModel
{
    public Words Chinese { get; } = Words.Chinese;

    public DateOnly Today => day.Today;

    public CanteenReport Report { get; private set; } = null!;

    /// <summary>Demonstration canteens and open kitchens; null where the scope is not the county's.</summary>
    public CanteenTargets? Targets { get; private set; }

    public string Period => Report.From == Report.To ? $"{Report.From}" : $"{Report.From} – {Report.To}";

    /// <summary>Who reports: the one school, or the county.</summary>
    public string Sender => visitor.IsCounty || Report.Lines.Count != 1 ? $"{county.Name}教育局" : Report.Lines[0].School.Name;

    /// <summary>The last month, this semester and the one before.</summary>
    public IEnumerable<(Month From, Month To, string Name)> Periods
    {
        get
        {
            var last = Month.Of(day.Today).Previous;
            yield return (last, last, $"{last}");
            foreach (var semester in new[] { Semester.Of(day.Today), Semester.Of(day.Today).Previous })
            {
                var (from, to) = CanteenReport.Months(semester);
                yield return (from, to > Month.Of(day.Today) ? Month.Of(day.Today) : to, Words.In(System.Globalization.CultureInfo.CurrentUICulture).Semester(semester));
            }
        }
    }

    /// <summary>More months were asked for than a report has room for.</summary>
    public bool IsClipped { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        ((var from, var to), IsClipped) = CanteenPeriod.RangeOf(Request, day.Today);
        var schools = await board.AllAsync(stop);
        Report = CanteenReport.Of(from, to, schools);
        if (visitor.IsCounty) Targets = await CanteenTargets.LoadAsync(db, schools, to.Last < day.Today ? to.Last : day.Today, stop);
    }

    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostExportAsync([FromServices] ExportCanteenReport export, CancellationToken stop)
    {
        var (((from, to), _), output) = (CanteenPeriod.RangeOf(Request, day.Today), new MemoryStream());
        await export.RunAsync(visitor.Actor, from, to, output, stop);
        return Workbook.File(output, $"营养膳食资金情况表({from}至{to})");
    }

    /// <summary>The single statements of the range, as they can be taken in again.</summary>
    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostStatementsAsync([FromServices] ExportStatements export, CancellationToken stop)
    {
        var (((from, to), _), output) = (CanteenPeriod.RangeOf(Request, day.Today), new MemoryStream());
        await export.RunAsync(visitor.Actor, from, to, output, stop);
        return Workbook.File(output, $"营养膳食资金月报({from}至{to})");
    }
}
