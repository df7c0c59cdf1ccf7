using System.Globalization;
using EduAid.Application.Audit;
using EduAid.Application.Setup;
using EduAid.Application.Words;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Rosters;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Audit;

/// <summary>审计记录: who did what, from where, when and why; whether the chain still holds; its head, to be kept elsewhere.</summary>
public sealed class IndexModel(Visitor visitor, SearchTrail search, CheckTrail check, ExportTrail export, MakeAnchor anchor, TimeProvider time) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Paging Paging { get; private set; } = null!;

    public TrailPage Found { get; private set; } = null!;

    /// <summary>The answer to the button; null where it was not pressed.</summary>
    public AuditVerdict? Verdict { get; private set; }

    /// <summary>The head's MAC in groups of eight, as it is compared on paper.</summary>
    public string HeadText => string.Join(' ', Convert.ToHexString(Found.Head.Mac).Chunk(8).Select(c => new string(c)));

    public Task OnGetAsync(CancellationToken stop) => FillAsync(stop);

    public async Task<IActionResult> OnPostVerifyAsync(CancellationToken stop)
    {
        Verdict = await check.RunAsync(visitor.Actor, null, stop);
        await FillAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAnchorAsync(CancellationToken stop)
    {
        var made = await anchor.RunAsync(visitor.Actor, stop);
        return File(made.Write(), "application/json", string.Create(CultureInfo.InvariantCulture, $"审计链首值-{time.Today():yyyyMMdd}-{made.Number}.json"));
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken stop)
    {
        var output = new MemoryStream();
        await export.RunAsync(visitor.Actor, Filter(Request.Query), output, stop);
        return Workbook.File(output, "审计记录");
    }

    private async Task FillAsync(CancellationToken stop)
    {
        var asked = Paging.From(Request.Query);
        Found = await search.RunAsync(Filter(Request.Query), asked.Skip, asked.Size, stop);
        Paging = asked.Of(Found.Count);
        // Past the end the last page is shown.
        if (Paging.Page != asked.Page) Found = await search.RunAsync(Filter(Request.Query), Paging.Skip, Paging.Size, stop);
    }

    private static TrailFilter Filter(IQueryCollection query)
    {
        DateOnly? Day(string key) => DateOnly.TryParse(query.Text(key), CultureInfo.InvariantCulture, out var day) && day is { Year: > 1990 and < 2200 } ? day : null;
        return new(Day("from"), Day("to"), query.Text("actor"), query.Text("action"), query.Text("subject"));
    }
}
