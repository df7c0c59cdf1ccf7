using System.Globalization;
using EduAid.Application.Payments;
using EduAid.Application.People;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.People;

/// <summary>What is typed into the forms of a correction; each form fills its own.</summary>
public sealed class CorrectionInput
{
    public string? Name { get; set; }

    public string? Number { get; set; }

    public string? Guardian { get; set; }

    public string? Relation { get; set; }

    public string? GuardianId { get; set; }

    public string? Phone { get; set; }

    public string? Card { get; set; }

    public string? Holder { get; set; }

    public string? HolderRelation { get; set; }

    public string? Bank { get; set; }

    public string? Why { get; set; }
}

/// <summary>Corrects a pupil's name, ID, guardian and phone, or card; what it would change is said while one types.</summary>
public sealed class EditModel(EduAidDbContext db, Visitor visitor, CorrectPerson correct, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public PersonId Person { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Which form was sent and refused.</summary>
    public string? Sent { get; private set; }

    [BindProperty]
    public CorrectionInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FindAsync(id, stop) ? Page() : NotFound();

    public Task<IActionResult> OnPostNameAsync(Guid id, CancellationToken stop) =>
        CorrectedAsync(id, "name", () => correct.NameAsync(visitor.Actor, visitor.Semester, new(id), Input.Name, Input.Why, stop), stop);

    public Task<IActionResult> OnPostNumberAsync(Guid id, CancellationToken stop) =>
        CorrectedAsync(id, "number", () => correct.CitizenIdAsync(visitor.Actor, visitor.Semester, new(id), Input.Number, Input.Why, stop), stop);

    public Task<IActionResult> OnPostContactAsync(Guid id, CancellationToken stop) => CorrectedAsync(
        id, "contact", () => correct.ContactAsync(visitor.Actor, visitor.Semester, new(id), new(Input.Guardian, Input.Relation, Input.GuardianId, Input.Phone), Input.Why, stop), stop);

    [Needs(Right.MendCards)]
    public async Task<IActionResult> OnPostCardAsync(Guid id, [FromServices] MendCard mend, CancellationToken stop)
    {
        var refusal = await mend.RunAsync(visitor.Actor, new PersonId(id), new(Input.Card ?? "", Input.Holder ?? "", Input.Bank, Input.HolderRelation, Input.Why ?? ""), stop);
        if (refusal is null) return Finished(id, "Pay.Done.Mend");
        return await RefusedAsync(id, "card", Words.Refusal(refusal.Value), stop);
    }

    /// <summary>What is wrong with what stands in a form, and what it would change; asked while one types, and posted because it may be a number.</summary>
    public async Task<IActionResult> OnPostCheckAsync(Guid id, string what, [FromServices] CorrectionCheck check, CancellationToken stop) =>
        await FindAsync(id, stop) ? Partial("_Check", await check.OfAsync(visitor.Semester, new(id), what, Input, Words, stop)) : NotFound();

    private async Task<IActionResult> CorrectedAsync(Guid id, string form, Func<Task<CorrectionOutcome>> verb, CancellationToken stop)
    {
        var outcome = await verb();
        if (outcome.Change is { } change) return Finished(id, change.State == PersonChangeState.Waiting ? "Person.DoneWaiting" : "Person.Done");
        return await RefusedAsync(id, form, Words.Refusal(outcome.Refusal!.Value), stop);
    }

    private RedirectResult Finished(Guid id, string done)
    {
        TempData[nameof(PersonModel.Done)] = texts[done].Value;
        return Redirect($"/People/{id}");
    }

    private async Task<IActionResult> RefusedAsync(Guid id, string form, string why, CancellationToken stop)
    {
        if (!await FindAsync(id, stop)) return NotFound();
        Sent = form;
        ModelState.AddModelError("", why);
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        Person = new(id);
        var name = await db.People.Where(p => p.Id == Person).Select(p => p.Name).FirstOrDefaultAsync(stop);
        Name = name ?? "";
        return name is not null;
    }
}
