using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Canteens;
using EduAid.Application.Words;
using EduAid.Domain.Canteens;
using EduAid.Domain.Duties;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Canteens;

/// <summary>One school: what holds of its canteen today, and its money month by month with the balance carried on.</summary>
public sealed class SchoolModel(CanteenBoard board, BusinessDay day) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public DateOnly Today => day.Today;

    public CanteenSchool School { get; private set; } = null!;

    /// <summary>What is amiss with the canteen itself today.</summary>
    public IReadOnlyList<CanteenFinding> Amiss => [.. School.History.ChecksOn(day.Today)];

    /// <summary>Overdue months.</summary>
    public int Missing { get; private set; }

    /// <summary>The latest month that was stated.</summary>
    public MonthStatement? Last { get; private set; }

    /// <summary>The first month that is over and not stated.</summary>
    public Month? Next { get; private set; }

    public Paging Paging { get; private set; } = null!;

    /// <summary>The latest first.</summary>
    public IReadOnlyList<LedgerMonth> Rows { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await board.OfAsync(new(id), stop) is not { } school) return NotFound();
        School = school;
        List<LedgerMonth> months = [.. school.Ledger.Months];
        Missing = months.Count(m => m.State == StatementState.Missing);
        Last = months.FindLast(m => m.Stated is not null)?.Figures;
        Next = months.Find(m => m.Stated is null && m.Month < Month.Of(day.Today))?.Month;
        months.Reverse();
        Paging = Paging.From(Request.Query).Of(months.Count);
        Rows = [.. months.Skip(Paging.Skip).Take(Paging.Size)];
        return Page();
    }
}
