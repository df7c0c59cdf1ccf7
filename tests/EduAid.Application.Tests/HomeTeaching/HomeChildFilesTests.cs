using System.Text;
using EduAid.Application.Audit;
using EduAid.Application.HomeTeaching;
using EduAid.Application.Ledgers;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.HomeTeaching;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;
using static EduAid.Application.Tests.HomeTeaching.TaughtCounty;

namespace EduAid.Application.Tests.HomeTeaching;

public class HomeChildFilesTests
{
    private const string Header = "登记号,学校,儿童姓名,身份证号,登记日期,残疾类别,残疾等级,送教计划,教师账号,结束日期,结束原因,变更日期";

    [Theory, EveryDatabase]
    public async Task What_is_taken_out_reads_back_equal_names_no_ID_and_changes_nothing(TestDatabase on)
    {
        await using var county = await WithChildrenAsync(on);
        var book = await ExportAsync(county);
        Rows(book).Should().Equal(
            new HomeChildRow(1, First, Child(1).Name, null, new(2026, 10, 1), DisabilityKind.Mind, DisabilityLevel.Two, "=两行\n计划", "teacher1、teacher2", null, "", null),
            new HomeChildRow(2, First, Child(2).Name, null, new(2026, 9, 1), DisabilityKind.Body, DisabilityLevel.One, "每周一次", "", new(2026, 10, 31), "迁出", null),
            new HomeChildRow(3, Second, Child(3).Name, null, new(2026, 11, 1), DisabilityKind.Body, DisabilityLevel.One, "每周一次", "teacher3", null, "", null));
        (await ImportAsync(county, book)).Should().BeEquivalentTo(new LedgerImport(0, 0, 3, [], true));
        Rows(await ExportAsync(county)).Should().Equal(Rows(book));
        (await county.County.Do(s => s.Db.HomeTeachingFacts.CountAsync(Stop))).Should().Be(4, "three first facts and the one change that was made before");
    }

    [Theory, EveryDatabase]
    public async Task With_IDs_written_in_it_makes_the_same_register_elsewhere(TestDatabase on)
    {
        await using var county = await WithChildrenAsync(on);
        var rows = Rows(await ExportAsync(county));
        await using var other = await TaughtCounty.OpenAsync(on);
        var sent = Book([.. rows.Select(r => r with { Number = null, CitizenId = Child(r.Number!.Value).Id })]);
        (await ImportAsync(other, sent)).Should().BeEquivalentTo(new LedgerImport(3, 0, 0, [], true));
        Rows(await ExportAsync(other)).Should().Equal(rows);
        (await ImportAsync(other, sent)).Should().BeEquivalentTo(new LedgerImport(0, 0, 3, [], true), "whoever is on the register is known by ID and first day");
    }

    [Theory, EveryDatabase]
    public async Task A_dry_run_says_what_would_happen_and_writes_nothing(TestDatabase on)
    {
        await using var county = await TaughtCounty.OpenAsync(on);
        var book = Sheet(New(1));
        (await ImportAsync(county, book, dryRun: true)).Should().BeEquivalentTo(new LedgerImport(1, 0, 0, [], false));
        (await county.County.Do(s => s.Db.HomeTaughtChildren.AnyAsync(Stop))).Should().BeFalse();
        (await county.County.Do(s => s.Db.People.AnyAsync(p => p.Name == Child(1).Name, Stop))).Should().BeFalse("nor is a person left behind");
        (await ImportAsync(county, book)).Added.Should().Be(1);
    }

    [Fact]
    public async Task What_a_row_changes_holds_from_its_day_on_and_is_done_once()
    {
        await using var county = await TaughtCounty.OpenAsync(TestDatabase.Sqlite);
        var child = await county.ChildAsync(1);
        var book = Sheet($"1,{First},{Child(1).Name},,2026-10-01,多重残疾,二级,每周两次,teacher1、TEACHER2,,,2026年11月10日");
        (await ImportAsync(county, book)).Should().BeEquivalentTo(new LedgerImport(0, 1, 0, [], true));
        (await ImportAsync(county, book)).Should().BeEquivalentTo(new LedgerImport(0, 0, 1, [], true));
        await county.County.Do(async s =>
        {
            var facts = await s.Db.HomeTeachingFacts.Where(f => f.Child == child).ToListAsync(Stop);
            HomeTeachingFact.On(facts, new(2026, 11, 9))!.Plan.Should().Be("每周一次");
            HomeTeachingFact.On(facts, new(2026, 11, 10)).Should().Match<HomeTeachingFact>(f => f.Kind == DisabilityKind.Multiple && f.Level == DisabilityLevel.Two && f.Plan == "每周两次");
            (await s.Db.HomeTeachingTeachers.SingleAsync(t => t.Teacher == county.Colleague, Stop)).From.Should().Be(new DateOnly(2026, 11, 10));
            return 0;
        });
        (await ImportAsync(county, Sheet($"1,{First},{Child(1).Name},,2026-10-01,多重残疾,二级,每周两次,,2026-11-20,回校,"))).Should().BeEquivalentTo(new LedgerImport(0, 1, 0, [], true));
        Rows(await ExportAsync(county)).Should().ContainSingle().Which.Should().Match<HomeChildRow>(r => r.Until == new DateOnly(2026, 11, 20) && r.Reason == "回校" && r.Teachers == "teacher1、teacher2");
    }

    // Child 1 is on the register since 1 October with a change on 1 November and two teachers; {2} stands for name and {3} for ID of child 1, {4} and {5} for those of child 5.
    [Theory]
    [InlineData("9,县第一小学,{4},,2026-10-01,肢体残疾,一级,每周一次,,,,", "登记号", SheetProblem.Unknown)]
    [InlineData("x,县第一小学,{4},,2026-10-01,肢体残疾,一级,每周一次,,,,", "登记号", SheetProblem.NotANumber)]
    [InlineData("1,县第二小学,{2},,2026-10-01,智力残疾,二级,计划二,,,,", "学校", SheetProblem.Refused)]
    [InlineData(",县第九小学,{4},{5},2026-10-01,肢体残疾,一级,每周一次,,,,", "学校", SheetProblem.Unknown)]
    [InlineData("1,县第一小学,别人,,2026-10-01,智力残疾,二级,计划二,,,,", "儿童姓名", SheetProblem.Refused)]
    [InlineData(",县第一小学,,{5},2026-10-01,肢体残疾,一级,每周一次,,,,", "儿童姓名", SheetProblem.Blank)]
    [InlineData("1,县第一小学,{2},{5},2026-10-01,智力残疾,二级,计划二,,,,", "身份证号", SheetProblem.Refused)]
    [InlineData(",县第一小学,{4},,2026-10-01,肢体残疾,一级,每周一次,,,,", "身份证号", SheetProblem.Blank)]
    [InlineData(",县第一小学,{4},341523201003050011,2026-10-01,肢体残疾,一级,每周一次,,,,", "身份证号", SheetProblem.IdInvalid)]
    [InlineData(",县第一小学,{2},{3},2026-11-02,肢体残疾,一级,每周一次,,,,", "身份证号", SheetProblem.Refused)]
    [InlineData("1,县第一小学,{2},,2026-10-02,智力残疾,二级,计划二,,,,", "登记日期", SheetProblem.Refused)]
    [InlineData(",县第一小学,{4},{5},2026-11-31,肢体残疾,一级,每周一次,,,,", "登记日期", SheetProblem.NotADay)]
    [InlineData(",县第一小学,{4},{5},2026-11-25,肢体残疾,一级,每周一次,,,,", "登记日期", SheetProblem.Refused)]
    [InlineData(",县第一小学,{4},{5},2026-10-01,近视,一级,每周一次,,,,", "残疾类别", SheetProblem.Unknown)]
    [InlineData(",县第一小学,{4},{5},2026-10-01,肢体残疾,,每周一次,,,,", "残疾等级", SheetProblem.Blank)]
    [InlineData(",县第一小学,{4},{5},2026-10-01,肢体残疾,一级,,,,,", "送教计划", SheetProblem.Blank)]
    [InlineData(",县第一小学,{4},{5},2026-10-01,肢体残疾,一级,每周一次,nobody,,,", "教师账号", SheetProblem.Unknown)]
    [InlineData(",县第一小学,{4},{5},2026-10-01,肢体残疾,一级,每周一次,teacher3,,,", "教师账号", SheetProblem.Refused)]
    [InlineData("1,县第一小学,{2},,2026-10-01,智力残疾,二级,计划二,teacher1,,,", "教师账号", SheetProblem.Refused)]
    [InlineData("1,县第一小学,{2},,2026-10-01,智力残疾,二级,计划三,,,,", "变更日期", SheetProblem.Blank)]
    [InlineData("1,县第一小学,{2},,2026-10-01,智力残疾,二级,计划三,,,,2026-10-31", "变更日期", SheetProblem.Refused)]
    [InlineData("1,县第一小学,{2},,2026-10-01,智力残疾,二级,计划三,,,,2026-11-25", "变更日期", SheetProblem.Refused)]
    [InlineData(",县第一小学,{4},{5},2026-10-01,肢体残疾,一级,每周一次,,,,2026-11-01", "变更日期", SheetProblem.Refused)]
    [InlineData("1,县第一小学,{2},,2026-10-01,智力残疾,二级,计划二,,2026-09-30,迁出,", "结束日期", SheetProblem.NotADay)]
    [InlineData("1,县第一小学,{2},,2026-10-01,智力残疾,二级,计划二,,2026-11-25,迁出,", "结束日期", SheetProblem.Refused)]
    [InlineData("1,县第一小学,{2},,2026-10-01,智力残疾,二级,计划二,,,迁出,", "结束日期", SheetProblem.Blank)]
    [InlineData("1,县第一小学,{2},,2026-10-01,智力残疾,二级,计划二,,2026-11-20,,", "结束原因", SheetProblem.Refused)]
    public async Task A_bad_row_is_named_with_its_column_and_nothing_is_taken(string row, string column, SheetProblem problem)
    {
        await using var county = await TaughtCounty.OpenAsync(TestDatabase.Sqlite);
        var child = await county.ChildAsync(1);
        (await county.County.Do(s => s.Get<NameTeacher>().RunAsync(Staff.Officer, child, county.Colleague, new(2026, 10, 8), Stop))).Should().BeNull();
        (await county.County.Do(s => s.Get<ReviseChild>().RunAsync(Staff.Officer, child, new(2026, 11, 1), DisabilityKind.Mind, DisabilityLevel.Two, "计划二", Stop))).Should().BeNull();
        row = row.Replace("{2}", Child(1).Name).Replace("{3}", Child(1).Id).Replace("{4}", Child(5).Name).Replace("{5}", Child(5).Id);
        var taken = await ImportAsync(county, Sheet(New(4), row));
        taken.Written.Should().BeFalse();
        taken.Findings.Should().ContainSingle().Which.Should().Match<SheetFinding>(f => f.Row == 3 && f.Heading == column && f.Problem == problem && !f.Found.Contains(Child(5).Id));
        await county.County.Do(async s =>
        {
            (await s.Db.HomeTaughtChildren.SingleAsync(Stop)).Until.Should().BeNull();
            (await s.Db.HomeTeachingFacts.CountAsync(Stop)).Should().Be(2);
            (await s.Db.HomeTeachingTeachers.CountAsync(Stop)).Should().Be(2);
            return 0;
        });
    }

    [Fact]
    public async Task A_school_takes_in_its_own_alone_and_who_does_not_keep_the_register_nothing()
    {
        await using var county = await TaughtCounty.OpenAsync(TestDatabase.Sqlite);
        await county.ChildAsync(1);
        (await ImportAsync(county, Sheet(New(4)), by: Staff.SchoolClerk, scope: county.OfSecond)).Findings.Should().ContainSingle().Which.Heading.Should().Be("学校");
        var others = Sheet($"1,{First},{Child(1).Name},,2026-10-01,肢体残疾,一级,每周一次,,,,");
        (await ImportAsync(county, others, by: Staff.SchoolClerk, scope: county.OfSecond)).Findings.Should().ContainSingle().Which.Heading.Should().Be("登记号", "another school's child is not on the register that it sees");
        (await ImportAsync(county, Sheet(New(4).Replace(First, Second) + "teacher1,,,"), by: Staff.SchoolClerk, scope: county.OfSecond)).Findings.Should().ContainSingle().Which.Should()
            .Match<SheetFinding>(f => f.Heading == "教师账号" && f.Problem == SheetProblem.Unknown, "whose account it is elsewhere is not told");
        Rows(await ExportAsync(county, Staff.SchoolClerk, county.OfSecond)).Should().BeEmpty();
        foreach (var by in new[] { AsTeacher, Staff.Director }) (await ImportAsync(county, Sheet(New(4)), by: by)).Findings.Should().ContainSingle().Which.Row.Should().Be(0);
        (await ImportAsync(county, Sheet(New(4)), by: Staff.SchoolClerk, scope: county.OfFirst)).Added.Should().Be(1);
        Rows(await ExportAsync(county, Staff.SchoolClerk, county.OfFirst)).Select(r => r.Number).Should().Equal(1, 2);
    }

    [Fact]
    public async Task A_child_stands_in_a_workbook_once_by_number_or_by_ID()
    {
        await using var county = await TaughtCounty.OpenAsync(TestDatabase.Sqlite);
        await county.ChildAsync(1);
        var twice = await ImportAsync(county, Sheet($"1,{First},{Child(1).Name},,2026-10-01,肢体残疾,一级,每周一次,,,,", New(1), New(4), New(4)));
        twice.Findings.Select(f => (f.Row, f.Heading, f.Problem)).Should().Equal((3, "儿童姓名", SheetProblem.Twice), (5, "儿童姓名", SheetProblem.Twice));
    }

    [Theory]
    [InlineData("")]
    [InlineData("这不是表")]
    [InlineData("登记号,学校\n1,县第一小学\n")]
    public async Task A_file_that_is_no_such_workbook_is_a_finding_and_no_exception(string content)
    {
        await using var county = await TaughtCounty.OpenAsync(TestDatabase.Sqlite);
        (await ImportAsync(county, Encoding.UTF8.GetBytes(content))).Findings.Should().ContainSingle().Which.Row.Should().Be(0);
    }

    // With two teachers and a changed plan that spreadsheets trip over, one whose stay has ended, and one of another school.
    private static async Task<TaughtCounty> WithChildrenAsync(TestDatabase on)
    {
        var county = await TaughtCounty.OpenAsync(on);
        var child = await county.ChildAsync(1);
        (await county.County.Do(s => s.Get<NameTeacher>().RunAsync(Staff.Officer, child, county.Colleague, new(2026, 10, 8), Stop))).Should().BeNull();
        (await county.County.Do(s => s.Get<ReviseChild>().RunAsync(Staff.Officer, child, new(2026, 11, 1), DisabilityKind.Mind, DisabilityLevel.Two, "=两行\n计划", Stop))).Should().BeNull();
        var ended = (await county.TakeOnAsync(2, new(2026, 9, 1))).Child!.Value;
        (await county.County.Do(s => s.Get<EndHomeTeaching>().RunAsync(Staff.Officer, ended, new(2026, 10, 31), "迁出", Stop))).Should().BeNull();
        (await county.TakeOnAsync(3, new(2026, 11, 1), county.Stranger, county.SecondSchool)).Refusal.Should().BeNull();
        return county;
    }

    // A row of a child who is not on the register yet.
    private static string New(int number) => $",{First},{Child(number).Name},{Child(number).Id},2026-10-01,肢体残疾,一级,每周一次,";

    private static async Task<byte[]> ExportAsync(TaughtCounty county, Actor? by = null, Scope? scope = null)
    {
        using var output = new MemoryStream();
        await county.County.Do(
            async s =>
            {
                await s.Get<ExportHomeChildren>().RunAsync(by ?? Staff.Officer, output, Stop);
                return 0;
            },
            scope);
        return output.ToArray();
    }

    private static Task<LedgerImport> ImportAsync(TaughtCounty county, byte[] book, bool dryRun = false, Actor? by = null, Scope? scope = null) =>
        county.County.Do(s => s.Get<ImportHomeChildren>().RunAsync(by ?? Staff.Officer, new("送教登记.xlsx", book), dryRun, Stop), scope);

    private static IReadOnlyList<HomeChildRow> Rows(byte[] book)
    {
        var (rows, findings) = HomeChildSheet.Read(new MemoryStream(book), "送教登记.xlsx", Today);
        findings.Should().BeEmpty();
        return [.. rows.Select(r => r.Child)];
    }

    private static byte[] Book(IReadOnlyList<HomeChildRow> rows)
    {
        using var output = new MemoryStream();
        HomeChildSheet.Write(rows, "送教上门登记", output, Stop);
        return output.ToArray();
    }

    private static byte[] Sheet(params string[] rows) => Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(Header)) + "\r\n");
}
