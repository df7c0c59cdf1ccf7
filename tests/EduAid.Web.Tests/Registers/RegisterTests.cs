using System.Net;
using System.Text;
using EduAid.Web.Tests.Lists;

namespace EduAid.Web.Tests.Registers;

public sealed class RegisterTests(ListCounty app) : IClassFixture<ListCounty>
{
    private static readonly string[] Registered = ["身份证号", "姓名", "户编号", "户主姓名", "与户主关系", "脱贫属性", "乡镇", "行政村"];

    [Fact]
    public async Task A_register_of_schools_is_looked_at_and_accepted_with_its_good_rows()
    {
        using var officer = await app.OfficerAsync();
        var file = ListFiles.Table(
            ["学校代码", "学校名称", "乡镇", "办学类型", "举办者", "收款账号"],
            ["7700000001", "新设第一幼儿园", "丁镇", "幼儿园", "普惠性民办", "6228480000009876543"],
            ["7700000002", "新设第二幼儿园", "丁镇", "不知道", "公办", ""]);
        var preview = await officer.StageAsync("学校库.xlsx", file, "/Registers/Upload/Schools");
        preview.Should().StartWith("/Registers/Preview/");
        var page = await officer.OpenAsync(preview);
        page.Tile("与现有的相比").Should().Be("新 1 · 改 0 · 不变 0");
        page.QuerySelector("#rows td.fault")!.TextContent.Should().StartWith("不知道");
        await officer.AcceptAsync(preview);

        var list = await officer.OpenAsync("/Registers/Schools?name=新设");
        list.QuerySelectorAll("#schools tbody tr").Should().ContainSingle().Which.TextContent.Should().Contain("新设第一幼儿园").And.Contain("6228 **** 6543");
        list.Source.Text.Should().NotContain("6228480000009876543");
        (await officer.OpenAsync(await officer.StageAsync("学校库.xlsx", file, "/Registers/Upload/Schools"))).Notices().Should().Contain("完全相同");
    }

    [Fact]
    public async Task A_later_registered_list_says_who_joins_and_leaves_and_asks_from_when_it_holds()
    {
        using var officer = await app.OfficerAsync();
        var first = await officer.StageAsync("名册.xlsx", ListFiles.Table(Registered, Person(1), Person(2), Person(3)), "/Registers/Upload/Poverty");
        (await officer.OpenAsync(first)).QuerySelector("select[name='Input.From']").Should().BeNull("the first holds always");
        await officer.AcceptAsync(first);
        var townships = await officer.OpenAsync("/Registers/Poverty");
        townships.QuerySelector("#townships tbody tr")!.QuerySelectorAll("td").Select(c => c.TextContent).Should().Equal("丙镇", "1", "3", "3");

        var later = await officer.StageAsync("名册2.xlsx", ListFiles.Table(Registered, Person(1), Person(4)), "/Registers/Upload/Poverty");
        var page = await officer.OpenAsync(later);
        page.Tile("与现有的相比").Should().Be("增 1 · 减 2 · 改 0");
        page.QuerySelector("form#accept")!.TextContent.Should().Contain(Child.Number(2).Name).And.Contain(Child.Number(3).Name);
        (await officer.AcceptAsync(later)).Notices().Should().Contain("从哪个学期起");
        (await officer.AcceptAsync(later, ("Input.From", "2020-spring"))).Notices().Should().Contain("已接收");

        using var found = await officer.SendAsync("/Registers/Poverty", "main form.filters", ("Find", Child.Number(4).Id));
        (await Browser.PageOf(found)).QuerySelectorAll("#people tbody tr").Should().ContainSingle().Which.TextContent.Should().Contain(Child.Number(4).Name);
        using var gone = await officer.SendAsync("/Registers/Poverty", "main form.filters", ("Find", Child.Number(2).Name));
        (await Browser.PageOf(gone)).QuerySelectorAll("#people tbody tr").Should().BeEmpty();
    }

    [Fact]
    public async Task Fees_of_specialties_come_from_a_text_file_and_can_be_taken_back()
    {
        using var officer = await app.OfficerAsync();
        var csv = Encoding.UTF8.GetBytes("专业名称,每学期学费(元)\n数控技术应用,1050\n学前教育,\n");
        var preview = await officer.StageAsync("专业.csv", csv, "/Registers/Upload/Specialties");
        var accepted = await officer.AcceptAsync(preview);
        var list = await officer.OpenAsync("/Registers/Specialties");
        list.QuerySelector("#specialties")!.TextContent.Should().Contain("数控技术应用").And.Contain("1,050.00");
        var import = accepted.QuerySelector(".notice a[href^='/Imports/']")!.GetAttribute("href")!;
        using var undone = await officer.SendAsync(import, "form.confirm");
        undone.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await officer.OpenAsync("/Registers/Specialties")).QuerySelector("#specialties tbody").Should().BeNull();
    }

    [Fact]
    public async Task Admissions_belong_to_the_autumn_of_entering()
    {
        using var officer = await app.OfficerAsync();
        var (_, school, _) = await app.ClerkAsync();
        var file = ListFiles.Table(["毕业学校", "姓名", "身份证号", "录取院校", "院校所在省"], [school, "林甲一", Child.IdOf(1), "某某大学", "安徽省"]);
        var page = await officer.OpenAsync(await officer.StageAsync("录取.xlsx", file, "/Registers/Upload/Admissions"));
        await officer.AcceptAsync(page.Location.PathName);
        (await officer.OpenAsync("/Registers/Admissions")).QuerySelector("#admissions")!.TextContent.Should().Contain(school);
        await using var work = app.Work();
        work.Db.Imports.Single(i => i.File == "录取.xlsx").Semester.Should().Be(Domain.Values.Semester.Autumn(2020));
    }

    [Fact]
    public async Task A_register_is_one_file()
    {
        using var officer = await app.OfficerAsync();
        var file = ListFiles.Table(Registered, Person(1));
        using var sent = await officer.UploadAsync("/Registers/Upload/Poverty", null, [("Files", "a.xlsx", file), ("Files", "b.xlsx", file)]);
        (await Browser.PageOf(sent)).QuerySelector(".notice.bad")!.TextContent.Should().Contain("只能上传一个文件");
    }

    [Theory]
    [InlineData("/Registers")]
    [InlineData("/Registers/Schools")]
    [InlineData("/Registers/Upload/Poverty")]
    public async Task Registers_are_the_county_s(string address)
    {
        var (_, _, clerk) = await app.ClerkAsync();
        (await clerk.GetAsync(address)).StatusCode.Should().NotBe(HttpStatusCode.OK);
        using var officer = await app.OfficerAsync();
        app.Queries.Reset();
        (await officer.GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.OK);
        app.Queries.Count.Should().BeInRange(1, 10, "two of them fill the counts of the rail for the first time");
        (await officer.GetAsync("/Registers/Nothing")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private static string[] Person(int n) =>
        [Child.IdOf(n), Child.Number(n).Name, $"H{n}", Child.Number(n).Name, "户主", "已脱贫", "丙镇", "东村"];
}
