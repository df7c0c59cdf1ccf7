using System.Globalization;
using EduAid.Application.Payments;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Payments.Vouchers;

/// <param name="Due">Whole fen that are to come back.</param>
/// <param name="Back">Whole fen that came.</param>
public sealed record RecoveryRow(Guid Entry, Guid Roster, string Name, string School, string Programme, RosterKind Kind, long Due, long Back)
{
    public long Left => Due - Back;
}

/// <summary>Approved recoveries of the semester, and the money that came back for them.</summary>
public sealed class RecoveriesModel(EduAidDbContext db, Visitor visitor, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public IReadOnlyList<RecoveryRow> Rows { get; private set; } = [];

    public IEnumerable<SelectListItem> Open => Rows.Where(r => r.Left > 0).Select(r => new SelectListItem($"{r.Name} {r.School} {Money.FromFen(r.Left)}", r.Entry.ToString()));

    [BindProperty]
    public Guid? Entry { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Date { get; set; }

    /// <summary>Yuan.</summary>
    [BindProperty]
    public string? Sum { get; set; }

    [TempData]
    public string? Done { get; set; }

    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    public async Task<IActionResult> OnPostReceiveAsync([FromServices] RecordReceipt verb, CancellationToken stop)
    {
        if (TypedFields.Day(Date) is not { } day) ModelState.AddModelError(nameof(Date), texts["Pay.Wrong.Day"]);
        else if (TypedFields.Yuan(Sum) is not { } sum) ModelState.AddModelError(nameof(Sum), texts["Pay.Wrong.Sum"]);
        else if (await verb.RunAsync(visitor.Actor, Entry ?? default, Number ?? "", day, sum, stop) is { } refusal)
        {
            ModelState.AddModelError(
                refusal switch { VoucherRefusal.NumberMissing => nameof(Number), VoucherRefusal.AmountNotPositive or VoucherRefusal.TooMuch => nameof(Sum), VoucherRefusal.NotFound => nameof(Entry), _ => "" },
                refusal == VoucherRefusal.NotFound ? texts["Pay.Wrong.Entry"] : Words.Refusal(refusal));
        }
        else
        {
            Done = texts["Pay.Done.Receipt"];
            return RedirectToPage();
        }
        await LoadAsync(stop);
        return Page();
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        var rows = await (
            from entry in db.RosterEntries
            join roster in db.Rosters on entry.Roster equals roster.Id
            where roster.Semester == Semester && roster.State == RosterState.Approved && (roster.Kind == RosterKind.Recovery || roster.Kind == RosterKind.Surplus)
            select new RecoveryRow(
                entry.Id, roster.Id.Value, entry.Name,
                db.SchoolVersions.Where(v => v.School == entry.School && !v.Undone && v.From <= roster.Semester).OrderByDescending(v => v.From).ThenByDescending(v => v.Import).Select(v => v.Name).FirstOrDefault() ?? "—",
                roster.Programme, roster.Kind, entry.Fen, db.RecoveryReceipts.Where(r => r.County == entry.County && r.Entry == entry.Id).Sum(r => (long?)r.Fen) ?? 0)).ToListAsync(stop);
        Rows = [.. rows.OrderByDescending(r => r.Left).ThenBy(r => r.Name, StringComparer.Ordinal)];
    }
}
