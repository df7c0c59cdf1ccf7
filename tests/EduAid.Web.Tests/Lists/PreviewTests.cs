using System.Net;
using ClosedXML.Excel;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Lists;

public sealed class PreviewTests(ListCounty app) : IClassFixture<ListCounty>
{
    private static readonly Child Good = Child.Number(1), WrongCheck = Child.Number(2) with { Id = Wrong(Child.IdOf(2)) };

    [Fact]
    public async Task Every_fault_stands_under_its_cell_and_no_number_is_shown_whole()
    {
        var (_, school, clerk) = await app.ClerkAsync();
        Child[] children =
        [
            Good, WrongCheck, Child.Number(3) with { Name = "" }, Child.Number(4) with { Id = "3.41523E+17" },
            Child.Number(5) with { Card = Child.CardOf(5)[..^1] + (Child.CardOf(5)[^1] == '9' ? '0' : Child.CardOf(5)[^1] + 1 - '0') },
        ];
        var page = await clerk.OpenAsync(await clerk.StageAsync("名单(定稿).xlsx", ListFiles.List(school, children)));

        page.QuerySelector("h1")!.TextContent.Should().Contain("名单(定稿).xlsx");
        page.Tile("工作表“名单”第 3 行起").Should().Be("5 行");
        page.Tile("可以接收").Should().Be("2");
        page.Tile("须更正").Should().Be("3");
        page.Tile("提醒").Should().Be("1");
        var faults = page.QuerySelectorAll("#rows td.fault").Select(f => f.TextContent).ToList();
        faults.Should().HaveCount(4);
        faults[0].Should().StartWith($"990000********{WrongCheck.Id[^4..]}").And.Contain($"末位应为 {Child.IdOf(2)[^1]}");
        faults[1].Should().StartWith("(空)").And.Contain("姓名");
        faults[2].Should().StartWith("3.41523E+17").And.Contain("位数已丢失");
        faults[3].Should().StartWith("6217 **** ").And.Contain("校验位");
        page.QuerySelector("#rows .filters-rest")!.TextContent.Should().Contain("列已认出").And.Contain("未用的列:政治面貌");
        var everything = await clerk.OpenAsync(page.Location.PathName + "?show=all");
        everything.QuerySelectorAll("#rows tbody tr").Should().HaveCount(5);
        everything.Source.Text.Should().NotContain(Good.Id).And.NotContain(WrongCheck.Id).And.NotContain(Good.Card);
    }

    [Fact]
    public async Task The_rows_are_filtered_by_what_is_wrong_with_them_and_found_by_a_name_that_stands_in_no_address()
    {
        var (_, school, clerk) = await app.ClerkAsync();
        var preview = await clerk.StageAsync("a.xlsx", ListFiles.List(school, [Good, WrongCheck, .. Enumerable.Range(10, 30).Select(Child.Number)]));
        (await clerk.OpenAsync(preview)).QuerySelectorAll("#rows tbody tr").Should().ContainSingle();
        (await clerk.OpenAsync(preview + "?show=warnings")).QuerySelector("#rows tbody").Should().BeNull();
        var paged = await clerk.OpenAsync(preview + "?show=all&size=20&p=2");
        paged.QuerySelectorAll("#rows tbody tr").Should().HaveCount(12);

        using var found = await clerk.SendAsync(preview, "form[action*=Find]", ("Find", Child.Number(17).Name));
        (await Browser.PageOf(found)).QuerySelectorAll("#rows tbody tr").Should().ContainSingle().Which.TextContent.Should().Contain(Child.Number(17).Name);
    }

    [Fact]
    public async Task The_workbook_comes_back_with_the_bad_cell_marked_in_the_words_of_the_page()
    {
        var (_, school, clerk) = await app.ClerkAsync();
        var preview = await clerk.StageAsync("三年级 名单.xlsx", ListFiles.List(school, Good, WrongCheck));
        var words = (await clerk.OpenAsync(preview)).QuerySelector("#rows .fault-why")!.TextContent.Trim();
        var (name, content) = await clerk.DownloadAsync(preview + "?handler=Marked&file=0");
        name.Should().Be("三年级 名单(已标注).xlsx");
        using var book = new XLWorkbook(new MemoryStream(content));
        var cell = book.Worksheet("名单").Cell("C4");
        cell.GetString().Should().Be(WrongCheck.Id);
        cell.HasComment.Should().BeTrue();
        cell.Comment.Text.Should().Contain(words);
        book.Worksheet("名单").Cell("C3").HasComment.Should().BeFalse();
    }

    [Fact]
    public async Task A_missing_column_is_named_with_the_nearest_heading_and_nothing_can_be_accepted()
    {
        var (_, school, clerk) = await app.ClerkAsync();
        var file = ListFiles.Table(["姓名", "身份证号", "学校名称", "就读年级名", "在校状态"], ["林甲一", Child.IdOf(1), school, "四年级", "在读"]);
        var page = await clerk.OpenAsync(await clerk.StageAsync("a.xlsx", file));
        page.Notices().Should().Contain("“年级”").And.Contain("就读年级名");
        page.QuerySelector("form#accept").Should().BeNull();
    }

    [Theory]
    [InlineData("empty.xlsx", new byte[0])]
    [InlineData("noise.xls", new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 1, 2, 3, 4 })]
    [InlineData("half.xlsx", new byte[] { 0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0 })]
    public async Task A_file_that_cannot_be_read_is_said_to_be_so(string name, byte[] content)
    {
        var (school, _, clerk) = await app.ClerkAsync();
        var page = await clerk.OpenAsync(await clerk.StageAsync(name, content));
        page.QuerySelectorAll(".notice.bad").Should().NotBeEmpty();
        page.QuerySelector("form#accept").Should().BeNull();
        (await app.RowsOfAsync(school)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_hidden_sheet_is_taken_in_when_somebody_says_so()
    {
        var (school, name, clerk) = await app.ClerkAsync();
        var file = ListFiles.Workbook(book =>
        {
            ListFiles.Fill(book.AddWorksheet("一班"), name, [Child.Number(1)]);
            var hidden = book.AddWorksheet("二班");
            ListFiles.Fill(hidden, name, [Child.Number(2), Child.Number(3)]);
            hidden.Hide();
        });
        var preview = await clerk.StageAsync("a.xlsx", file);
        var page = await clerk.OpenAsync(preview);
        page.Notices().Should().Contain("二班");
        page.Tile("可以接收").Should().Be("1");

        using var taken = await clerk.SendAsync(preview, "form[action*=Hidden]");
        taken.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await clerk.OpenAsync(preview)).Tile("可以接收").Should().Be("3");
        await clerk.AcceptAsync(preview);
        (await app.RowsOfAsync(school)).Should().HaveCount(3);
    }

    [Fact]
    public async Task Discarding_deletes_the_file_changes_no_list_and_gives_the_number_to_nobody_else()
    {
        var (school, name, clerk) = await app.ClerkAsync();
        var kept = Directory.GetFiles(app.Folder.Files).Length;
        var preview = await clerk.StageAsync("a.xlsx", ListFiles.List(name, Good));
        Directory.GetFiles(app.Folder.Files).Should().HaveCount(kept + 1);
        using var discarded = await clerk.SendAsync(preview, "form[action*=Discard]");
        discarded.Headers.Location!.OriginalString.Should().Be("/Lists");
        Directory.GetFiles(app.Folder.Files).Should().HaveCount(kept);
        (await clerk.GetAsync(preview)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await app.RowsOfAsync(school)).Should().BeEmpty();

        await clerk.StageAsync("b.xlsx", ListFiles.List(name, Good));
        await using var work = app.Work();
        var numbers = await work.Db.StagedUploads.Where(u => u.School == school).OrderBy(u => u.At).Select(u => u.FirstNumber).ToListAsync();
        numbers.Should().HaveCount(2).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task The_kept_file_is_encrypted_and_its_name_is_no_path()
    {
        var (_, name, clerk) = await app.ClerkAsync();
        var preview = await clerk.StageAsync("../../etc/名单.xlsx", ListFiles.List(name, Good));
        (await clerk.OpenAsync(preview)).QuerySelector("h1")!.TextContent.Should().EndWith(":名单.xlsx");
        foreach (var file in Directory.GetFiles(app.Folder.Files))
            (await File.ReadAllBytesAsync(file)).AsSpan().IndexOf("PK\u0003\u0004"u8).Should().NotBe(4 + 12, "a workbook begins with PK");
    }

    [Fact]
    public async Task A_school_sees_neither_uploads_nor_files_of_another_and_cannot_send_for_it()
    {
        var (other, otherName, owner) = await app.ClerkAsync();
        var (_, _, clerk) = await app.ClerkAsync();
        var preview = await owner.StageAsync("a.xlsx", ListFiles.List(otherName, Good, WrongCheck));
        foreach (var address in new[] { preview, preview + "?handler=Marked&file=0", preview + "?handler=BadRows&file=0", $"/Lists/Details/{other.Value}" })
        {
            (await clerk.GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.NotFound, address);
            if (address != $"/Lists/Details/{other.Value}") (await owner.GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.OK, address);
        }
        using var sent = await clerk.UploadAsync("/Lists/Upload", null, [("Files", "a.xlsx", ListFiles.List(otherName, Good))], ("School", other.Value.ToString()));
        sent.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        await using var work = app.Work();
        (await work.Db.StagedUploads.CountAsync(u => u.School == other)).Should().Be(1);
    }

    [Fact]
    public async Task Rows_of_another_school_have_the_whole_upload_refused_in_plain_words()
    {
        var (_, otherName, _) = await app.ClerkAsync();
        var (school, _, clerk) = await app.ClerkAsync();
        var page = await clerk.OpenAsync(await clerk.StageAsync("a.xlsx", ListFiles.List(otherName, Good)));
        page.Notices().Should().Contain(otherName);
        page.QuerySelector("form#accept").Should().BeNull();
        (await app.RowsOfAsync(school)).Should().BeEmpty();
    }

    private static string Wrong(string id) => id[..17] + (id[17] == '0' ? '1' : '0');
}
