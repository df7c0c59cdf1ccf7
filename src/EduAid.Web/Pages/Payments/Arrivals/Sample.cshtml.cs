using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Payments.Arrivals;
using EduAid.Application.Reveals;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Rosters;
using EduAid.Web.Parts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Payments.Arrivals;

/// <summary>One sample: who was drawn, what was found, and what that says of all who were paid.</summary>
public sealed class SampleModel(EduAidDbContext db, Visitor visitor, BusinessDay day, ExportSample export, IStringLocalizer<Texts> texts) : PageModel
{
    private const string Open = "open", WrongOnes = "wrong";

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public ArrivalFindings Findings { get; private set; } = null!;

    public string DrawnBy { get; private set; } = "";

    public SchoolLabels Schools { get; private set; } = null!;

    public IReadOnlyList<DrawnEntry> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public DateOnly Today => day.Today;

    public bool MaySeePhone => visitor.May(Right.Reveal) && RevealRights.May(visitor.Role, RevealKind.Phone);

    public IEnumerable<SelectListItem> Shows => [new(texts["Pay.Arrival.OnlyOpen"], Open), new(texts["Pay.Arrival.OnlyWrong"], WrongOnes)];

    /// <summary>The row whose form was refused.</summary>
    public int? Wrong { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await LoadAsync(id, stop) ? Page() : NotFound();

    [Needs(Right.CheckArrivals)]
    public async Task<IActionResult> OnPostRecordAsync(
        Guid id, int number, ArrivalOutcome outcome, ArrivalWay way, string? on, string? remark, long seen, [FromServices] RecordArrival record, CancellationToken stop)
    {
        var refusal = TypedFields.Day(on) is { } asked
            ? await record.RunAsync(visitor.Actor, id, new(number, outcome, way, asked, remark, seen), stop) : ArrivalRefusal.DayWrong;
        if (refusal is null)
        {
            Done = texts["Pay.Done.Arrival", number];
            return Redirect($"/Payments/Arrivals/{id}{Request.QueryString}#n{number}");
        }
        if (refusal == ArrivalRefusal.NotFound || !await LoadAsync(id, stop)) return NotFound();
        Wrong = number;
        ModelState.AddModelError("", Words.Refusal(refusal.Value));
        return Page();
    }

    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostExportAsync(Guid id, CancellationToken stop)
    {
        var output = new MemoryStream();
        return await export.RunAsync(visitor.Actor, id, Words.Chinese, !visitor.May(Right.ExportInFull), output, stop)
            ? Workbook.File(output, "到账抽查名单") : NotFound();
    }

    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostCandidatesAsync(Guid id, CancellationToken stop) =>
        await export.CandidatesAsync(visitor.Actor, id, stop) is { } list ? File(list, "text/csv", "抽样底册.csv") : NotFound();

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await ArrivalFindings.OfAsync(db, db.ArrivalSamples.Where(s => s.Id == id), stop) is not [var found]) return false;
        Findings = found;
        DrawnBy = await db.Users.Where(u => u.UserName == found.Sample.By).Select(u => u.DisplayName).FirstOrDefaultAsync(stop) ?? found.Sample.By;
        Schools = await SchoolLabels.LoadAsync(db, found.Sample.Semester, stop);
        var (show, school) = (Request.Query.Text("show"), Request.Query.Text("school") ?? "");
        var drawn = (await DrawnEntries.OfAsync(db, id, stop)).Where(d =>
            (show != Open || d.Check.Outcome is null)
            && (show != WrongOnes || d.Check.Outcome is not (null or ArrivalOutcome.Arrived or ArrivalOutcome.NotReached))
            && (school.Length == 0 || Schools[d.Check.School] is var label && (label.Code == school || label.Name.Contains(school, StringComparison.Ordinal)))).ToList();
        Paging = Paging.From(Request.Query).Of(drawn.Count);
        Rows = [.. drawn.Skip(Paging.Skip).Take(Paging.Size)];
        return true;
    }
}
