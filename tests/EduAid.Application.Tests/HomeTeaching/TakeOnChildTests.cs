using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.HomeTeaching;
using EduAid.Application.Plans;
using EduAid.Application.Setup;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.HomeTeaching;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;
using static EduAid.Application.Tests.HomeTeaching.TaughtCounty;

namespace EduAid.Application.Tests.HomeTeaching;

public class TakeOnChildTests
{
    [Theory, EveryDatabase]
    public async Task A_child_on_a_list_on_the_register_or_on_neither_is_taken_on(TestDatabase on)
    {
        await using var county = await TaughtCounty.OpenAsync(on);
        await county.County.Registered(RegisteredOf("p.csv", Child(2)));
        await county.County.Lists(ListOf("a.csv", [Child(1)]));
        foreach (var number in new[] { 1, 2, 3 }) (await county.TakeOnAsync(number, new(2026, 11, 1))).Refusal.Should().BeNull($"child {number}");
        var people = await county.County.Do(s => s.Db.HomeTaughtChildren.OrderBy(c => c.Number).Select(c => new { c.Number, c.Name, c.Person }).ToListAsync(Stop));
        people.Select(p => p.Number).Should().Equal(1, 2, 3);
        people.Select(p => p.Name).Should().Equal(Child(1).Name, Child(2).Name, Child(3).Name);
        (await county.County.Do(s => s.Db.Enrolments.Select(e => e.Person).SingleAsync(Stop))).Should().Be(people[0].Person, "the pupil on the list is the same person");
        (await county.County.Do(s => s.Db.Registrations.Select(r => r.Person).SingleAsync(Stop))).Should().Be(people[1].Person);
    }

    [Fact]
    public async Task What_says_too_little_or_comes_from_another_role_is_refused()
    {
        await using var county = await TaughtCounty.OpenAsync(TestDatabase.Sqlite);
        await county.ChildAsync(1);
        var child = Child(5);
        var good = new SentHomeChild(null, Spring2020, child.Id, child.Name, county.FirstSchool, new(2026, 11, 1), DisabilityKind.Mind, DisabilityLevel.Two, "每周一次", null);
        (string Why, Actor By, SentHomeChild Sent, HomeTeachingRefusal Refusal)[] wrong =
        [
            ("a teacher", AsTeacher, good, HomeTeachingRefusal.NotYourRole),
            ("an ID that is none", Staff.Officer, good with { CitizenId = "341523201003050011" }, HomeTeachingRefusal.IdWrong),
            ("no name", Staff.Officer, good with { Name = " " }, HomeTeachingRefusal.NameMissing),
            ("somebody else's name", Staff.Officer, good with { CitizenId = Child(1).Id, Name = "另一人" }, HomeTeachingRefusal.NameDiffers),
            ("taught already", Staff.Officer, good with { CitizenId = Child(1).Id, Name = Child(1).Name }, HomeTeachingRefusal.AlreadyTaught),
            ("taught by another school already", Staff.Officer, good with { CitizenId = Child(1).Id, Name = Child(1).Name, School = county.SecondSchool }, HomeTeachingRefusal.AlreadyTaught),
            ("no school", Staff.Officer, good with { School = null }, HomeTeachingRefusal.SchoolMissing),
            ("a school that is none", Staff.Officer, good with { School = new(Guid.Empty) }, HomeTeachingRefusal.SchoolMissing),
            ("tomorrow", Staff.Officer, good with { From = Today.AddDays(1) }, HomeTeachingRefusal.DayAhead),
            ("no disability", Staff.Officer, good with { Kind = null }, HomeTeachingRefusal.KindMissing),
            ("a level that is none", Staff.Officer, good with { Level = (DisabilityLevel)9 }, HomeTeachingRefusal.KindMissing),
            ("no plan", Staff.Officer, good with { Plan = "" }, HomeTeachingRefusal.PlanMissing),
            ("another school's teacher", Staff.Officer, good with { Teacher = county.Stranger }, HomeTeachingRefusal.TeacherWrong),
            ("nobody on record", Staff.Officer, good with { Person = new(Guid.Empty) }, HomeTeachingRefusal.NotFound),
        ];
        foreach (var (why, by, sent, refusal) in wrong) (await county.County.Do(s => s.Get<TakeOnChild>().RunAsync(by, sent, Stop))).Refusal.Should().Be(refusal, why);
        (await county.County.Do(s => s.Get<TakeOnChild>().RunAsync(Staff.SchoolClerk, good, Stop), county.OfSecond)).Refusal.Should().Be(HomeTeachingRefusal.SchoolMissing, "a school takes on for itself");
        (await county.County.Do(s => s.Db.HomeTaughtChildren.CountAsync(Stop))).Should().Be(1);
        (await county.County.Do(s => s.Get<TakeOnChild>().RunAsync(Staff.SchoolClerk, good, Stop), county.OfFirst)).Refusal.Should().BeNull();
    }

    [Theory, EveryDatabase]
    public async Task A_stay_ends_with_a_day_and_a_reason_and_the_next_one_is_another(TestDatabase on)
    {
        await using var county = await TaughtCounty.OpenAsync(on);
        var child = await county.ChildAsync(1);
        await county.VisitAsync(child, new(2026, 11, 12));
        (await EndAsync(county, child, new(2026, 11, 11), "入校就读")).Should().Be(HomeTeachingRefusal.VisitsLater);
        (await EndAsync(county, child, new(2026, 11, 25), "入校就读")).Should().Be(HomeTeachingRefusal.DayAhead);
        (await EndAsync(county, child, new(2026, 11, 15), " ")).Should().Be(HomeTeachingRefusal.ReasonMissing);
        (await EndAsync(county, child, new(2026, 11, 15), "入校就读")).Should().BeNull();
        (await EndAsync(county, child, new(2026, 11, 15), "入校就读")).Should().Be(HomeTeachingRefusal.NotFound, "it has ended");
        (await county.StandingAsync(child)).Should().Match<TaughtMonth>(m => m.Owed == 2 && m.Done == 1 && m.Pace == TeachingPace.Missed, "half of the month owes two");
        (await county.VisitAsync(child, new(2026, 11, 16))).Refusal.Should().Be(HomeTeachingRefusal.DayOutside);

        (await county.TakeOnAsync(1, new(2026, 11, 15), school: county.SecondSchool)).Refusal.Should().Be(HomeTeachingRefusal.AlreadyTaught, "the last day is the first school's");
        (await county.TakeOnAsync(1, new(2026, 11, 16), school: county.SecondSchool)).Refusal.Should().BeNull();
        var figures = await county.FiguresAsync();
        figures.OnRegister.Should().Be(1);
        figures.Owed.Should().Be(4, "two at each school");
    }

    [Theory, EveryDatabase]
    public async Task Level_and_plan_hold_from_their_day(TestDatabase on)
    {
        await using var county = await TaughtCounty.OpenAsync(on);
        var child = await county.ChildAsync(1);
        (await ReviseAsync(county, child, new(2026, 11, 20), DisabilityLevel.Two)).Should().BeNull();
        (await ReviseAsync(county, child, new(2026, 9, 30), DisabilityLevel.Two)).Should().Be(HomeTeachingRefusal.DayOutside);
        (await ReviseAsync(county, child, new(2026, 11, 22), DisabilityLevel.Two)).Should().BeNull();
        (await county.County.Do(s => s.Db.HomeTeachingFacts.CountAsync(f => f.Child == child, Stop))).Should().Be(2, "what says the same is not written");
        (await county.FiguresAsync(new(2026, 11, 19))).Children.Single().Level.Should().Be(DisabilityLevel.One);
        (await county.FiguresAsync(new(2026, 11, 20))).Children.Single().Level.Should().Be(DisabilityLevel.Two);
    }

    [Theory, EveryDatabase]
    public async Task A_teacher_is_named_and_released_by_the_day(TestDatabase on)
    {
        await using var county = await TaughtCounty.OpenAsync(on);
        var child = await county.ChildAsync(1);
        await county.VisitAsync(child, new(2026, 11, 10));
        (await NameAsync(county, child, county.Teacher)).Should().Be(HomeTeachingRefusal.TeacherWrong, "the teacher has the child");
        (await NameAsync(county, child, county.Stranger)).Should().Be(HomeTeachingRefusal.TeacherWrong, "another school's");
        (await NameAsync(county, child, county.Colleague)).Should().BeNull();
        var named = await county.County.Do(s => s.Db.HomeTeachingTeachers.Where(t => t.Teacher == county.Teacher).Select(t => t.Id).SingleAsync(Stop));
        (await ReleaseAsync(county, child, named, new(2026, 11, 9))).Should().Be(HomeTeachingRefusal.VisitsLater);
        (await ReleaseAsync(county, child, named, new(2026, 11, 15))).Should().BeNull();
        (await county.VisitAsync(child, new(2026, 11, 15))).Refusal.Should().BeNull("the last day is the teacher's");
        (await county.VisitAsync(child, new(2026, 11, 16))).Refusal.Should().Be(HomeTeachingRefusal.NotTheirTeacher);
        (await county.FiguresAsync()).Children.Single().Teachers.Should().Equal("董二");
    }

    [Theory, EveryDatabase]
    public async Task The_target_is_the_plans_where_the_plan_of_the_year_states_it(TestDatabase on)
    {
        await using var county = await TaughtCounty.OpenAsync(on);
        (await county.FiguresAsync()).Target.Should().Be(121, "the setting, where there is no plan");
        var plan = Seeds.Plans()[^1] with { Year = 2026 };
        plan = plan with { Items = [.. plan.Items.Select(i => i with { Due = null, Measures = [.. i.Measures.Select(m => m with { Due = null, Target = m.Code == HomeTeachingBoard.Measure ? 130 : m.Target, Steps = [.. m.Steps.Select(s => s with { Due = null })] })] })] };
        (await county.County.Do(s => s.Get<SavePlan>().RunAsync(new("冯", nameof(Role.Supervisor), "test"), plan, true, Stop))).Problems.Should().BeNullOrEmpty();
        (await county.FiguresAsync()).Target.Should().Be(130);
    }

    private static Task<HomeTeachingRefusal?> EndAsync(TaughtCounty county, Guid child, DateOnly until, string reason) =>
        county.County.Do(s => s.Get<EndHomeTeaching>().RunAsync(Staff.SchoolClerk, child, until, reason, Stop), county.OfFirst);

    private static Task<HomeTeachingRefusal?> ReviseAsync(TaughtCounty county, Guid child, DateOnly from, DisabilityLevel level) =>
        county.County.Do(s => s.Get<ReviseChild>().RunAsync(Staff.SchoolClerk, child, from, DisabilityKind.Body, level, "每周一次", Stop), county.OfFirst);

    private static Task<HomeTeachingRefusal?> NameAsync(TaughtCounty county, Guid child, Guid teacher) =>
        county.County.Do(s => s.Get<NameTeacher>().RunAsync(Staff.SchoolClerk, child, teacher, new(2026, 11, 1), Stop), county.OfFirst);

    private static Task<HomeTeachingRefusal?> ReleaseAsync(TaughtCounty county, Guid child, Guid named, DateOnly until) =>
        county.County.Do(s => s.Get<ReleaseTeacher>().RunAsync(Staff.SchoolClerk, child, named, until, Stop), county.OfFirst);
}
