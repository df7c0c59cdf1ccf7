using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.People;

public class PupilListTests
{
    private static readonly Child Ming = Child(1, name: "王小明"), Min = Child(2, name: "王晓敏"), Dan = Child(3, name: "单丹"), Other = Child(4, name: "李四");

    [Theory, EveryDatabase]
    public async Task A_pupil_is_found_by_whatever_one_knows(TestDatabase on)
    {
        await using var county = await CountyAsync(on);
        (string Typed, string[] Found)[] searches =
        [
            ("王", ["王小明", "王晓敏"]), ("王小明", ["王小明"]), ("王 小 明", ["王小明"]), ("wx", ["王小明", "王晓敏"]), ("WXM", ["王小明", "王晓敏"]), ("sd", ["单丹"]), ("单丹", ["单丹"]),
            (Ming.Id, ["王小明"]), (Ming.Id[14..], ["王小明"]), (Ming.Id.ToLowerInvariant(), ["王小明"]), ("34152300000000", ["王小明"]), ("34152300000001", ["王晓敏"]), ("晓敏", ["王晓敏"]),
            ("赵", []), ("zz", []), ("0000", []), (Child(9).Id, []), ("99999999", []),
        ];
        foreach (var (typed, found) in searches)
            (await FindAsync(county, typed)).Rows.Select(r => r.Name).Should().BeEquivalentTo(found, "{0} was typed", typed);
    }

    [Theory, EveryDatabase]
    public async Task A_school_finds_its_own_pupils_and_no_other_not_even_by_the_whole_ID(TestDatabase on)
    {
        await using var county = await CountyAsync(on);
        var (first, second) = (await ScopeOfAsync(county, First), await ScopeOfAsync(county, Second));
        foreach (var typed in (string[])[Other.Id, Other.Id[14..], "李四", "李", "ls", "34152300000003"])
        {
            (await FindAsync(county, typed)).Rows.Should().ContainSingle("the county finds {0}", typed);
            (await FindAsync(county, typed, first)).Rows.Should().BeEmpty("{0} is another school's", typed);
            if (typed != "34152300000003") (await FindAsync(county, typed, second)).Rows.Should().ContainSingle("{0} is its own", typed);
        }
        (await FindAsync(county, "34152300000003", second)).Rows.Should().BeEmpty("the registered list is the county's");
        (await county.Do(s => s.Get<PupilList>().PageAsync(Spring2020, new(), null, _ => "", 0, 50, Stop), first)).Total.Should().Be(3);
    }

    [Theory, EveryDatabase]
    public async Task Pages_run_over_the_lists_in_the_order_of_the_schools(TestDatabase on)
    {
        await using var county = await CountyAsync(on);
        var labels = await county.Do(s => SchoolLabels.LoadAsync(s.Db, Spring2020, Stop));
        string CodeOf(SchoolId school) => labels[school].Code;
        var pages = new List<string>();
        for (var skip = 0; skip < 4; skip += 2)
        {
            var at = skip;
            var page = await county.Do(s => s.Get<PupilList>().PageAsync(Spring2020, new(), null, CodeOf, at, 2, Stop));
            page.Total.Should().Be(4);
            pages.AddRange(page.Rows.Select(r => r.Name));
        }
        pages.Should().Equal("王小明", "王晓敏", "单丹", "李四");
        (await county.Do(s => s.Get<PupilList>().PageAsync(Spring2020, new(), null, CodeOf, 400, 2, Stop))).Rows.Select(r => r.Name).Should().Equal("单丹", "李四");
    }

    [Theory, EveryDatabase]
    public async Task Filters_narrow_the_list_alone_and_with_a_search(TestDatabase on)
    {
        await using var county = await CountyAsync(on);
        var second = (await ScopeOfAsync(county, Second)).Schools![0];
        (PupilFilter Filter, string? Typed, string[] Found)[] asked =
        [
            (new(School: second), null, ["李四"]), (new(Stage: Stage.Primary), null, ["王小明", "王晓敏", "单丹", "李四"]), (new(Stage: Stage.Junior), null, []),
            (new(Status: EnrolmentStatus.Suspended), null, ["单丹"]), (new(Status: EnrolmentStatus.InSchool), "王", ["王小明", "王晓敏"]), (new(Status: EnrolmentStatus.Suspended), "王", []),
            (new(Village: "上湾村"), null, ["王晓敏"]), (new(Township: "东河镇"), null, ["王小明", "王晓敏", "李四"]), (new(Township: "东河镇", Village: "下湾村"), "王", ["王小明"]), (new(School: second), "王", []),
        ];
        foreach (var (filter, typed, found) in asked)
            (await county.Do(s => s.Get<PupilList>().PageAsync(Spring2020, filter, Sought.Read(typed), _ => "", 0, 50, Stop))).Rows.Select(r => r.Name)
                .Should().BeEquivalentTo(found, "{0} {1}", filter, typed);
    }

    [Fact]
    public void What_is_looked_for_prints_nothing_of_the_text() => Sought.Read(Ming.Id)!.ToString().Should().Be("CitizenId");

    [Theory, EveryDatabase]
    public async Task People_of_before_are_found_by_pinyin_after_the_upgrade(TestDatabase on)
    {
        await using var county = await CountyAsync(on);
        await county.Sql("UPDATE \"People\" SET \"Folded\" = '', \"Initials\" = ''");
        (await FindAsync(county, "wxm")).Rows.Should().BeEmpty();
        await county.Do(s => s.Get<Initialise>().RunAsync(Clerk, Stop));
        (await FindAsync(county, "wxm")).Rows.Should().HaveCount(2);
    }

    [Theory, EveryDatabase]
    public async Task Whoever_may_not_have_IDs_by_the_hundred_gets_them_masked_and_the_export_is_an_event(TestDatabase on)
    {
        await using var county = await CountyAsync(on);
        foreach (var masked in (bool[])[true, false])
        {
            var output = new MemoryStream();
            await county.Do(async s =>
            {
                await s.Get<ExportPupils>().RunAsync(Staff.Officer, Spring2020, new(), null, masked, output, Stop);
                return 0;
            });
            using var book = new ClosedXML.Excel.XLWorkbook(new MemoryStream(output.ToArray()));
            var cells = book.Worksheet(1).CellsUsed().Select(c => c.GetString()).ToList();
            cells.Contains(Ming.Id).Should().Be(!masked);
            cells.Should().Contain(["王小明", "34152300000000", "下湾村", "已脱贫"]);
        }
        (await county.Do(s => s.Db.AuditEvents.CountAsync(e => e.Action == "pupils.export"))).Should().Be(2);
    }

    [Theory, EveryDatabase]
    public async Task Saved_views_are_ones_own(TestDatabase on)
    {
        await using var county = await CountyAsync(on);
        (await county.Do(s => s.Get<KeepView>().SaveAsync(Staff.Officer, "休学", "?status=Suspended", Stop))).Should().BeTrue();
        (await county.Do(s => s.Get<KeepView>().SaveAsync(Staff.Officer, "休学", "?status=Suspended&stage=Junior", Stop))).Should().BeTrue("a view of the same name is replaced");
        (await county.Do(s => s.Get<KeepView>().SaveAsync(Staff.Officer, " ", "?", Stop))).Should().BeFalse();
        var view = await county.Do(s => s.Db.SavedViews.SingleAsync());
        view.Query.Should().EndWith("Junior");
        (await county.Do(s => s.Get<KeepView>().DropAsync(Staff.Director, view.Id, Stop))).Should().Be(0);
        (await county.Do(s => s.Get<KeepView>().DropAsync(Staff.Officer, view.Id, Stop))).Should().Be(1);
    }

    [Theory, EveryDatabase]
    public async Task Many_are_asked_about_at_once_within_the_scope(TestDatabase on)
    {
        await using var county = await CountyAsync(on);
        await county.Generate(Spring2020);
        var lines = AskedLine.FromText($"{Ming.Id}\r\n姓名,身份证号\r\n 李四 \r\n\r\n1\t王晓敏\t{Min.Id}\r\n查无此人\r\n{Child(9).Id}");
        lines.Select(l => l.Number).Should().Equal(1, 3, 5, 6, 7);
        string.Concat(lines).Should().NotContain(Ming.Id);
        var all = await county.Do(s => s.Get<AskMany>().RunAsync(Staff.Officer, Spring2020, lines, Stop));
        (all.Asked, all.Found).Should().Be((5, 3));
        all.Rows.Select(r => (r.Number, r.Name, r.Granted, r.Registered?.Category)).Should().Equal(
            (1, "王小明", 50000, "已脱贫"), (3, "李四", 50000, "已脱贫"), (5, "王晓敏", 50000, "已脱贫"), (6, null, 0, null), (7, null, 0, null));
        all.Rows.Where(r => r.Id is not null).Should().OnlyContain(r => r.Id!.Contains("********"));
        var first = await county.Do(s => s.Get<AskMany>().RunAsync(Staff.SchoolClerk, Spring2020, lines, Stop), await ScopeOfAsync(county, First));
        first.Rows.Where(r => r.Person is not null).Select(r => r.Name).Should().Equal("王小明", "王晓敏");
        first.Rows.Should().OnlyContain(r => r.Registered == null);
        (await county.Do(s => s.Db.AuditEvents.CountAsync(e => e.Action == "people.ask"))).Should().Be(2);
    }

    [Theory]
    [InlineData('\uFF0C')]
    [InlineData('\uFF1B')]
    [InlineData('\u3000')]
    [InlineData(';')]
    public void A_pasted_line_falls_apart_at_full_width_marks_too(char mark) =>
        AskedLine.FromText($"初一{mark}王小明{mark}{Ming.Id}\n李四{mark}初二").Select(l => l.Key).Should().Equal(Ming.Id, "李四");

    [Fact]
    public void A_file_is_asked_about_by_the_ID_or_else_the_name_of_each_row()
    {
        var file = Csv("问.csv", "序号,姓名,身份证号", $"1,王小明,{Ming.Id}", "2,李四,", ",,");
        AskedLine.FromFile(file)!.Select(l => (l.Number, l.Key)).Should().Equal((2, Ming.Id), (3, "李四"));
        AskedLine.FromFile(Bytes("坏.xlsx", [0x50, 0x4B, 3, 4, 9, 9])).Should().BeNull();
    }

    /// <summary>Three pupils at the first school, one of them suspended and not registered, and one at the second; registered households 0, 1 and 3.</summary>
    internal static async Task<CountyFixture> CountyAsync(TestDatabase on)
    {
        var county = await OpenAsync(on);
        await county.Schools(SchoolsFile);
        await county.Registered(RegisteredOf("poverty.csv", Ming, Min with { Village = "上湾村" }, Child(7, "1970-01-01") with { Township = "城关镇" }, Other));
        await county.Lists(List("1.csv", Row(Ming), Row(Min), Row(Dan, status: "休学")), ListOf("2.csv", [Other], Second));
        return county;
    }

    internal static async Task<Scope> ScopeOfAsync(CountyFixture county, string school) =>
        Scope.OfSchools(county.County, await county.Do(s => s.Db.SchoolVersions.Where(v => v.Name == school).Select(v => v.School).SingleAsync()));

    private static Task<PupilPage> FindAsync(CountyFixture county, string typed, Scope? scope = null) =>
        county.Do(s => s.Get<PupilList>().PageAsync(Spring2020, new(), Sought.Read(typed), _ => "", 0, 50, Stop), scope);
}
