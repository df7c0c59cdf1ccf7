using EduAid.Domain.Values;
using EduAid.Spreadsheets.Synthetic;

namespace EduAid.Web.Tests.Lists;

public sealed class ListPagesTests(ListCounty app) : IClassFixture<ListCounty>
{
    [Fact]
    public async Task The_county_sees_who_has_sent_and_who_has_not_and_a_school_sees_itself()
    {
        var (school, name, clerk) = await app.ClerkAsync();
        var (_, silent, _) = await app.ClerkAsync();
        await clerk.AcceptAsync(await clerk.StageAsync("a.xlsx", ListFiles.List(name, Child.Number(1), Child.Number(2), Child.Number(3) with { Name = "" })));
        using var officer = await app.OfficerAsync();

        var row = (await officer.OpenAsync($"/Lists?school={name}")).QuerySelectorAll("#lists tbody tr").Should().ContainSingle().Subject;
        row.TextContent.Should().Contain("已报").And.Contain("第 1 版").And.Contain("林甲一");
        row.QuerySelectorAll("td.num").Take(2).Select(c => c.TextContent).Should().Equal("2", "1");
        row.QuerySelector("a")!.GetAttribute("href").Should().Be($"/Lists/Details/{school.Value}");
        (await officer.OpenAsync("/Lists?sent=no&size=200")).QuerySelector("#lists")!.TextContent.Should().Contain(silent).And.NotContain(name + "\n");
        (await officer.OpenAsync($"/Lists?sent=bad-rows")).QuerySelectorAll("#lists tbody tr").Should().NotBeEmpty();
        var sent = int.Parse((await officer.OpenAsync("/Lists")).Tile("已报"), System.Globalization.CultureInfo.InvariantCulture);
        sent.Should().BeGreaterThan(0);

        (await clerk.OpenAsync("/Lists")).QuerySelectorAll("#lists tbody tr").Should().ContainSingle().Which.TextContent.Should().Contain(name);
    }

    [Fact]
    public async Task What_was_uploaded_and_not_decided_waits_on_the_page()
    {
        var (_, name, clerk) = await app.ClerkAsync();
        var preview = await clerk.StageAsync("等待.xlsx", ListFiles.List(name, Child.Number(1)));
        (await clerk.OpenAsync("/Lists")).QuerySelector(".work a")!.GetAttribute("href").Should().Be(preview);
        await clerk.AcceptAsync(preview);
        (await clerk.OpenAsync("/Lists")).QuerySelectorAll(".work a").Length.Should().Be(0);
    }

    [Fact]
    public async Task The_list_of_a_school_is_masked_paged_and_searched_by_name_class_and_whole_ID()
    {
        var (school, name, clerk) = await app.ClerkAsync();
        var children = Enumerable.Range(1, 25).Select(n => Child.Number(n) with { Class = n > 20 ? "2班" : "1班" }).ToList();
        await clerk.AcceptAsync(await clerk.StageAsync("a.xlsx", ListFiles.List(name, children)));
        var address = $"/Lists/Details/{school.Value}";
        var page = await clerk.OpenAsync(address + "?size=20");
        page.QuerySelectorAll("#children tbody tr").Should().HaveCount(20);
        page.Source.Text.Should().NotContain(children[0].Id).And.Contain($"990000********{children[0].Id[^4..]}").And.NotContain(children[0].Card)
            .And.Contain($"6217 **** {children[0].Card[^4..]}");
        foreach (var (wanted, rows) in new[] { (children[6].Name, 1), ("2班", 5), (children[9].Id, 1), (Child.IdOf(99), 0) })
        {
            using var found = await clerk.SendAsync(address, "main form.filters", ("Find", wanted));
            found.RequestMessage!.RequestUri!.Query.Should().BeEmpty();
            (await Browser.PageOf(found)).QuerySelectorAll("#children tbody tr").Should().HaveCount(rows, wanted);
        }
    }

    [Fact]
    public async Task No_page_of_lists_or_imports_asks_the_database_more_than_eight_times()
    {
        var (school, name, clerk) = await app.ClerkAsync();
        await clerk.AcceptAsync(await clerk.StageAsync("a.xlsx", ListFiles.List(name, [.. Enumerable.Range(1, 60).Select(Child.Number)])));
        var waiting = await clerk.StageAsync("b.xlsx", ListFiles.List(name, [.. Enumerable.Range(5, 60).Select(Child.Number)]));
        int number;
        await using (var work = app.Work()) number = work.Db.Imports.Max(i => i.Number);
        using var officer = await app.OfficerAsync();
        foreach (var browser in new[] { clerk, officer })
        {
            foreach (var address in new[] { "/Lists", $"/Lists/Details/{school.Value}", $"/Lists/Upload?school={school.Value}", waiting, "/Imports", $"/Imports/Details/{number}" })
            {
                await browser.OpenAsync(address);
                app.Queries.Reset();
                await browser.OpenAsync(address);
                app.Queries.Count.Should().BeInRange(1, 8, address);
            }
        }
    }
}

public sealed class MessyListsTests(MessyListsTests.County app) : IClassFixture<MessyListsTests.County>
{
    [Fact]
    public async Task A_county_s_messy_lists_are_sent_at_once_and_give_exactly_the_refusals_that_they_should()
    {
        using var officer = await app.SignInAsAsync(Application.Accounts.Role.AidOfficer);
        await officer.OpenAsync("/Lists?semester=2020-spring");
        var lists = app.Files.Where(f => f.Kind == SyntheticFileKind.Enrolments).Select(f => ("Files", Path.GetFileName(f.Name), f.Content.ToArray())).ToList();
        using var sent = await officer.UploadAsync("/Lists/Upload", null, lists);
        var page = await officer.OpenAsync(sent.Headers.Location!.OriginalString);
        var refused = app.Answer.Reject.Select(r => (r.File, r.Row)).Distinct().Count();
        refused.Should().BeGreaterThan(3);
        page.Tile("须更正").Should().Be(refused.ToString(System.Globalization.CultureInfo.InvariantCulture));
        page.QuerySelectorAll("#files tbody tr").Should().HaveCount(lists.Count);
        var accepted = await officer.AcceptAsync(page.Location.PathName);
        accepted.Notices().Should().Contain("已接收");

        // Each file's bad rows come back under its own header and are found bad for the same reasons.
        foreach (var link in accepted.QuerySelectorAll("#files a[href*=BadRows]").Select(a => a.GetAttribute("href")!).ToList())
        {
            var (_, content) = await officer.DownloadAsync(page.Location.PathName + link);
            var again = await officer.OpenAsync(await officer.StageAsync("更正.xlsx", content));
            again.Notices().Should().Contain("更正表", link);
            again.Tile("可以接收").Should().Be("0", link);
            again.QuerySelectorAll(".notice.bad").Select(n => n.TextContent).Should().NotContain(t => t.Contains("必需的列"), link);
        }
    }

    public sealed class County : WebApp, IAsyncLifetime
    {
        public IReadOnlyList<SyntheticFile> Files { get; private set; } = [];

        public SyntheticAnswer Answer { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            var county = SyntheticCounty.Make(new() { Schools = 12, Pupils = 300, Seed = 11, Messy = true, FaultyRows = 0.06 });
            (Files, Answer) = ([.. county.Files()], county.Answer("2020-spring"));
            await using var work = Work();
            var schools = Files.Single(f => f.Kind == SyntheticFileKind.Schools);
            await work.Get<Application.Schools.ImportSchools>().RunAsync(
                new("test", "test", "test"), [new(schools.Name, () => new MemoryStream(schools.Content.ToArray()))], partial: false, null, CancellationToken.None);
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
