using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Loans;
using EduAid.Application.Words;
using EduAid.Domain.Loans;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Payments;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Loans;

/// <summary>A new application.</summary>
public sealed class ApplyModel(BusinessDay day, Visitor visitor, ApplyForLoan apply, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public IEnumerable<SelectListItem> Levels => Enum.GetValues<LoanLevel>().Select(l => new SelectListItem(Words.LoanLevel(l), l.ToString()));

    [BindProperty]
    public LoanInput Input { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public void OnGet() => (Input.Year, Input.On) =
        (Semester.Of(day.Today).SchoolYear.ToString(CultureInfo.InvariantCulture), day.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (TypedFields.Day(Input.On) is not { } on)
        {
            ModelState.AddModelError("Input.On", texts["Pay.Wrong.Day"]);
            return Page();
        }
        var applied = await apply.RunAsync(visitor.Actor, Input.Read(on), stop);
        if (applied.Loan is { } loan)
        {
            Done = texts["Dropout.StepDone"];
            return Redirect($"/Loans/{loan}");
        }
        ModelState.AddModelError(LoanInput.FieldOf(applied.Refusal!.Value), Words.Refusal(applied));
        return Page();
    }
}

/// <summary>An application as typed.</summary>
public sealed class LoanInput
{
    public string? Year { get; set; }

    public string? Name { get; set; }

    public string? CitizenId { get; set; }

    public LoanLevel Level { get; set; } = LoanLevel.Undergraduate;

    public string? University { get; set; }

    public string? Amount { get; set; }

    public string? On { get; set; }

    public SentLoan Read(DateOnly on) => new(
        int.TryParse(Year?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null, Name, CitizenId, Level, University, TypedFields.Yuan(Amount), on);

    public static string FieldOf(LoanRefusal refusal) => refusal switch
    {
        LoanRefusal.YearOutside => "Input.Year",
        LoanRefusal.NameMissing => "Input.Name",
        LoanRefusal.IdInvalid or LoanRefusal.BorrowerTaken => "Input.CitizenId",
        LoanRefusal.UniversityMissing => "Input.University",
        LoanRefusal.AmountMissing or LoanRefusal.AmountAbove => "Input.Amount",
        LoanRefusal.DayOutside => "Input.On",
        LoanRefusal.ContractMissing or LoanRefusal.ContractTaken => "Step.Contract",
        LoanRefusal.TextMissing => "Step.Text",
        LoanRefusal.WrongState => "Step.To",
        _ => "",
    };
}
