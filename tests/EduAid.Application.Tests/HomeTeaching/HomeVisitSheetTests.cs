using System.Text;
using EduAid.Application.Audit;
using EduAid.Application.HomeTeaching;
using EduAid.Application.Plans;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;
using static EduAid.Application.Tests.HomeTeaching.TaughtCounty;

namespace EduAid.Application.Tests.HomeTeaching;

public class HomeVisitSheetTests
{
    private const string Header = "登记号,儿童姓名,序号,教师账号,送教日期,时长(分钟),送教内容,家长签字,更正序号,撤销";

    [Theory, EveryDatabase]
    public async Task What_is_taken_out_reads_back_equal_and_changes_nothing(TestDatabase on)
    {
        await using var county = await WithVisitsAsync(on);
        var book = await ExportAsync(county);
        var rows = Rows(book);
        rows.Should().HaveCount(4);
        rows[1].Should().BeEquivalentTo(new HomeVisitRow(1, Child(1).Name, 2, "teacher1", new(2026, 11, 3), 60, "=康复,“训练”", "家长甲", null, false, rows[1].Row));
        rows[3].Should().Match<HomeVisitRow>(r => r.Corrects == 2 && r.Withdrawn);
        var taken = await ImportAsync(county, book);
        taken.Should().BeEquivalentTo(new HomeVisitsTaken(0, 4, []));
        Rows(await ExportAsync(county)).Should().Equal(rows);
    }

    [Theory, EveryDatabase]
    public async Task The_same_register_elsewhere_gets_the_same_visits_from_it(TestDatabase on)
    {
        await using var county = await WithVisitsAsync(on);
        var rows = Rows(await ExportAsync(county));
        await using var other = await TaughtCounty.OpenAsync(on);
        await other.ChildAsync(1);
        // Corrections name what they put right by its number: first what stands alone, then they.
        var taken = await ImportAsync(other, Book([.. rows.Where(r => r.Corrects is null).Select(r => r with { Number = null })]));
        taken.Should().BeEquivalentTo(new HomeVisitsTaken(3, 0, []));
        (await ImportAsync(other, Book([.. rows.Where(r => r.Corrects is not null).Select(r => r with { Number = null })]))).Added.Should().Be(1);
        Rows(await ExportAsync(other)).Should().Equal(rows);
    }

    [Fact]
    public async Task A_new_row_is_added_once_however_often_it_is_sent()
    {
        await using var county = await WithVisitsAsync(TestDatabase.Sqlite);
        string[] rows = [$"1,{Child(1).Name},,teacher1,2026年11月18日,45,识字,,,", "1,,,TEACHER1,2026/11/18,45,识字,,,"];
        (await ImportAsync(county, Sheet(rows))).Should().BeEquivalentTo(new HomeVisitsTaken(1, 1, []));
        (await ImportAsync(county, Sheet(rows))).Should().BeEquivalentTo(new HomeVisitsTaken(0, 2, []));
    }

    [Theory, EveryDatabase]
    public async Task Two_rows_of_a_file_do_not_put_one_visit_right(TestDatabase on)
    {
        await using var county = await WithVisitsAsync(on);
        string[] rows = ["1,,,teacher1,2026-11-09,45,识字,,3,", "1,,,teacher1,2026-11-11,45,识字,,3,", "1,,,teacher1,2026-11-09,45,识字,,3,"];
        var taken = await ImportAsync(county, Sheet(rows));
        taken.Added.Should().Be(0);
        taken.Faults.Should().ContainSingle("the third row says what the first says").Which.Should().Match<HomeVisitFault>(f => f.Where.Row == 3 && f.Where.Heading == "更正序号" && f.Reason == HomeTeachingRefusal.CorrectsOther);
        (await ImportAsync(county, Sheet(rows[0], rows[2]))).Should().BeEquivalentTo(new HomeVisitsTaken(1, 1, []));
    }

    [Theory]
    [InlineData("9,,,teacher1,2026-11-18,45,识字,,,", "登记号", HomeTeachingRefusal.NotFound)]
    [InlineData("x,,,teacher1,2026-11-18,45,识字,,,", "登记号", null)]
    [InlineData("1,别人,,teacher1,2026-11-18,45,识字,,,", "儿童姓名", HomeTeachingRefusal.NameDiffers)]
    [InlineData("1,,,teacher9,2026-11-18,45,识字,,,", "教师账号", HomeTeachingRefusal.NotTheirTeacher)]
    [InlineData("1,,,teacher1,2026-11-31,45,识字,,,", "送教日期", null)]
    [InlineData("1,,,teacher1,2026-11-25,45,识字,,,", "送教日期", HomeTeachingRefusal.DayAhead)]
    [InlineData("1,,,teacher1,2026-09-30,45,识字,,,", "送教日期", HomeTeachingRefusal.DayOutside)]
    [InlineData("1,,,teacher1,2026-11-18,9,识字,,,", "时长(分钟)", HomeTeachingRefusal.MinutesOutside)]
    [InlineData("1,,,teacher1,2026-11-18,,识字,,,", "时长(分钟)", null)]
    [InlineData("1,,,teacher1,2026-11-18,45,,,,", "送教内容", null)]
    [InlineData("1,,1,teacher1,2026-11-18,45,识字,,,", "序号", HomeTeachingRefusal.CorrectsOther)]
    [InlineData("1,,,teacher1,2026-11-18,45,识字,,77,", "更正序号", HomeTeachingRefusal.CorrectsOther)]
    [InlineData("1,,,teacher1,2026-11-18,45,识字,,,也许", "撤销", null)]
    public async Task A_bad_row_is_named_with_its_column_and_nothing_is_taken(string row, string column, HomeTeachingRefusal? reason)
    {
        await using var county = await WithVisitsAsync(TestDatabase.Sqlite);
        var taken = await ImportAsync(county, Sheet("1,,,teacher1,2026-11-19,45,识字,,,", row));
        taken.Added.Should().Be(0);
        taken.Faults.Should().Contain(f => f.Where.Row == 3 && f.Where.Heading == column && f.Reason == reason);
        (await county.County.Do(s => s.Db.HomeTeachingVisits.CountAsync(Stop))).Should().Be(4);
    }

    [Theory]
    [InlineData("")]
    [InlineData("这不是表")]
    [InlineData("登记号,教师账号\n1,teacher1\n")]
    public async Task A_file_that_is_no_such_workbook_is_a_fault_and_no_exception(string content)
    {
        await using var county = await WithVisitsAsync(TestDatabase.Sqlite);
        (await ImportAsync(county, Encoding.UTF8.GetBytes(content))).Faults.Should().ContainSingle().Which.Where.Row.Should().Be(0);
    }

    [Fact]
    public async Task A_teacher_takes_in_own_visits_alone()
    {
        await using var county = await WithVisitsAsync(TestDatabase.Sqlite);
        var others = (await county.TakeOnAsync(2, new(2026, 10, 1), county.Colleague)).Child!.Value;
        others.Should().NotBeEmpty();
        (await ImportAsync(county, Sheet("2,,,teacher2,2026-11-18,45,识字,,,"), AsTeacher, county.OfTeacher)).Faults.Should().ContainSingle().Which.Reason.Should().Be(HomeTeachingRefusal.NotFound);
        (await ImportAsync(county, Sheet("1,,,teacher1,2026-11-18,45,识字,,,"), AsTeacher, county.OfTeacher)).Added.Should().Be(1);
        (await ImportAsync(county, Sheet("1,,,teacher1,2026-11-18,45,识字,,,"), Staff.Director)).Faults.Should().ContainSingle().Which.Reason.Should().Be(HomeTeachingRefusal.NotYourRole);
    }

    // A visit, one with what spreadsheets trip over, one of another month, and the second withdrawn.
    private static async Task<TaughtCounty> WithVisitsAsync(TestDatabase on)
    {
        var county = await TaughtCounty.OpenAsync(on);
        var child = await county.ChildAsync(1);
        await county.VisitAsync(child, new(2026, 10, 20));
        var second = await county.VisitAsync(child, new(2026, 11, 3), content: "=康复,“训练”");
        await county.VisitAsync(child, new(2026, 11, 10), content: "两行\r\n内容");
        (await county.VisitAsync(child, new(2026, 11, 3), second.Visit, withdrawn: true)).Refusal.Should().BeNull();
        return county;
    }

    private static async Task<byte[]> ExportAsync(TaughtCounty county)
    {
        using var output = new MemoryStream();
        await county.County.Do(async s =>
        {
            await s.Get<ExportHomeVisits>().RunAsync(Staff.Officer, null, output, Stop);
            return 0;
        });
        return output.ToArray();
    }

    private static Task<HomeVisitsTaken> ImportAsync(TaughtCounty county, byte[] book, Actor? by = null, Scope? scope = null) =>
        county.County.Do(s => s.Get<ImportHomeVisits>().RunAsync(by ?? Staff.Officer, new MemoryStream(book), "送教记录.xlsx", Stop), scope);

    private static IReadOnlyList<HomeVisitRow> Rows(byte[] book)
    {
        var faults = new List<SheetFault>();
        var rows = HomeVisitSheet.Read(new MemoryStream(book), "送教记录.xlsx", faults);
        faults.Should().BeEmpty();
        return rows;
    }

    private static byte[] Book(IReadOnlyList<HomeVisitRow> rows)
    {
        using var output = new MemoryStream();
        HomeVisitSheet.Write(output, "送教记录", rows, Stop);
        return output.ToArray();
    }

    private static byte[] Sheet(params string[] rows) => Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(Header)) + "\r\n");
}
