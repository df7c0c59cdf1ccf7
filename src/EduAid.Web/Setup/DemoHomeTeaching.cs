using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Documents;
using EduAid.Application.HomeTeaching;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Domain.Duties;
using EduAid.Domain.HomeTeaching;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Setup;

/// <summary>
/// A few home-taught children of the demo's school, taken on by the officer and visited by the teacher through the verbs: a month that was kept,
/// one that was missed, one in part, and the month that runs.
/// </summary>
public sealed class DemoHomeTeaching(EduAidServices services, IReadOnlyList<DemoPerson> people)
{
    // A picture of one point: it shows nobody and nothing.
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    // Children on no list, by the seventeen digits of an ID; days of the last month with a visit, and whether there is one in this month already.
    private static readonly (string Name, string Digits, DisabilityKind Kind, DisabilityLevel Level, string Plan, int From, int[] Days, bool Now)[] Children =
    [
        ("罗甲一", "99000020110305901", DisabilityKind.Body, DisabilityLevel.One, "每周一次,康复训练和识字,能独立握笔", 1, [3, 10, 17, 24], true),
        ("罗甲二", "99000020120416902", DisabilityKind.Multiple, DisabilityLevel.One, "每周一次,感统训练和生活自理,能自己进食", 1, [5, 12], false),
        ("罗甲三", "99000020100527903", DisabilityKind.Mind, DisabilityLevel.Two, "每周一次,认数和简单交流,能数到二十", 15, [18, 25], false),
    ];

    public async Task FillAsync(CancellationToken stop)
    {
        if (await services.Db.HomeTaughtChildren.AnyAsync(stop)) return;
        var (teacher, today) = (people.First(p => p.Grant.Role == Role.Teacher), services.Get<BusinessDay>().Today);
        var (account, last) = (await services.Db.Users.Where(u => u.UserName == teacher.UserName).Select(u => u.Id).SingleAsync(stop), Month.Of(today).Previous);
        foreach (var demo in Children)
        {
            var taken = await services.Get<TakeOnChild>().RunAsync(
                new("officer", nameof(Role.AidOfficer), "demo"),
                new(null, Semester.Spring(2020), demo.Digits + CitizenId.CheckCharacterOf(demo.Digits), demo.Name, teacher.Grant.School, last.First.AddDays(demo.From - 1), demo.Kind, demo.Level, demo.Plan, account), stop);
            if (taken.Child is not { } child) throw new InvalidOperationException($"The demo's child was not taken on: {taken.Refusal}.");
            await VisitAsync(teacher, account, child, [.. demo.Days.Select(d => last.First.AddDays(d - 1)), .. demo.Now ? [today] : Array.Empty<DateOnly>()], stop);
        }
    }

    private async Task VisitAsync(DemoPerson teacher, Guid account, Guid child, IReadOnlyList<DateOnly> days, CancellationToken stop)
    {
        var (actor, before) = (new Actor(teacher.UserName, nameof(Role.Teacher), "demo"), services.Db.Scope);
        services.Db.Scope = Scope.OfTeacher(services.Db.CountyCode, account);
        try
        {
            foreach (var (on, n) in days.Select((d, n) => (d, n)))
            {
                var visit = await services.Get<RecordHomeVisit>().RunAsync(actor, new(child, null, on, 60, "康复训练、识字和生活自理", n == 1 ? null : "家长甲"), stop);
                if (visit.Visit is not { } id) throw new InvalidOperationException($"The demo's visit was refused: {visit.Refusal}.");
                if (n == 0) await services.Get<AttachDocument>().RunAsync(actor, new(DocumentSubject.HomeVisit, $"{id}", "送教照片", "visit.png", Picture), stop);
            }
        }
        finally
        {
            services.Db.Scope = before;
        }
    }
}
