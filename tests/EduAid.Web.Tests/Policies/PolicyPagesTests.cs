using System.Net;
using EduAid.Application.Documents;
using EduAid.Application.Policies;
using EduAid.Domain.Policies;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Policies;

public sealed class PolicyPagesTests(PolicyApp app) : IClassFixture<PolicyApp>
{
    [Fact]
    public async Task A_value_is_proposed_computed_its_cases_updated_and_published_by_the_director()
    {
        using var wrong = await app.Officer.SendAsync("/Policies/Propose?parameter=senior-high-grant.annual-amount", "main form[method=post]", ("Value", "x"));
        (await Browser.PageOf(wrong)).QuerySelectorAll(".error").Should().NotBeEmpty();
        using var sent = await app.Officer.SendAsync(
            "/Policies/Propose?parameter=senior-high-grant.annual-amount", "main form[method=post]",
            ("Value", "2000"), ("Document", "县教〔2026〕7号"), ("Clause", "第三条"), ("Reason", "平均标准调整"));
        sent.StatusCode.Should().Be(HttpStatusCode.Redirect, string.Join("\n", (await Browser.PageOf(sent)).QuerySelectorAll(".error").Select(e => e.TextContent)));
        var page = sent.Headers.Location!.OriginalString;
        var id = Guid.Parse(page.Split('/')[^1]);
        await using (var work = app.Work())
            (await work.Get<AttachDocument>().RunAsync(new(await app.AccountAsync(Application.Accounts.Role.AidOfficer), "AidOfficer", "test"), new(DocumentSubject.Policy, $"{id}", null, "scan.pdf", "%PDF-1.4"u8.ToArray()), CancellationToken.None)).Should().BeNull();

        (await app.Director.OpenAsync("/")).QuerySelector(".work")!.TextContent.Should().Contain("政策调整建议等待发布");
        using var early = await app.Director.SendAsync(page, "form[action*=Publish]");
        (await Browser.PageOf(early)).QuerySelector(".notice.bad")!.TextContent.Should().Contain("算例");
        using var computed = await app.Director.SendAsync(page, "form[action*=Compute]");
        computed.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var effect = await app.Director.OpenAsync(page);
        effect.QuerySelector("#effect-programmes")!.TextContent.Should().Contain("普通高中国家助学金");
        var people = await app.Director.OpenAsync(page + "?view=people&kind=Less&programme=senior-high-grant");
        people.QuerySelectorAll("#effect-rows tbody tr").Should().NotBeEmpty().And.OnlyContain(r => r.TextContent.Contains("1,500.00", StringComparison.Ordinal) && r.TextContent.Contains("1,000.00", StringComparison.Ordinal));
        (await app.Director.OpenAsync(page + "?view=people&kind=More")).QuerySelectorAll("#effect-rows tbody tr").Should().BeEmpty();
        using var book = await app.Officer.SendAsync(page, "form[action*=Export]");
        book.Content.Headers.ContentType!.MediaType.Should().Contain("spreadsheet");

        using var updated = await app.Officer.SendAsync(page, "form[action*=Supersede]", ("amount", "1000"));
        updated.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var published = await app.Director.SendAsync(page, "form[action*=Publish]");
        published.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var done = await app.Officer.OpenAsync(page);
        done.QuerySelector("#frozen")!.TextContent.Should().Contain("普通高中国家助学金");
        done.QuerySelector("form[action*=Withdraw]").Should().BeNull();
        (await app.Officer.OpenAsync("/Policies/Programme/senior-high-grant")).QuerySelector("#values")!.TextContent.Should().Contain("县教〔2026〕7号").And.Contain("2,000.00");
        using var stranger = await app.Anonymous().GetAsync("/Subsidies");
        (await Browser.PageOf(stranger)).QuerySelector("main")!.TextContent.Should().Contain("2000", "what is in force is what everybody sees");
    }

    [Fact]
    public async Task What_was_checked_is_no_longer_pointed_out()
    {
        const string Page = "/Policies/Programme/university-travel";
        (await app.Officer.OpenAsync("/")).QuerySelector(".work")!.TextContent.Should().Contain("还没有核对的政策标准");
        var before = await app.Officer.OpenAsync(Page);
        before.QuerySelectorAll("#values .warn").Should().HaveCount(3);
        using var nothing = await app.Officer.SendAsync(Page, "main form[method=post]", ("Source", ""));
        (await Browser.PageOf(nothing)).QuerySelector("#Source-error").Should().NotBeNull();
        using var sent = await app.Officer.SendAsync(Page, "main form[method=post]", ("Source", "省教育厅2026年通知"));
        sent.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await app.Officer.OpenAsync(Page)).QuerySelector("#values")!.TextContent.Should().Contain("省教育厅2026年通知");
        await using var work = app.Work();
        (await work.Db.PolicyChecks.CountAsync(c => c.Parameter.StartsWith("university-travel."))).Should().BePositive();
    }

    [Fact]
    public async Task The_sandbox_tries_several_values_and_keeps_nothing()
    {
        await using var work = app.Work();
        var before = await work.Db.PolicyValues.CountAsync();
        using var same = await app.Director.SendAsync("/Policies/Sandbox", "main form[method=post]");
        (await Browser.PageOf(same)).QuerySelector(".notice.bad")!.TextContent.Should().Contain("至少修改一项");
        using var sent = await app.Director.SendAsync("/Policies/Sandbox", "main form[method=post]", ("Values[preschool.annual-amount]", "1000"), ("Values[compulsory-living.boarder.primary]", "2000"));
        var page = await app.Director.OpenAsync(sent.Headers.Location!.OriginalString.Split('#')[0]);
        page.QuerySelector("#effect .facts")!.TextContent.Should().Contain("1000").And.Contain("2000");
        page.QuerySelectorAll("#effect-programmes tbody tr").Should().NotBeEmpty();
        (await work.Db.PolicyValues.CountAsync()).Should().Be(before);
        using var odd = await app.Director.SendAsync("/Policies/Sandbox", "main form[method=post]", ("Values[preschool.annual-amount]", "-5"));
        (await Browser.PageOf(odd)).QuerySelector(".notice.bad")!.TextContent.Should().Contain("学前教育资助标准");
        (await app.Director.OpenAsync($"/Policies/Sandbox?result={Guid.Empty}")).QuerySelector(".notice")!.TextContent.Should().Contain("重新测算");
    }

    [Fact]
    public async Task The_forecast_is_a_table_a_chart_and_a_workbook()
    {
        (await app.Officer.OpenAsync("/Policies/Forecast")).QuerySelector("#forecast").Should().BeNull("nobody has asked for it");
        using var made = await app.Officer.SendAsync("/Policies/Forecast", "main form[method=post]");
        made.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var page = await app.Officer.OpenAsync("/Policies/Forecast");
        page.QuerySelectorAll("#forecast thead th").Should().HaveCount(2 + BudgetForecast.SemestersAhead);
        page.QuerySelector("figure.chart svg")!.GetAttribute("aria-label").Should().Contain("所需经费");
        page.QuerySelectorAll("figure.chart rect").Should().HaveCount(2 * (1 + BudgetForecast.SemestersAhead));
        using var book = await app.Officer.SendAsync("/Policies/Forecast", "form[action*=Export]");
        book.Content.Headers.ContentType!.MediaType.Should().Contain("spreadsheet");
    }

    [Fact]
    public async Task A_case_that_the_rules_do_not_agree_with_is_told_what_they_find()
    {
        const string Page = "/Policies/Case?programme=compulsory-living";
        (string, string)[] facts = [("Stage", "Junior"), ("Category", "已脱贫"), ("Boarding", "true")];
        using var other = await app.Officer.SendAsync(Page, "main form[method=post]", [.. facts, ("Due", "700")]);
        (await Browser.PageOf(other)).QuerySelector("#Due-error")!.TextContent.Should().Contain("750.00");
        using var right = await app.Officer.SendAsync(Page, "main form[method=post]", [.. facts, ("Due", "750")]);
        right.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await app.Director.OpenAsync("/Policies/Programme/compulsory-living")).QuerySelector("#cases")!.TextContent.Should().Contain("寄宿");
    }
}
