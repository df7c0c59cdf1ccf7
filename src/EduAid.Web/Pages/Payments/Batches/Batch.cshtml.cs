using System.Globalization;
using EduAid.Application.Documents;
using EduAid.Application.Payments;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Application.Words;
using EduAid.Domain.Payments;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Payments.Documents;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Payments.Batches;

/// <summary>One batch: its steps, its lines, and the step that the visitor may take next.</summary>
public sealed class BatchModel(EduAidDbContext db, Visitor visitor, FieldCipher cipher, BankFormats formats, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public BatchView View { get; private set; } = null!;

    public Batch Batch => View.Batch;

    public PapersOf Papers { get; private set; } = null!;

    public IReadOnlyList<Spreadsheets.Banking.BankFormat> Formats => formats.All;

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Date { get; set; }

    /// <summary>The document's sum as it was typed, yuan.</summary>
    [BindProperty]
    public string? Sum { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [TempData]
    public string? Done { get; set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => ShownAsync(id, stop);

    [Needs(Right.AssembleBatches)]
    public async Task<IActionResult> OnPostDocumentAsync(Guid id, [FromServices] SetBatchDocument verb, CancellationToken stop)
    {
        if (TypedFields.Day(Date) is not { } day) ModelState.AddModelError(nameof(Date), texts["Pay.Wrong.Day"]);
        else if (TypedFields.Yuan(Sum) is not { } sum) ModelState.AddModelError(nameof(Sum), texts["Pay.Wrong.Sum"]);
        else return await AnswerAsync(id, await verb.RunAsync(visitor.Actor, id, Number ?? "", day, sum, stop), "Pay.Done.Document", stop);
        return await ShownAsync(id, stop);
    }

    [Needs(Right.AssembleBatches)]
    public async Task<IActionResult> OnPostDiscardAsync(Guid id, [FromServices] DiscardBatch verb, CancellationToken stop) =>
        await AnswerAsync(id, await verb.RunAsync(visitor.Actor, id, Reason ?? "", stop), "Pay.Done.Discard", stop);

    [Needs(Right.ReleaseBatches)]
    public async Task<IActionResult> OnPostReleaseAsync(Guid id, string? format, [FromServices] ReleaseBatch verb, CancellationToken stop) =>
        await AnswerAsync(id, await verb.RunAsync(visitor.Actor, id, format ?? "", stop), "Pay.Done.Release", stop);

    [Needs(Right.ReleaseBatches)]
    public async Task<IActionResult> OnPostDownloadAsync(Guid id, [FromServices] DownloadBankFile verb, CancellationToken stop)
    {
        var (file, refusal) = await verb.RunAsync(visitor.Actor, id, stop);
        return file is null ? await AnswerAsync(id, refusal, "", stop) : File(file.Content, "application/octet-stream", file.Name);
    }

    [Needs(Right.ReleaseBatches)]
    public async Task<IActionResult> OnPostHandOverAsync(Guid id, [FromServices] HandOverBatch verb, CancellationToken stop) =>
        await AnswerAsync(id, await verb.RunAsync(visitor.Actor, id, stop), "Pay.Done.HandOver", stop);

    [Needs(Right.CancelBatches)]
    public async Task<IActionResult> OnPostAskCancelAsync(Guid id, [FromServices] AskToCancelBatch verb, CancellationToken stop) =>
        await AnswerAsync(id, await verb.RunAsync(visitor.Actor, id, Reason ?? "", stop), "Pay.Done.AskCancel", stop);

    [Needs(Right.CancelBatches)]
    public async Task<IActionResult> OnPostCancelAsync(Guid id, [FromServices] CancelBatch verb, CancellationToken stop) =>
        await AnswerAsync(id, await verb.RunAsync(visitor.Actor, id, stop), "Pay.Done.Cancel", stop);

    private async Task<IActionResult> AnswerAsync(Guid id, BatchRefusal? refusal, string done, CancellationToken stop)
    {
        if (refusal is BatchRefusal.NotFound) return NotFound();
        if (refusal is null)
        {
            Done = texts[done];
            return RedirectToPage(new { id });
        }
        ModelState.AddModelError(refusal switch { BatchRefusal.ReasonMissing => nameof(Reason), BatchRefusal.DocumentMissing => nameof(Number), _ => "" }, Words.Refusal(refusal));
        return await ShownAsync(id, stop);
    }

    private async Task<IActionResult> ShownAsync(Guid id, CancellationToken stop)
    {
        if (await BatchView.LoadAsync(db, cipher, id, Request.Query, stop) is not { } view) return NotFound();
        View = view;
        Papers = await PapersOf.LoadAsync(db, DocumentSubject.Batch, id.ToString(), visitor, stop);
        (Number, Date) = (Number ?? view.Batch.DocumentNumber, Date ?? view.Batch.DocumentDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Sum ??= view.Batch.DocumentFen is { } fen ? Money.FromFen(fen).ToString() : null;
        return Page();
    }

    public IEnumerable<BatchStep> Steps()
    {
        yield return new(texts["Pay.Step.Assembled"], View.NameOf(Batch.AssembledBy), Batch.AssembledAt);
        if (Batch.DocumentNumber is { } number) yield return new(texts["Pay.Step.Document"], number, null, Batch.DocumentDate);
        if (Batch.ReleasedBy is { } by) yield return new(texts["Pay.Step.Released", Batch.FileName ?? ""], View.NameOf(by), Batch.ReleasedAt, null, $"SHA-256 {Batch.FileSha256}");
        if (Batch.HandedOverBy is { } hand) yield return new(texts["Pay.Step.HandedOver"], View.NameOf(hand), null, Batch.HandedOverOn);
        if (Batch.CancelAskedBy is { } asked) yield return new(texts["Pay.Step.CancelAsked"], View.NameOf(asked), null, null, Batch.CancelReason);
        if (Batch.CancelledBy is { } last) yield return new(texts["Pay.Step.Cancelled"], View.NameOf(last), Batch.CancelledAt, null, Batch.CancelAskedBy is null ? Batch.CancelReason : null);
    }
}
