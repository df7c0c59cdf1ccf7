using EduAid.Spreadsheets.Reading;

namespace EduAid.Spreadsheets.Tests.Reading;

public sealed class XlsxByHandTests
{
    [Fact]
    public void Cell_of_each_type_is_read()
    {
        var bytes = new XlsxByHand
        {
            SharedStrings = """<si><t>姓名</t></si><si><r><t>富</t></r><r><t xml:space="preserve"> 文本</t></r><rPh sb="0" eb="1"><t>ふ</t></rPh></si><si><t>一_x000D_行</t></si>""",
        }.Sheet("""
            <row r="2">
              <c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c>
              <c r="D2" t="inlineStr"><is><t>内</t><rPh><t>x</t></rPh><r><t>联</t></r></is></c>
              <c r="E2" t="str"><f>A1&amp;"x"</f><v>缓存值</v></c><c r="F2"><f>1+1</f><v>2</v></c>
              <c r="G2" t="b"><v>1</v></c><c r="H2" t="b"><v>0</v></c><c r="I2" t="e"><v>#N/A</v></c>
              <c r="J2" t="d"><v>2020-04-03</v></c><c r="K2"><v>3.41523201001011E17</v></c><c r="M2" t="n"><v>不是数</v></c>
              <c r="N2" t="inlineStr"><is><t>'0012</t></is></c><c r="O2" s="7"/>
            </row>
            """).Bytes();

        var sheet = Read.Only(bytes);

        sheet.Texts(2).Should().Equal(
            "姓名", "富 文本", "一\r行", "内联", "缓存值", "2", "TRUE", "FALSE", "", "2020-04-03", "3.41523201001011E+17", "", "不是数", "'0012");
        sheet.Cell(2, 5).Kind.Should().Be(CellKind.Number);
        sheet.Cell(2, 6).Kind.Should().Be(CellKind.Boolean);
        sheet.Cell(2, 8).Kind.Should().Be(CellKind.Empty);
        sheet.Cell(2, 9).Date.Should().Be(new DateOnly(2020, 4, 3));
        sheet.Cell(2, 10).Number.Should().Be(341523201001011000);
        sheet.Cell(2, 99).Should().Be(Cell.Empty);
    }

    [Fact]
    public void Row_keeps_the_number_that_the_program_shows_and_blank_ones_are_passed_over()
    {
        var bytes = new XlsxByHand().Sheet("""
            <row r="3"><c r="A3"><v>1</v></c></row><row r="5"/><row r="6"><c r="A6" s="1"/></row><row r="1048576"><c r="B1048576"><v>2</v></c></row>
            """).Bytes();

        Read.Only(bytes).Numbers.Should().Equal(3, 1048576);
    }

    [Fact]
    public void Rows_and_cells_without_references_count_on()
    {
        var bytes = new XlsxByHand().Sheet("<row><c><v>1</v></c><c/><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>").Bytes();

        var sheet = Read.Only(bytes);

        sheet.Texts(1).Should().Equal("1", "", "2");
        sheet.Numbers.Should().Equal(1, 3);
    }

    [Fact]
    public void Prefixed_xml_is_read_and_the_strict_form_refused_by_name_not_taken_for_empty()
    {
        const string sheet = """<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="B1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>""";

        Read.Only(new XlsxByHand().Xml(sheet).Bytes()).Texts(1).Should().Equal("", "7");
        var strict = sheet.Replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main", StringComparison.Ordinal);
        Read.Problem(new XlsxByHand().Xml(strict).Bytes())!.Message.Should().Contain("Strict Open XML").And.Contain("另存为");
    }

    [Theory]
    [InlineData("yyyy-mm-dd", "2020-04-01", CellKind.Date)]
    [InlineData("[$-804]yyyy\"年\"m\"月\"d\"日\";@", "2020-04-01", CellKind.Date)]
    [InlineData("mmm-yy", "2020-04-01", CellKind.Date)]
    [InlineData("m\"月\"", "2020-04-01", CellKind.Date)]
    [InlineData("yyyy/m/d h:mm", "2020-04-01", CellKind.Date)]
    [InlineData("General", "43922", CellKind.Number)]
    [InlineData("0.00E+00", "43922", CellKind.Number)]
    [InlineData("#,##0.00_);[Red]\\(#,##0.00\\)", "43922", CellKind.Number)]
    [InlineData("0\"day\"", "43922", CellKind.Number)]
    [InlineData("@", "43922", CellKind.Number)]
    public void Format_decides_whether_a_number_is_a_date(string format, string text, CellKind kind)
    {
        var bytes = new XlsxByHand
        {
            Formats = $"""<numFmt numFmtId="176" formatCode="{System.Security.SecurityElement.Escape(format)}"/>""",
            CellFormats = """<xf numFmtId="0"/><xf numFmtId="176"/>""",
        }.Sheet("""<row r="1"><c r="A1" s="1"><v>43922</v></c></row>""").Bytes();

        var cell = Read.Only(bytes).Cell(1, 0);

        cell.Text.Should().Be(text);
        cell.Kind.Should().Be(kind);
    }

    [Theory]
    [InlineData(14, "43922", "2020-04-01")]
    [InlineData(31, "43922", "2020-04-01")]
    [InlineData(57, "43922", "2020-04-01")]
    [InlineData(20, "0.5", "12:00:00")]
    [InlineData(46, "1.25", "30:00:00")]
    [InlineData(14, "1", "1900-01-01")]
    [InlineData(14, "61", "1900-03-01")]
    [InlineData(2, "43922", "43922")]
    public void Built_in_format_needs_no_spelling_out(int id, string value, string text)
    {
        var bytes = new XlsxByHand { CellFormats = $"""<xf numFmtId="{id}"/>""" }
            .Sheet($"""<row r="1"><c r="A1" s="0"><v>{value}</v></c></row>""").Bytes();

        Read.Only(bytes).Texts(1).Should().Equal(text);
    }

    [Fact]
    public void Era_of_1904_shifts_dates()
    {
        var bytes = new XlsxByHand { WorkbookProperties = """<workbookPr date1904="1"/>""", CellFormats = """<xf numFmtId="14"/>""" }
            .Sheet("""<row r="1"><c r="A1" s="0"><v>42460</v></c></row>""").Bytes();

        Read.Only(bytes).Texts(1).Should().Equal("2020-04-01");
    }

    [Fact]
    public void Hidden_and_very_hidden_sheets_say_so_and_keep_their_place()
    {
        const string row = """<row r="1"><c r="A1"><v>1</v></c></row>""";
        var bytes = new XlsxByHand().Sheet(row, name: "甲").Sheet(row, name: "乙", state: "hidden").Sheet(row, name: "丙", state: "veryHidden").Bytes();

        Read.All(bytes).Select(sheet => (sheet.Name, sheet.Hidden)).Should().Equal(("甲", false), ("乙", true), ("丙", true));
    }

    [Fact]
    public void Formatted_blank_cells_to_the_last_column_do_not_matter()
    {
        var bytes = new XlsxByHand().Sheet("""<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>""").Bytes();

        Read.Only(bytes).Texts(1).Should().Equal("1");
    }

    [Theory]
    [InlineData("SG1")]
    [InlineData("XFD1")]
    public void Value_beyond_the_last_column_is_refused_by_row_and_limit(string reference)
    {
        var bytes = new XlsxByHand().Sheet($"""<row r="1"><c r="{reference}"><v>1</v></c></row>""").Bytes();

        var problem = Read.Problem(bytes);

        problem!.Code.Should().Be("file.unreadable");
        problem.Message.Should().Contain("名单").And.Contain("第 1 行").And.Contain("500");
    }

    [Theory]
    [InlineData("XFE1")]
    [InlineData("ZZZZZ1")]
    [InlineData("ZZZZZZ1")]
    [InlineData("ZZZZZZZ1")]
    [InlineData("ZZZZZZZZZZZZ1")]
    public void Forged_cell_reference_is_refused_and_costs_nothing(string reference)
    {
        var bytes = new XlsxByHand().Sheet($"""<row r="1"><c r="{reference}"><v>1</v></c></row>""").Bytes();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Read.Problem(bytes)!.Code.Should().Be("file.unreadable");
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(4 << 20);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1048577")]
    [InlineData("2147483647")]
    [InlineData("99999999999999999999")]
    [InlineData("-3")]
    [InlineData("x")]
    public void Forged_row_number_is_refused(string number)
    {
        var bytes = new XlsxByHand().Sheet($"""<row r="{number}"><c><v>1</v></c></row>""").Bytes();

        Read.Problem(bytes)!.Code.Should().Be("file.unreadable");
    }

    [Fact]
    public void Text_longer_than_a_cell_holds_is_refused_with_its_place()
    {
        var longest = new string('长', 32767);
        var inline = $"""<row r="4"><c r="C4" t="inlineStr"><is><t>{longest}</t></is></c></row>""";

        Read.Only(new XlsxByHand().Sheet(inline).Bytes()).Cell(4, 2).Text.Should().HaveLength(32767);
        Read.Problem(new XlsxByHand().Sheet(inline.Replace("</t>", "长</t>", StringComparison.Ordinal)).Bytes())!
            .Message.Should().Contain("第 4 行第 3 列").And.Contain("32767");
        Read.Problem(new XlsxByHand { SharedStrings = $"<si><t>{longest}长</t></si>" }
            .Sheet("""<row r="1"><c r="A1" t="s"><v>0</v></c></row>""").Bytes())!.Code.Should().Be("file.unreadable");
    }

    [Fact]
    public void Index_without_a_shared_string_is_damage_not_a_number()
    {
        var bytes = new XlsxByHand().Sheet("""<row r="1"><c r="A1" t="s"><v>9</v></c></row>""").Bytes();

        Read.Problem(bytes)!.Code.Should().Be("file.unreadable");
    }
}
