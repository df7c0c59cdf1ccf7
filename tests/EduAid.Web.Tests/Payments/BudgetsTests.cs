using System.Net;
using EduAid.Application.Accounts;
using EduAid.Web.Tests.Rosters;

namespace EduAid.Web.Tests.Payments;

public sealed class BudgetsTests(RosterApp app) : IClassFixture<RosterApp>
{
    [Fact]
    public async Task Finance_sets_a_budget_and_those_who_lead_see_how_far_it_is_used()
    {
        using var finance = await app.SignInAsAsync(Role.Finance);
        using var wrong = await finance.SendAsync("/Payments/Budgets", "form.form", ("Of", "compulsory-living"), ("Sum", "1,000,000"), ("Document", ""));
        (await Browser.PageOf(wrong)).QuerySelector("#Document-error").Should().NotBeNull();
        using var sent = await finance.SendAsync("/Payments/Budgets", "form.form", ("Of", "compulsory-living"), ("Sum", "1,000,000"), ("Document", "县财教〔2020〕3号"));
        sent.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var more = await finance.SendAsync("/Payments/Budgets", "form.form", ("Of", "compulsory-living"), ("Sum", "1.00"), ("Document", "县财教〔2020〕9号"));
        var page = await finance.OpenAsync("/Payments/Budgets");
        var row = page.Rows("budgets").Single(r => r[0].Contains("义务教育生活补助", StringComparison.Ordinal));
        Page.Fen(row[1]).Should().Be(100);
        row[5].Should().Contain("不够", "the drafts grant more than one yuan");
        row[7].Should().Contain("县财教〔2020〕9号").And.Contain("1,000,000.00", "the earlier one stays on record");

        using var leader = await app.SignInAsAsync(Role.BureauLeader);
        (await leader.OpenAsync("/Payments/Budgets")).QuerySelector("form.form").Should().BeNull();
        var money = (await leader.OpenAsync("/Overview")).Rows("money").Single(r => r[0].Contains("义务教育生活补助", StringComparison.Ordinal));
        Page.Fen(money[2]).Should().Be(100);
        money[7].Should().Be("0%", "nothing is paid yet");
    }
}
