using System.Globalization;
using EduAid.Domain.Values;
using Microsoft.Playwright;

namespace EduAid.Browser.Tests;

/// <summary>A clerk enters the autumn's list of the demo school: pasted from a spreadsheet, typed, undone, closed and reopened, carried forward, sent.</summary>
[Collection(Site.Name)]
public sealed class EntryTests(EduAidSite site)
{
    private const string Autumn = "?semester=2020-autumn";

    [Fact]
    public async Task A_table_copied_from_a_spreadsheet_is_pasted_checked_mended_and_sent_without_a_file()
    {
        await using var visit = await site.VisitAsAsync("clerk");
        var page = visit.Page;
        await OpenAsync(page);
        await ClearAsync(page);

        // What the school calls the ID nobody knows yet: asked once.
        string[] header = ["序号", "姓名", "学生公民号", "年级", "班级", "是否寄宿", "银行卡号"];
        var rows = Enumerable.Range(1, 30).Select(n => new[] { $"{n}", Name(n), IdOf(n), "三年级", "2班", "是", CardOf(n) }).ToList();
        rows[4][2] = rows[4][2][..17] + (rows[4][2][17] == '0' ? '1' : '0');
        await CopyAsync(page, [["东河镇学校学生名单"], header, .. rows, ["", "合计", "", "30"]]);
        await PasteAtAsync(page, 1, 0);
        var dialog = page.Locator("#entry-map[open]");
        await dialog.GetByLabel("学生公民号").SelectOptionAsync("CitizenId");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "粘贴" }).ClickAsync();
        await CountAsync(page, "rows", 30);
        await CountAsync(page, "bad", 30);
        (await page.Locator("[data-told]").InnerTextAsync()).Should().Contain("已粘贴 30 行").And.Contain("序号");

        // The table says nothing of the state; the clerk does, once for all.
        await page.GetByRole(AriaRole.Button, new() { Name = "填入空格" }).ClickAsync();
        await CountAsync(page, "bad", 1);
        (await Cell(page, 5, "CitizenId").Locator(".fault-why").InnerTextAsync()).Should().Contain("校验码");

        await page.GetByRole(AriaRole.Button, new() { Name = "下一处问题" }).ClickAsync();
        await page.Keyboard.TypeAsync(IdOf(5));
        await page.Keyboard.PressAsync("Enter");
        await CountAsync(page, "bad", 0);
        await CountAsync(page, "good", 30);

        // Closed and opened again, nothing is lost, and no number stands there in full.
        await SavedAsync(page);
        await OpenAsync(page);
        await CountAsync(page, "good", 30);
        (await Cell(page, 5, "Name").Locator(".v").InnerTextAsync()).Should().Be(Name(5));
        (await page.Locator("#entry").InnerHTMLAsync()).Should().NotContain(IdOf(5)).And.NotContain(CardOf(5));
        await page.Locator("#entry-difference details summary", new() { HasText = "新增" }).WaitForAsync();

        // The second table with the school's heading is taken without a question.
        await CopyAsync(page, [header, ["31", Name(31), IdOf(31), "三年级", "2班", "否", CardOf(31)]]);
        await PasteAtAsync(page, 31, 0);
        await CountAsync(page, "rows", 31);
        await page.Keyboard.PressAsync("Control+z");
        await CountAsync(page, "rows", 30);

        await page.GetByRole(AriaRole.Button, new() { Name = "送出并核对" }).ClickAsync();
        await page.WaitForURLAsync("**/Lists/Preview/**");
        var accept = page.Locator("button[form=accept], form#accept button").First;
        (await accept.InnerTextAsync()).Should().Contain("接收 30 行");
        if (await page.GetByLabel("替换:", new() { Exact = false }).CountAsync() > 0) await page.GetByLabel("替换:", new() { Exact = false }).CheckAsync();
        await accept.ClickAsync();
        await page.Locator(".notice", new() { HasText = "已接收(" }).WaitForAsync();
        visit.Complaints.Should().BeEmpty();
        site.Requested.Should().NotContain(u => u.Contains(IdOf(5), StringComparison.Ordinal) || u.Contains(Uri.EscapeDataString(Name(5)), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_keyboard_works_as_in_a_spreadsheet_and_what_is_overwritten_comes_back()
    {
        await using var visit = await site.VisitAsAsync("clerk");
        var page = visit.Page;
        await OpenAsync(page, "?semester=2021-autumn");
        await ClearAsync(page);
        await Cell(page, 1, "Name").ClickAsync();
        await TypeAsync(page, "林甲一", "Tab");
        await TypeAsync(page, IdOf(41), "Tab");
        await TypeAsync(page, "四年级", "Enter");
        (await ActiveAsync(page)).Should().Be(("2", "Grade"));
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Delete");
        (await Cell(page, 1, "Grade").Locator(".v").InnerTextAsync()).Should().NotBe("四年级");
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(Cell(page, 1, "Grade").Locator(".v")).ToHaveTextAsync("四年级");
        await page.Keyboard.PressAsync("Control+y");
        await Assertions.Expect(Cell(page, 1, "Grade").Locator(".v")).Not.ToHaveTextAsync("四年级");
        await page.Keyboard.PressAsync("Control+z");
        await SavedAsync(page);

        // Masked after reopening: typed over, then undone without anybody having seen it; F2 shows it.
        await OpenAsync(page, "?semester=2021-autumn");
        var id = Cell(page, 1, "CitizenId").Locator(".v");
        var masked = await id.InnerTextAsync();
        masked.Should().Contain("*").And.NotBe(IdOf(41));
        await Cell(page, 1, "CitizenId").ClickAsync();
        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(id).Not.ToHaveTextAsync(masked);
        await SavedAsync(page);
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(id).ToHaveTextAsync(masked);
        await SavedAsync(page);
        await page.Keyboard.PressAsync("F2");
        await Assertions.Expect(page.Locator(".grid-input")).ToHaveValueAsync(IdOf(41));
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<bool>("document.activeElement.matches('.grid-input')")).Should().BeFalse("after Esc the tab key leaves the grid");
        visit.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task The_last_list_is_carried_forward_a_grade_up_and_the_finished_are_named_apart()
    {
        await using var visit = await site.VisitAsAsync("clerk");
        var page = visit.Page;
        await OpenAsync(page);
        await page.GotoAsync(page.Url + Autumn);
        await page.Locator("#entry[data-ready]").WaitForAsync();
        if (await page.Locator("details.menu summary", new() { HasText = "重新开始" }).CountAsync() > 0)
        {
            await page.Locator("details.menu summary", new() { HasText = "重新开始" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { NameRegex = new("从上学期带入") }).Last.ClickAsync();
        }
        else await page.GetByRole(AriaRole.Button, new() { Name = "从上学期带入" }).ClickAsync();
        (await page.Locator(".notice.ok").InnerTextAsync()).Should().Contain("已带入");
        await page.Locator("#entry[data-ready]").WaitForAsync();
        var rows = int.Parse(await page.Locator("[data-count=rows]").InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        rows.Should().BePositive();
        var grades = await page.Locator("td.col-Grade .v").AllInnerTextsAsync();
        grades.Where(g => g.Length > 0).Should().NotContain("一年级", "everybody has gone up");
        await page.Locator("#entry-difference .entry-changes").WaitForAsync();
        var changes = await page.Locator("#entry-difference .entry-changes li").AllInnerTextsAsync();
        changes.Should().Contain(c => c.StartsWith("新增", StringComparison.Ordinal) && c.EndsWith('0')).And.Contain(c => c.StartsWith("毕业", StringComparison.Ordinal));
        visit.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task The_officer_reminds_from_the_board_and_the_clerk_sees_the_message_at_home()
    {
        await using var officer = await site.VisitAsAsync("officer");
        await officer.Page.GotoAsync("/Lists/Board?semester=2022-autumn");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "催报所选学校" }).ClickAsync();
        (await officer.Page.Locator(".notice").InnerTextAsync()).Should().Contain("没有选学校");
        await using var clerk = await site.VisitAsAsync("clerk");
        await clerk.Page.GotoAsync("/");
        var school = (await clerk.Page.Locator(".who .place").InnerTextAsync()).Trim('·', ' ');
        await officer.Page.GetByLabel($"选{school}").CheckAsync();
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "催报所选学校" }).ClickAsync();
        var confirm = officer.Page.Locator("form.confirm");
        (await confirm.InnerTextAsync()).Should().Contain("1 所学校").And.Contain(school);
        await confirm.GetByLabel("附言").FillAsync("本周五前报齐");
        await confirm.GetByRole(AriaRole.Button, new() { Name = "催报 1 所" }).ClickAsync();
        (await officer.Page.Locator(".notice.ok").InnerTextAsync()).Should().Contain("已催报 1 所");

        await clerk.Page.GotoAsync("/");
        await clerk.Page.Locator(".work li", new() { HasText = "资助中心发来的消息" }).GetByRole(AriaRole.Link).ClickAsync();
        var line = clerk.Page.Locator("#messages tbody tr", new() { HasText = "本周五前报齐" });
        await line.GetByRole(AriaRole.Button, new() { Name = "知道了" }).ClickAsync();
        await Assertions.Expect(line).ToContainTextAsync("已看");
        await officer.Page.GotoAsync("/Lists/Board?semester=2022-autumn");
        (await officer.Page.Locator("#board tbody tr", new() { HasText = school }).InnerTextAsync()).Should().Contain("已看");
        clerk.Complaints.Should().BeEmpty();
        officer.Complaints.Should().BeEmpty();
    }

    private static string Name(int n) => $"林{"甲乙丙丁戊己庚辛壬癸"[n % 10]}{"一二三四五"[n / 10]}";

    private static string IdOf(int n)
    {
        var first = string.Create(CultureInfo.InvariantCulture, $"99000020110{(n % 9) + 1}{(n % 28) + 1:00}{n + 500:000}");
        return first + CitizenId.CheckCharacterOf(first);
    }

    private static string CardOf(int n) => Enumerable.Range(0, 10)
        .Select(last => string.Create(CultureInfo.InvariantCulture, $"6217000001{n:00000}{last}")).First(c => BankCard.Parse(c).Card.LuhnHolds);

    private static async Task OpenAsync(IPage page, string semester = Autumn)
    {
        await page.GotoAsync("/Lists" + semester);
        await page.GetByRole(AriaRole.Link, new() { Name = "在线录入" }).ClickAsync();
        await page.Locator("#entry[data-ready]").WaitForAsync();
    }

    private static async Task ClearAsync(IPage page)
    {
        var again = page.Locator("details.menu summary", new() { HasText = "重新开始" });
        if (await again.CountAsync() == 0) return;
        await again.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^清空草稿") }).ClickAsync();
        await page.Locator("#entry[data-ready]").WaitForAsync();
    }

    private static ILocator Cell(IPage page, int line, string field) => page.Locator($"tr[data-line=\"{line}\"] td.col-{field}");

    private static async Task CopyAsync(IPage page, IEnumerable<string[]> rows)
    {
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var text = string.Join("\r\n", rows.Select(r => string.Join('\t', r))) + "\r\n";
        var html = "<table>" + string.Concat(rows.Select(r => "<tr>" + string.Concat(r.Select(c => $"<td>{c}</td>")) + "</tr>")) + "</table>";
        await page.EvaluateAsync(
            "([text, html]) => navigator.clipboard.write([new ClipboardItem({ 'text/plain': new Blob([text], { type: 'text/plain' }), 'text/html': new Blob([html], { type: 'text/html' }) })])",
            new[] { text, html });
    }

    private static async Task PasteAtAsync(IPage page, int line, int column)
    {
        await page.Locator($"tr[data-line=\"{line}\"] td").Nth(column).ClickAsync();
        await page.Keyboard.PressAsync("Control+v");
    }

    private static async Task TypeAsync(IPage page, string text, string key)
    {
        await page.Keyboard.InsertTextAsync(text);
        await page.Keyboard.PressAsync(key);
    }

    private static async Task<(string Line, string Field)> ActiveAsync(IPage page)
    {
        var parts = (await page.EvaluateAsync<string>("(() => { const td = document.querySelector('td.at'); return td.closest('tr').dataset.line + ' ' + td.className; })()")).Split(' ');
        return (parts[0], parts.First(p => p.StartsWith("col-", StringComparison.Ordinal))["col-".Length..]);
    }

    private static Task CountAsync(IPage page, string what, int count) =>
        Assertions.Expect(page.Locator($"[data-count={what}]")).ToHaveTextAsync(count.ToString("N0", CultureInfo.InvariantCulture));

    private static Task SavedAsync(IPage page) => Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("已保存");
}
