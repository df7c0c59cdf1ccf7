using EduAid.Application.Calendar;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Settings;

/// <summary>Moves the business day in a trial installation; elsewhere the page has no address.</summary>
public sealed class ClockModel(BusinessClock clock, BusinessDay day) : PageModel
{
    public DateOnly Today => day.Today;

    public int Shift => clock.Shift;

    public IActionResult OnGet() => clock.Movable ? Page() : NotFound();

    /// <param name="days">Days onward from the present business day; nought goes back to the real one.</param>
    public IActionResult OnPost(int days)
    {
        if (!clock.Movable) return NotFound();
        clock.Move(days <= 0 ? 0 : Math.Min(clock.Shift + Math.Min(days, 366), 3660));
        return Redirect("/Settings/Clock");
    }
}
