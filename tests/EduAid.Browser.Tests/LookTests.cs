using Microsoft.Playwright;

namespace EduAid.Browser.Tests;

/// <summary>The eyes of the tour: each fault, put into a page that has none, is seen.</summary>
[Collection(Site.Name)]
public sealed class LookTests(EduAidSite site)
{
    public static TheoryData<Aspect, string> Spoilt => new()
    {
        { Aspect.Heading, "() => document.querySelector('h1').remove()" },
        { Aspect.Heading, "() => { document.title = ''; }" },
        { Aspect.Heading, "() => { document.documentElement.lang = 'zh-Hans'; }" },
        { Aspect.Axe, "() => { document.querySelector('h1').style.color = '#ddd'; }" },
        { Aspect.Axe, "() => document.querySelector('label').remove()" },
        { Aspect.Chinese, "() => { document.querySelector('h1').textContent = '登录'; }" },
        { Aspect.Chinese, "() => document.querySelector('main input').setAttribute('placeholder', '用户名')" },
        { Aspect.Sideways, "() => { document.querySelector('main').style.minWidth = '401px'; }" },
        { Aspect.MainAction, "() => { document.querySelector('h1').style.height = '900px'; }" },
    };

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task A_fault_is_seen(Aspect aspect, string spoil)
    {
        await using var visit = await site.VisitAsync();
        await visit.Page.GotoAsync("/Account/SignIn?lang=en");
        var look = new Look(await site.CountyAsync());
        (await look.AtAsync(visit.Page, "en")).Should().BeEmpty();
        await visit.Page.EvaluateAsync(spoil);
        (await look.AtAsync(visit.Page, "en")).Should().Contain(f => f.Aspect == aspect);
    }

    [Theory]
    [InlineData("() => { const s = document.createElement('script'); s.textContent = '1'; document.head.append(s); }")]
    [InlineData("() => { document.body.append(Object.assign(document.createElement('img'), { src: 'https://elsewhere.invalid/a.png' })); }")]
    [InlineData("() => fetch('/Error/404')")]
    [InlineData("() => { setTimeout(() => nothing.there); }")]
    public async Task What_the_browser_complains_of_is_heard(string spoil)
    {
        await using var visit = await site.VisitAsync();
        await visit.Page.GotoAsync("/Account/SignIn");
        visit.Complaints.Should().BeEmpty();
        await visit.Page.EvaluateAsync(spoil);
        for (var i = 0; i < 50 && visit.Complaints.Count == 0; i++) await Task.Delay(50);
        visit.Complaints.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Names_of_the_county_are_no_fault_of_an_english_page()
    {
        var county = await site.CountyAsync();
        var school = county.Words.First(w => w.EndsWith("小学", StringComparison.Ordinal));
        county.IsNotItsData($"List of {school}").Should().BeFalse();
        county.IsNotItsData($"{school}的名单").Should().BeTrue();
    }
}
