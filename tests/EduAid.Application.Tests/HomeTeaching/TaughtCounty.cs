using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.HomeTeaching;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.HomeTeaching;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;
using static EduAid.Application.Tests.Intake.ImportAgainTests;

namespace EduAid.Application.Tests.HomeTeaching;

/// <summary>A county with two teachers at its first school and one at its second. Its clock stands at 24 November 2026, which has 30 days.</summary>
internal sealed class TaughtCounty : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 24);

    private TaughtCounty(CountyFixture county) => County = county;

    public CountyFixture County { get; }

    public SchoolId FirstSchool { get; private set; }

    public SchoolId SecondSchool { get; private set; }

    public Guid Teacher { get; private set; }

    public Guid Colleague { get; private set; }

    /// <summary>At the second school.</summary>
    public Guid Stranger { get; private set; }

    public Scope OfTeacher => Scope.OfTeacher(County.County, Teacher);

    public Scope OfFirst => Scope.OfSchools(County.County, FirstSchool);

    public Scope OfSecond => Scope.OfSchools(County.County, SecondSchool);

    public static Actor AsTeacher { get; } = new("teacher1", nameof(Role.Teacher), "test");

    public static async Task<TaughtCounty> OpenAsync(TestDatabase on)
    {
        var taught = new TaughtCounty(await WithSchools(on));
        var names = await taught.County.Do(s => s.Db.SchoolVersions.ToDictionaryAsync(v => v.Name, v => v.School, Stop));
        (taught.FirstSchool, taught.SecondSchool) = (names[First], names[Second]);
        taught.Teacher = await taught.AccountAsync("teacher1", "董一", taught.FirstSchool);
        taught.Colleague = await taught.AccountAsync("teacher2", "董二", taught.FirstSchool);
        taught.Stranger = await taught.AccountAsync("teacher3", "董三", taught.SecondSchool);
        return taught;
    }

    /// <summary>Takes a child on by ID and name, as the aid officer unless told otherwise.</summary>
    public Task<TakenOn> TakeOnAsync(int number, DateOnly from, Guid? teacher = null, SchoolId? school = null, Actor? by = null, Scope? scope = null)
    {
        var child = Child(number);
        return County.Do(s => s.Get<TakeOnChild>().RunAsync(
            by ?? Staff.Officer, new(null, Spring2020, child.Id, child.Name, school ?? FirstSchool, from, DisabilityKind.Body, DisabilityLevel.One, "每周一次", teacher), Stop), scope);
    }

    public async Task<Guid> ChildAsync(int number, DateOnly? from = null) => (await TakeOnAsync(number, from ?? new(2026, 10, 1), Teacher)).Child!.Value;

    /// <summary>A visit by the teacher.</summary>
    public Task<HomeVisitRecorded> VisitAsync(Guid child, DateOnly on, Guid? corrects = null, bool withdrawn = false, string content = "康复训练") => County.Do(
        s => s.Get<RecordHomeVisit>().RunAsync(AsTeacher, new(child, null, on, 60, content, "家长甲", corrects, withdrawn), Stop), OfTeacher);

    public Task<HomeTeachingFigures> FiguresAsync(DateOnly? on = null, Scope? scope = null) => County.Do(s => s.Get<HomeTeachingBoard>().OnAsync(on ?? Today, Stop), scope);

    public async Task<TaughtMonth> StandingAsync(Guid child, DateOnly? on = null) => (await FiguresAsync(on)).Children.Single(c => c.Id == child).Standing;

    public ValueTask DisposeAsync() => County.DisposeAsync();

    // Accounts are made by the pages' own services; here only their rows matter.
    private Task<Guid> AccountAsync(string userName, string name, SchoolId school) => County.Do(async s =>
    {
        var id = Keys.New(County.Clock.GetUtcNow());
        s.Db.Users.Add(new User { Id = id, UserName = userName, NormalizedUserName = userName.ToUpperInvariant(), DisplayName = name, SecurityStamp = userName });
        s.Db.Assignments.Add(new Assignment { Id = Keys.New(County.Clock.GetUtcNow()), User = id, Role = Role.Teacher, County = County.County, School = school });
        await s.Db.SaveChangesAsync(Stop);
        return id;
    });
}
