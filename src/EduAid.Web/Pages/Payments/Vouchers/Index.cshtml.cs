using System.Globalization;
using EduAid.Application.Documents;
using EduAid.Application.Payments;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Payments;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Payments.Vouchers;

/// <param name="Papers">Scans that belong to it.</param>
public sealed record VoucherRow(Voucher Voucher, string Batch, string By, int Papers);

/// <summary>The semester's appropriation vouchers: recorded, and struck out where one was entered by mistake.</summary>
public sealed class IndexModel(EduAidDbContext db, Visitor visitor, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public IReadOnlyList<VoucherRow> Rows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Batches { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public Guid? Batch { get; set; }

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

    public async Task<IActionResult> OnPostRecordAsync([FromServices] RecordVoucher verb, CancellationToken stop)
    {
        if (TypedFields.Day(Date) is not { } day) ModelState.AddModelError(nameof(Date), texts["Pay.Wrong.Day"]);
        else if (TypedFields.Yuan(Sum) is not { } sum) ModelState.AddModelError(nameof(Sum), texts["Pay.Wrong.Sum"]);
        else if (await verb.RunAsync(visitor.Actor, Batch ?? default, Number ?? "", day, sum, stop) is { } refusal)
            ModelState.AddModelError(FieldOf(refusal), refusal == VoucherRefusal.NotFound ? texts["Pay.Wrong.Batch"] : Words.Refusal(refusal));
        else return Finished("Pay.Done.Voucher");
        await LoadAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid voucher, string? why, [FromServices] CancelVoucher verb, CancellationToken stop)
    {
        if (await verb.RunAsync(visitor.Actor, voucher, why ?? "", stop) is not { } refusal) return Finished("Pay.Done.VoucherCancel");
        if (refusal == VoucherRefusal.NotFound) return NotFound();
        ModelState.AddModelError("", Words.Refusal(refusal));
        await LoadAsync(stop);
        return Page();
    }

    private static string FieldOf(VoucherRefusal refusal) => refusal switch
    {
        VoucherRefusal.NumberMissing or VoucherRefusal.NumberTaken => nameof(Number),
        VoucherRefusal.AmountNotPositive => nameof(Sum),
        VoucherRefusal.NotFound => nameof(Batch),
        _ => "",
    };

    private RedirectToPageResult Finished(string done)
    {
        Done = texts[done];
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        var rows = await (
            from voucher in db.Vouchers
            join batch in db.Batches on voucher.Batch equals batch.Id
            where voucher.Semester == Semester
            select new { voucher, batch.Number, By = db.Users.Where(u => u.UserName == voucher.By).Select(u => u.DisplayName).FirstOrDefault() ?? voucher.By }).ToListAsync(stop);
        var papers = (await db.StoredDocuments.Where(d => d.SubjectKind == DocumentSubject.Voucher).Select(d => d.Subject).ToListAsync(stop)).ToLookup(s => s, StringComparer.OrdinalIgnoreCase);
        Rows = [.. rows.OrderByDescending(r => r.voucher.Date).ThenByDescending(r => r.voucher.Id).Select(r => new VoucherRow(r.voucher, r.Number, r.By, papers[r.voucher.Id.ToString()].Count()))];
        if (!visitor.May(Right.RecordVouchers)) return;
        var batches = await db.Batches.Where(b => b.Semester == Semester && (b.State == BatchState.Released || b.State == BatchState.HandedOver)).OrderByDescending(b => b.Sequence).ToListAsync(stop);
        Batches = [.. batches.Select(b => new SelectListItem($"{b.Number} {Words.Programme(b.Programme)} {Money.FromFen(b.Fen)}", b.Id.ToString()))];
    }
}
