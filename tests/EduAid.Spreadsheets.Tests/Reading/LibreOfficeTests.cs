using EduAid.Spreadsheets.Reading;

namespace EduAid.Spreadsheets.Tests.Reading;

[Collection(SharedLibreOffice.Name)]
public sealed class LibreOfficeTests(LibreOffice office)
{
    /// <summary>A list in LibreOffice's own format: merged title, date, number of 18 digits, text of 18 digits.</summary>
    private static readonly byte[] Source = System.Text.Encoding.UTF8.GetBytes("""
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
          xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
          xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
          office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
        <office:automatic-styles>
          <number:date-style style:name="D"><number:year number:style="long"/><number:text>年</number:text><number:month/><number:text>月</number:text><number:day/><number:text>日</number:text></number:date-style>
          <style:style style:name="date" style:family="table-cell" style:data-style-name="D"/>
          <style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/></style:style>
        </office:automatic-styles>
        <office:body><office:spreadsheet>
        <table:table table:name="一班">
          <table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="4" table:number-rows-spanned="1"><text:p>受助学生名单</text:p></table:table-cell></table:table-row>
          <table:table-row/>
          <table:table-row><table:table-cell office:value-type="string"><text:p>姓名</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>出生日期</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>身份证号</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>卡号</text:p></table:table-cell></table:table-row>
          <table:table-row><table:table-cell office:value-type="string"><text:p>张　三</text:p></table:table-cell><table:table-cell table:style-name="date" office:value-type="date" office:date-value="2010-04-03"/><table:table-cell office:value-type="string"><text:p>341523201004031234</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="6217000000000010000"/></table:table-row>
          <table:table-row><table:table-cell office:value-type="string"><text:p>李四</text:p></table:table-cell><table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/><table:table-cell office:value-type="float" office:value="312.5"/></table:table-row>
        </table:table>
        <table:table table:name="旧表" table:style-name="gone"><table:table-row><table:table-cell office:value-type="string"><text:p>旧</text:p></table:table-cell></table:table-row></table:table>
        </office:spreadsheet></office:body></office:document>
        """.TrimStart());

    [Theory]
    [InlineData("xlsx", SpreadsheetFormat.Xlsx)]
    [InlineData("xls", SpreadsheetFormat.Xls)]
    public void Workbook_written_by_LibreOffice_is_read(string filter, SpreadsheetFormat format)
    {
        var bytes = Saved(filter);

        Read.FormatOf(bytes).Should().Be(format);
        var sheets = Read.All(bytes);
        sheets.Select(sheet => sheet.Name).Should().Equal("一班", "旧表");
        var list = sheets[0];
        list.Numbers.Should().Equal(1, 3, 4, 5);
        list.Texts(3).Should().Equal("姓名", "出生日期", "身份证号", "卡号");
        list.Texts(4).Should().Equal("张　三", "2010-04-03", "341523201004031234", "6.21700000000001E+18");
        list.Cell(4, 1).Kind.Should().Be(CellKind.Date);
        list.Cell(4, 3).Kind.Should().Be(CellKind.Number);
        list.Texts(5)[0].Should().Be("李四");
        list.Texts(5)[1].Should().BeEmpty("an error is nothing");
        list.Texts(5)[3].Should().Be("312.5");
        list.Texts(1).Should().Equal("受助学生名单", "受助学生名单", "受助学生名单", "受助学生名单");
        sheets[1].Hidden.Should().BeTrue();
    }

    [Theory]
    [InlineData("csv:Text - txt - csv (StarCalc):9,34,UTF-16,1")]
    [InlineData("csv:Text - txt - csv (StarCalc):59,34,GBK,1")]
    public void Text_written_by_LibreOffice_is_read(string filter)
    {
        var list = Read.Only(Saved(filter), "一班.csv");

        list.Name.Should().Be("一班.csv");
        list.Numbers.Should().Equal(1, 3, 4, 5);
        list.Texts(3).Should().Equal("姓名", "出生日期", "身份证号", "卡号");
        list.Texts(4)[2].Should().Be("341523201004031234");
    }

    [Fact]
    public void Page_written_by_LibreOffice_is_read()
    {
        var sheets = Read.All(Saved("html:HTML (StarCalc)"));

        sheets[0].Texts(1).Should().Equal("受助学生名单", "受助学生名单", "受助学生名单", "受助学生名单");
        sheets[0].Texts(4)[2].Should().Be("341523201004031234");
    }

    [Fact]
    public void Its_own_formats_are_refused_by_name()
    {
        Read.Problem(Saved("ods"))!.Message.Should().Contain(".ods");
        Read.Problem(Source)!.Message.Should().Contain("OpenDocument");
    }

    private byte[] Saved(string filter) => office.Convert(filter, "list.fods", Source);
}
