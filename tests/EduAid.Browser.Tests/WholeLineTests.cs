using EduAid.Application.Archives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace EduAid.Browser.Tests;

/// <summary>From a draft to the verified archive as people click it, each at their own desk, with a card that the bank refuses on the way.</summary>
[Collection(Site.Name)]
public sealed class WholeLineTests(EduAidSite site) : IAsyncLifetime
{
    private const string Grant = "vocational-grant", Confirm = "form.confirm button[type=submit]";

    private readonly Dictionary<string, Visit> _desks = [];
    private RunningApplication _application = null!;

    public async Task InitializeAsync() => _application = await RunningApplication.StartAsync();

    public async Task DisposeAsync()
    {
        foreach (var desk in _desks.Values) await desk.DisposeAsync();
        await _application.DisposeAsync();
    }

    [Fact]
    public async Task A_draft_becomes_money_on_cards_and_a_sealed_archive()
    {
        var roster = await OwnRosterAsync();
        foreach (var user in (string[])["head", "clerk"]) await StepAsync(user, roster);
        var director = await DeskAsync("director");
        await director.GotoAsync("/Settings/Clock");
        await director.Locator("button[name=days][value='30']").ClickAsync();
        foreach (var user in (string[])["director", "leader", "leader2"]) await StepAsync(user, roster);

        var first = await SendAsync(document: "县教字〔2020〕1号");
        await AnswerAsync(first, "失败/户名不符", "成功");
        await MendAsync();
        var second = await SendAsync(document: null);
        (await (await DeskAsync("finance")).Locator("#lines tbody tr").First.InnerTextAsync()).Should().Contain("重发自");
        await AnswerAsync(second, "成功");
        await VoucherAsync(first, "0012871");
        await VoucherAsync(second, "0012872");
        await FollowAYuanAsync();
        await CloseAsync();
        foreach (var (user, desk) in _desks) desk.Complaints.Should().BeEmpty(user);
    }

    private async Task<IPage> DeskAsync(string user)
    {
        if (!_desks.TryGetValue(user, out var desk))
        {
            _desks[user] = desk = await site.VisitAsync(address: _application.Address);
            await desk.SignInAsync(user, _application);
            await desk.Page.GotoAsync("/Account/Switch?semester=2020-spring");
        }
        return desk.Page;
    }

    // The head's school has one roster of grants in the semester.
    private async Task<string> OwnRosterAsync()
    {
        var head = await DeskAsync("head");
        await head.GotoAsync($"/Rosters?programme={Grant}");
        return (await head.Locator("main table tbody a[href^='/Rosters/']").First.GetAttributeAsync("href"))!;
    }

    // A roster below the second approver's band is approved by the first.
    private async Task StepAsync(string user, string roster)
    {
        var page = await DeskAsync(user);
        await page.GotoAsync(roster);
        var next = page.Locator("#next a.btn-primary");
        if (user == "leader2" && await next.CountAsync() == 0) return;
        await next.ClickAsync();
        await page.Locator(Confirm).ClickAsync();
        await page.WaitForURLAsync("**" + roster);
    }

    private async Task<string> SendAsync(string? document)
    {
        var officer = await DeskAsync("officer");
        await officer.GotoAsync($"/Payments/Batches/Assemble?programme={Grant}");
        await officer.Locator(Confirm).ClickAsync();
        await officer.WaitForURLAsync(url => Guid.TryParse(url.Split('/')[^1], out _));
        var path = new Uri(officer.Url).AbsolutePath;
        if (document is not null)
        {
            await officer.Locator("#Number").FillAsync(document);
            await officer.Locator("#Date").FillAsync("2020-05-08");
            await officer.Locator("#Sum").FillAsync(await officer.Locator("#lines tbody td:nth-child(5)").EvaluateAllAsync<string>("cells => (cells.reduce((sum, c) => sum + Math.round(100 * Number(c.innerText.replaceAll(',', ''))), 0) / 100).toFixed(2)"));
            await officer.Locator("form[action*='handler=Document'] button[type=submit]").ClickAsync();
        }
        var finance = await DeskAsync("finance");
        await finance.GotoAsync(path);
        await finance.Locator("form[action*='handler=Release'] button[type=submit]").ClickAsync();
        await finance.Locator("form[action*='handler=HandOver']").WaitForAsync();
        var file = await _desks["finance"].DownloadAsync(finance.Locator("form[action*='handler=Download'] button"));
        file.Should().NotBeEmpty();
        await finance.Locator("form[action*='handler=HandOver'] button[type=submit]").ClickAsync();
        await finance.Locator("a[href^='/Payments/Returns/Upload']").WaitForAsync();
        return path;
    }

    private async Task AnswerAsync(string batch, params string[] outcomes)
    {
        byte[] answer;
        await using (var services = CountyRecords.Open(_application.DataFolder))
            answer = await PaidSemester.DoAsync(services, s => PaidSemester.AnswerAsync(s, Guid.Parse(batch.Split('/')[^1]), outcomes));
        var finance = await DeskAsync("finance");
        await finance.GotoAsync("/Payments/Returns/Upload");
        await finance.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "回盘.csv", MimeType = "text/csv", Buffer = answer });
        await finance.Locator("main form button[type=submit]").ClickAsync();
        await finance.WaitForURLAsync("**/Payments/Returns/Preview/**");
        await finance.Locator("form[action*='handler=Accept'] button[type=submit]").ClickAsync();
        await finance.WaitForURLAsync(url => int.TryParse(url.Split('/')[^1], out _));
    }

    private async Task MendAsync()
    {
        var clerk = await DeskAsync("clerk");
        await clerk.GotoAsync($"/Payments/Waiting?programme={Grant}&reason=OtherCard");
        var row = clerk.Locator("#waiting tbody tr");
        (await row.InnerTextAsync()).Should().Contain("户名不符");
        var name = await row.Locator("td a").First.InnerTextAsync();
        await row.Locator("a[href$='#mend']").ClickAsync();
        await clerk.Locator("#Card").FillAsync("6217 0012 3456 7890 122");
        await clerk.Locator("#Holder").FillAsync(name);
        await clerk.Locator("#mend #Reason").FillAsync("原卡户名不符");
        await clerk.Locator("#mend button[type=submit]").ClickAsync();
        var head = await DeskAsync("head");
        await head.GotoAsync("/Payments/Cards");
        await head.Locator("#cards button[name=right][value=true]").ClickAsync();
        await head.Locator("#cards button[name=right]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private async Task VoucherAsync(string batch, string number)
    {
        var id = Guid.Parse(batch.Split('/')[^1]);
        long fen;
        await using (var services = CountyRecords.Open(_application.DataFolder))
            fen = await PaidSemester.DoAsync(services, s => s.Db.PaymentLines.Where(l => l.Batch == id && l.State == Domain.Payments.LineState.Paid).SumAsync(l => l.Fen));
        var finance = await DeskAsync("finance");
        await finance.GotoAsync("/Payments/Vouchers?batch=" + id);
        await finance.Locator("#Batch").SelectOptionAsync(id.ToString());
        await finance.Locator("#Number").FillAsync(number);
        await finance.Locator("#Date").FillAsync("2020-05-20");
        await finance.Locator("#Sum").FillAsync((fen / 100m).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));
        await finance.Locator("form[action*='handler=Record'] button[type=submit]").ClickAsync();
        await finance.Locator("#vouchers", new() { HasText = number }).WaitForAsync();
    }

    // 台账 → the paid entries → one of them: the line in the bank's file, the roster it stood on, the rule and its clause.
    private async Task FollowAYuanAsync()
    {
        var finance = await DeskAsync("finance");
        await finance.GotoAsync($"/Payments/Sums?programme={Grant}");
        (await finance.Locator(".eq-op.bad").CountAsync()).Should().Be(0);
        await finance.GotoAsync($"/Payments/Ledger?programme={Grant}");
        await finance.Locator("#schools tbody tr td:nth-child(5) a").First.ClickAsync();
        var row = finance.Locator("#entries tbody tr").First;
        var roster = await row.Locator("a[href^='/Rosters/']").GetAttributeAsync("href");
        await row.Locator("a[href^='/Payments/Batches/']").ClickAsync();
        (await finance.Locator("#pupils tbody tr").CountAsync()).Should().BePositive();
        await finance.GotoAsync(roster!);
        (await finance.Locator(".why-basis").First.InnerTextAsync()).Should().Contain("二(二)");
    }

    private async Task CloseAsync()
    {
        var director = await DeskAsync("director");
        await director.GotoAsync("/Payments/Archives");
        await director.Locator($"#archives a[href$='/{Grant}']").ClickAsync();
        await director.Locator(Confirm).ClickAsync();
        var fingerprint = KeyFingerprint.Parse(await director.Locator(".fingerprint").InnerTextAsync());
        using var package = new MemoryStream(await _desks["director"].DownloadAsync(director.Locator("form[action*='handler=Download'] button")));
        new ArchiveVerifier(fingerprint!.Value).Verify(package, default).Holds.Should().BeTrue();
    }
}
