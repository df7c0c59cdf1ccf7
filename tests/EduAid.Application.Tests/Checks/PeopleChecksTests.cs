using EduAid.Application.Coverage;
using EduAid.Application.Matching;
using EduAid.Application.Payments;
using EduAid.Application.Tests.Counties;
using EduAid.Application.Tests.Payments;
using EduAid.Domain.Checks;
using EduAid.Domain.Coverage;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Checks;

/// <summary>Who is granted and ought not to be, and the other way round.</summary>
public class PeopleChecksTests
{
    [Theory, EveryDatabase]
    public async Task A_clean_semester_is_clean_from_its_first_generation_on(TestDatabase on)
    {
        await using var county = await CheckedCounty.OpenAsync(on, Children(1, 2), Row(Child(1)), Row(Child(2), boarding: "否"));
        var runs = await county.Do(s => s.Db.CheckRuns.Where(r => r.Semester == Spring2020).ToListAsync());
        runs.Select(r => r.Code).Should().BeEquivalentTo(CheckCodes.All, "a generation runs all of them");
        runs.Should().OnlyContain(r => r.By == Clerk.Name && (r.Hits == 0 || r.Code == CheckCodes.PaidLate), "the semester is long past, and nobody has approved the roster");
        (await county.HitsAsync(CheckCodes.PaidLate)).Should().Equal((First, "义务教育生活补助:名册至今未审批,应在 2020-08-30 以前发放"));
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Theory, EveryDatabase]
    public async Task One_child_under_two_ids_is_granted_twice_once_somebody_has_found_them_to_be_one(TestDatabase on)
    {
        await using var county = await CheckedCounty.OpenAsync(on, [Child(1), Child(2)], Row(Child(1)), Row(Child(2), Second));
        (await county.CheckAsync(CheckCodes.PaidTwice)).Should().BeEmpty("two children, two amounts");
        var entries = await county.Do(s => s.Db.RosterEntries.OrderBy(e => e.Name).ToListAsync());
        var now = county.Clock.GetUtcNow();
        await county.Do(s =>
        {
            s.Db.MatchDecisions.Add(new()
            {
                County = county.County,
                Id = Domain.Values.Keys.New(now),
                Registered = entries[0].Person,
                Enrolled = entries[1].Person,
                School = entries[1].School,
                Verdict = MatchVerdict.Same,
                Semester = Spring2020,
                Reason = "同一人",
                By = Staff.Officer.Name,
                At = now,
            });
            return s.Db.SaveChangesAsync();
        });
        (await county.CheckAsync(CheckCodes.PaidTwice)).Should().BeEquivalentTo(
            entries.Select(e => (e.Name, "在另一所学校也列入:义务教育生活补助、义务教育生活补助")));
    }

    [Theory, EveryDatabase]
    public async Task What_the_bank_pays_a_second_time_stands_there_until_it_has_come_back(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var first = await county.SendAsync();
        await county.AnswerWithAsync(first.Id, "失败/账户冻结", "成功", "成功");
        var failed = (await county.Do(s => s.Get<PayableEntries>().WaitingAsync(Spring2020, PaymentSteps.Living, Stop))).Single();
        await county.MendAsync(failed.Entry, Child(9));
        await county.AnswerWithAsync((await county.SendAsync()).Id, "成功");
        (await county.CheckAsync(CheckCodes.PaidTwice)).Should().BeEmpty();

        (await county.AnswerWithAsync(first.Id, "成功")).PaidTwice.Should().Be(1);
        (await county.CheckAsync(CheckCodes.PaidTwice)).Select(h => h.Name).Should().Equal(failed.Name);

        var surplus = await county.Do(s => s.Db.Rosters.Where(r => r.Kind == Domain.Rosters.RosterKind.Surplus).Select(r => r.Id).SingleAsync());
        await county.Sql("UPDATE \"Rosters\" SET \"State\" = 5 WHERE \"Kind\" = 4");
        var entry = await county.Do(s => s.Db.RosterEntries.Where(e => e.Roster == surplus).Select(e => e.Id).SingleAsync());
        (await county.Do(s => s.Get<RecordReceipt>().RunAsync(Staff.Finance, entry, "收0001", new(2020, 6, 1), Domain.Values.Money.FromFen(50000), Stop))).Should().BeNull();
        (await county.CheckAsync(CheckCodes.PaidTwice)).Should().BeEmpty("all of it has come back");
    }

    [Theory, EveryDatabase]
    public async Task Who_has_left_by_a_later_list_stands_there_until_the_roster_is_put_right(TestDatabase on)
    {
        await using var county = await CheckedCounty.OpenAsync(on, Children(1, 3), Row(Child(1)), Row(Child(2)), Row(Child(3)));
        await county.Lists(List("later.csv", [Row(Child(1), status: "休学"), Row(Child(2), status: "转出", left: "2020-04-01"), Row(Child(3))]));

        (await county.CheckAsync(CheckCodes.PaidAfterLeaving)).Should().Equal((Child(1).Name, "学校最新名单上为“休学” "));

        await county.Generate(Spring2020);
        (await county.HitsAsync(CheckCodes.PaidAfterLeaving)).Should().BeEmpty("a draft is drafted anew");
    }

    [Theory, EveryDatabase]
    public async Task Who_was_found_to_have_died_in_an_earlier_semester_is_not_granted_in_a_later_one_unless_found_alive(TestDatabase on)
    {
        await using var county = await CheckedCounty.OpenAsync(on, Children(1, 2), Row(Child(2)));
        var person = await county.Do(s => s.Db.People.Where(p => p.Name == Child(1).Name).Select(p => p.Id).SingleAsync());
        (await county.Do(s => s.Get<RecordOutcome>().RunAsync(Staff.Officer, new(Spring2020, person, OutcomeKind.Deceased, null, "村里证实", new(2020, 3, 9)), Stop))).Refusal.Should().BeNull();
        await county.Lists(new Enrolments.ListImport(Autumn2020, [List("autumn.csv", Row(Child(1), grade: "四年级"))]));
        await county.Generate(Autumn2020);
        (await county.HitsAsync(CheckCodes.PaidAfterLeaving, Autumn2020)).Select(h => h.Name).Should().Equal(Child(1).Name);
        (await county.Do(s => s.Get<RecordOutcome>().RunAsync(Staff.Officer, new(Autumn2020, person, OutcomeKind.ListWrong, null, "同名误报,本人在校", new(2020, 9, 9)), Stop))).Refusal.Should().BeNull();
        (await county.CheckAsync(CheckCodes.PaidAfterLeaving, Autumn2020)).Should().BeEmpty("what was found last holds");
    }

    [Theory, EveryDatabase]
    public async Task Who_was_found_to_have_died_stands_there_with_the_day(TestDatabase on)
    {
        await using var county = await CheckedCounty.OpenAsync(on, Children(1, 2), Row(Child(1)), Row(Child(2)));
        var person = await county.Do(s => s.Db.RosterEntries.Where(e => e.Name == Child(1).Name).Select(e => e.Person).SingleAsync());
        (await county.Do(s => s.Get<RecordOutcome>().RunAsync(Staff.Officer, new(Spring2020, person, OutcomeKind.Deceased, null, "村里证实", new(2020, 3, 9)), Stop))).Refusal.Should().BeNull();
        (await county.CheckAsync(CheckCodes.PaidAfterLeaving)).Should().Equal((Child(1).Name, "核实结果为“死亡”,日期 2020-03-09"));
    }

    [Theory, EveryDatabase]
    public async Task Registered_and_at_school_and_on_no_roster(TestDatabase on)
    {
        await using var county = await CheckedCounty.OpenAsync(on, [Child(1), Child(2)], Row(Child(1)), Row(Child(2)), Row(Child(3)));
        (await county.CheckAsync(CheckCodes.RegisteredNotPaid)).Should().BeEmpty("the third is not registered");
        await county.Registered(RegisteredOf("more.csv", Children(1, 3)), Spring2020);
        (await county.CheckAsync(CheckCodes.RegisteredNotPaid)).Select(h => h.Name).Should().Equal(Child(3).Name);
        await county.Generate(Spring2020);
        (await county.HitsAsync(CheckCodes.RegisteredNotPaid)).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Whom_a_rule_gives_nothing_stands_there_with_what_it_says(TestDatabase on)
    {
        var student = Child(7, born: "2002-05-06");
        await using var county = await CheckedCounty.OpenAsync(on, [student], Row(student, Vocational, "中专三年级", boarding: "", specialty: "汽车维修", fullTime: "否", household: "农村"));
        var hit = (await county.HitsAsync(CheckCodes.RegisteredNotPaid)).Single();
        hit.Name.Should().Be(student.Name);
        hit.Found.Should().StartWith("按规则不发:").And.Contain("三年级");
    }

    [Theory, EveryDatabase]
    public async Task Granted_and_no_longer_registered_but_for_the_vocational_waiver(TestDatabase on)
    {
        var student = Child(7, born: "2004-05-06");
        await using var county = await CheckedCounty.OpenAsync(
            on, [Child(1), Child(2), student], Row(Child(1)), Row(Child(2)), Row(student, Vocational, "中专二年级", boarding: "", specialty: "汽车维修", fullTime: "是", household: "农村"));
        await county.Registered(RegisteredOf("less.csv", [Child(2)]), Spring2020);
        var hits = await county.CheckAsync(CheckCodes.PaidNotRegistered);
        hits.Select(h => h.Name).Should().BeEquivalentTo([Child(1).Name, student.Name], "the grant asks for registration, the waiver does not");
        hits.Should().OnlyContain(h => h.Found.Contains("不在本学期建档立卡名单上"));
    }

    [Theory, EveryDatabase]
    public async Task A_pupil_of_one_semester_only_is_seen_once_the_lists_around_it_are_there(TestDatabase on)
    {
        await using var county = await CheckedCounty.OpenAsync(on, Children(1, 2), Row(Child(1)), Row(Child(2)));
        await county.Lists(new Enrolments.ListImport(Domain.Values.Semester.Autumn(2019), [List("before.csv", Row(Child(1)))]));
        (await county.CheckAsync(CheckCodes.OnlyWhenPaid)).Should().BeEmpty("the next semester's list is not there yet");
        await county.Lists(new Enrolments.ListImport(Autumn2020, [List("after.csv", Row(Child(1), grade: "四年级"))]));
        (await county.CheckAsync(CheckCodes.OnlyWhenPaid)).Should().Equal((Child(2).Name, "2019年秋季学期、2020年秋季学期都不在任何名单上"));
    }
}
