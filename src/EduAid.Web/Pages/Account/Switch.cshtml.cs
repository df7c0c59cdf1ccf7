using EduAid.Application.Accounts;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Account;

/// <summary>Goes on in another of the roles that the visitor holds.</summary>
public sealed class SwitchModel(SwitchAssignment switchTo, EduAidDbContext db, CountySettings county, Visitor visitor) : PageModel
{
    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var schools = await SchoolNames.LoadAsync(db, county.Code, stop);
        Choices = [.. visitor.Assignments.Select(a => new Choice(a.Id, a.Role, schools.PlaceOf(a), a.Id == visitor.Assignment!.Id))];
    }

    public async Task<IActionResult> OnPostAsync(Guid assignment, CancellationToken stop) =>
        await switchTo.RunAsync(visitor.Actor, visitor.Session!, assignment, stop) is { } chosen ? Redirect(Accounts.Policies.HomeOf(chosen.Role)) : NotFound();

    public sealed record Choice(Guid Id, Role Role, string? Place, bool Here);
}
