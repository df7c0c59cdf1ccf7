using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using EduAid.Application.Enrolments;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Lists;

public sealed class AcceptTests(ListCounty app) : IClassFixture<ListCounty>
{
    [Fact]
    public async Task Bad_rows_go_home_come_back_mended_and_only_they_change()
    {
        var (school, name, clerk) = await app.ClerkAsync();
        var nameless = Child.Number(2) with { Name = "" };
        var wrong = Child.Number(3) with { Id = Child.IdOf(3)[..17] + "Y" };
        var preview = await clerk.StageAsync("名单.xlsx", ListFiles.List(name, Child.Number(1), nameless, wrong, Child.Number(4)));
        (await clerk.OpenAsync(preview)).QuerySelector("button[form=accept]")!.TextContent.Should().Be("接收 2 行");
        var accepted = await clerk.AcceptAsync(preview);
        accepted.Notices().Should().Contain("2 行为新增或更正").And.Contain("2 行未接收");
        var first = await app.RowsOfAsync(school);
        first.Select(r => r.Name).Should().Equal(Child.Number(1).Name, Child.Number(4).Name);

        var (file, content) = await clerk.DownloadAsync(preview + "?handler=BadRows&file=0");
        file.Should().Be("名单(更正表).xlsx");
        var mended = ListFiles.Changed(content, sheet =>
        {
            sheet.Cell("A1").GetString().Should().Contain(first[0].Import.ToString(System.Globalization.CultureInfo.InvariantCulture));
            sheet.LastRowUsed().RowNumber().Should().Be(4, "title, header and the two bad rows");
            ListFiles.Put(sheet, 3, "姓名", Child.Number(2).Name);
        });
        var second = await clerk.StageAsync("更正.xlsx", mended);
        var page = await clerk.OpenAsync(second);
        page.Notices().Should().Contain("更正表");
        page.QuerySelector("input[name='Input.Mode']").Should().BeNull("it replaces nothing");
        page.Tile("可以接收").Should().Be("1");
        await clerk.AcceptAsync(second);

        var rows = await app.RowsOfAsync(school);
        rows.Select(r => r.Name).Should().BeEquivalentTo([Child.Number(1).Name, Child.Number(4).Name, Child.Number(2).Name]);
        rows.Where(r => r.Name != Child.Number(2).Name).Should().OnlyContain(r => r.Import == first[0].Import, "rows that were good keep where they came from");
        rows.Single(r => r.Name == Child.Number(2).Name).Import.Should().BeGreaterThan(first[0].Import);
    }

    [Fact]
    public async Task A_workbook_of_bad_rows_whose_list_was_never_accepted_mends_nothing_and_says_so()
    {
        var (school, name, clerk) = await app.ClerkAsync();
        var preview = await clerk.StageAsync("a.xlsx", ListFiles.List(name, Child.Number(1), Child.Number(2) with { Name = "" }));
        var (_, content) = await clerk.DownloadAsync(preview + "?handler=BadRows&file=0");
        var page = await clerk.OpenAsync(await clerk.StageAsync("b.xlsx", ListFiles.Changed(content, s => ListFiles.Put(s, 3, "姓名", "林乙二"))));
        page.Notices().Should().Contain("还没有接收");
        page.QuerySelector("form#accept").Should().BeNull();
        (await app.RowsOfAsync(school)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_later_list_names_who_would_leave_and_nothing_happens_before_somebody_decides()
    {
        var (school, name, clerk) = await app.ClerkAsync();
        await clerk.AcceptAsync(await clerk.StageAsync("a.xlsx", ListFiles.List(name, Child.Number(1), Child.Number(2), Child.Number(3))));
        var later = await clerk.StageAsync("b.xlsx", ListFiles.List(name, Child.Number(1), Child.Number(4)));
        var page = await clerk.OpenAsync(later);
        page.QuerySelector("form#accept")!.TextContent.Should().Contain("2 人").And.Contain(Child.Number(2).Name).And.Contain(Child.Number(3).Name).And.NotContain(Child.Number(1).Name);
        page.Tile("与现有的相比").Should().Be("增 1 · 减 2 · 改 0");
        page.QuerySelectorAll<IHtmlInputElement>("input[name='Input.Mode']").Should().HaveCount(2).And.OnlyContain(i => !i.IsChecked, "there is no default");

        var undecided = await clerk.AcceptAsync(later);
        undecided.Notices().Should().Contain("替换还是补充");
        (await app.RowsOfAsync(school)).Should().HaveCount(3);

        await clerk.AcceptAsync(later, ("Input.Mode", nameof(ListMode.Add)));
        (await app.RowsOfAsync(school)).Select(r => r.Name).Should().BeEquivalentTo([.. Enumerable.Range(1, 4).Select(n => Child.Number(n).Name)]);
    }

    [Fact]
    public async Task Replacing_leaves_the_new_list_alone()
    {
        var (school, name, clerk) = await app.ClerkAsync();
        await clerk.AcceptAsync(await clerk.StageAsync("a.xlsx", ListFiles.List(name, Child.Number(1), Child.Number(2))));
        var page = await clerk.AcceptAsync(await clerk.StageAsync("b.xlsx", ListFiles.List(name, Child.Number(2), Child.Number(4))), ("Input.Mode", nameof(ListMode.Replace)));
        page.Notices().Should().Contain("1 人离开名单");
        (await app.RowsOfAsync(school)).Select(r => r.Name).Should().Equal(Child.Number(2).Name, Child.Number(4).Name);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_offers_nothing()
    {
        var (school, name, clerk) = await app.ClerkAsync();
        var file = ListFiles.List(name, Child.Number(1), Child.Number(2));
        var first = await clerk.StageAsync("a.xlsx", file);
        var fields = await AcceptFieldsAsync(clerk, first);
        await clerk.AcceptAsync(first);
        var again = await clerk.StageAsync("a.xlsx", file);
        var page = await clerk.OpenAsync(again);
        page.Notices().Should().Contain("完全相同");
        page.QuerySelector("form#accept").Should().BeNull();

        // Someone may have the form all the same.
        using var forced = await clerk.Client.PostAsync(new Uri(again + "?handler=Accept", UriKind.Relative), new FormUrlEncodedContent(fields));
        forced.StatusCode.Should().Be(HttpStatusCode.OK);
        await using var work = app.Work();
        (await work.Db.SchoolLists.CountAsync(l => l.School == school)).Should().Be(1);
    }

    [Fact]
    public async Task Of_two_presses_of_the_same_button_one_counts_and_the_other_is_told()
    {
        var (school, name, clerk) = await app.ClerkAsync();
        var preview = await clerk.StageAsync("a.xlsx", ListFiles.List(name, Child.Number(1), Child.Number(2)));
        var fields = await AcceptFieldsAsync(clerk, preview);
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ =>
            clerk.Client.PostAsync(new Uri(preview + "?handler=Accept", UriKind.Relative), new FormUrlEncodedContent(fields))));
        answers.Count(a => a.StatusCode == HttpStatusCode.Redirect).Should().Be(1);
        foreach (var told in answers.Where(a => a.StatusCode == HttpStatusCode.OK))
            (await Browser.PageOf(told)).Notices().Should().Contain("没有重复导入");
        await using var work = app.Work();
        (await work.Db.Imports.CountAsync(i => i.School == school)).Should().Be(1);
        (await work.Db.SchoolLists.CountAsync(l => l.School == school)).Should().Be(1);
    }

    [Fact]
    public async Task What_was_compared_with_a_list_that_is_no_longer_current_has_to_be_looked_at_again()
    {
        var (school, name, clerk) = await app.ClerkAsync();
        var (one, two) = (await clerk.StageAsync("a.xlsx", ListFiles.List(name, Child.Number(1), Child.Number(2))), await clerk.StageAsync("b.xlsx", ListFiles.List(name, Child.Number(3))));
        var seenBefore = await AcceptFieldsAsync(clerk, two);
        await clerk.AcceptAsync(one);
        using var late = await clerk.Client.PostAsync(new Uri(two + "?handler=Accept", UriKind.Relative), new FormUrlEncodedContent(seenBefore));
        var page = await Browser.PageOf(late);
        page.Notices().Should().Contain("有了变化");
        page.QuerySelector("form#accept")!.TextContent.Should().Contain(Child.Number(1).Name, "it now says who would leave");
        (await app.RowsOfAsync(school)).Should().HaveCount(2);
    }

    [Fact]
    public async Task Accepting_needs_the_token_of_the_form()
    {
        var (school, name, clerk) = await app.ClerkAsync();
        var preview = await clerk.StageAsync("a.xlsx", ListFiles.List(name, Child.Number(1)));
        var fields = await AcceptFieldsAsync(clerk, preview);
        using var bare = await clerk.Client.PostAsync(new Uri(preview + "?handler=Accept", UriKind.Relative),
            new FormUrlEncodedContent(fields.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal))));
        bare.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await app.RowsOfAsync(school)).Should().BeEmpty();
    }

    [Fact]
    public async Task Last_semester_stands_beside_the_new_list()
    {
        var (school, name, clerk) = await app.ClerkAsync();
        await clerk.OpenAsync("/Lists?semester=2019-autumn");
        await clerk.AcceptAsync(await clerk.StageAsync("a.xlsx", ListFiles.List(name, Child.Number(1), Child.Number(2), Child.Number(3))));
        await clerk.OpenAsync("/Lists?semester=2020-spring");
        var page = await clerk.OpenAsync(await clerk.StageAsync("b.xlsx", ListFiles.List(name, Child.Number(1) with { Boarding = "否" }, Child.Number(2), Child.Number(4))));
        page.Tile("与上学期相比").Should().Be("增 1 · 减 1 · 寄宿变化 1");
        (await app.RowsOfAsync(school)).Should().HaveCount(3, "nothing of the new semester is accepted yet");
    }

    private static async Task<List<KeyValuePair<string, string>>> AcceptFieldsAsync(Browser browser, string preview)
    {
        var form = (await browser.OpenAsync(preview)).QuerySelector<IHtmlFormElement>("form#accept")!;
        return [.. form.Elements.OfType<IHtmlInputElement>().Where(i => i.Name is not null && i.Type != "radio").Select(i => KeyValuePair.Create(i.Name!, i.Value))];
    }
}
