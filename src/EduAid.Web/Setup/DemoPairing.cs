using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Pairing;
using EduAid.Application.Rosters;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Domain.Duties;
using EduAid.Domain.Pairing;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Setup;

/// <summary>
/// Registered households that are paired with the demo's teacher and with colleagues at three schools, visited through the verbs: kept, missed, passed
/// on, and some that wait for this month's visit.
/// </summary>
public sealed class DemoPairing(EduAidServices services, IReadOnlyList<DemoPerson> people)
{
    // Who has the household (the teacher with an account where blank), whether it is poor, how many months back there was a visit, who took it over.
    private static readonly (int School, string Staff, bool Poor, int[] Visits, string? Then)[] Pairs =
    [
        (0, "", true, [5, 4, 3, 2, 1], null),
        (0, "", true, [5, 4, 2], null),
        (0, "", false, [5, 3, 1], null),
        (0, "", false, [5, 2], null),
        (0, "白甲二", true, [5, 4, 3, 2, 1, 0], null),
        (0, "白甲二", false, [4], null),
        (0, "白甲三", true, [5, 4, 3], "白甲四"),
        (1, "白乙一", true, [5, 4, 3, 2, 1], null),
        (1, "白乙二", false, [5, 3, 1, 0], null),
        (2, "白丙一", true, [5, 4], null),
        (2, "白丙一", false, [5, 4, 2, 0], null),
    ];

    private static readonly Actor Officer = new("officer", nameof(Role.AidOfficer), "demo");

    public async Task FillAsync(CancellationToken stop)
    {
        if (await services.Db.PairedHouseholds.AnyAsync(stop)) return;
        var (teacher, today) = (people.First(p => p.Grant.Role == Role.Teacher), services.Get<BusinessDay>().Today);
        var account = await services.Db.Users.Where(u => u.UserName == teacher.UserName).Select(u => u.Id).SingleAsync(stop);
        SchoolId own = teacher.Grant.School!.Value;
        List<SchoolId> schools = [own, .. await services.Db.Schools.Where(s => s.Id != own).OrderBy(s => s.Code).Select(s => s.Id).Take(2).ToListAsync(stop)];
        var (poor, exited) = (await HouseholdsAsync(today, exited: false, stop), await HouseholdsAsync(today, exited: true, stop));
        foreach (var pair in Pairs)
        {
            if (!(pair.Poor ? poor : exited).TryDequeue(out var household)) continue;
            var began = Month.Of(today).Plus(-6).First.AddDays(9);
            var taken = await services.Get<TakeOnHousehold>().RunAsync(
                Officer, new(household.Number, household.Head, schools[Math.Min(pair.School, schools.Count - 1)], pair.Staff, pair.Staff.Length == 0 ? account : null, began), stop);
            if (taken.Household is not { } id) throw new InvalidOperationException($"The demo's household was not paired: {taken.Refusal}.");
            foreach (var back in pair.Visits) await VisitAsync(id, back == 0 ? today : Month.Of(today).Plus(-back).First.AddDays(14), stop);
            if (pair.Then is { } then && await services.Get<PassHousehold>().RunAsync(Officer, id, then, null, Month.Of(today).Plus(-2).First, stop) is { } refusal)
                throw new InvalidOperationException($"The demo's household was not passed on: {refusal}.");
        }
    }

    private async Task VisitAsync(Guid household, DateOnly on, CancellationToken stop)
    {
        var visit = await services.Get<RecordPairVisit>().RunAsync(Officer, new(household, on, "入户了解生产生活和孩子在校情况,宣传资助政策", on.Month % 2 == 0 ? "希望帮孩子补习功课" : null), stop);
        if (visit.Visit is null) throw new InvalidOperationException($"The demo's visit was refused: {visit.Refusal}.");
    }

    private async Task<Queue<(string Number, string Head)>> HouseholdsAsync(DateOnly today, bool exited, CancellationToken stop)
    {
        var rows = await SemesterFacts.Valid(services.Db, Semester.Of(today)).Where(r => (r.Category == HouseholdHistory.Exited) == exited && r.HouseholdNumber != "" && r.Head != "")
            .Select(r => new { r.HouseholdNumber, r.Head }).Distinct().OrderBy(r => r.HouseholdNumber).Take(Pairs.Length).ToListAsync(stop);
        return new(rows.DistinctBy(r => r.HouseholdNumber).Select(r => (r.HouseholdNumber, r.Head)));
    }
}
