using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Documents;
using EduAid.Application.Plans;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Plans;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Imports;
using EduAid.Web.Pages.Payments;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Plans;

/// <summary>One item of the plan: its measures and steps as they stand, every report ever made of it, and the form of its unit.</summary>
public sealed class ItemModel(EduAidDbContext db, Visitor visitor, BusinessDay day, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public DateOnly Today => day.Today;

    public ItemHistory History { get; private set; } = null!;

    public PlanBoard Board => History.Board;

    public ItemView View => History.View;

    public int Year => Board.Plan.Year;

    public bool MayReport => visitor.May(Right.ReportProgress);

    /// <summary>Code of the measure that the form reports of; null for words alone.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Measure { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Step { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Corrects { get; set; }

    [BindProperty]
    public ReportInput Input { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public OutlineMeasure? Asked => View.Item.Measures.FirstOrDefault(m => m.Code == Measure);

    public ProgressReport? Corrected => History.Reports.FirstOrDefault(r => r.Report.Id == Corrects)?.Report;

    public string FormTitle => Asked is null ? texts["Plans.ReportWords"] : texts["Plans.ReportOf", Step ?? Asked.Title];

    public async Task<IActionResult> OnGetAsync(int year, string item, string? on, CancellationToken stop)
    {
        if (!await LoadAsync(year, item, TypedFields.Day(on), stop)) return NotFound();
        Input = ReportInput.For(Corrected, day.Today);
        return Page();
    }

    [Needs(Right.ReportProgress)]
    public async Task<IActionResult> OnPostReportAsync(int year, string item, [FromServices] ReportProgress verb, [FromServices] AttachDocument attach, CancellationToken stop)
    {
        if (!await LoadAsync(year, item, null, stop)) return NotFound();
        var files = await SentFiles.ReadAsync(Input.Files, stop);
        if (TypedFields.Day(Input.On) is not { } on) ModelState.AddModelError("Input.On", texts["Pay.Wrong.Day"]);
        // A paper that cannot be taken is found before the report is written.
        else if (files.Any(f => !AttachDocument.Takes(f.Content)))
            ModelState.AddModelError("Input.Files", Words.Refusal(DocumentRefusal.NotADocument));
        else
        {
            var outcome = await verb.RunAsync(visitor.Actor, Input.Read(year, item, Measure, Step, on, Corrects), stop);
            if (outcome.Report is { } report)
            {
                foreach (var file in files) await attach.RunAsync(visitor.Actor, new(DocumentSubject.Progress, $"{report}", null, file.Name, file.Content), stop);
                Done = texts["Plans.Reported"];
                return Redirect(PlanWork.ItemHref(year, item));
            }
            ModelState.AddModelError(ReportInput.FieldOf(outcome.Refusal!.Value), Words.Refusal(outcome.Refusal.Value));
        }
        return Page();
    }

    /// <summary>As an attachment only, and each time on record.</summary>
    [Needs(Right.SeePlan)]
    public async Task<IActionResult> OnPostEvidenceAsync(Guid id, [FromServices] DownloadDocument download, CancellationToken stop) =>
        await download.RunAsync(visitor.Actor, id, stop) is { } found ? File(found.Content, found.Document.ContentType, found.Document.FileName) : NotFound();

    public string ReportHref(string? measure, string? step, Guid? corrects = null) => PlanWork.ItemHref(Year, View.Item.Number)
        + QueryString.Create(new Dictionary<string, string?> { ["measure"] = measure, ["step"] = step, ["corrects"] = corrects?.ToString() }.Where(q => q.Value is not null)) + "#report";

    public string FigureOf(ProgressReport report) => report.Reached is { } reached ? texts[reached ? "Plans.Step.Done" : "Plans.Step.Open"]
        : report.Figure is not { } figure ? "" : report.Whole is not { } whole ? PlanFigures.Number(figure)
        : $"{PlanFigures.Number(figure)} / {PlanFigures.Number(whole)} = {PlanFigures.Share(figure * 10_000 / whole)}";

    private async Task<bool> LoadAsync(int year, string item, DateOnly? on, CancellationToken stop)
    {
        if (await ItemHistory.LoadAsync(db, year, item, on, day.Today, stop) is not { } found) return false;
        History = found;
        // What the address asks for and the item does not have is a report in words.
        if (Asked is null) (Measure, Step) = (null, null);
        else if (Step is not null && Asked.Steps.All(s => s.Title != Step)) Step = null;
        if (Asked is { Steps.Count: > 0 } && Step is null) Measure = null;
        return true;
    }
}
