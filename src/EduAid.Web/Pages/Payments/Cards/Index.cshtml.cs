using System.Globalization;
using EduAid.Application.Payments;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Application.Words;
using EduAid.Web.Accounts;
using EduAid.Web.Parts.Figures;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Payments.Cards;

/// <param name="Old">The card on the pupil's list, masked; null where there is none.</param>
/// <param name="New">Masked.</param>
/// <param name="Own">The visitor entered it, so that somebody else decides.</param>
public sealed record CardRow(
    Guid Id, string Name, string School, string? Old, string? OldHolder, string New, string Holder, string? Relation, string? Bank, string Reason, string By, DateTimeOffset At, bool Own);

/// <summary>Cards that were entered by hand and that a second person has not looked at, each beside the card that it replaces.</summary>
public sealed class IndexModel(EduAidDbContext db, Visitor visitor, FieldCipher cipher, DecideCard decide, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public IReadOnlyList<CardRow> Rows { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    public async Task<IActionResult> OnPostDecideAsync(Guid card, bool right, CancellationToken stop)
    {
        var refusal = await decide.RunAsync(visitor.Actor, card, right, stop);
        if (refusal == CardRefusal.NotFound) return NotFound();
        if (refusal is null)
        {
            Done = texts[right ? "Pay.Done.Confirm" : "Pay.Done.Reject"];
            return RedirectToPage();
        }
        ModelState.AddModelError("", Words.Refusal(refusal.Value));
        await LoadAsync(stop);
        return Page();
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        var semester = visitor.Semester;
        var cards = await (
            from card in db.PersonCards
            join person in db.People on card.Person equals person.Id
            where card.ConfirmedAt == null
            select new
            {
                Card = card,
                person.Name,
                By = db.Users.Where(u => u.UserName == card.By).Select(u => u.DisplayName).FirstOrDefault() ?? card.By,
                School = db.SchoolVersions.Where(v => v.School == card.School && !v.Undone && v.From <= semester)
                    .OrderByDescending(v => v.From).ThenByDescending(v => v.Import).Select(v => v.Name).FirstOrDefault() ?? "—",
            }).ToListAsync(stop);
        var people = cards.Select(c => c.Card.Person).Distinct().ToList();
        var listed = people.Count == 0 ? [] : await (
            from row in db.Enrolments
            join list in db.SchoolLists on row.List equals list.Id
            where list.Current && list.Semester == semester && people.Contains(row.Person)
            select new { row.Person, row.County, row.List, row.Line, row.CardCipher, row.Holder }).ToListAsync(stop);
        Rows = [.. cards.OrderBy(c => c.Card.At).Select(c =>
        {
            var before = listed.Find(l => l.Person == c.Card.Person && l.CardCipher != null);
            return new CardRow(
                c.Card.Id, c.Name, c.School, before is null ? null : Masks.Card(cipher.Decrypt(before.CardCipher!, Places.Enrolment("card", before.County, before.List, before.Line))), before?.Holder,
                Masks.Card(cipher.Decrypt(c.Card.CardCipher, Places.PersonCard(c.Card.County, c.Card.Id))), c.Card.Holder, c.Card.Relation, c.Card.Bank, c.Card.Reason, c.By, c.Card.At,
                c.Card.By == visitor.Actor.Name);
        })];
    }
}
