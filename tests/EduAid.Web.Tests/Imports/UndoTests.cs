using System.Net;
using EduAid.Web.Tests.Lists;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Imports;

public sealed class UndoTests(ListCounty app) : IClassFixture<ListCounty>
{
    [Fact]
    public async Task Taking_back_a_later_list_names_what_it_touches_and_brings_back_the_one_before()
    {
        var (school, name, clerk) = await app.ClerkAsync();
        await clerk.AcceptAsync(await clerk.StageAsync("一.xlsx", ListFiles.List(name, Child.Number(1), Child.Number(2))));
        await clerk.AcceptAsync(await clerk.StageAsync("二.xlsx", ListFiles.List(name, Child.Number(3), Child.Number(4), Child.Number(5))), ("Input.Mode", "Replace"));
        var imports = await clerk.OpenAsync("/Imports?file=二");
        var address = imports.QuerySelector("#imports tbody a")!.GetAttribute("href")!;
        var page = await clerk.OpenAsync(address);
        page.QuerySelector("form.confirm")!.TextContent.Should().Contain(name).And.Contain("3 人").And.Contain("上一份(2 人)");

        using var undone = await clerk.SendAsync(address, "form.confirm");
        undone.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var after = await clerk.OpenAsync(address);
        after.Notices().Should().Contain("已撤回");
        after.QuerySelector("form.confirm").Should().BeNull();
        (await app.RowsOfAsync(school)).Select(r => r.Name).Should().Equal(Child.Number(1).Name, Child.Number(2).Name);
        (await clerk.OpenAsync("/Imports?state=undone")).QuerySelectorAll("#imports tbody tr").Should().ContainSingle().Which.TextContent.Should().Contain("二.xlsx");
    }

    [Fact]
    public async Task What_a_later_import_stands_on_stays_and_the_page_says_which()
    {
        var (school, name, clerk) = await app.ClerkAsync();
        await clerk.AcceptAsync(await clerk.StageAsync("一.xlsx", ListFiles.List(name, Child.Number(1), Child.Number(2))));
        await clerk.AcceptAsync(await clerk.StageAsync("二.xlsx", ListFiles.List(name, Child.Number(3))), ("Input.Mode", "Add"));
        await using var work = app.Work();
        var numbers = await work.Db.Imports.Where(i => i.School == school).OrderBy(i => i.Number).Select(i => i.Number).ToListAsync();
        using var refused = await clerk.SendAsync($"/Imports/Details/{numbers[0]}", "form.confirm");
        (await Browser.PageOf(refused)).Notices().Should().Contain("不能撤销").And.Contain($"第 {numbers[1]} 号");
        (await app.RowsOfAsync(school)).Should().HaveCount(3);
    }

    [Fact]
    public async Task A_school_neither_sees_nor_takes_back_what_another_has_sent()
    {
        var (school, name, owner) = await app.ClerkAsync();
        var (_, _, clerk) = await app.ClerkAsync();
        await owner.AcceptAsync(await owner.StageAsync("主.xlsx", ListFiles.List(name, Child.Number(1))));
        await using var work = app.Work();
        var number = await work.Db.Imports.Where(i => i.School == school).Select(i => i.Number).SingleAsync();
        (await clerk.GetAsync($"/Imports/Details/{number}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await owner.GetAsync($"/Imports/Details/{number}")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await clerk.OpenAsync("/Imports?file=主")).QuerySelector("#imports tbody").Should().BeNull();
    }
}
