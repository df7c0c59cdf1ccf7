using System.Globalization;
using EduAid.Application.Payments;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Payments;
using EduAid.Web.Accounts;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Payments.Returns;

/// <summary>What a bank's file says and what it would change, before it is taken in.</summary>
public sealed class PreviewModel(EduAidDbContext db, Visitor visitor, StoredFiles stored, ReturnMatch match, TakeStagedReturn take) : PageModel
{
    public const string VerdictKey = "verdict";

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public StagedReturn Staged { get; private set; } = null!;

    public MatchedReturn Matched { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<MatchedRow> Rows { get; private set; } = [];

    public bool Readable => Matched.Rows.Count > 0 && Matched.File.FileProblems.All(p => p.Severity != Domain.Findings.Severity.Error);

    /// <summary>Payments that fail or come back by this file, by the bank's reason.</summary>
    public IReadOnlyList<(string Reason, int Count, long Fen)> Failed { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await LoadAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken stop)
    {
        var taken = await take.RunAsync(visitor.Actor, id, stop);
        if (taken.Number is { } number) return Redirect($"/Payments/Returns/{number}");
        ModelState.AddModelError("", Words.Refusal(taken.Refusal!));
        return await LoadAsync(id, stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken stop) =>
        await take.DiscardAsync(visitor.Actor, id, stop) is null ? Redirect("/Payments/Returns") : NotFound();

    public int Said(BankOutcome outcome) => Matched.Rows.Count(r => r.Verdict == ReturnVerdict.Applied && r.Said!.Outcome == outcome);

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await db.StagedReturns.SingleOrDefaultAsync(r => r.Id == id, stop) is not { } staged || await stored.ReadAsync(id, stop) is not { } content) return false;
        Staged = staged;
        Matched = await match.ReadAsync(content, staged.FileName, staged.Batch, stop);
        ReturnVerdict? asked = Enum.TryParse<ReturnVerdict>(Request.Query.Text(VerdictKey), out var verdict) ? verdict : null;
        // What somebody must look at comes first.
        var found = Matched.Rows.Where(r => asked is null || r.Verdict == asked).OrderBy(r => r.Verdict is ReturnVerdict.Applied or ReturnVerdict.Known).ThenBy(r => r.Number).ToList();
        Paging = Paging.From(Request.Query).Of(found.Count);
        Rows = [.. found.Skip(Paging.Skip).Take(Paging.Size)];
        Failed = [.. Matched.Rows.Where(r => r.Verdict == ReturnVerdict.Applied && r.Said!.Outcome is BankOutcome.Failed or BankOutcome.Returned)
            .GroupBy(r => r.Said!.Reason ?? BankReasons.Other).OrderByDescending(g => g.Count()).Select(g => (g.Key, g.Count(), g.Sum(r => r.Said!.Amount.Fen)))];
        return true;
    }
}
