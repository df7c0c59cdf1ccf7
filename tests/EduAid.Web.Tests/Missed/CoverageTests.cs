using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Enrolments;
using EduAid.Application.Intake;
using EduAid.Application.Registrations;
using EduAid.Application.Rosters;
using EduAid.Application.Schools;
using EduAid.Domain.Values;
using EduAid.Web.Tests.Rosters;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Missed;

/// <summary>A county with a hundred registered children, of whom 97 are on the one school's list and paid.</summary>
public sealed class HundredChildren : WebApp, IAsyncLifetime
{
    public const string School = "县中心小学", Township = "东河镇";

    private static readonly Actor Arranger = new("arranger", "test", "test");

    public async Task InitializeAsync()
    {
        await Do(s => s.Get<ImportSchools>().RunAsync(
            Arranger, [Csv("schools.csv", "学校代码,学校名称,乡镇,办学类型,举办者,示范等级,收款户名,收款账号,开户银行", [$"3401,{School},{Township},完全小学,公办,,{School},34050100000001,农商行"])], false, null, default));
        var children = Enumerable.Range(1, 100).ToList();
        await Do(s => s.Get<ImportRegisteredList>().RunAsync(Arranger, [Csv(
            "p.csv", "户编号,户主姓名,姓名,证件号码,与户主关系,脱贫属性,脱贫年度,乡镇,行政村", [.. children.Select(n => $"3415230000{n:0000},户主{n},{Name(n)},{IdOf(n)},子女,已脱贫,2018,{Township},下湾村")])], false, null, default));
        await Do(s => s.Get<ImportEnrolments>().RunAsync(Arranger, new(PaidRosters.Spring, [Csv(
            "a.csv", "学校名称,姓名,身份证号,年级,班级,是否寄宿,在校状态,银行卡号", [.. children.Take(97).Select(n => $"{School},{Name(n)},{IdOf(n)},三年级,1班,是,在读,{CardOf(n)}")])]), default));
        await Do(s => s.Get<GenerateRosters>().RunAsync(Arranger, PaidRosters.Spring, null, default));
        await PaidRosters.AnswerAsync(this, await PaidRosters.SendAsync(this, await PaidRosters.SchoolAsync(this)), "成功");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public async Task<SchoolId> SchoolAsync()
    {
        await using var work = Work();
        return await work.Db.Schools.Select(s => s.Id).SingleAsync();
    }

    protected override void Configure(IWebHostBuilder host) => PaidRosters.MovableClock(host);

    private static SentFile Csv(string name, string header, IReadOnlyList<string> rows)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(header)) + "\r\n");
        return new(name, () => new MemoryStream(bytes, writable: false));
    }

    private async Task Do<T>(Func<Application.Setup.EduAidServices, Task<T>> act)
    {
        await using var work = Work();
        await act(work);
    }

    private static string Name(int n) => $"童{"甲乙丙丁戊己庚辛壬癸"[n / 10 % 10]}{"甲乙丙丁戊己庚辛壬癸"[n % 10]}";

    private static string IdOf(int n)
    {
        var digits = "34152320100305" + n.ToString("000", CultureInfo.InvariantCulture);
        return digits + CitizenId.CheckCharacterOf(digits);
    }

    private static string CardOf(int n) => Enumerable.Range(0, 10).Select(last => string.Create(CultureInfo.InvariantCulture, $"62170000010{n:0000000}{last}")).First(c => BankCard.Parse(c).Card.LuhnHolds);
}

public sealed class CoverageTests(HundredChildren app) : IClassFixture<HundredChildren>
{
    private const string Spring = "semester=2020-spring";

    [Fact]
    public async Task Coverage_goes_from_97_to_100_percent_as_the_township_records_what_it_found_and_the_remainder_is_there_by_name()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        using var township = await app.SignInAsAsync(Role.TownshipSchool, await app.SchoolAsync());
        var home = await officer.OpenAsync($"/?{Spring}");
        Ring(home).Should().EndWith(" 97%");
        home.QuerySelector(".ring-box")!.Text().Should().Contain("已发放 97 人").And.Contain("未落实 3 人").And.NotContain("待发放").And.Contain("失学辍学 0 人");
        (await township.OpenAsync($"/?{Spring}")).QuerySelector(".ring-box a")!.GetAttribute("href").Should().Be("/Missed");

        var list = await township.OpenAsync($"/Missed?{Spring}");
        var children = Links(list);
        children.Should().HaveCount(3);
        list.Rows("missed")[0][0].Should().Contain("责任人").And.NotContain("未指定");
        foreach (var (child, n) in children.Select((c, n) => (c, n)))
        {
            using var sent = await township.UploadAsync(
                child, "form[action*=Record]", [("Input.Files", "proof.pdf", "%PDF-1.4 proof"u8.ToArray())],
                ("Input.Kind", n == 0 ? "Deceased" : "Elsewhere"), ("Input.Place", n == 0 ? "" : "邻县实验小学"), ("Input.Text", n == 0 ? "户口已注销" : ""));
            sent.Headers.Location!.OriginalString.Should().Be(child);
            Ring(await officer.OpenAsync($"/?{Spring}")).Should().EndWith($" {98 + n}%");
        }

        Links(await officer.OpenAsync($"/Missed?{Spring}")).Should().BeEmpty();
        Links(await officer.OpenAsync($"/Missed?{Spring}&state=explained")).Should().BeEquivalentTo(children);
        var page = await officer.OpenAsync(children[0]);
        page.QuerySelector("#outcomes")!.Text().Should().Contain("死亡").And.Contain("户口已注销").And.Contain("proof.pdf");
        (await officer.OpenAsync($"/?{Spring}")).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).Where(h => h!.StartsWith("/Missed", StringComparison.Ordinal))
            .Should().Equal(["/Missed?band=dropped-out"], "the nought can be opened, and nothing else is left");
        Links(await officer.OpenAsync($"/Missed?{Spring}&band=dropped-out")).Should().BeEmpty();
    }

    [Fact]
    public async Task A_form_as_it_stands_is_refused_beside_the_field_that_lacks()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var child = Links(await officer.OpenAsync($"/Missed?{Spring}&state=all"))[0];
        using var sent = await officer.UploadAsync(child, "form[action*=Record]", []);
        (await Browser.PageOf(sent)).QuerySelector("#Input_Kind-error, [id*=Kind][id*=error]")!.Text().Should().Contain("请选择核实结果");
    }

    private static string Ring(IDocument page) => page.QuerySelector(".ring")!.GetAttribute("aria-label")!;

    private static List<string> Links(IDocument page) => [.. page.QuerySelectorAll("#missed td a[href^='/Missed/']").Select(a => a.GetAttribute("href")!)];
}
