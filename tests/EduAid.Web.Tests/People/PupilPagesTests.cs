using System.Net;
using AngleSharp.Dom;
using EduAid.Application.Accounts;
using EduAid.Application.People;
using EduAid.Domain.Values;
using EduAid.Web.Tests.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.People;

public sealed class PupilPagesTests(RosterApp app) : IClassFixture<RosterApp>
{
    private const string Spring = "?semester=2020-spring";

    [Fact]
    public async Task Whom_one_looks_for_stands_in_no_address()
    {
        var (person, name, id) = await SomebodyAsync();
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        await officer.OpenAsync("/People" + Spring);
        foreach (var typed in (string[])[name, id, id[14..], Pinyin.Initials(name)])
        {
            using var sent = await officer.SendAsync("/People", "form.find-id", ("find", typed));
            sent.StatusCode.Should().Be(HttpStatusCode.Redirect);
            var address = Uri.UnescapeDataString(sent.Headers.Location!.OriginalString);
            address.Should().StartWith("/People?q=").And.NotContain(name).And.NotContain(id);
            var page = await officer.OpenAsync(sent.Headers.Location.OriginalString);
            page.QuerySelectorAll($"#pupils tbody a[href='/People/{person.Value}']").Should().ContainSingle(typed);
            page.Source.Text.Should().NotContain(id, "IDs are masked");
        }
    }

    [Fact]
    public async Task The_key_of_a_search_is_ones_own()
    {
        var (person, name, _) = await SomebodyAsync();
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        using var director = await app.SignInAsAsync(Role.AidDirector);
        using var sent = await officer.SendAsync("/People" + Spring, "form.find-id", ("find", name));
        var address = sent.Headers.Location!.OriginalString;
        (await officer.OpenAsync(address)).QuerySelector(".find-id .filters-clear").Should().NotBeNull();
        (await director.OpenAsync(address)).QuerySelector(".find-id .filters-clear").Should().BeNull("another's key opens nothing");
        (await officer.OpenAsync("/People?q=forged")).QuerySelector(".find-id .filters-clear").Should().BeNull();
    }

    [Fact]
    public async Task A_search_sends_no_more_than_eight_queries()
    {
        var (person, name, id) = await SomebodyAsync();
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        await officer.OpenAsync("/People" + Spring);
        foreach (var typed in (string[])[name[..1], id, Pinyin.Initials(name)[..1]])
        {
            using var sent = await officer.SendAsync("/People", "form.find-id", ("find", typed));
            (await app.QueriesAsync(() => officer.OpenAsync(sent.Headers.Location!.OriginalString + "&size=200"))).Should().BeLessThanOrEqualTo(8);
        }
        (await app.QueriesAsync(() => officer.OpenAsync($"/People/{person.Value}"))).Should().BeLessThanOrEqualTo(8);
        (await app.QueriesAsync(() => officer.OpenAsync("/People?township=" + Uri.EscapeDataString("松湾镇") + "&stage=Primary"))).Should().BeLessThanOrEqualTo(8);
        (await app.QueriesAsync(() => officer.OpenAsync("/People?status=Suspended"))).Should().BeLessThanOrEqualTo(8);
        (await app.QueriesAsync(() => officer.OpenAsync("/Households?size=200"))).Should().BeLessThanOrEqualTo(8);
    }

    [Fact]
    public async Task Columns_and_saved_filters_come_back()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        using (var sent = await officer.SendAsync("/People" + Spring, "form.checks", ("columns", "school"))) { }
        var narrow = await officer.OpenAsync("/People?cols=school,paid&stage=Primary");
        narrow.QuerySelectorAll("#pupils thead th").Select(h => h.TextContent.Trim()).Should().Equal("姓名", "学校", "其中已发(元)");
        using (var saved = await officer.SendAsync("/People?cols=school,paid&stage=Primary&q=abc", "form[action*='handler=Save']", ("name", "小学名单")))
            saved.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var link = (await officer.OpenAsync("/People")).QuerySelector(".view a")!;
        (link.TextContent, link.GetAttribute("href")).Should().Be(("小学名单", "/People?stage=Primary&cols=school,paid"));
    }

    [Fact]
    public async Task A_name_is_corrected_and_the_page_says_who_and_why()
    {
        var (person, name, _) = await SomebodyAsync(skip: 3);
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        await officer.OpenAsync("/People" + Spring);
        using (var refused = await officer.SendAsync($"/People/{person.Value}/Edit", "form[action*='handler=Name']", ("Input.Name", "林改名"), ("Input.Why", "")))
            (await Browser.PageOf(refused)).QuerySelector(".notice.bad")!.TextContent.Should().Contain("请写明理由");
        using (var check = await officer.SendAsync($"/People/{person.Value}/Edit", "form[action*='handler=Number']", ("Input.Number", "341523201003050011"), ("handler", "")))
            check.StatusCode.Should().Be(HttpStatusCode.OK);
        using (var done = await officer.SendAsync($"/People/{person.Value}/Edit", "form[action*='handler=Name']", ("Input.Name", "林改名"), ("Input.Why", "对照户口簿")))
            done.Headers.Location!.OriginalString.Should().Be($"/People/{person.Value}");
        var page = await officer.OpenAsync($"/People/{person.Value}");
        page.QuerySelector("h1")!.TextContent.Should().Be("林改名");
        page.QuerySelector("#corrections tbody tr")!.TextContent.Should().Contain(name).And.Contain("对照户口簿").And.Contain("已生效");
    }

    [Fact]
    public async Task Many_are_answered_on_the_screen_and_as_a_workbook_and_nothing_is_kept()
    {
        var (person, name, id) = await SomebodyAsync();
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        await officer.OpenAsync("/People" + Spring);
        using var answered = await officer.SendAsync("/People/Ask", "main form.panel", ("Lines", $"{id}\n查无此人"));
        var page = await Browser.PageOf(answered);
        page.QuerySelectorAll("#answer tbody tr").Should().HaveCount(2);
        page.QuerySelector($"#answer a[href='/People/{person.Value}']")!.TextContent.Should().Be(name);
        using var again = await officer.SendAsync("/People/Ask", "main form.panel", ("Lines", id), ("handler", "Export"));
        again.StatusCode.Should().Be(HttpStatusCode.OK);
        await using var work = app.Work();
        (await work.Db.StagedUploads.CountAsync()).Should().Be(0);
        (await work.Db.AuditEvents.CountAsync(e => e.Action == "people.ask")).Should().BeGreaterThan(0);
    }

    [Fact]
    public async Task The_households_of_a_pupil_lead_to_every_member_and_what_each_gets()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var list = await officer.OpenAsync("/Households" + Spring);
        var link = list.QuerySelector("#households tbody a")!;
        var page = await officer.OpenAsync(link.GetAttribute("href")!);
        page.QuerySelector(".tiles")!.TextContent.Should().Contain(link.TextContent);
        page.QuerySelectorAll("#members tbody tr").Length.Should().BeGreaterThan(0);
        using var found = await officer.SendAsync("/Households", "form.find-id", ("find", link.TextContent));
        Uri.UnescapeDataString(found.Headers.Location!.OriginalString).Should().NotContain(link.TextContent);
        (await officer.OpenAsync(found.Headers.Location!.OriginalString)).QuerySelectorAll("#households tbody tr").Should().ContainSingle();
    }

    [Fact]
    public async Task A_school_is_changed_from_a_semester_on_with_a_reason()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var link = (await officer.OpenAsync("/Registers/Schools" + Spring)).QuerySelector("#schools tbody a")!;
        var address = link.GetAttribute("href")!;
        using (var refused = await officer.SendAsync(address, "main form.form", ("Input.Tuition", "12x"), ("Input.Reason", "x")))
            (await Browser.PageOf(refused)).QuerySelector("#Input_Tuition-error").Should().NotBeNull();
        using (var done = await officer.SendAsync(address, "main form.form", ("Input.From", "2020-autumn"), ("Input.Tuition", "880"), ("Input.Reason", "县价费〔2020〕3号")))
            done.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var page = await officer.OpenAsync(address);
        page.QuerySelectorAll("#versions tbody tr").Should().HaveCount(2);
        page.QuerySelector("#versions tbody tr")!.TextContent.Should().Contain("2020年秋季学期").And.Contain("880.00").And.Contain("手工更正");
    }

    private async Task<(PersonId Person, string Name, string Id)> SomebodyAsync(int skip = 0)
    {
        await using var work = app.Work();
        var person = await work.Db.RosterEntries.Where(e => e.School == app.School).OrderBy(e => e.Id).Skip(skip).Select(e => e.Person).FirstAsync();
        var name = await work.Db.People.Where(p => p.Id == person).Select(p => p.Name).SingleAsync();
        return (person, name, (await work.Get<PersonDirectory>().RevealAsync([person], CancellationToken.None))[person].Reveal());
    }
}
