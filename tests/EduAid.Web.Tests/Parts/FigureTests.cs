using EduAid.Web.Parts.Figures;

namespace EduAid.Web.Tests.Parts;

public sealed class FigureTests(DesignPage design) : IClassFixture<DesignPage>
{
    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(5, "0.05")]
    [InlineData(31_250, "312.50")]
    [InlineData(123_450, "1,234.50")]
    [InlineData(-25_000, "−250.00")]
    [InlineData(1_370_446_250, "13,704,462.50")]
    [InlineData(long.MinValue, "−92,233,720,368,547,758.08")]
    public void Money_has_two_decimals_and_thousands(long fen, string shown) => Amounts.Yuan(fen).Should().Be(shown);

    [Theory]
    [InlineData("990000201001011234", "990000********1234")]
    [InlineData("990000********1234", "990000********1234")]
    [InlineData("99000020100101123x", "990000********123x")]
    [InlineData("990000 20100101 1234", "990000********1234")]
    [InlineData("990000100101123", "990000*****1123")]
    [InlineData("1234567890", "**********")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_citizen_id_shows_its_ends_only(string? text, string shown) => Masks.CitizenId(text).Should().Be(shown);

    [Theory]
    [InlineData("6217000000000000443", "6217 **** 0443")]
    [InlineData("6217 **** 0443", "6217 **** 0443")]
    [InlineData("6217 0000 0000 0443", "6217 **** 0443")]
    [InlineData("12345678", "********")]
    [InlineData(null, "")]
    public void A_card_shows_its_ends_only(string? text, string shown) => Masks.Card(text).Should().Be(shown);

    [Fact]
    public async Task Nothing_on_the_page_holds_a_full_id_or_card()
    {
        using var client = design.Client();
        var html = await client.GetStringAsync("/design");
        html.Should().NotMatchRegex(@"(?<!\d)\d{15,19}(?!\d)").And.Contain("990000********0011").And.Contain("6217 **** 0443");
    }

    [Theory]
    [InlineData("zh-CN", "2020年4月3日", "4月3日")]
    [InlineData("en-GB", "3 April 2020", "3 Apr")]
    public async Task Days_are_written_as_people_write_them(string language, string full, string brief)
    {
        var page = await design.GetAsync(language: language);
        var days = page.QuerySelectorAll("time[datetime='2020-04-03']").Select(t => t.TextContent);
        days.Should().Equal(full, brief);
    }

    [Fact]
    public async Task A_state_has_a_shape_beside_its_colour()
    {
        var page = await design.GetAsync();
        var badges = page.QuerySelectorAll(".badge-x");
        badges.Should().NotBeEmpty().And.OnlyContain(b => b.QuerySelector("svg.sign[aria-hidden=true]") != null && b.TextContent.Trim().Length > 0);
        badges.Select(b => (b.ClassName, b.QuerySelector("svg")!.InnerHtml)).Distinct().Select(b => b.InnerHtml)
            .Should().HaveCount(5).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Coverage_is_rounded_down_and_readable_without_the_picture()
    {
        var page = await design.GetAsync();
        var ring = page.QuerySelector(".ring")!;
        ring.GetAttribute("role").Should().Be("img");
        ring.GetAttribute("aria-label").Should().Be("覆盖率 99.6%");
        ring.QuerySelector(".ring-part")!.GetAttribute("stroke-dasharray").Should().Be("99.6 100");
    }

    [Fact]
    public async Task Progress_shows_the_count_and_asks_again_only_until_it_is_done()
    {
        var page = await design.GetAsync();
        var job = page.QuerySelector("#job")!;
        job.QuerySelector(".num")!.TextContent.Should().Be("12,408 / 20,000(62%)");
        var bar = job.QuerySelector("progress")!;
        (bar.GetAttribute("value"), bar.GetAttribute("max")).Should().Be(("12408", "20000"));
        page.QuerySelector($"label[for={bar.Id}]").Should().NotBeNull();
        job.GetAttribute("hx-trigger").Should().Be("every 2s");

        using var client = design.Client();
        var done = await DesignPage.ParseAsync(await client.GetStringAsync(job.GetAttribute("hx-get")));
        done.QuerySelector("#job")!.HasAttribute("hx-get").Should().BeFalse();
        done.QuerySelector("html > body > header").Should().BeNull("the answer is the part alone");
    }

    [Fact]
    public async Task Progress_without_a_total_says_that_something_goes_on_and_how_much_is_done()
    {
        var page = await design.GetAsync();
        var (reading, waiting) = (page.QuerySelector("#job-reading")!, page.QuerySelector("#job-waiting")!);
        reading.QuerySelector(".num")!.TextContent.Should().Be("已处理 3,200");
        waiting.QuerySelector(".num").Should().BeNull();
        foreach (var part in new[] { reading, waiting })
        {
            part.QuerySelector("progress")!.HasAttribute("value").Should().BeFalse("a bar without a value says that nothing is known");
            part.HasAttribute("hx-get").Should().BeFalse();
            part.GetAttribute("data-said").Should().Be(part.QuerySelector("label")!.TextContent);
        }
    }

    [Fact]
    public async Task The_why_panel_lists_reasons_in_order_with_document_and_clause()
    {
        var page = await design.GetAsync();
        var why = page.QuerySelector(".why")!;
        why.QuerySelector(".why-sum")!.TextContent.Trim().Should().Be("250.00 元");
        why.QuerySelectorAll("li .money").Select(m => m.TextContent).Should().Equal("500.00", "−250.00");
        why.QuerySelector(".why-basis")!.TextContent.Should().Contain("2020年教育扶贫工作要点").And.Contain("二(二)2").And.Contain("2020年3月28日");
    }

    [Fact]
    public async Task A_faulty_cell_says_what_is_wrong_under_its_value()
    {
        var page = await design.GetAsync();
        var cell = page.QuerySelector("#faults td.fault.bad")!;
        cell.QuerySelector(".mask")!.TextContent.Should().Be("990000********2841");
        cell.QuerySelector(".fault-why")!.TextContent.Should().StartWith("校验码不符");
    }
}
