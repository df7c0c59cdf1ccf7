using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Canteens;
using EduAid.Application.Words;
using EduAid.Domain.Canteens;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Rosters;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EduAid.Web.Pages.Canteens;

/// <summary>营养改善计划 in a month: who has stated it and who is behind, the sums, and each check with what it found.</summary>
public sealed class IndexModel(CanteenBoard board, Visitor visitor, BusinessDay day) : PageModel
{
    /// <summary>Schools that owe months, this one or others; as a filter.</summary>
    public const string Behind = "behind";

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public DateOnly Today => day.Today;

    public CanteenMonth Month { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<CanteenLine> Rows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Townships { get; private set; } = [];

    /// <summary>The one school that the visitor works for and that owes the month.</summary>
    public Guid? Own => visitor.School is { } own && Month.Lines.Any(l => l.School.Id == own) ? own.Value : null;

    public IEnumerable<SelectListItem> States => [new(Words["CanteenBehind"], Behind), .. Enum.GetValues<StatementState>().Where(s => s != StatementState.NotOwed).Select(s => new SelectListItem(Words.StatementState(s), $"{s}"))];

    public IEnumerable<SelectListItem> Checks => Enum.GetValues<CanteenCheck>().Select(c => new SelectListItem(Words.CanteenCheck(c), $"{c}"));

    [TempData]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Month = await board.InAsync(CanteenPeriod.MonthOf(Request, day.Today), stop);
        Townships = [.. Month.Lines.Select(l => l.School.Township).Distinct().Order(StringComparer.Ordinal).Select(t => new SelectListItem(t, t))];
        var (state, check, township) = (Request.Query.Text("state"), Request.Query.Text("check"), Request.Query.Text("township"));
        var meant = Month.Lines.Where(l => (state is null || $"{l.Month.State}" == state || (state == Behind && l.Behind > 0))
            && (check is null || l.Month.Findings.Any(f => $"{f.Check}" == check)) && (township is null || l.School.Township == township)).ToList();
        Paging = Paging.From(Request.Query).Of(meant.Count);
        Rows = [.. meant.Skip(Paging.Skip).Take(Paging.Size)];
    }

    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostExportAsync([FromServices] ExportStatements export, CancellationToken stop)
    {
        var (month, output) = (CanteenPeriod.MonthOf(Request, day.Today), new MemoryStream());
        await export.RunAsync(visitor.Actor, month, month, output, stop);
        return Workbook.File(output, $"{month.ToChinese()}营养膳食资金月报");
    }
}
