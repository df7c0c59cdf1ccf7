using EduAid.Application.Enrolments;
using EduAid.Application.Intake;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Findings;
using EduAid.Spreadsheets.Writing;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.Invented;
using static EduAid.Application.Tests.Intake.ImportAgainTests;

namespace EduAid.Application.Tests.Intake;

/// <summary>Several files in one command, files with errors, and workbooks of bad rows.</summary>
public class SchoolFilesTests
{
    private static readonly string Spoiled = $"{First},童坏,341523201003050010,三年级,1班,是,在读,,,,,";

    [Theory, EveryDatabase]
    public async Task Files_of_one_school_in_one_command_are_one_list(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        var outcome = await county.Lists(ListOf("class1.csv", Children(1, 2)), ListOf("class2.csv", Children(3, 2)));
        outcome.Reports.Select(r => r.Number).Should().Equal(3, 4);
        (await OnList(county)).Should().Equal(1, 2, 3, 4);
        (await county.Do(s => s.Db.SchoolLists.CountAsync())).Should().Be(1);
    }

    [Theory, EveryDatabase]
    public async Task An_error_refuses_its_file_whole_and_says_why(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        var report = (await county.Lists(List("a.csv", Row(Child(1)), Spoiled))).Reports.Single();
        (report.Rows, report.Accepted, report.Rejected, report.Written, report.Number).Should().Be((2, 1, 1, 0, (int?)null));
        var problem = report.Problems.Single();
        (problem.Sheet, problem.Row, problem.Column, problem.Code).Should().Be(("a.csv", 3, "身份证号", FindingCodes.IdChecksum));
        (await county.Do(s => s.Db.Enrolments.CountAsync())).Should().Be(0);
    }

    [Theory, EveryDatabase]
    public async Task A_refused_file_leaves_its_schools_list_as_it_was_and_others_go_on(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        await county.Lists(ListOf("old.csv", Children(1, 3)));
        var outcome = await county.Lists(
            ListOf("good.csv", Children(4, 2)), List("bad.csv", Row(Child(7)), Spoiled), ListOf("other.csv", Children(8, 2), Second));
        outcome.Reports.Select(r => r.Written).Should().Equal(0, 0, 2);
        (await OnList(county)).Should().Equal(1, 2, 3, 8, 9);
    }

    [Theory, EveryDatabase]
    public async Task Partial_keeps_the_good_rows(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        var report = (await county.Lists(new ListImport(Spring2020, [List("a.csv", Row(Child(1)), Spoiled, Row(Child(1)))], Partial: true))).Reports.Single();
        (report.Rows, report.Accepted, report.Rejected, report.Duplicates, report.Written).Should().Be((3, 1, 1, 1, 1));
        report.Problems.Select(p => p.Code).Should().BeEquivalentTo([FindingCodes.IdChecksum, FindingCodes.DuplicateInFile]);
    }

    [Theory, EveryDatabase]
    public async Task The_same_child_twice_with_differing_rows_in_two_files_refuses_both_rows(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        var outcome = await county.Lists(new ListImport(
            Spring2020, [List("a.csv", Row(Child(1)), Row(Child(2))), List("b.csv", Row(Child(1), boarding: "否"))], Partial: true));
        outcome.Refused().Should().BeEquivalentTo([("a.csv", FindingCodes.DuplicateConflicting, 2), ("b.csv", FindingCodes.DuplicateConflicting, 2)]);
        (await OnList(county)).Should().Equal(2);
    }

    [Theory, EveryDatabase]
    public async Task A_mended_workbook_of_bad_rows_mends_and_adds_only(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        var number = (await county.Lists(new ListImport(Spring2020, [List("a.csv", Row(Child(1)), Row(Child(2)), Spoiled)], Partial: true))).Reports[0].Number!.Value;
        var outcome = await county.Lists(Mended(number, Row(Child(3)), Row(Child(2), className: "5班")));
        outcome.Refusal.Should().BeNull();
        (outcome.Reports[0].Written, outcome.Reports[0].Removed).Should().Be((2, 0));
        (await OnList(county)).Should().Equal(1, 2, 3);
    }

    [Theory, EveryDatabase]
    public async Task A_workbook_of_bad_rows_whose_import_is_not_there_is_refused(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        await county.Lists(ListOf("a.csv", Children(1, 2)));
        (await county.Lists(Mended(99, Row(Child(3))))).Refusal.Should().Be(new ImportRefusal.MendsNothing(99));
        await county.Undo(3);
        (await county.Lists(Mended(3, Row(Child(3))))).Refusal.Should().Be(new ImportRefusal.MendsNothing(3));
    }

    [Theory, EveryDatabase]
    public async Task A_school_that_sends_its_own_list_needs_no_school_column_and_may_send_no_other(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        var own = await county.Do(async s => (await s.Db.Schools.SingleAsync(x => x.Code == "3401")).Id);
        var scope = Application.Storage.Scope.OfSchools(county.County, own);
        var child = Child(1);
        var list = Csv("own.csv", "姓名,身份证号,年级,是否寄宿,在校状态", $"{child.Name},{child.Id},三年级,是,在读");
        (await county.Lists(new ListImport(Spring2020, [list], OwnSchool: own), scope)).Reports[0].Written.Should().Be(1);
        var other = await county.Lists(new ListImport(Spring2020, [ListOf("other.csv", Children(5, 1), Second)], OwnSchool: own), scope);
        other.Refusal.Should().Be(new ImportRefusal.OtherSchool(Second));
        (await OnList(county)).Should().Equal(1);
    }

    [Theory, EveryDatabase]
    public async Task An_unreadable_file_of_a_school_leaves_that_schools_list_as_it_was(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        var own = await county.Do(async s => (await s.Db.Schools.SingleAsync(x => x.Code == "3401")).Id);
        await county.Lists(new ListImport(Spring2020, [ListOf("old.csv", Children(1, 2))], OwnSchool: own));
        var outcome = await county.Lists(new ListImport(Spring2020, [ListOf("good.csv", Children(3, 2)), Bytes("bad.xlsx", [0x50, 0x4B, 3, 4, 9])], OwnSchool: own));
        outcome.Reports.Select(r => r.Written).Should().Equal(0, 0);
        (await OnList(county)).Should().Equal(1, 2);
    }

    [Theory, EveryDatabase]
    public async Task Text_of_any_length_and_with_any_character_is_kept_or_refused(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        var longText = new string('长', 3000);
        var odd = "甲\u0000乙\uD800丙\u0007";
        foreach (var text in (string[])[longText, odd])
        {
            (await county.Schools(Csv(text[..1] + "s.csv", "学校代码,学校名称,乡镇,办学类型,举办者,示范等级,收款户名,收款账号,开户银行",
                $"{text}9,{text}校,{text},完全小学,公办,,{text},{text},{text}"))).Should().NotBeNull();
            (await county.Specialties(Csv("p.csv", "专业名称,每学期学费(元)", $"{text},850"))).Should().NotBeNull();
            var child = Child(1);
            (await county.Registered(Csv("r.csv", "户编号,户主姓名,姓名,证件号码,与户主关系,脱贫属性,脱贫年度,乡镇,行政村",
                $"{text},{text},{text},{child.Id},{text},{text},{text},{text},{text}"), from: Spring2020)).Should().NotBeNull();
            var header = ListHeader + ",学籍号,监护人姓名,监护人身份证号,与学生关系,开户银行,户名,联系电话,家庭住址,备注";
            var rest = string.Join(',', Enumerable.Repeat(text, 9));
            (await county.Lists(Csv(new string('f', 240) + ".csv", header,
                $"{First},{text},{child.Id},三年级,{text},是,在读,{child.Card},{text},{text},{text},,{rest}"))).Should().NotBeNull();
            (await county.Admissions(Autumn2020, Csv("q.csv", "毕业学校,姓名,身份证号,录取院校,院校所在省,银行卡号,开户银行,户名",
                $"{Senior},{text},{Child(50, "2002-01-01").Id},{text},{text},{child.Card},{text},{text}"))).Should().NotBeNull();
        }
        await county.Generate(Spring2020);
        await county.Generate(Autumn2020);
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    private static SentFile Mended(int number, params string[] rows)
    {
        using var output = new MemoryStream();
        BadRowsWorkbook.Write(output, number, [new BadSheet("名单", [ListHeader.Split(',')], [.. rows.Select((r, i) => new BadRow(i + 2, r.Split(','), []))])]);
        return Bytes("更正表.xlsx", output.ToArray());
    }
}
