using EduAid.Application.Calendar;
using EduAid.Application.Pairing;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Pairing;

/// <summary>How many households wait for a visit; the home page of a school fetches it when it is open, so that it holds up nothing else.</summary>
public sealed class WaitingModel(PairingBoard board, BusinessDay day) : PageModel
{
    public int ToDo { get; private set; }

    public bool AnyOverdue { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var lines = await board.OnAsync(day.Today, stop);
        (ToDo, AnyOverdue) = (lines.Count(l => l.IsToDo), lines.Any(l => l.Course.Overdue > 0));
    }
}
