using System.Net;
using AngleSharp.Dom;
using EduAid.Application.Accounts;
using EduAid.Domain.Rosters;

namespace EduAid.Web.Tests.Rosters;

public sealed class WaitingTests(LifeApp app) : IClassFixture<LifeApp>
{
    [Fact]
    public async Task The_director_signs_the_chosen_after_a_look_and_each_outcome_is_told_by_name()
    {
        var (one, other, left) = (await app.RosterAsync(RosterState.OnNotice), await app.RosterAsync(RosterState.OnNotice), await app.RosterAsync(RosterState.OnNotice));
        app.Clock.Advance(TimeSpan.FromDays(8));
        using var director = await app.SignInAsAsync(Role.AidDirector);
        var address = $"/Rosters/Waiting?semester={one.Semester}";
        (await director.OpenAsync(address)).QuerySelectorAll("input[name=chosen]").Select(i => i.GetAttribute("value"))
            .Should().Contain([one.Id.Value.ToString(), other.Id.Value.ToString(), left.Id.Value.ToString()]);

        using var check = await SendAsync(director, address, "#sign", [("chosen", one.Id.Value.ToString()), ("chosen", other.Id.Value.ToString())]);
        var looked = await Browser.PageOf(check);
        looked.QuerySelector(".confirm .facts")!.Text().Should().Contain("2 份名册").And.Contain($"{one.Entries + other.Entries:N0} 人次");
        (await app.FindAsync(one.Id)).State.Should().Be(RosterState.OnNotice, "looking signs nothing");

        var marks = looked.QuerySelectorAll("input[name=seen]").Select(i => ("seen", i.GetAttribute("value")!)).ToList();
        marks[1] = ("seen", marks[1].Item2.Split(' ')[0] + " something-else");
        using var signed = await SendAsync(director, address, "#sign", marks, "/Rosters/Waiting?handler=Sign");
        var told = (await Browser.PageOf(signed)).Rows("signed");
        told.Should().HaveCount(2);
        told.Should().ContainSingle(r => r[1].Contains("已签")).And.ContainSingle(r => r[1].Contains("情况又有变化"));
        (await app.FindAsync(left.Id)).State.Should().Be(RosterState.OnNotice);
    }

    [Fact]
    public async Task The_leader_approves_what_was_reviewed()
    {
        var roster = await app.RosterAsync(RosterState.Reviewed);
        using var leader = await app.SignInAsAsync(Role.BureauLeader);
        var address = $"/Rosters/Waiting?semester={roster.Semester}";
        using var check = await SendAsync(leader, address, "#sign", [("chosen", roster.Id.Value.ToString())]);
        var marks = (await Browser.PageOf(check)).QuerySelectorAll("input[name=seen]").Select(i => ("seen", i.GetAttribute("value")!)).ToList();
        using var signed = await SendAsync(leader, address, "#sign", marks, "/Rosters/Waiting?handler=Sign");
        signed.StatusCode.Should().Be(HttpStatusCode.OK);
        (await app.FindAsync(roster.Id)).State.Should().Be(RosterState.Approved);
        (await leader.OpenAsync(address)).QuerySelectorAll("input[name=chosen]").Should().NotContain(i => i.GetAttribute("value") == roster.Id.Value.ToString());
    }

    [Theory]
    [InlineData("Check")]
    [InlineData("Sign")]
    public async Task An_empty_selection_does_nothing_and_says_so(string handler)
    {
        var roster = await app.RosterAsync(RosterState.Reviewed);
        using var leader = await app.SignInAsAsync(Role.BureauLeader);
        using var sent = await SendAsync(leader, $"/Rosters/Waiting?semester={roster.Semester}", "#sign", [], "/Rosters/Waiting?handler=" + handler);
        sent.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await leader.OpenAsync(sent.Headers.Location!.ToString())).QuerySelector("main .notice")!.Text().Should().Contain("没有选择名册");
        (await app.FindAsync(roster.Id)).State.Should().Be(RosterState.Reviewed);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        Browser browser, string page, string form, IReadOnlyList<(string Name, string Value)> fields, string target = "/Rosters/Waiting?handler=Check")
    {
        var token = (await browser.OpenAsync(page)).QuerySelector($"{form} input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([
            KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        return await browser.Client.PostAsync(target, content);
    }
}
