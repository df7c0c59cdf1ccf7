using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Canteens;
using EduAid.Application.Schools;
using EduAid.Application.Setup;
using EduAid.Domain.Canteens;
using EduAid.Domain.Duties;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Setup;

/// <summary>
/// A few schools on the nutrition programme with their last months, by the demo's officer and clerks through the verbs: ratings and licences, a month
/// that was corrected, one that lacks, and figures of which a check has something to say. A school of the demo's township has its last month still to state.
/// </summary>
public sealed class DemoCanteens(EduAidServices services, IReadOnlyList<DemoPerson> people)
{
    private const int Schools = 9, Months = 4;

    private static readonly Actor Officer = new("officer", nameof(Role.AidOfficer), "demo");

    private readonly DateOnly _today = services.Get<BusinessDay>().Today;

    public async Task FillAsync(CancellationToken stop)
    {
        var township = people.Single(p => p.UserName == "township").Grant.Township;
        var schools = await SchoolRegister.Holding(services.Db, Semester.Of(_today))
            .Where(v => v.Kind == SchoolKind.Primary || v.Kind == SchoolKind.NineYear || v.Kind == SchoolKind.Junior || v.Kind == SchoolKind.CompleteSecondary || v.Kind == SchoolKind.TwelveYear)
            .OrderBy(v => v.Name).Select(v => new { v.School, v.Township }).ToListAsync(stop);
        foreach (var (school, n) in schools.OrderBy(s => s.Township != township).Take(Schools).Select((s, n) => (s.School, n)))
        {
            await FactsAsync(school, n, stop);
            await MonthsAsync(school, n, stop);
        }
    }

    private async Task FactsAsync(SchoolId school, int n, CancellationToken stop)
    {
        var began = First.First;
        await RecordAsync(school, CanteenFactKind.Supply, began, n == 3 ? SupplyMode.Company : n == 5 ? SupplyMode.Packed : SupplyMode.Canteen, stop);
        if (n is 1 or 2) await RecordAsync(school, CanteenFactKind.Rating, began.AddDays(40), CanteenRating.City, stop);
        if (n is 0 or 4 or 6) await RecordAsync(school, CanteenFactKind.Rating, began.AddDays(50), CanteenRating.County, stop);
        await RecordAsync(school, CanteenFactKind.OpenKitchen, began, n == 7 ? CanteenFact.No : CanteenFact.Yes, stop);
        // One licence has lapsed a week ago.
        await RecordAsync(school, CanteenFactKind.Licence, began, (n == 3 ? _today.AddDays(-7) : _today.AddDays(400)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), stop);
        if (n != 1) await RecordAsync(school, CanteenFactKind.FinanceStaff, began, $"钱会{"甲乙丙丁戊己庚辛壬"[n]}", stop);
        if (n < 4) await RecordAsync(school, CanteenFactKind.Training, began.AddDays(20), "食堂财务管理", stop);
    }

    private async Task MonthsAsync(SchoolId school, int n, CancellationToken stop)
    {
        var opening = Money.FromYuan(2000 + (n * 300));
        // The first has the last month to state, another is a month behind.
        for (var (month, last) = (First, First.Plus(Months - (n == 0 ? 2 : n == 2 ? 3 : 1))); month <= last; month = month.Next)
        {
            var pupils = 120 + (n * 35);
            var (meals, standard) = (pupils * 20, Money.FromYuan(5));
            var right = new MonthStatement(month, opening, Money.FromFen(meals * standard.Fen), Money.FromFen((meals * standard.Fen) - (n * 100)), Money.Zero, meals, pupils, 20);
            // The last month of some has something to be found.
            var wrong = month != First.Plus(Months - 1) ? right : n switch
            {
                1 => right with { Other = Money.FromYuan(860) },
                3 => right with { Food = Money.FromFen(meals * 420) },
                4 => right with { Meals = meals + 300 },
                5 => right with { Received = Money.FromYuan(60_000) },
                _ => right,
            };
            // The second month of one was stated wrong and put right.
            if (n == 0 && month == First.Next)
            {
                await StateAsync(school, right with { Opening = opening + Money.FromYuan(500) }, 0, null, stop);
                await StateAsync(school, right, 1, "期初余额抄错一位", stop);
            }
            else await StateAsync(school, wrong, 0, null, stop);
            opening = wrong.Closing;
        }
    }

    private Month First => Month.Of(_today).Plus(-Months);

    private Task RecordAsync<T>(SchoolId school, CanteenFactKind kind, DateOnly from, T value, CancellationToken stop)
        where T : notnull => DoAsync(services.Get<RecordCanteenFact>().RunAsync(Officer, new(school, kind, from, $"{value}", null), stop));

    private Task StateAsync(SchoolId school, MonthStatement figures, int seen, string? reason, CancellationToken stop) =>
        DoAsync(services.Get<StateMonth>().RunAsync(Officer, new(school, figures, seen, reason), stop));

    private static async Task DoAsync(Task<CanteenOutcome> done)
    {
        if ((await done).Refusal is { } refusal) throw new InvalidOperationException($"The demo's canteen was refused: {refusal}.");
    }
}
