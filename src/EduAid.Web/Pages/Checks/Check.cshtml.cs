using System.Globalization;
using EduAid.Application.Checks;
using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Checks;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Payments;
using EduAid.Web.Pages.Rosters;
using EduAid.Web.Parts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Checks;

/// <summary>What one check has found.</summary>
public sealed class CheckModel(EduAidDbContext db, Visitor visitor, PersonDirectory people, IStringLocalizer<Texts> texts) : PageModel
{
    private ILookup<(string, string), CheckWaiver> waivers = Array.Empty<CheckWaiver>().ToLookup(w => (w.Subject, w.Detail));

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public SchoolLabels Schools { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<CheckHit> Rows { get; private set; } = [];

    public IReadOnlyDictionary<PersonId, CitizenId> Ids { get; private set; } = new Dictionary<PersonId, CitizenId>();

    /// <summary>Notes of schools that charge tuition; of that check alone.</summary>
    public IReadOnlyList<TuitionCharge> Charges { get; private set; } = [];

    [BindProperty]
    public Guid? School { get; set; }

    /// <summary>Yuan a pupil and semester.</summary>
    [BindProperty]
    public string? Sum { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [TempData]
    public string? Done { get; set; }

    public CheckWaiver? WaiverOf(CheckHit hit) => waivers[(hit.Subject, hit.Detail)].FirstOrDefault();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await LoadAsync(stop) ? Page() : NotFound();

    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostExportAsync([FromServices] ExportHits export, CancellationToken stop)
    {
        if (!CheckCodes.All.Contains(Code)) return NotFound();
        var output = new MemoryStream();
        await export.RunAsync(visitor.Actor, Semester, Code, output, stop);
        return Workbook.File(output, $"{Semester.ToChinese()}{Words.Chinese.CheckTitle(Code)}");
    }

    [Needs(Right.RecordCharges)]
    public async Task<IActionResult> OnPostChargeAsync([FromServices] RecordCharge record, CancellationToken stop)
    {
        var refusal = TypedFields.Yuan(Sum) is { } sum
            ? await record.RunAsync(visitor.Actor, Semester, new(School ?? default), sum, Source, stop) : ChargeRefusal.AmountNotPositive;
        if (refusal is not { } no) return Noted("Checks.Charge.Done");
        ModelState.AddModelError(no switch { ChargeRefusal.NotFound => nameof(School), ChargeRefusal.SourceMissing => nameof(Source), _ => nameof(Sum) }, Words.Refusal(no));
        return await LoadAsync(stop) ? Page() : NotFound();
    }

    [Needs(Right.RecordCharges)]
    public async Task<IActionResult> OnPostStrikeAsync(Guid charge, [FromServices] StrikeCharge strike, CancellationToken stop) =>
        await strike.RunAsync(visitor.Actor, charge, stop) is null ? Noted("Checks.Charge.Struck") : NotFound();

    private RedirectResult Noted(string done)
    {
        Done = texts[done];
        return Redirect($"/Checks/Check/{CheckCodes.TuitionCharged}");
    }

    private async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!CheckCodes.All.Contains(Code)) return false;
        Schools = await SchoolLabels.LoadAsync(db, Semester, stop);
        waivers = (await CheckHits.Standing(db, Semester).Where(w => w.Code == Code).ToListAsync(stop)).ToLookup(w => (w.Subject, w.Detail));
        var found = Request.Query.Text("state") == "open" ? CheckHits.Open(db, Semester) : db.CheckHits.Where(h => h.Semester == Semester);
        found = found.Where(h => h.Code == Code);
        if (Request.Query.Text("state") == "waived") found = found.Where(h => !CheckHits.Open(db, Semester).Any(o => o.Id == h.Id));
        if (Request.Query.Text("school") is { } code)
        {
            // A school that is not known filters everything out, rather than nothing.
            var school = Schools.ByCode(code)?.Id ?? default;
            found = found.Where(h => h.School == school);
        }
        Paging = Paging.From(Request.Query).Of(await found.CountAsync(stop));
        Rows = await found.OrderByDescending(h => h.FoundAt).ThenBy(h => h.Subject).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(stop);
        Ids = await people.RevealAsync([.. Rows.Where(h => h.Person is not null).Select(h => h.Person!.Value).Distinct()], stop);
        if (Code == CheckCodes.TuitionCharged) Charges = await db.TuitionCharges.Where(c => c.Semester == Semester && c.TakenBackAt == null).OrderBy(c => c.At).ToListAsync(stop);
        return true;
    }
}
