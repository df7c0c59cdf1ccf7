using System.Globalization;
using EduAid.Application.People;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Application.Words;
using EduAid.Web.Accounts;
using EduAid.Web.Parts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.People;

/// <param name="Own">The visitor entered it, so that somebody else decides.</param>
public sealed record WaitingChange(PersonCorrection Change, Guid Person, string Name, string By, int Rosters, bool Own);

/// <summary>Corrections that touch a signed roster and wait for a second person.</summary>
public sealed class ChangesModel(EduAidDbContext db, Visitor visitor, FieldCipher cipher, DecideCorrection decide, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<WaitingChange> Rows { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    [Needs(Right.DecideCorrections)]
    public async Task<IActionResult> OnPostDecideAsync(Guid change, bool right, CancellationToken stop)
    {
        var refusal = await decide.RunAsync(visitor.Actor, change, right, stop);
        if (refusal == CorrectionRefusal.NotFound) return NotFound();
        if (refusal is null)
        {
            Done = texts[right ? "Amend.Confirmed" : "Amend.Rejected"];
            return RedirectToPage();
        }
        ModelState.AddModelError("", Words.Refusal(refusal.Value));
        await LoadAsync(stop);
        return Page();
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        var waiting = db.PersonChanges.Where(c => c.State == PersonChangeState.Waiting);
        Paging = Paging.From(Request.Query).Of(await waiting.CountAsync(stop));
        var rows = await waiting.OrderBy(c => c.Id).Skip(Paging.Skip).Take(Paging.Size)
            .Join(db.People, c => c.Person, p => p.Id, (c, p) => new { Change = c, p.Name, By = db.Users.Where(u => u.UserName == c.By).Select(u => u.DisplayName).FirstOrDefault() ?? c.By })
            .ToListAsync(stop);
        Rows = [.. rows.OrderBy(r => r.Change.At).Select(r => new WaitingChange(
            PersonView.CorrectionOf(r.Change, cipher), r.Change.Person.Value, r.Name, r.By, r.Change.Rosters, r.Change.By == visitor.Actor.Name))];
    }
}
