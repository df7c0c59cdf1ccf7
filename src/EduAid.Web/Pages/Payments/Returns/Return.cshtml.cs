using System.Globalization;
using EduAid.Application.Documents;
using EduAid.Application.Payments;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Payments.Documents;
using EduAid.Web.Parts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Payments.Returns;

/// <summary>One bank's file as it was taken in, and taking it back.</summary>
public sealed class ReturnModel(EduAidDbContext db, Visitor visitor, UndoReturn undo, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public BankReturn Return { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<ReturnVerdict, int> Counts { get; private set; } = new Dictionary<ReturnVerdict, int>();

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<BankReturnRow> Rows { get; private set; } = [];

    public PapersOf Papers { get; private set; } = null!;

    [TempData]
    public string? Done { get; set; }

    public Task<IActionResult> OnGetAsync(int number, CancellationToken stop) => ShownAsync(number, stop);

    [Needs(Right.TakeReturns)]
    public async Task<IActionResult> OnPostUndoAsync(int number, CancellationToken stop)
    {
        var refusal = await undo.RunAsync(visitor.Actor, number, stop);
        if (refusal is ReturnRefusal.NotFound) return NotFound();
        if (refusal is null)
        {
            Done = texts["Pay.Returns.UndoneNow"];
            return RedirectToPage(new { number });
        }
        ModelState.AddModelError("", Words.Refusal(refusal));
        return await ShownAsync(number, stop);
    }

    public string NameOf(string user) => Names.GetValueOrDefault(user, user);

    private async Task<IActionResult> ShownAsync(int number, CancellationToken stop)
    {
        if (await db.BankReturns.SingleOrDefaultAsync(r => r.Number == number, stop) is not { } found) return NotFound();
        Return = found;
        string?[] people = [found.By, found.UndoneBy];
        Names = await db.Users.Where(u => people.Contains(u.UserName)).ToDictionaryAsync(u => u.UserName!, u => u.DisplayName, stop);
        Counts = await db.BankReturnRows.Where(r => r.Return == number).GroupBy(r => r.Verdict).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        ReturnVerdict? asked = Enum.TryParse<ReturnVerdict>(Request.Query.Text(PreviewModel.VerdictKey), out var verdict) ? verdict : null;
        Paging = Paging.From(Request.Query).Of(asked is { } one ? Counts.GetValueOrDefault(one) : Counts.Values.Sum());
        Rows = await db.BankReturnRows.Where(r => r.Return == number && (asked == null || r.Verdict == asked)).OrderBy(r => r.Number).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(stop);
        Papers = await PapersOf.LoadAsync(db, DocumentSubject.Return, number.ToString(CultureInfo.InvariantCulture), visitor, stop);
        return Page();
    }
}
