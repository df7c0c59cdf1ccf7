using ClosedXML.Excel;
using NPOI.SS.Util;

namespace EduAid.Spreadsheets.Tests.Reading;

public sealed class MergedCellTests
{
    [Fact]
    public void Title_header_group_and_class_show_their_value_in_every_cell()
    {
        var bytes = Workbooks.Xlsx(workbook =>
        {
            var sheet = workbook.AddWorksheet("名单");
            sheet.Cell("A1").Value = "受助学生名单";
            sheet.Range("A1:D2").Merge();
            sheet.Cell("A3").Value = "班级";
            sheet.Range("A3:A4").Merge();
            sheet.Cell("B3").Value = "监护人1";
            sheet.Range("B3:C3").Merge();
            sheet.Cell("B4").Value = "姓名";
            sheet.Cell("C4").Value = "电话";
            sheet.Cell("A5").Value = "一班";
            sheet.Range("A5:A7").Merge();
            for (var row = 5; row <= 7; row++)
                sheet.Cell(row, 2).Value = "学生" + row;
        });

        AsShown(Read.Only(bytes));
    }

    [Fact]
    public void The_same_holds_in_the_binary_format()
    {
        var bytes = Workbooks.Xls(workbook =>
        {
            var sheet = workbook.Fill(
                "名单",
                ["受助学生名单"],
                [],
                ["班级", "监护人1"],
                [null, "姓名", "电话"],
                ["一班", "学生5"],
                [null, "学生6"],
                [null, "学生7"]);
            sheet.AddMergedRegion(new CellRangeAddress(0, 1, 0, 3));
            sheet.AddMergedRegion(new CellRangeAddress(2, 3, 0, 0));
            sheet.AddMergedRegion(new CellRangeAddress(2, 2, 1, 2));
            sheet.AddMergedRegion(new CellRangeAddress(4, 6, 0, 0));
        });

        AsShown(Read.Only(bytes));
    }

    [Fact]
    public void Row_that_the_file_leaves_out_inside_a_range_is_shown()
    {
        var bytes = new XlsxByHand().Sheet(
            """<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="B9"><v>2</v></c></row>""",
            """<mergeCells><mergeCell ref="A1:A3"/></mergeCells>""").Bytes();

        var sheet = Read.Only(bytes);

        sheet.Numbers.Should().Equal(1, 2, 3, 9);
        sheet.Texts(3).Should().Equal("1");
        sheet.Texts(9).Should().Equal("", "2");
    }

    [Fact]
    public void Range_over_a_million_rows_and_all_columns_is_cut_to_the_columns_that_are_read()
    {
        var bytes = new XlsxByHand().Sheet(
            """<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2" s="1"/></row>""",
            """<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>""").Bytes();

        Read.Only(bytes).Rows.Select(row => row.Count).Should().Equal(500, 500);
    }

    [Fact]
    public void Ranges_that_overlap_beyond_reason_are_refused()
    {
        var ranges = string.Concat(Enumerable.Repeat("""<mergeCell ref="A1:B9"/>""", 501));
        var bytes = new XlsxByHand().Sheet(
            """<row r="1"><c r="A1"><v>1</v></c></row>""", $"<mergeCells>{ranges}</mergeCells>").Bytes();

        Read.Problem(bytes)!.Message.Should().Contain("合并单元格");
    }

    [Theory]
    [InlineData("A1")]
    [InlineData("")]
    [InlineData("B2:A1")]
    [InlineData("A0:A1")]
    [InlineData("甲1:乙2")]
    [InlineData("A1:B99999999999999999999")]
    public void Range_that_is_none_is_ignored(string reference)
    {
        var bytes = new XlsxByHand().Sheet(
            """<row r="1"><c r="A1"><v>1</v></c></row>""", $"""<mergeCells><mergeCell ref="{reference}"/></mergeCells>""").Bytes();

        Read.Only(bytes).Texts(1).Should().Equal("1");
    }

    private static void AsShown(ReadSheet sheet)
    {
        sheet.Texts(1).Should().Equal("受助学生名单", "受助学生名单", "受助学生名单", "受助学生名单");
        sheet.Texts(2).Should().Equal(sheet.Texts(1));
        sheet.Texts(3).Should().Equal("班级", "监护人1", "监护人1");
        sheet.Texts(4).Should().Equal("班级", "姓名", "电话");
        sheet.Texts(6).Should().Equal("一班", "学生6");
        sheet.Texts(7).Should().Equal("一班", "学生7");
    }
}
