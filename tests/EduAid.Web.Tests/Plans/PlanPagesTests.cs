using System.Net;
using System.Text;
using EduAid.Application.Plans;
using EduAid.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Plans;

public sealed class PlanPagesTests(PlanApp app) : IClassFixture<PlanApp>
{
    [Fact]
    public async Task The_supervisor_begins_with_the_whole_plan_and_a_unit_with_its_own_items()
    {
        var plan = await app.Supervisor.OpenAsync("/Plans");
        plan.QuerySelectorAll("#plan tbody tr:not(.plan-heading)").Should().HaveCount(26);
        plan.QuerySelectorAll("#plan tbody .plan-heading").Should().HaveCount(6);
        plan.QuerySelector("#plan")!.TextContent.Should().Contain("市级示范食堂").And.Contain("2/4 所").And.Contain("0/5,660 台");
        var own = await app.Unit.OpenAsync("/Plans");
        own.QuerySelectorAll("#plan tbody tr:not(.plan-heading)").Should().HaveCount(1);
        own.QuerySelectorAll("#plan tbody th").Select(h => h.TextContent).Should().Equal("二", "二(三)", "二(三)1");
        own.QuerySelector(".work")!.TextContent.Should().Contain("督办〔").And.Contain("营养改善计划");
        using var other = await app.OtherUnit.GetAsync(PlanApp.ItemPage);
        other.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var sent = await app.Unit.GetAsync("/");
        sent.Headers.Location!.OriginalString.Should().Be("/Plans", "a unit's work begins there");
    }

    [Theory]
    [InlineData("?state=late", "二(三)1", true)]
    [InlineData("?state=done", "二(三)1", false)]
    [InlineData("?unit=局电教馆", "三(七)", true)]
    [InlineData("?unit=局电教馆", "三(六)", false)]
    [InlineData("?on=2020-01-05&state=ontrack", "二(三)1", true)]
    public async Task The_tree_is_filtered_by_state_unit_and_day(string query, string item, bool there)
    {
        var page = await app.Supervisor.OpenAsync("/Plans" + query);
        page.QuerySelectorAll("#plan tbody th").Select(h => h.TextContent).Contains(item).Should().Be(there);
    }

    [Fact]
    public async Task A_stated_figure_stands_beside_what_the_others_give()
    {
        var rows = (await app.Supervisor.OpenAsync("/Plans/2020/" + Uri.EscapeDataString("三(七)"))).QuerySelectorAll("#measures tbody tr").Select(r => r.TextContent).ToList();
        rows.Single(r => r.Contains("建成比例", StringComparison.Ordinal)).Should().Contain("28%").And.Contain("推算 17.12%").And.Contain("与原文不符");
        rows.Single(r => r.Contains("2019年建成智慧学校", StringComparison.Ordinal)).Should().Contain("推算 19 所").And.NotContain("与原文不符");
    }

    [Fact]
    public async Task A_unit_reports_with_evidence_and_corrects_itself_and_nothing_is_lost()
    {
        var form = PlanApp.ItemPage + "?measure=canteens-county";
        using var wrong = await app.Unit.UploadAsync(form, "#report form", [("Input.Files", "a.pdf", "MZ"u8.ToArray())], ("Input.On", "2020-10-01"), ("Input.Figure", "5"));
        (await Browser.PageOf(wrong)).QuerySelector(".notice.bad")!.TextContent.Should().Contain("文件内容");
        using var negative = await app.Unit.SendAsync(form, "#report form", ("Input.On", "2020-10-01"), ("Input.Figure", "-5"));
        (await Browser.PageOf(negative)).QuerySelector("#Input_Figure-error").Should().NotBeNull();
        using var tomorrow = await app.Unit.SendAsync(form, "#report form", ("Input.On", "2099-10-01"), ("Input.Figure", "5"));
        (await Browser.PageOf(tomorrow)).QuerySelector("#Input_On-error").Should().NotBeNull();

        using var sent = await app.Unit.UploadAsync(form, "#report form", [("Input.Files", "验收.pdf", Encoding.ASCII.GetBytes("%PDF-1.4"))], ("Input.On", "2020-10-01"), ("Input.Figure", "5"), ("Input.Text", "五所"));
        sent.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var page = await app.Unit.OpenAsync(PlanApp.ItemPage);
        page.QuerySelector("#measures")!.TextContent.Should().Contain("5/6 所");
        using var paper = await app.Unit.SendAsync(PlanApp.ItemPage, "#reports form");
        (await paper.Content.ReadAsStringAsync()).Should().Be("%PDF-1.4");
        using var seen = await app.Supervisor.SendAsync(PlanApp.ItemPage, "#reports form");
        seen.StatusCode.Should().Be(HttpStatusCode.OK, "the supervisor sees the evidence too");

        var correct = page.QuerySelectorAll("#reports li").First(l => l.TextContent.Contains("县级示范食堂", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;
        using var corrected = await app.Unit.SendAsync(correct.Split('#')[0], "#report form", ("Input.Figure", "4"), ("Input.Text", "多报一所"));
        corrected.StatusCode.Should().Be(HttpStatusCode.Redirect);
        page = await app.Unit.OpenAsync(PlanApp.ItemPage);
        page.QuerySelector("#measures")!.TextContent.Should().Contain("4/6 所");
        page.QuerySelectorAll("#reports .corrected").Should().ContainSingle().Which.TextContent.Should().Contain("五所");
        await using var work = app.Work();
        (await work.Db.ProgressReports.Where(r => r.Measure == "canteens-county").OrderBy(r => r.Id).Select(r => r.Figure).ToListAsync()).Should().Equal(5, 4);
    }

    [Fact]
    public async Task The_supervisor_edits_an_item_and_a_fault_is_shown_beside_the_form()
    {
        var edit = "/Plans/Edit/2020/" + Uri.EscapeDataString("三(一)");
        using var bad = await app.Supervisor.SendAsync(edit, "main form[method=post]", ("Input.Measures[1].Target", "七所"));
        (await Browser.PageOf(bad)).QuerySelector(".notice.bad")!.TextContent.Should().Contain("无法识别");
        using var other = await app.Supervisor.SendAsync(edit, "main form[method=post]", ("Input.Due", "2021-12-31"));
        (await Browser.PageOf(other)).QuerySelector(".notice.bad")!.TextContent.Should().Contain("不在要点年度内");
        using var sent = await app.Supervisor.SendAsync(edit, "main form[method=post]", ("Input.Measures[1].Target", "8"), ("Input.Units", "局基教股\n局项目办"));
        sent.StatusCode.Should().Be(HttpStatusCode.Redirect);
        await using var work = app.Work();
        var item = (await PlanReading.OutlineAsync(work.Db, 2020, CancellationToken.None))!.Items.Single(i => i.Number == "三(一)");
        (item.Measures[1].Target, item.Units.Count).Should().Be((8L, 2));
        item.Measures[0].Should().BeEquivalentTo(PlannedCounty.Shipped.Items.Single(i => i.Number == "三(一)").Measures[0], "what was not changed stays");
    }

    [Fact]
    public async Task A_new_year_is_made_from_the_last_and_a_workbook_is_shown_before_it_is_taken()
    {
        using var copied = await app.Supervisor.SendAsync("/Plans/New", "form[action*=Copy]", ("From", "2020"), ("Year", "2031"), ("Heading", "2031年要点"));
        copied.Headers.Location!.OriginalString.Should().Be("/Plans?year=2031");
        using var again = await app.Supervisor.SendAsync("/Plans/New", "form[action*=Copy]", ("From", "2020"), ("Year", "2031"), ("Heading", "2031年要点"));
        (await Browser.PageOf(again)).QuerySelector(".notice.bad")!.TextContent.Should().Contain("已经有要点");

        using var book = await app.Supervisor.SendAsync("/Plans?year=2031", "form[action*=Export]");
        var content = await book.Content.ReadAsByteArrayAsync();
        using var same = await app.Supervisor.UploadAsync("/Plans/New", "form[action*=Preview]", [("Workbook", "要点.xlsx", content)]);
        (await Browser.PageOf(same)).QuerySelector(".confirm")!.TextContent.Should().Contain("没有变化");

        var plan = PlanSheet.Read(new MemoryStream(content), "要点.xlsx").Plan!;
        using var changed = new MemoryStream();
        PlanSheet.Write(plan with { Items = [.. plan.Items.Skip(1), new("五", "新增", ["局营养办"], null, [])] }, changed, CancellationToken.None);
        using var shown = await app.Supervisor.UploadAsync("/Plans/New", "form[action*=Preview]", [("Workbook", "要点.xlsx", changed.ToArray())]);
        var confirm = (await Browser.PageOf(shown)).QuerySelector(".confirm")!;
        confirm.TextContent.Should().Contain("新增:").And.Contain("五").And.Contain("将删除:").And.Contain("一");
        await using var work = app.Work();
        (await work.Db.PlanItems.CountAsync(i => i.Year == 2031 && i.Number == "五")).Should().Be(0, "it is only shown");

        using var faulty = await app.Supervisor.UploadAsync("/Plans/New", "form[action*=Preview]", [("Workbook", "要点.csv", "类别,编号,名称,完成时限\n要点,2031,甲\n事项,一,乙,某日\n"u8.ToArray())]);
        var faults = await Browser.PageOf(faulty);
        faults.QuerySelector("#faults tbody")!.TextContent.Should().Contain("完成时限").And.Contain("某日");
        faults.QuerySelector(".confirm").Should().BeNull();
    }

    [Fact]
    public async Task The_shipped_plan_is_taken_by_whoever_has_none_of_that_year()
    {
        using var empty = new WebApp();
        await empty.LoadCountyAsync(new() { Schools = 12, Pupils = 60, Seed = 3 });
        using var supervisor = await empty.SignInAsAsync(Application.Accounts.Role.Supervisor);
        (await supervisor.OpenAsync("/Plans")).QuerySelector(".state-title")!.TextContent.Should().Contain("还没有工作要点");
        using var shown = await supervisor.SendAsync("/Plans/New", "form[action*=Shipped]");
        var page = await Browser.PageOf(shown);
        var token = page.QuerySelector(".confirm input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var plan = page.QuerySelector(".confirm input[name=plan]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("plan", plan)]);
        using var taken = await supervisor.Client.PostAsync(new Uri("/Plans/New?handler=Take", UriKind.Relative), form);
        taken.Headers.Location!.OriginalString.Should().Be("/Plans?year=2020");
        await using var work = empty.Work();
        PlanFile.Write((await PlanReading.OutlineAsync(work.Db, 2020, CancellationToken.None))!).Should().Be(PlanFile.Write(PlannedCounty.Shipped));
    }
}
