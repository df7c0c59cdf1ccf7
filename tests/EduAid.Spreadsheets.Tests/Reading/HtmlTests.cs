using System.Text;
using EduAid.Spreadsheets.Reading;

namespace EduAid.Spreadsheets.Tests.Reading;

public sealed class HtmlTests
{
    static HtmlTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-8", "gb2312")]
    [InlineData("GB18030", "gb2312")]
    [InlineData("GB18030", "iso-8859-1")]
    [InlineData("utf-16", "utf-8")]
    public void Page_is_read_in_its_real_encoding_whatever_it_declares(string real, string declared)
    {
        var page = $"""<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}"></head><body><table><tr><th>姓名</th><th>班级</th></tr><tr><td>张三</td><td>一班</td></tr></table></body></html>""";

        var bytes = Encoding.GetEncoding(real).GetBytes(page);
        var sheet = Read.Only(bytes, "导出.xls");

        Read.FormatOf(bytes).Should().Be(SpreadsheetFormat.Html);
        sheet.Name.Should().Be("导出.xls");
        sheet.Texts(1).Should().Equal("姓名", "班级");
        sheet.Texts(2).Should().Equal("张三", "一班");
    }

    [Fact]
    public void Cell_shows_what_a_browser_shows()
    {
        var sheet = Table("""
            <tr><td> <b>张</b>&nbsp;三 </td><td>甲<br>乙</td><td>1 &lt; 2 &amp;amp; &#24352;</td><td style='mso-number-format:"\@"'>0012</td>
            <td><!-- 注释 --><script>if (1 < 2) document.write("<td>");</script>值</td><td></td><td>末</td></tr>
            """);

        sheet.Texts(1).Should().Equal("张 三", "甲\n乙", "1 < 2 &amp; 张", "0012", "值", "", "末");
    }

    [Fact]
    public void Spanning_cell_stands_in_every_row_and_column_it_covers()
    {
        var sheet = Table("""
            <tr><td colspan="4">名单</td></tr>
            <tr><th rowspan="2">班级</th><th colspan="2">监护人</th><th rowspan=2>备注</th></tr>
            <tr><th>姓名</th><th>电话</th></tr>
            <tr><td rowspan="3">一班</td><td>张</td><td>1</td><td></td></tr>
            <tr></tr>
            <tr><td>王</td><td>2</td><td>注</td></tr>
            """);

        sheet.Texts(1).Should().Equal("名单", "名单", "名单", "名单");
        sheet.Texts(2).Should().Equal("班级", "监护人", "监护人", "备注");
        sheet.Texts(3).Should().Equal("班级", "姓名", "电话", "备注");
        sheet.Texts(5).Should().Equal("一班");
        sheet.Texts(6).Should().Equal("一班", "王", "2", "注");
    }

    [Fact]
    public void Unclosed_tags_and_sections_are_read()
    {
        var sheet = Table("<thead><tr><th>姓名<th>班级</thead><tbody><tr><td>张三<td>一班<tr><td>李四<td>二班</tbody>");

        sheet.Texts(1).Should().Equal("姓名", "班级");
        sheet.Texts(2).Should().Equal("张三", "一班");
        sheet.Texts(3).Should().Equal("李四", "二班");
    }

    [Fact]
    public void Each_table_is_a_sheet_and_a_nested_one_adds_nothing_to_the_outer()
    {
        var page = "<html><body><table><tr><td>外<table><tr><td>内</td></tr></table></td></tr><tr><td>尾</td></tr></table><table><tr><td>二</td></tr></table></body></html>";

        var sheets = Read.All(Encoding.UTF8.GetBytes(page));

        sheets.Select(sheet => sheet.Name).Should().Equal("表格1", "表格2", "表格3");
        sheets.Select(sheet => string.Join('|', sheet.Rows.SelectMany(row => Enumerable.Range(0, row.Count).Select(column => row[column].Text))))
            .Should().Equal("外|尾", "内", "二");
    }

    [Fact]
    public void Comments_and_declarations_hide_what_stands_in_them()
    {
        var sheet = Table("<!--[if gte mso 9]><xml><tr><td>隐</td></tr></xml><![endif]--><![if !x]><!----><!-- a--b -><tr> -- ><tr>--><tr><td>1 < 2</td><td>a<b>c</b></td></tr>");

        sheet.Texts(1).Should().Equal("1 < 2", "ac");
    }

    [Fact]
    public void Too_many_tables_or_columns_or_too_long_a_text_are_refused()
    {
        Read.Problem(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<table><tr><td>1</td></tr></table>", 501))))!.Message.Should().Contain("500");
        Read.Problem(Encoding.UTF8.GetBytes("<table><tr>" + string.Concat(Enumerable.Repeat("<td>1</td>", 501))))!.Message.Should().Contain("500");
        Read.Problem(Encoding.UTF8.GetBytes("<table><tr><td>" + new string('长', 32768)))!.Message.Should().Contain("第 1 行第 1 列");
    }

    [Fact]
    public void Spans_beyond_reason_cost_nothing()
    {
        var sheet = Table("""<tr><td colspan="2000000000" rowspan="2000000000">甲</td></tr><tr></tr>""", expected: 1);

        sheet.Rows.Select(row => row.Count).Should().Equal(500, 500);
    }

    [Fact]
    public void Page_without_a_table_says_so()
    {
        Read.Problem("<!DOCTYPE html><html><body><p>请重新登录</p></body></html>"u8.ToArray())!.Message.Should().Contain("网页");
    }

    [Theory]
    [InlineData("<table>", "<tr><td>")]
    [InlineData("<table>", "<tr><td><font>甲</td>")]
    [InlineData("<script>", "</scrip<table>")]
    [InlineData("<table>", "<table><tr><td>")]
    [InlineData("<table>", "<td>")]
    [InlineData("<table>", "<div><b><p>")]
    [InlineData("<table><tr><td>x", "</td></tr></table>")]
    [InlineData("<table><tr><td>x", "</b></i>")]
    [InlineData("<table><tr><td ", "a=\"b\" ")]
    [InlineData("<table><tr><td>", "<!--<")]
    [InlineData("<table><tr><td>", "&lt")]
    public async Task Deep_or_broken_page_ends_in_a_result_or_a_problem(string start, string piece)
    {
        var page = Encoding.UTF8.GetBytes("<html>" + start + string.Concat(Enumerable.Repeat(piece, 200_000)));

        var read = () => Task.Run(() => Read.Problem(page)).WaitAsync(TimeSpan.FromMinutes(1));

        await read.Should().NotThrowAsync("the time grows with the length alone");
    }

    private static ReadSheet Table(string rows, int expected = 1) =>
        Read.All(Encoding.UTF8.GetBytes($"<table border=1>{rows}</table>")).Should().HaveCount(expected).And.Subject.First();
}
