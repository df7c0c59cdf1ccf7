using EduAid.Application.Accounts;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Web.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Account;

/// <summary>The own account: who one is here, and what protects it.</summary>
public sealed class IndexModel(EduAidDbContext db, CountySettings county, Visitor visitor) : PageModel
{
    public IReadOnlyList<(Role Role, string? Place)> Roles { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var schools = await SchoolNames.LoadAsync(db, county.Code, stop);
        Roles = [.. visitor.Assignments.Select(a => (a.Role, schools.PlaceOf(a)))];
    }
}
