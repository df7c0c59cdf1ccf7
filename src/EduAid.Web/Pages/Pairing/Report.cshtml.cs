using EduAid.Application.Calendar;
using EduAid.Application.Pairing;
using EduAid.Application.Setup;
using EduAid.Application.Words;
using EduAid.Domain.Duties;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Rosters;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Pairing;

/// <summary>结对帮扶开展情况: of one school by its staff, of several by school; to read, to print, and as a workbook.</summary>
public sealed class ReportModel(PairingBoard board, CountySettings county, Visitor visitor, BusinessDay day) : PageModel
{
    public Words Chinese { get; } = Words.Chinese;

    public DateOnly Today => day.Today;

    public Month Running => Month.Of(day.Today);

    public MonthRange Range { get; private set; }

    /// <summary>More months were asked for than a report has room for.</summary>
    public bool IsClipped { get; private set; }

    /// <summary>Of the school that is asked for, or of all within the scope.</summary>
    public PairingReport Report { get; private set; } = null!;

    public IReadOnlyList<StaffTally> Schools { get; private set; } = [];

    /// <summary>The one school that is reported on; null for several.</summary>
    public StaffTally? School => Schools is [var only] ? only : null;

    /// <summary>The school by which the address narrows the report.</summary>
    public SchoolId? Asked => Guid.TryParse(Request.Query.Text("school"), out var key) ? new(key) : null;

    /// <summary>Who reports: the one school, or the county.</summary>
    public string Sender => School?.SchoolName ?? $"{county.Name}教育局";

    public string Title => ExportPairingReport.TitleOf(Range.First, Range.Last);

    public IReadOnlyList<(string Key, MonthRange Range)> Choices =>
    [
        ("ThisMonth", new(Running, Running)), ("LastMonth", new(Running.Previous, Running.Previous)),
        ("ThisQuarter", MonthRange.QuarterOf(Running, Running)), ("LastQuarter", MonthRange.QuarterOf(Running.Plus(-3), Running)),
    ];

    public async Task OnGetAsync(CancellationToken stop)
    {
        (Range, IsClipped) = MonthRange.Of(Request, day.Today, Running);
        var all = PairingReport.Of(await board.InAsync(Range.First, Range.Last, day.Today, stop), Range.First, Range.Last, day.Today);
        Report = Asked is { } school ? all with { Staff = [.. all.Staff.Where(s => s.School == school)] } : all;
        Schools = Report.Schools;
    }

    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostExportAsync([FromServices] ExportPairingReport export, CancellationToken stop)
    {
        (Range, IsClipped) = MonthRange.Of(Request, day.Today, Running);
        var output = new MemoryStream();
        await export.RunAsync(visitor.Actor, Range.First, Range.Last, Asked, output, stop);
        return Workbook.File(output, Title);
    }
}
