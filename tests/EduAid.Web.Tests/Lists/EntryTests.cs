using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Lists;

public sealed class EntryTests(ListCounty app) : IClassFixture<ListCounty>
{
    [Fact]
    public async Task Five_hundred_pasted_rows_are_read_saved_and_checked_in_two_requests_with_few_queries()
    {
        var (school, _, clerk) = await app.ClerkAsync();
        var address = $"/Lists/Entry/{school.Value}";
        var token = await TokenAsync(clerk, address);
        var children = Enumerable.Range(1, 500).Select(n => Child.Number(n) with { Id = n % 50 == 0 ? "12345" : Child.IdOf(n) }).ToList();
        string[][] block = [["姓名", "身份证号", "年级", "班级", "是否寄宿", "在校状态", "银行卡号"], .. children.Select(c => new[] { c.Name, c.Id, "三年级", c.Class, c.Boarding, "在读", c.Card })];

        using var read = await PostAsync(clerk, address + "?handler=Paste", token, new { rows = block });
        (await JsonAsync(read)).GetProperty("rows").GetArrayLength().Should().Be(500);
        var edits = children.Select((c, i) => new
        {
            line = i + 1,
            version = 0,
            cells = new Dictionary<string, string>
            {
                ["Name"] = c.Name,
                ["CitizenId"] = c.Id,
                ["Grade"] = "三年级",
                ["Class"] = c.Class,
                ["Boarding"] = c.Boarding,
                ["Status"] = "在读",
                ["Card"] = c.Card,
            },
        });
        app.Queries.Reset();
        var watch = Stopwatch.StartNew();
        using var saved = await PostAsync(clerk, address + "?handler=Save", token, new { edits });
        var check = (await JsonAsync(saved)).GetProperty("check");
        (check.GetProperty("rows").GetInt32(), check.GetProperty("good").GetInt32(), check.GetProperty("bad").GetInt32()).Should().Be((500, 490, 10));
        // Rows go in by the batch, not by the row: the bound is a few statements a hundred rows, whatever they hold.
        app.Queries.Count.Should().BeLessThan(40);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20), "a second or so; the bound only tells a loop that has run away");

        app.Queries.Reset();
        using var opened = await clerk.GetAsync(address + "?handler=Rows");
        var rows = await JsonAsync(opened);
        app.Queries.Count.Should().BeInRange(1, 10);
        rows.GetProperty("lines").GetArrayLength().Should().Be(500);
        rows.GetRawText().Should().NotContain(Child.IdOf(1)).And.NotContain(Child.CardOf(1));
    }

    [Theory]
    [InlineData("/Lists/Entry/{0}")]
    [InlineData("/Lists/Contact/{0}")]
    [InlineData("/Lists/Board")]
    [InlineData("/Messages")]
    public async Task A_page_asks_the_database_eight_times_at_most(string path)
    {
        var (school, _, clerk) = await app.ClerkAsync();
        var address = string.Format(System.Globalization.CultureInfo.InvariantCulture, path, school.Value);
        await clerk.OpenAsync(address);
        app.Queries.Reset();
        await clerk.OpenAsync(address);
        app.Queries.Count.Should().BeInRange(1, 8);
    }

    [Fact]
    public async Task What_is_no_json_or_says_nonsense_is_refused_and_changes_nothing()
    {
        var (school, _, clerk) = await app.ClerkAsync();
        var address = $"/Lists/Entry/{school.Value}";
        var token = await TokenAsync(clerk, address);
        foreach (var body in new object[] { new { edits = new[] { new { line = 1, version = 0, cells = new { NoSuchField = "x" } } } }, new { edits = (object?)null }, new { edits = new[] { new { line = -5, version = 0, cells = new { Name = "x" } } } } })
        {
            using var answer = await PostAsync(clerk, address + "?handler=Save", token, body);
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
        }
        using var broken = new StringContent("{\"edits\": [", System.Text.Encoding.UTF8, "application/json");
        broken.Headers.Add("RequestVerificationToken", token);
        (await clerk.Client.PostAsync(new Uri(address + "?handler=Save", UriKind.Relative), broken)).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        await using var work = app.Work();
        (await work.Db.ListDraftRows.CountAsync(r => r.School == school)).Should().Be(0);
    }

    [Fact]
    public async Task The_neighbours_draft_is_not_found_and_nothing_is_written_to_it()
    {
        var (school, _, clerk) = await app.ClerkAsync();
        var (other, _, _) = await app.ClerkAsync();
        var token = await TokenAsync(clerk, $"/Lists/Entry/{school.Value}");
        foreach (var handler in new[] { "Save", "Paste", "Headings", "Cell" })
        {
            using var answer = await PostAsync(clerk, $"/Lists/Entry/{other.Value}?handler={handler}", token, new { edits = Array.Empty<object>(), rows = Array.Empty<object>(), meanings = new { }, line = 1, field = "Card" });
            answer.StatusCode.Should().Be(HttpStatusCode.NotFound, handler);
        }
        foreach (var handler in new[] { "Rows", "Difference" })
            (await clerk.GetAsync($"/Lists/Entry/{other.Value}?handler={handler}")).StatusCode.Should().Be(HttpStatusCode.NotFound, handler);
    }

    [Fact]
    public async Task A_reminder_shows_whom_it_reaches_first_and_an_empty_choice_reaches_nobody()
    {
        var (school, name, clerk) = await app.ClerkAsync();
        var officer = await app.OfficerAsync();
        using var none = await officer.SendAsync("/Lists/Board", "form#chosen");
        none.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await officer.OpenAsync("/Lists/Board")).Notices().Should().Contain("没有选学校");
        using var check = await officer.SendAsync("/Lists/Board", "form#chosen", ("chosen", school.Value.ToString()));
        var confirm = (await Browser.PageOf(check)).QuerySelector<IHtmlFormElement>("form.confirm")!;
        confirm.TextContent.Should().Contain(name).And.Contain("1 所");
        (await CountAsync()).Should().Be(0, "looking sends nothing");
        var fields = confirm.QuerySelectorAll<IHtmlInputElement>("input").Select(i => KeyValuePair.Create(i.Name!, i.Value)).ToList();
        using (var content = new FormUrlEncodedContent(fields))
            (await officer.Client.PostAsync(new Uri("/Lists/Board?handler=Remind", UriKind.Relative), content)).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await CountAsync()).Should().Be(1);

        var home = await clerk.OpenAsync("/");
        home.QuerySelectorAll(".work li").Should().Contain(l => l.TextContent.Contains("资助中心发来的消息", StringComparison.Ordinal));
        home.QuerySelector("#rail a[href='/Messages'] .count")!.TextContent.Should().Contain("1");
        using var told = await clerk.SendAsync("/Messages", "#messages form");
        told.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await clerk.OpenAsync("/")).QuerySelector("#rail a[href='/Messages'] .count").Should().BeNull();

        async Task<int> CountAsync()
        {
            await using var work = app.Work();
            return await work.Db.Messages.CountAsync(m => m.School == school);
        }
    }

    [Fact]
    public async Task The_call_list_has_the_number_that_the_clerk_has_recorded()
    {
        var (school, name, clerk) = await app.ClerkAsync();
        using var wrong = await clerk.SendAsync($"/Lists/Contact/{school.Value}", null, ("Name", "林甲"), ("Phone", "12"));
        (await Browser.PageOf(wrong)).QuerySelector(".error")!.TextContent.Should().Contain("7 至 20");
        using var kept = await clerk.SendAsync($"/Lists/Contact/{school.Value}", null, ("Name", "林甲"), ("Phone", "0564-7654321"));
        kept.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await clerk.OpenAsync($"/Lists/Contact/{school.Value}")).Body!.TextContent.Should().NotContain("7654321");
        var officer = await app.OfficerAsync();
        var page = await officer.OpenAsync("/Lists/Board");
        var token = page.QuerySelector<IHtmlInputElement>("form#chosen input[name=__RequestVerificationToken]")!.Value;
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("chosen", school.Value.ToString())]);
        using var calls = await officer.Client.PostAsync(new Uri("/Lists/Board?handler=Calls", UriKind.Relative), content);
        var row = (await Browser.PageOf(calls)).QuerySelectorAll("#calls tbody tr").Single();
        row.TextContent.Should().Contain(name).And.Contain("林甲").And.Contain("0564-7654321");
    }

    private static async Task<string> TokenAsync(Browser browser, string address) =>
        (await browser.OpenAsync(address)).QuerySelector<IHtmlInputElement>("#send input[name=__RequestVerificationToken]")!.Value;

    private static async Task<HttpResponseMessage> PostAsync(Browser browser, string address, string token, object body)
    {
        using var content = JsonContent.Create(body);
        content.Headers.Add("RequestVerificationToken", token);
        return await browser.Client.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return (await response.Content.ReadFromJsonAsync<JsonElement>())!;
    }
}
