using EduAid.Application.Accounts;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Subsidies;

public sealed class SubsidiesTests(WebApp app) : IClassFixture<WebApp>
{
    [Fact]
    public async Task A_stranger_reads_the_seven_programmes_with_the_amounts_in_force()
    {
        using var stranger = await ReadyAsync();
        var page = await stranger.OpenAsync("/Subsidies");
        page.QuerySelectorAll(".leaflet-programmes section").Should().HaveCount(7);
        var living = page.QuerySelectorAll(".leaflet-programmes section")[1].TextContent;
        living.Should().Contain("义务教育生活补助").And.Contain("初中寄宿生生活补助标准").And.Contain("1500", "the county's present catalogue").And.Contain("二(二)2");
        page.QuerySelector(".qr img")!.GetAttribute("src").Should().StartWith("data:image/png;base64,");
    }

    [Theory]
    [InlineData("Stage=Primary&Category=未脱贫&Boarding=true", "义务教育生活补助", "625.00")]
    [InlineData("Stage=Primary&Category=未脱贫&Boarding=false", "义务教育生活补助", "312.50")]
    [InlineData("Stage=SeniorHigh&Category=已脱贫&Tier=CityModel", "普通高中免学费", "700.00")]
    [InlineData("Stage=Graduate&Category=已脱贫&Outside=true", "高校入学路费资助", "1,000.00")]
    [InlineData("Stage=Primary&Category=未脱贫", "义务教育生活补助", "请问学校资助专干")]
    [InlineData("Stage=Primary&Boarding=true", "义务教育生活补助", "不享受")]
    [InlineData("Stage=Primary&Category=随便写&Boarding=true", "义务教育生活补助", "不享受")]
    public async Task A_stranger_works_out_what_is_due_and_nothing_is_kept(string query, string programme, string answer)
    {
        using var stranger = await ReadyAsync();
        await using var work = app.Work();
        var events = await work.Db.AuditEvents.CountAsync();
        var text = (await stranger.OpenAsync("/Subsidies/Calculator?" + query)).QuerySelector("#answer")!.TextContent;
        text.Should().Contain(programme).And.Contain(answer);
        (await work.Db.AuditEvents.CountAsync()).Should().Be(events);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?Stage=99999")]
    [InlineData("?Stage=Nothing&Grade=x&Tier=7")]
    public async Task Without_a_stage_nothing_is_answered(string query)
    {
        using var stranger = await ReadyAsync();
        (await stranger.OpenAsync("/Subsidies/Calculator" + query)).QuerySelector("#answer")!.TextContent.Trim().Should().BeEmpty();
    }

    // The page is there once the three administrators are.
    private async Task<Browser> ReadyAsync()
    {
        (await app.SignInAsAsync(Role.Auditor)).Dispose();
        return app.Anonymous();
    }
}
