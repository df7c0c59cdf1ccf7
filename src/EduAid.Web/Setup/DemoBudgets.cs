using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Payments;
using EduAid.Application.Setup;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Setup;

/// <summary>Invented budgets of the demo's spring, set by its finance officer: a little above what the drafts grant, and one of them too small.</summary>
public sealed class DemoBudgets(EduAidServices services, IReadOnlyList<DemoPerson> people)
{
    private const long Step = 1_000_00;
    private const string TooSmall = "senior-high-grant";

    public async Task FillAsync(CancellationToken stop)
    {
        var (semester, finance) = (Semester.Spring(2020), people.First(p => p.Grant.Role == Role.Finance));
        var actor = new Actor(finance.UserName, nameof(Role.Finance), StartUp.Actor.Origin);
        var granted = await services.Db.Rosters.Where(r => r.Semester == semester).GroupBy(r => r.Programme).Select(g => new { Programme = g.Key, Fen = g.Sum(r => r.Fen) }).ToListAsync(stop);
        foreach (var programme in granted.Where(g => g.Fen > 0))
        {
            var whole = programme.Fen / Step * Step;
            await services.Get<SetBudget>().RunAsync(
                actor, semester, programme.Programme, Money.FromFen(programme.Programme == TooSmall ? whole : whole + Step), "县财教〔2020〕3号(样例)", stop);
        }
    }
}
