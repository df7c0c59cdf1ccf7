using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Loans;
using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Loans;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Payments;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Loans;

/// <summary>One loan with its steps, and the next one.</summary>
public sealed class LoanModel(EduAidDbContext db, PersonDirectory people, BusinessDay day, Visitor visitor, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Loan Loan { get; private set; } = null!;

    public bool Registered { get; private set; }

    public CitizenId? Number { get; private set; }

    /// <summary>As they were recorded.</summary>
    public IReadOnlyList<(LoanStep Step, string By)> Steps { get; private set; } = [];

    public bool MayMove => visitor.May(Right.KeepLoans) && LoanWay.Next(Loan.State).Count > 0;

    public IEnumerable<SelectListItem> Moves => LoanWay.Next(Loan.State).Select(s => new SelectListItem(Words.LoanState(s), s.ToString()));

    [BindProperty]
    public MoveInput Step { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        Step.On = day.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return await LoadAsync(id, stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostMoveAsync(Guid id, [FromServices] MoveLoan move, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        if (Step.To is not { } to) ModelState.AddModelError("Step.To", Words.Refusal(new LoanOutcome(LoanRefusal.WrongState)));
        else if (TypedFields.Day(Step.On) is not { } on) ModelState.AddModelError("Step.On", texts["Pay.Wrong.Day"]);
        else
        {
            var moved = await move.RunAsync(visitor.Actor, id, to, on, Step.Contract, Step.Text, stop);
            if (moved.Refusal is not { } refusal)
            {
                Done = texts["Dropout.StepDone"];
                return Redirect($"/Loans/{id}");
            }
            ModelState.AddModelError(refusal == LoanRefusal.DayOutside ? "Step.On" : LoanInput.FieldOf(refusal), Words.Refusal(moved));
        }
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await db.Loans.SingleOrDefaultAsync(l => l.Id == id, stop) is not { } loan) return false;
        Loan = loan;
        Registered = await SemesterFacts.Valid(db, Semester.Autumn(loan.AcademicYear)).AnyAsync(r => r.Person == loan.Borrower, stop);
        if ((await people.RevealAsync([loan.Borrower], stop)).TryGetValue(loan.Borrower, out var number)) Number = number;
        var steps = await db.LoanSteps.Where(s => s.Loan == id).OrderBy(s => s.Number)
            .Select(s => new { Step = s, By = db.Users.Where(u => u.UserName == s.By).Select(u => u.DisplayName).FirstOrDefault() ?? s.By }).ToListAsync(stop);
        Steps = steps.ConvertAll(s => (s.Step, s.By));
        return true;
    }
}

/// <summary>A step of a loan as typed.</summary>
public sealed class MoveInput
{
    public LoanState? To { get; set; }

    public string? On { get; set; }

    public string? Contract { get; set; }

    public string? Text { get; set; }
}
