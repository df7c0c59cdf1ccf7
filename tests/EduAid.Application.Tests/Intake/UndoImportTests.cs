using EduAid.Application.Enrolments;
using EduAid.Application.Intake;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Findings;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.Invented;
using static EduAid.Application.Tests.Intake.ImportAgainTests;

namespace EduAid.Application.Tests.Intake;

public class UndoImportTests
{
    [Theory, EveryDatabase]
    public async Task A_list_taken_back_restores_the_one_before(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        await county.Lists(ListOf("a.csv", Children(1, 3)));
        await county.Lists(ListOf("b.csv", Children(3, 3)));
        var outcome = await county.Undo(4);
        outcome.Should().BeEquivalentTo(new UndoOutcome([4], 3));
        (await OnList(county)).Should().Equal(1, 2, 3);
        (await county.Undo(3)).Refusal.Should().BeNull();
        (await OnList(county)).Should().BeEmpty();
        (await county.Lists(ListOf("b.csv", Children(3, 3)))).Reports[0].Number.Should().Be(5, "what was taken back is no list any more");
        (await OnList(county)).Should().Equal(3, 4, 5);
    }

    [Theory, EveryDatabase]
    public async Task An_earlier_list_can_be_taken_back_from_under_the_one_that_replaced_it(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        await county.Lists(ListOf("a.csv", Children(1, 1)));
        await county.Lists(ListOf("b.csv", Children(2, 1)));
        await county.Lists(ListOf("c.csv", Children(3, 1)));
        (await county.Undo(4)).Refusal.Should().BeNull();
        (await OnList(county)).Should().Equal(3);
        await county.Undo(5);
        (await OnList(county)).Should().Equal(1);
    }

    [Theory, EveryDatabase]
    public async Task A_list_that_was_added_to_stays_until_the_addition_is_taken_back(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        await county.Lists(ListOf("a.csv", Children(1, 2)));
        await county.Lists(new ListImport(Spring2020, [ListOf("b.csv", Children(3, 1))], Mode: ListMode.Add));
        (await county.Undo(3)).Refusal.Should().BeEquivalentTo(new UndoRefusal.ImportsStandOnIt([4]));
        (await OnList(county)).Should().Equal(1, 2, 3);
        await county.Undo(4);
        (await county.Undo(3)).Refusal.Should().BeNull();
        (await OnList(county)).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Files_of_one_list_are_taken_back_together(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        await county.Lists(ListOf("1.csv", Children(1, 2)), ListOf("2.csv", Children(3, 2)), ListOf("3.csv", Children(5, 2), Second));
        (await county.Undo(4)).Imports.Should().Equal(3, 4);
        (await OnList(county)).Should().Equal(5, 6);
        (await county.Do(s => s.Db.Imports.Where(i => i.Undone).Select(i => i.Number).Order().ToListAsync())).Should().Equal(3, 4);
    }

    [Theory, EveryDatabase]
    public async Task An_import_of_several_schools_is_taken_back_whole(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        await county.Lists(List("all.csv", Row(Child(1)), Row(Child(2), Second), Row(Child(3, "2006-01-01"), Junior, "七年级")));
        await county.Lists(ListOf("second.csv", Children(9, 1), Second));
        await county.Undo(3);
        (await OnList(county)).Should().Equal(9);
    }

    /// <summary>A file that repeats everything has changed nothing: it is no import, and nothing stands on it or below it.</summary>
    [Theory, EveryDatabase]
    public async Task A_register_of_schools_can_be_taken_back_though_a_later_file_repeats_it(TestDatabase on)
    {
        await using var county = await CountyFixture.OpenAsync(on);
        var first = (await county.Schools(SchoolsFile)).Reports.Single();
        (await county.Schools(SchoolsFile)).Reports.Single().Should().BeEquivalentTo(new { Number = (int?)null, Written = 0, Unchanged = 6 });
        (await county.Undo(first.Number!.Value)).Should().BeEquivalentTo(new UndoOutcome([first.Number.Value], 6));
        (await county.Do(s => s.Db.SchoolVersions.CountAsync(v => !v.Undone))).Should().Be(0);
        (await county.Schools(SchoolsFile)).Reports.Single().Written.Should().Be(6, "what was taken back is stated anew");
    }

    [Theory, EveryDatabase]
    public async Task A_later_file_that_changes_one_school_and_repeats_the_others_keeps_them_all(TestDatabase on)
    {
        await using var county = await CountyFixture.OpenAsync(on);
        var first = (await county.Schools(SchoolsFile)).Reports.Single().Number!.Value;
        var changed = Csv("schools.csv", "学校代码,学校名称,乡镇,办学类型,举办者,示范等级,收款户名,收款账号,开户银行",
            $"3401,{First},西河镇,完全小学,公办,,{First},34050100000001,农商行", $"3402,{Second},西河镇,完全小学,公办,,{Second},34050100000002,农商行");
        (await county.Schools(changed)).Reports.Single().Should().BeEquivalentTo(new { Written = 1, Unchanged = 1 });
        await county.Lists(ListOf("second.csv", Children(1, 2), Second));
        (await county.Undo(first)).Refusal.Should().BeNull("the later file states the school of the list as well");
        (await county.Do(s => s.Db.SchoolVersions.CountAsync(v => !v.Undone))).Should().Be(2);
    }

    [Theory, EveryDatabase]
    public async Task What_is_not_there_or_taken_back_already_is_refused(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        (await county.Undo(77)).Refusal.Should().Be(new UndoRefusal.NotFound(77));
        (await county.Undo(2)).Refusal.Should().BeNull();
        var events = await county.Do(s => s.Db.AuditEvents.CountAsync());
        (await county.Undo(2)).Refusal.Should().Be(new UndoRefusal.AlreadyUndone(2));
        (await county.Do(s => s.Db.AuditEvents.CountAsync())).Should().Be(events);
    }

    [Theory, EveryDatabase]
    public async Task Schools_that_have_sent_lists_stay(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        await county.Lists(ListOf("a.csv", Children(1, 2)));
        (await county.Undo(1)).Refusal.Should().BeEquivalentTo(new UndoRefusal.ImportsStandOnIt([3]));
        await county.Undo(3);
        (await county.Undo(1)).Refusal.Should().BeNull();
        (await county.Lists(ListOf("a.csv", Children(1, 2)))).Refusal.Should().BeOfType<ImportRefusal.NoSchools>();
    }

    [Theory, EveryDatabase]
    public async Task Schools_that_a_later_file_repeats_stay_when_the_earlier_file_is_taken_back(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        var later = Csv(
            "schools2.csv", "学校代码,学校名称,乡镇,办学类型,举办者,示范等级,收款户名,收款账号,开户银行",
            $"3401,{First},东河镇,完全小学,公办,,{First},34050100000001,农商行",
            $"3402,{Second},南河镇,完全小学,公办,,{Second},34050100000002,农商行");
        var report = (await county.Schools(later)).Reports.Single();
        (report.Number, report.Unchanged, report.Written).Should().Be((3, 1, 1));
        (await county.Undo(1)).Refusal.Should().BeNull();
        (await county.Lists(ListOf("a.csv", Children(1, 2)), ListOf("b.csv", Children(3, 1), Second))).Reports.Should().OnlyContain(r => r.Rejected == 0);
        (await county.Lists(ListOf("c.csv", Children(9, 1, "2006-01-01"), Junior, "七年级"))).Codes().Should().Equal(FindingCodes.SchoolUnknown);
        (await OnList(county)).Should().Equal(1, 2, 3);
        (await county.Undo(3)).Refusal.Should().BeOfType<UndoRefusal.ImportsStandOnIt>("only it still knows the schools of the two lists");
    }

    [Theory, EveryDatabase]
    public async Task A_later_statement_on_schools_and_fees_gives_way_to_the_earlier_one(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        var student = Child(1, "2003-05-05");
        await county.Registered(RegisteredOf("p.csv", student));
        await county.Lists(List("v.csv", Row(student, Vocational, "中专一年级", specialty: "学前教育", fullTime: "是", household: "农村")));
        async Task<long> Waiver()
        {
            await county.Generate(Spring2020);
            return (await county.PayAsync(Spring2020))["vocational-tuition"][student.Id];
        }
        (await Waiver()).Should().Be(85000);
        await county.Specialties(Csv("fees.csv", "专业,每学期学费(元)", "学前教育,900"));
        (await Waiver()).Should().Be(90000);
        await county.Undo(5);
        (await Waiver()).Should().Be(85000);
        await county.Schools(Csv("s2.csv", "学校代码,学校名称,办学类型,举办者,实际学费(元)", $"3405,{Vocational},中等职业学校,公办,700"));
        (await Waiver()).Should().Be(70000);
        await county.Undo(6);
        (await Waiver()).Should().Be(85000);
    }

    [Theory, EveryDatabase]
    public async Task A_registered_list_taken_back_restores_the_one_before(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        await county.Lists(ListOf("a.csv", Children(1, 3)));
        await county.Registered(RegisteredOf("p1.csv", Children(1, 2)));
        await county.Registered(RegisteredOf("p2.csv", Children(2, 2)), from: Spring2020);
        async Task<IEnumerable<string>> Paid()
        {
            await county.Generate(Spring2020);
            return (await county.PayAsync(Spring2020))["compulsory-living"].Keys;
        }
        (await Paid()).Should().BeEquivalentTo([Child(2).Id, Child(3).Id]);
        await county.Undo(5);
        (await Paid()).Should().BeEquivalentTo([Child(1).Id, Child(2).Id]);
        await county.Undo(4);
        (await Paid()).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_draft_turns_stale_and_a_confirmed_roster_holds_every_kind(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        await county.Registered(RegisteredOf("p.csv", Children(1, 2)));
        await county.Lists(ListOf("a.csv", Children(1, 2)));
        await county.Generate(Spring2020);
        await county.Sql("UPDATE \"Rosters\" SET \"State\" = 2 WHERE \"Entries\" > 0");
        foreach (var number in (int[])[1, 2, 3, 4])
        {
            var refusal = (await county.Undo(number)).Refusal;
            if (number == 1) refusal.Should().BeOfType<UndoRefusal.ImportsStandOnIt>();
            else refusal.Should().BeEquivalentTo(new UndoRefusal.RostersStandOnIt(["2020-spring compulsory-living 3401"]));
        }
        await county.Sql("UPDATE \"Rosters\" SET \"State\" = 1");
        (await county.Undo(4)).Refusal.Should().BeNull();
        (await county.Do(s => s.Db.Rosters.Where(r => r.School == s.Db.Schools.Single(x => x.Code == "3401").Id).AllAsync(r => r.Stale))).Should().BeTrue();
    }
}
