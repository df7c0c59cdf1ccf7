using EduAid.Application.Canteens;
using EduAid.Web.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Canteens;

/// <summary>How many months are overdue; the home page of a school's people fetches it when it is open, so that it holds up nothing else.</summary>
public sealed class WaitingModel(CanteenBoard board, Visitor visitor) : PageModel
{
    /// <summary>Months that were not stated in time, of every school within the scope.</summary>
    public int Overdue { get; private set; }

    /// <summary>The ledger of the own school, which lists the months, or the list of schools that owe some.</summary>
    public string Where => visitor.School is { } own ? $"/Canteens/{own.Value}" : "/Canteens?state=" + IndexModel.Behind;

    public async Task OnGetAsync(CancellationToken stop) => Overdue = (await board.AllAsync(stop)).Sum(s => s.Ledger.Missing.Count);
}
