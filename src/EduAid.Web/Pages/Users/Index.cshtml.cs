using EduAid.Application.Accounts;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Web.Accounts;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Users;

/// <summary>Who has an account.</summary>
public sealed class IndexModel(EduAidDbContext db, CountySettings county, TimeProvider time) : PageModel
{
    public Paging Paging { get; private set; } = null!;

    public Sorting Sorting { get; private set; } = null!;

    public IReadOnlyList<UserRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var name = Request.Query.Text("name") ?? "";
        var users = db.Users.Where(u => name == "" || u.UserName!.Contains(name) || u.DisplayName.Contains(name));
        Sorting = Sorting.From(Request.Query, new Sorting("user"), "user", "name");
        Paging = Paging.From(Request.Query).Of(await users.LongCountAsync(stop));
        var ordered = (Sorting.Key, Sorting.Descending) switch
        {
            ("name", false) => users.OrderBy(u => u.DisplayName),
            ("name", true) => users.OrderByDescending(u => u.DisplayName),
            (_, true) => users.OrderByDescending(u => u.NormalizedUserName),
            _ => users.OrderBy(u => u.NormalizedUserName),
        };
        var page = await ordered.ThenBy(u => u.Id).Skip(Paging.Skip).Take(Paging.Size)
            .ToListAsync(stop);
        var ids = page.Select(u => u.Id).ToList();
        var held = (await db.Assignments.Where(a => ids.Contains(a.User)).OrderBy(a => a.Role).ThenBy(a => a.Id).ToListAsync(stop)).ToLookup(a => a.User);
        var schools = await SchoolNames.LoadAsync(db, county.Code, stop);
        var now = time.GetUtcNow();
        Rows =
        [
            .. page.Select(u => new UserRow(u.Id, u.UserName!, u.DisplayName, UserStates.Of(u, now),
                [.. held[u.Id].Select(a => new HeldRole(a.Id, a.Role, schools.PlaceOf(a)))])),
        ];
    }
}
