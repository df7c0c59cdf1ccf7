using System.Globalization;
using EduAid.Application.Review;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Review;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Parts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Review;

public sealed record DecisionRow(Decision Decision, string Name);

/// <summary>核实结论: the decisions that hold in the semester, each of which can be taken back.</summary>
public sealed class DecisionsModel(EduAidDbContext db, Visitor visitor, UndoDecision undo, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public SchoolLabels Schools { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<DecisionRow> Rows { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Schools = await SchoolLabels.LoadAsync(db, Semester, stop);
        var holding = DecisionBook.Holding(db, Semester);
        Paging = Paging.From(Request.Query).Of(await holding.CountAsync(stop));
        var rows = await holding.OrderByDescending(d => d.At).ThenBy(d => d.Id).Skip(Paging.Skip).Take(Paging.Size)
            .Select(d => new { Decision = d, Name = db.People.Where(p => p.Id == d.Person).Select(p => p.Name).FirstOrDefault() }).ToListAsync(stop);
        Rows = [.. rows.Select(r => new DecisionRow(r.Decision, r.Name ?? "—"))];
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid decision, string? reason, CancellationToken stop)
    {
        var refusal = await undo.RunAsync(visitor.Actor, decision, Semester, reason, stop);
        if (refusal == DecisionRefusal.NotFound) return NotFound();
        if (refusal is null)
        {
            Done = texts["Decide.Undone"];
            return Redirect("/Review/Decisions");
        }
        ModelState.AddModelError("", Words.Refusal(refusal.Value));
        await OnGetAsync(stop);
        return Page();
    }

    /// <summary>Whether the visitor's role may take this one back.</summary>
    public bool MayUndo(Decision decision) => ReviewRights.May(visitor.Role, DecisionAnswers.AssigneeOf(decision.Code));

    /// <summary>What was answered, in words.</summary>
    public string AnswerOf(Decision decision) => decision.Kind switch
    {
        DecisionKind.HeldBy => decision.School is { } school ? Schools[school].Name : "",
        DecisionKind.Boarding or DecisionKind.FullTime => texts[decision.Value == DecisionAnswers.Yes ? "Intake.Yes" : "Intake.No"],
        DecisionKind.Household => texts["Decide.Household." + decision.Value],
        DecisionKind.SamePerson or DecisionKind.OtherPerson => decision.Value.Replace("|", " / ", StringComparison.Ordinal),
        DecisionKind.Province => decision.Value,
        _ => "",
    };
}
