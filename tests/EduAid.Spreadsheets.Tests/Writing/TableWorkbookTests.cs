using System.Text;
using ClosedXML.Excel;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Spreadsheets.Tests.Writing;

public sealed class TableWorkbookTests
{
    private sealed record Missed(string Name, string CitizenId, DateOnly? Born, long Fen, long Age);

    private static readonly Column<Missed>[] Columns =
    [
        Column.Ordinal<Missed>(),
        Column.Text<Missed>("姓名", 12, m => m.Name),
        Column.Code<Missed>("身份证号", 22, m => m.CitizenId),
        Column.Date<Missed>("出生日期", 16, m => m.Born),
        Column.Money<Missed>("应发", 12, m => m.Fen),
        Column.Whole<Missed>("年龄", 8, m => m.Age),
    ];

    private static readonly Missed[] Two =
    [
        new("<甲&\"乙\">_x0041_", "341523201001010010", new DateOnly(2010, 1, 1), 1_234_567_05, 10),
        new(" 丙\n丁𠮷", "34152320100101002X", null, -5, -1),
    ];

    private static TableSheet<Missed> Table(IEnumerable<Missed> rows) => new("应助未助", "应助未助名单", Columns, rows);

    [Fact]
    public void Workbook_has_title_header_and_typed_cells()
    {
        var rows = Written.Values(Written.By(s => TableWorkbook.Write(s, Table(Two))))["应助未助"];

        rows.Should().HaveCount(4);
        rows[0][0].Should().Be("应助未助名单");
        rows[1].Should().Equal("序号", "姓名", "身份证号", "出生日期", "应发", "年龄");
        rows[2].Should().Equal(1.0, "<甲&\"乙\">_x0041_", "341523201001010010", new DateTime(2010, 1, 1), 1_234_567.05, 10.0);
        rows[3].Should().Equal(2.0, " 丙\n丁𠮷", "34152320100101002X", null, -0.05, -1.0);
    }

    [Fact]
    public void Dates_show_as_written_in_Chinese_and_the_header_has_a_filter()
    {
        using var workbook = Written.Open(Written.By(s => TableWorkbook.Write(s, Table(Two))));
        var sheet = workbook.Worksheet(1);

        sheet.Cell(3, 4).DataType.Should().Be(XLDataType.DateTime);
        sheet.Cell(3, 4).Style.NumberFormat.Format.Should().Be("yyyy\"年\"m\"月\"d\"日\"");
        sheet.AutoFilter.Range.RangeAddress.ToString().Should().Be("A2:F4");
        sheet.SheetView.SplitRow.Should().Be(2);
    }

    [Fact]
    public void List_longer_than_a_sheet_goes_on_in_the_next_and_keeps_counting()
    {
        var many = Enumerable.Range(0, 5).Select(n => Two[0] with { Name = $"甲{n}" });

        var workbook = Written.Values(Written.By(s => TableWorkbook.Write(s, Table(many), rowsASheet: 2, CancellationToken.None)));

        workbook.Keys.Should().Equal("应助未助", "应助未助 (2)", "应助未助 (3)");
        workbook["应助未助 (3)"].Should().HaveCount(3);
        workbook["应助未助 (3)"][1][1].Should().Be("姓名");
        workbook["应助未助 (3)"][2][..2].Should().Equal(5.0, "甲4");
    }

    [Fact]
    public void Empty_list_has_its_header() =>
        Written.Values(Written.By(s => TableWorkbook.Write(s, Table([]))))["应助未助"].Should().HaveCount(2);

    [Fact]
    public void Csv_is_utf8_with_bom_and_quotes_what_must_be_quoted()
    {
        var bytes = Written.By(s => TableCsv.Write(s, Table(Two)));

        bytes[..3].Should().Equal(0xEF, 0xBB, 0xBF);
        Encoding.UTF8.GetString(bytes[3..]).Should().Be(
            "序号,姓名,身份证号,出生日期,应发,年龄\r\n"
            + "1,\"<甲&\"\"乙\"\">_x0041_\",341523201001010010,2010-01-01,1234567.05,10\r\n"
            + "2,\" 丙\n丁𠮷\",34152320100101002X,,-0.05,-1\r\n");
    }

    [Fact]
    public void Long_list_is_written_without_holding_its_rows()
    {
        // A row that has been written can be collected: what is held is bounded by the buffers, not by the rows.
        var alive = new List<WeakReference>();
        IEnumerable<Missed> Rows()
        {
            for (var i = 0; i < 60_000; i++)
            {
                var row = Two[0] with { Name = $"甲{i}" };
                if (i == 100)
                    alive.Add(new WeakReference(row));
                if (i == 59_999)
                    GC.Collect();
                yield return row;
            }

            alive.Should().OnlyContain(row => !row.IsAlive);
        }

        TableWorkbook.Write(Stream.Null, Table(Rows()));
        alive.Should().ContainSingle();
    }
}
