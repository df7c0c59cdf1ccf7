using System.Net;
using AngleSharp.Dom;
using EduAid.Application.Archives;
using EduAid.Application.Payments;
using EduAid.Domain.Payments;
using EduAid.Web.Tests.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Payments;

/// <summary>From the approved roster to four equal sums as people click it, with a card that the bank refuses on the way.</summary>
public sealed class WholeWayTests(PaymentApp app) : IClassFixture<PaymentApp>
{
    [Fact]
    public async Task Approved_money_arrives_and_every_figure_of_the_books_leads_to_its_entries()
    {
        var batch = await AssembleAsync();
        await SetDocumentAsync(batch);
        await ReleaseAsync(batch);
        await HandOverAsync(batch);
        await AnswerAsync(batch, "失败/账户已销户", "成功");
        await SumsShowTheFailedOneAsync();
        await MendAsync();
        var second = await AssembleAgainAsync(batch);
        await RecordVouchersAsync(batch, second);
        await BooksAddUpAsync();
        await ArrivalsAsync();
        await CloseAsync();
    }

    private async Task<Guid> AssembleAsync()
    {
        var page = await app.Officer.OpenAsync("/Payments/Batches/Assemble?programme=compulsory-living");
        Page.Fen(page.Foot("going")[^1]).Should().BePositive();
        using var sent = await app.Officer.SendAsync("/Payments/Batches/Assemble?programme=compulsory-living", "form.confirm");
        sent.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var batch = await app.LastBatchAsync();
        sent.Headers.Location!.OriginalString.Should().Be($"/Payments/Batches/{batch}");
        return batch;
    }

    private async Task SetDocumentAsync(Guid batch)
    {
        var path = $"/Payments/Batches/{batch}";
        using var typed = await app.Officer.SendAsync(path, "form[action$='Document']", ("Number", "县教字〔2020〕7号"), ("Date", "昨天"), ("Sum", "1"));
        var wrong = await Browser.PageOf(typed, path);
        wrong.QuerySelector("#Date-error").Should().NotBeNull();
        wrong.QuerySelector("#Number")!.GetAttribute("value").Should().Be("县教字〔2020〕7号", "what was typed stays");
        (await app.Officer.SendAsync(path, "form[action$='Document']", ("Number", "县教字〔2020〕7号"), ("Date", "2020-05-08"), ("Sum", "1.00"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        var early = await app.Finance.SendAsync(path, "form[action$='Release']", ("format", "one-card"));
        early.StatusCode.Should().Be(HttpStatusCode.OK, early.Headers.Location?.ToString());
        (await Browser.PageOf(early, path)).QuerySelector(".notice.bad")!.TextContent.Should().Contain("不一致", "the document's sum is compared with the batch");
        var fen = await FirstFenAsync(batch);
        await app.Officer.SendAsync(path, "form[action$='Document']", ("Sum", $"{fen / 100m:#,##0.00}"));
        (await app.Officer.OpenAsync(path)).QuerySelector("main")!.TextContent.Should().Contain("文件金额与批次一致");
    }

    private async Task ReleaseAsync(Guid batch)
    {
        var path = $"/Payments/Batches/{batch}";
        (await app.Officer.OpenAsync(path)).QuerySelector("form[action$='Release']").Should().BeNull("releasing is finance's");
        (await app.Finance.SendAsync(path, "form[action$='Release']", ("format", "one-card"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        var (one, two) = (await DownloadAsync(path), await DownloadAsync(path));
        one.Should().NotBeEmpty().And.Equal(two, "the file is made once");
        await using var work = app.Work();
        (await work.Db.AuditEvents.CountAsync(e => e.Action == "batch.download")).Should().Be(2, "each time is in the trail");
    }

    private async Task HandOverAsync(Guid batch)
    {
        var path = $"/Payments/Batches/{batch}";
        (await app.Finance.SendAsync(path, "form[action$='HandOver']")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        app.Clock.Move(20);
        (await app.Finance.OpenAsync("/Payments/Batches")).QuerySelector(".notice.warn")!.TextContent.Should().Contain("没有回盘", "the bank is silent for longer than the setting allows");
        app.Clock.Move(0);
        (await app.Finance.OpenAsync("/Payments/Batches")).QuerySelector(".notice.warn").Should().BeNull();
    }

    private async Task AnswerAsync(Guid batch, params string[] outcomes)
    {
        var file = await PaidRosters.AnswerFileAsync(app, batch, outcomes);
        using var sent = await app.Finance.UploadAsync("/Payments/Returns/Upload", null, [("Files", "回盘.csv", file)]);
        sent.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var path = sent.Headers.Location!.OriginalString;
        var preview = await app.Finance.OpenAsync(path);
        if (outcomes[0].Contains('/')) preview.Rows("failed").Should().ContainSingle().Which[0].Should().Be(outcomes[0].Split('/')[1]);
        await using (var work = app.Work()) (await work.Db.BankReturns.AnyAsync(r => r.Batch == batch)).Should().BeFalse("looking takes nothing in");
        using var taken = await app.Finance.SendAsync(path, "form[action$='Accept']");
        taken.Headers.Location!.OriginalString.Should().StartWith("/Payments/Returns/");
        (await app.Finance.GetAsync(path)).StatusCode.Should().Be(HttpStatusCode.NotFound, "it is taken in and no longer waits");
    }

    private async Task SumsShowTheFailedOneAsync()
    {
        var page = await app.Finance.OpenAsync("/Payments/Sums?programme=compulsory-living");
        var (document, bank) = (Card(page, 1), Card(page, 2));
        document.Should().BeGreaterThan(bank);
        page.Rows("differences").Where(r => r[0] == "发放文件 ≠ 银行结果").Sum(r => Page.Fen(r[3])).Should().Be(document - bank, "the entries that make the difference add up to it");
        page.QuerySelector("#differences")!.TextContent.Should().Contain("账户已销户");
    }

    private async Task MendAsync()
    {
        var page = await app.Clerk.OpenAsync("/Payments/Waiting?programme=compulsory-living&reason=OtherCard");
        var entry = page.QuerySelectorAll("#waiting tbody a").Single(a => a.GetAttribute("href")!.EndsWith("#mend", StringComparison.Ordinal)).GetAttribute("href")!.Split('#')[0];
        var name = page.Rows("waiting").Single()[0];
        page.Rows("waiting").Single()[3].Should().Contain("/1 发放失败 账户已销户", "the school is told which payment failed and why");
        (await app.Clerk.OpenAsync(entry)).Rows("payments").Single()[0].Should().EndWith("/1");
        using var bad = await app.Clerk.SendAsync(entry, "#mend form", ("Card", "123"), ("Holder", name), ("Reason", "原卡已销户"));
        (await Browser.PageOf(bad, entry)).QuerySelector("#Card-error").Should().NotBeNull();
        (await app.Clerk.SendAsync(entry, "#mend form", ("Card", "6217 0012 3456 7890 122"), ("Holder", name), ("Reason", "原卡已销户"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await app.Clerk.OpenAsync("/Payments/Cards")).QuerySelector("#cards form").Should().BeNull("who entered a card does not decide on it");
        var cards = await app.Head.OpenAsync("/Payments/Cards");
        cards.QuerySelector("#cards")!.TextContent.Should().Contain("6217 **** 0122").And.NotContain("6217001234567890122");
        (await app.Head.SendAsync("/Payments/Cards", "#cards form", ("right", "true"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await app.Head.OpenAsync("/Payments/Cards")).QuerySelector("#cards form").Should().BeNull();
    }

    private async Task<Guid> AssembleAgainAsync(Guid first)
    {
        await app.Officer.SendAsync("/Payments/Batches/Assemble?programme=compulsory-living", "form.confirm");
        var second = await app.LastBatchAsync();
        second.Should().NotBe(first);
        var path = $"/Payments/Batches/{second}";
        var page = await app.Finance.OpenAsync(path);
        page.Rows("lines").Should().ContainSingle().Which[^1].Should().Contain("重发自");
        page.QuerySelector("form.confirm")!.TextContent.Should().Contain("不需要新的发放文件");
        await app.Finance.SendAsync(path, "form[action$='Release']", ("format", "card-workbook"));
        await app.Finance.SendAsync(path, "form[action$='HandOver']");
        await AnswerAsync(second, "成功");
        return second;
    }

    private async Task RecordVouchersAsync(Guid first, Guid second)
    {
        foreach (var (batch, number) in new[] { (first, "0012871"), (second, "0012872") })
        {
            var paid = await PaidAsync(batch);
            (await app.Finance.SendAsync("/Payments/Vouchers", "form[action$='Record']", ("Batch", $"{batch}"), ("Number", number), ("Date", "2020-05-20"), ("Sum", $"{paid / 100m:0.00}"))).StatusCode
                .Should().Be(HttpStatusCode.Redirect);
        }
        using var twice = await app.Finance.SendAsync("/Payments/Vouchers", "form[action$='Record']", ("Batch", $"{first}"), ("Number", "0012871"), ("Date", "2020-05-20"), ("Sum", "1"));
        (await Browser.PageOf(twice, "/Payments/Vouchers")).QuerySelector("#Number-error")!.TextContent.Should().Contain("已经登记");
    }

    private async Task BooksAddUpAsync()
    {
        var sums = await app.Finance.OpenAsync("/Payments/Sums?programme=compulsory-living");
        (Card(sums, 1), Card(sums, 2)).Should().Be((Card(sums, 2), Card(sums, 3)), "all that the document orders has arrived and is vouched for");
        sums.QuerySelector("#steps [hx-get]")!.GetAttribute("hx-get").Should().Be("/Payments/Sums/Papers?programme=compulsory-living");
        var steps = (await app.Finance.OpenAsync("/Payments/Sums/Papers?programme=compulsory-living")).Rows("papers").ToList();
        steps.Select(r => r[1]).Should().BeEquivalentTo("审批名册", "银行文件", "银行回盘", "失败重发", "银行回盘", "拨付票据", "拨付票据");
        Page.Fen(steps.Single(r => r[1] == "审批名册")[4]).Should().Be(Card(sums, 0), "the paper of the rosters states their sum");
        steps.Where(r => r[1] == "拨付票据").Sum(r => Page.Fen(r[4])).Should().Be(Card(sums, 3));
        var first = steps.Single(r => r[1] == "银行文件");
        first[7].Should().Contain("1 笔未到账", "one of its lines failed and went again");
        first[2].Should().Contain("县教字〔2020〕7号").And.Contain("sha256");
        steps.Single(r => r[1] == "失败重发")[7].Should().Contain("全部到账");
        var ledger = await app.Finance.OpenAsync("/Payments/Ledger?programme=compulsory-living");
        var links = ledger.QuerySelectorAll("#schools tbody td.num a, #months tbody td.num a").ToList();
        links.Should().HaveCountGreaterThan(2);
        foreach (var link in links)
        {
            var entries = await app.Finance.OpenAsync(link.GetAttribute("href")!);
            Page.Fen(entries.Foot("entries")[2]).Should().Be(Page.Fen(link.Text()), link.GetAttribute("href"));
        }
        var paid = await app.Finance.OpenAsync("/Payments/Entries?programme=compulsory-living&figure=paid");
        var row = paid.QuerySelector("#entries tbody tr")!;
        var hrefs = row.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).ToList();
        hrefs.Should().HaveCount(3).And.Contain(h => h.StartsWith("/Payments/Batches/")).And.Contain(h => h.StartsWith("/Rosters/"));
        foreach (var href in hrefs) (await app.Finance.GetAsync(href)).StatusCode.Should().Be(HttpStatusCode.OK, href);
        (await app.Finance.OpenAsync(hrefs.Single(h => h.StartsWith("/Rosters/", StringComparison.Ordinal)))).QuerySelector(".why-basis")!.TextContent.Should().Contain("二(二)", "the clause stands behind it");
        using var exported = await app.Finance.SendAsync("/Payments/Ledger?programme=compulsory-living", "form[action$='Export']");
        using var book = await RosterApp.WorkbookAsync(exported);
        book.Worksheet(1).CellsUsed().Select(c => c.GetString()).Should().Contain("结余待发(元)");
    }

    private async Task ArrivalsAsync()
    {
        (await app.Finance.OpenAsync("/Payments/Arrivals")).QuerySelector("form#Seed").Should().BeNull();
        using var none = await app.Officer.SendAsync("/Payments/Arrivals", "main form", ("Programme", "compulsory-living"), ("Seed", " "));
        (await Browser.PageOf(none, "/Payments/Arrivals")).QuerySelector("#Seed-error").Should().NotBeNull();
        using var drawn = await app.Officer.SendAsync("/Payments/Arrivals", "main form", ("Programme", "compulsory-living"), ("Seed", "03 08 15 21 27 30 + 11"));
        drawn.StatusCode.Should().Be(HttpStatusCode.Redirect, await drawn.Content.ReadAsStringAsync());
        var path = drawn.Headers.Location!.OriginalString;
        using var early = await app.Officer.SendAsync(path, "#n1 form", ("outcome", "NotArrived"), ("remark", ""));
        early.StatusCode.Should().Be(HttpStatusCode.OK, early.Headers.Location?.ToString());
        (await Browser.PageOf(early, path)).QuerySelector(".notice.bad")!.TextContent.Should().Contain("写明情况");
        (await app.Officer.SendAsync(path, "#n1 form", ("outcome", "NotArrived"), ("remark", "存折没有这笔钱"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await app.Officer.OpenAsync(path)).QuerySelector("#n1")!.TextContent.Should().Contain("没有收到").And.Contain("存折没有这笔钱");
        using var exported = await app.Officer.SendAsync(path, "form[action$='Export']");
        using var book = await RosterApp.WorkbookAsync(exported);
        book.Worksheet(1).CellsUsed().Select(c => c.GetString()).Should().Contain("联系电话").And.Contain("没有收到");
    }

    private async Task CloseAsync()
    {
        const string Path = "/Payments/Archives/compulsory-living";
        (await app.Officer.OpenAsync(Path)).QuerySelector("form.confirm").Should().BeNull("closing is the director's");
        var page = await app.Director.OpenAsync(Path);
        if (page.QuerySelector("form.confirm") is null) page.QuerySelector("main")!.TextContent.Should().Contain("已放行");
        (await app.Director.SendAsync(Path, "form.confirm")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        var sealedPage = await app.Officer.OpenAsync(Path);
        var fingerprint = sealedPage.QuerySelector(".fingerprint")!.TextContent;
        using var sent = await app.Officer.SendAsync(Path, "form[action$='Download']");
        await using var package = new MemoryStream(await sent.Content.ReadAsByteArrayAsync());
        new ArchiveVerifier(KeyFingerprint.Parse(fingerprint)!.Value).Verify(package, default).Holds.Should().BeTrue();
        (await app.Finance.OpenAsync("/Payments/Archives")).Rows("archives").Should().Contain(r => r[4].Contains("已归档"));
    }

    private async Task<byte[]> DownloadAsync(string path)
    {
        using var response = await app.Finance.SendAsync(path, "form[action$='Download']");
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static long Card(IParentNode page, int number) => Page.Fen(page.QuerySelectorAll(".eq-card strong")[number].Text());

    private async Task<long> FirstFenAsync(Guid batch)
    {
        await using var work = app.Work();
        return await work.Db.Batches.Where(b => b.Id == batch).Select(b => b.FirstFen).SingleAsync();
    }

    private async Task<long> PaidAsync(Guid batch)
    {
        await using var work = app.Work();
        return await work.Db.PaymentLines.Where(l => l.Batch == batch && l.State == LineState.Paid).SumAsync(l => l.Fen);
    }
}
