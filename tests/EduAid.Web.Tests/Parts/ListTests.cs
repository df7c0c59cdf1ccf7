using AngleSharp.Dom;

namespace EduAid.Web.Tests.Parts;

public sealed class ListTests(DesignPage design) : IClassFixture<DesignPage>
{
    [Fact]
    public async Task Pager_says_range_and_total()
    {
        var page = await design.GetAsync("?p=3");
        page.QuerySelector("#entries .pager-range")!.TextContent.Should().Be("第 101–137 行,共 137 行");
    }

    [Fact]
    public async Task Pager_links_keep_filter_order_and_size()
    {
        var page = await design.GetAsync("?grade=三年级&sort=-amount&size=20");
        Query(page, "#entries-next").Should().BeEquivalentTo(["grade=三年级", "sort=-amount", "size=20", "p=2"]);
    }

    [Fact]
    public async Task Pager_has_no_links_backwards_on_the_first_page_and_none_forwards_on_the_last()
    {
        var first = await design.GetAsync("?size=50");
        first.QuerySelector("#entries-first").Should().BeNull();
        first.QuerySelector("#entries-prev").Should().BeNull();
        var last = await design.GetAsync("?size=50&p=3");
        last.QuerySelector("#entries-next").Should().BeNull();
        last.QuerySelector("#entries-last").Should().BeNull();
        Query(last, "#entries-prev").Should().Contain("p=2");
    }

    [Fact]
    public async Task Changing_the_page_size_keeps_the_first_row_on_the_screen()
    {
        var page = await design.GetAsync("?size=20&p=6");
        Query(page, "#entries-size-50").Should().BeEquivalentTo(["size=50", "p=3"]);
    }

    [Fact]
    public async Task Sort_links_keep_the_filter_and_start_at_the_first_page()
    {
        var page = await design.GetAsync("?grade=三年级&size=20&p=2");
        Query(page, "#entries-sort-amount").Should().BeEquivalentTo(["grade=三年级", "size=20", "sort=amount"]);
    }

    [Theory]
    [InlineData("?sort=amount", "ascending", "sort=-amount")]
    [InlineData("?sort=-amount", "descending", "sort=amount")]
    public async Task The_sorted_column_says_so_and_turns_round_at_the_next_click(string query, string said, string next)
    {
        var page = await design.GetAsync(query);
        page.QuerySelectorAll("#entries th[aria-sort]").Should().ContainSingle().Which.GetAttribute("aria-sort").Should().Be(said);
        Query(page, "#entries-sort-amount").Should().Equal(next);
    }

    [Fact]
    public async Task Rows_come_in_the_order_asked_for()
    {
        var page = await design.GetAsync("?sort=-number&size=20");
        page.QuerySelectorAll("#entries tbody tr td:first-child").Select(c => c.TextContent).Take(2).Should().Equal("137", "136");
    }

    [Fact]
    public async Task The_filter_form_keeps_order_and_size_but_not_the_page()
    {
        var page = await design.GetAsync("?sort=name&size=20&p=3&name=徐");
        var form = page.QuerySelector("#entries form.filters")!;
        form.GetAttribute("method").Should().Be("get");
        form.QuerySelectorAll("input[type=hidden]").Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}")
            .Should().BeEquivalentTo(["sort=name", "size=20"]);
        form.QuerySelector("input[name=name]")!.GetAttribute("value").Should().Be("徐");
    }

    [Fact]
    public async Task Clearing_the_filter_keeps_order_and_size()
    {
        var page = await design.GetAsync("?sort=name&size=20&name=徐");
        Query(page, "#entries .filters-clear").Should().BeEquivalentTo(["sort=name", "size=20"]);
        (await design.GetAsync("?sort=name")).QuerySelector("#entries .filters-clear").Should().BeNull();
    }

    [Fact]
    public async Task A_filter_that_finds_nothing_says_so_and_offers_to_clear_it()
    {
        var page = await design.GetAsync("?name=没有这个人");
        page.QuerySelector("#entries .state-title")!.TextContent.Should().Be("没有符合条件的记录");
        page.QuerySelector("#entries .state a").Should().NotBeNull();
        page.QuerySelector("#entries table").Should().BeNull();
    }

    [Theory]
    [InlineData("#none", "还没有学校上报名单")]
    [InlineData("#many", "共 150,000 条,超出一次能显示的范围")]
    [InlineData("#failed", "没有读到数据")]
    public async Task Each_state_stands_in_place_of_the_rows(string list, string title)
    {
        var page = await design.GetAsync();
        page.QuerySelector($"{list} .state-title")!.TextContent.Trim().Should().Be(title);
        page.QuerySelector($"{list} table").Should().BeNull();
    }

    [Fact]
    public async Task The_scrolling_box_can_be_reached_by_keyboard_and_has_a_name()
    {
        var page = await design.GetAsync();
        var boxes = page.QuerySelectorAll(".list-scroll");
        boxes.Should().NotBeEmpty();
        boxes.Should().OnlyContain(b => b.GetAttribute("tabindex") == "0" && b.GetAttribute("aria-label")!.Length > 0);
    }

    [Fact]
    public async Task Typed_text_comes_back_encoded()
    {
        using var client = design.Client();
        var html = await client.GetStringAsync("/design?name=" + Uri.EscapeDataString("\"><script>x</script>"));
        html.Should().NotContain("<script>x").And.Contain("&lt;script&gt;x");
    }

    private static string[] Query(IDocument page, string link) =>
        Uri.UnescapeDataString(page.QuerySelector(link)!.GetAttribute("href")!).TrimStart('?').Split('&');
}
