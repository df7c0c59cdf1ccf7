using System.Globalization;
using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Households;

/// <param name="Member">Key of a member, by which the household's page is found.</param>
/// <param name="Children">Members of school age, 3 to 18 on 1 September.</param>
public sealed record HouseholdRow(Guid Member, string Number, string Head, string Township, string Village, string Category, int Members, int Children);

/// <summary>The households of the registered list in a semester, in the order of their numbers.</summary>
public sealed class IndexModel(EduAidDbContext db, Visitor visitor, TurnCache cache, SoughtKey key) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<HouseholdRow> Rows { get; private set; } = [];

    public SchoolLabels Schools { get; private set; } = null!;

    public bool Searching { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Schools = await cache.GetAsync(() => SchoolLabels.LoadAsync(db, Semester, stop));
        var meant = Meant();
        var numbers = meant.Select(r => r.HouseholdNumber).Distinct();
        Paging = Paging.From(Request.Query).Of(await numbers.CountAsync(stop));
        var shown = numbers.OrderBy(n => n).Skip(Paging.Skip).Take(Paging.Size);
        var members = await (
            from r in SemesterFacts.Valid(db, Semester)
            join p in db.People on r.Person equals p.Id
            where shown.Contains(r.HouseholdNumber)
            select new { r.HouseholdNumber, r.Person, r.Head, r.Name, r.Township, r.Village, r.Category, r.Line, p.Cohort }).ToListAsync(stop);
        Rows =
        [
            .. members.GroupBy(m => m.HouseholdNumber).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
            {
                var first = g.OrderBy(m => m.Name == m.Head ? 0 : 1).ThenBy(m => m.Line).First();
                return new HouseholdRow(first.Person.Value, g.Key, first.Head, first.Township, first.Village, first.Category, g.Count(), g.Count(m => 6 + Semester.SchoolYear - m.Cohort is >= 3 and <= 18));
            }),
        ];
    }

    [Needs(Right.SeeRegisters)]
    public IActionResult OnPostFind(string? find) =>
        LocalRedirect("/Households" + QueryLink.With(Request, (SoughtKey.QueryKey, key.Keep(find)), (Paging.PageKey, null), ("handler", null)));

    private IQueryable<Application.Registrations.Registration> Meant()
    {
        var valid = SemesterFacts.Valid(db, Semester);
        var meant = valid;
        if (Request.Query.Text("township") is { } township) meant = meant.Where(r => r.Township == township);
        if (Request.Query.Text("village") is { } village) meant = meant.Where(r => r.Village == village);
        if (Sought.Read(key.Read(Request)) is not { } sought) return meant;
        Searching = true;
        // A household by its number, or by the name of its head or of any member.
        var text = sought.Text;
        return sought.By switch
        {
            SoughtBy.Household or SoughtBy.LastFour or SoughtBy.CitizenId => meant.Where(r => r.HouseholdNumber == text),
            SoughtBy.Name => meant.Where(r => r.Head == text || db.People.Any(p => p.Id == r.Person && p.Folded == text)),
            _ => meant.Where(r => db.People.Any(p => p.Id == r.Person && p.Initials == text)),
        };
    }
}
