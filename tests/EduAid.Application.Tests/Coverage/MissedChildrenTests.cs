using EduAid.Application.Coverage;
using EduAid.Application.Enrolments;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.Invented;
using static EduAid.Application.Tests.Intake.ImportAgainTests;

namespace EduAid.Application.Tests.Coverage;

/// <summary>应助未助. 2020年春季学期 belongs to school year 2019–2020: ages are taken on 1 September 2019.</summary>
public class MissedChildrenTests
{
    [Theory, EveryDatabase]
    public async Task Age_bands_are_taken_on_the_first_of_September(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        (string Born, AgeBand? Band)[] cases =
        [
            ("2016-09-02", null), ("2016-09-01", AgeBand.Preschool), ("2013-09-02", AgeBand.Preschool), ("2013-09-01", AgeBand.Compulsory),
            ("2004-09-02", AgeBand.Compulsory), ("2004-09-01", AgeBand.Senior), ("2000-09-02", AgeBand.Senior), ("2000-09-01", null),
        ];
        await county.Registered(RegisteredOf("p.csv", cases.Select((c, i) => Child(i + 1, c.Born))));
        (await county.MissedAsync(Spring2020)).Should().BeEquivalentTo(
            cases.Select((c, i) => (Child(i + 1, c.Born).Id, c.Band)).Where(c => c.Band is not null).Select(c => (c.Id, c.Band!.Value)));
        (await county.MissedAsync(Semester.Autumn(2019))).Should().BeEquivalentTo(await county.MissedAsync(Spring2020));
        (await county.MissedAsync(Autumn2020)).Should().Contain((Child(1, "2016-09-02").Id, AgeBand.Preschool));
    }

    [Theory, EveryDatabase]
    public async Task An_accepted_row_counts_whatever_its_status_and_a_refused_one_does_not(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        await county.Registered(RegisteredOf("p.csv", Children(1, 6)));
        var list = List("a.csv", Row(Child(1)), Row(Child(2), status: "休学"), Row(Child(3), status: "转出"), Row(Child(4), boarding: ""), Row(Child(5), status: "退学"));
        await county.Lists(new ListImport(Spring2020, [list], Partial: true));
        (await county.MissedAsync(Spring2020)).Should().BeEquivalentTo(
            [(Child(3).Id, AgeBand.Left), (Child(4).Id, AgeBand.Compulsory), (Child(6).Id, AgeBand.Compulsory)]);
    }

    [Theory, EveryDatabase]
    public async Task Who_left_one_school_and_is_at_another_is_not_missed(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        await county.Registered(RegisteredOf("p.csv", Child(1)));
        await county.Lists(List("a.csv", Row(Child(1), status: "转出")), List("b.csv", Row(Child(1), Second)));
        (await county.MissedAsync(Spring2020)).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_list_taken_back_or_of_another_semester_does_not_count(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        await county.Registered(RegisteredOf("p.csv", Child(1)));
        await county.Lists(ListOf("a.csv", [Child(1)]));
        (await county.MissedAsync(Spring2020)).Should().BeEmpty();
        (await county.MissedAsync(Autumn2020)).Should().HaveCount(1);
        await county.Undo(4);
        (await county.MissedAsync(Spring2020)).Should().HaveCount(1);
    }

    [Theory, EveryDatabase]
    public async Task A_graduate_on_the_admissions_list_is_not_missed(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        var graduate = Child(1, "2002-05-05");
        await county.Registered(RegisteredOf("p.csv", graduate));
        (await county.MissedAsync(Autumn2020)).Should().Equal((graduate.Id, AgeBand.Senior));
        await county.Admissions(Autumn2020, AdmissionsOf("q.csv", "江苏省", graduate));
        (await county.MissedAsync(Autumn2020)).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_child_at_a_school_outside_the_county_is_shown_as_such(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        await county.Schools(Csv("out.csv", "学校代码,学校名称,乡镇,办学类型,举办者", "9901,外县小学,县外,完全小学,公办"));
        await county.Registered(RegisteredOf("p.csv", Child(1)));
        await county.Lists(ListOf("a.csv", [Child(1)], "外县小学"));
        (await county.MissedAsync(Spring2020)).Should().Equal((Child(1).Id, AgeBand.Outside));
        await county.Generate(Spring2020);
        (await county.PayAsync(Spring2020))["compulsory-living"].Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task The_counts_by_township_are_those_of_compulsory_age_and_leave_the_missed_of_that_age(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        await county.Registered(RegisteredOf("p.csv", [.. Children(1, 5), Child(6, "2016-05-05"), Child(7, "2003-05-05")]));
        await county.Lists(ListOf("a.csv", [Child(1), Child(2)]));
        await using var services = county.Open();
        var read = await services.Get<MissedChildren>().ReadAsync(Spring2020, CountyFixture.Stop);
        read.Townships.Sum(t => t.Registered).Should().Be(5);
        read.Townships.Sum(t => t.Missed).Should().Be(3);
        read.Missed.Should().HaveCount(5);
        (await services.Get<MissedChildren>().PeopleIn(Spring2020).ToListAsync()).Should().BeEquivalentTo(read.Missed.Select(m => m.Person));
    }
}
