using System.IO.Compression;
using ClosedXML.Excel;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Spreadsheets.Tests.Writing;

public sealed class RosterWorkbookTests
{
    [Fact]
    public void School_roster_has_title_header_entries_total_and_signature_lines()
    {
        var rows = Written.Values(School(Rosters.Of("城关镇第4完全小学", 3))).Should().ContainSingle().Subject;

        rows.Key.Should().Be("城关镇第4完全小学");
        rows.Value.Select(row => string.Join('|', row)).Should().Equal(
            "2020年春季学期义务教育生活补助发放花名册(草稿)|||||||",
            "序号|学校名称|姓名|身份证号|班级|银行卡号|金额(元)|备注",
            "1|城关镇第4完全小学|学生0|341523201001010000|1年级1班||312.5|无银行卡",
            "2|城关镇第4完全小学|学生1|341523201001010001|2年级2班|6217000000000000001|500|",
            "3|城关镇第4完全小学|学生2|341523201001010002|3年级3班|6217000000000000002|312.5|",
            "合计|3|壹仟壹佰贰拾伍元整||||1125|",
            "|||||||",
            "制表人：＿＿＿＿＿＿＿＿＿＿＿　审核人：＿＿＿＿＿＿＿＿＿＿＿　校长：＿＿＿＿＿＿＿＿＿＿＿　盖章：＿＿＿＿＿＿＿＿＿＿＿|||||||",
            "填表日期：＿＿＿＿年＿＿月＿＿日|||||||");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(RosterWorkbook.LargestPrinted + 1)]
    public void Ids_and_cards_are_text_and_amounts_numbers(int entries)
    {
        using var workbook = Written.Open(School(Rosters.Of("甲小学", entries)));
        var sheet = workbook.Worksheet(1);

        foreach (var row in sheet.Rows(3, 2 + entries))
        {
            row.Cell(4).DataType.Should().Be(XLDataType.Text);
            row.Cell(4).Style.NumberFormat.Format.Should().Be("@");
            row.Cell(4).GetString().Should().HaveLength(18);
            row.Cell(6).Style.NumberFormat.Format.Should().Be("@");
            row.Cell(7).DataType.Should().Be(XLDataType.Number);
            row.Cell(7).Style.NumberFormat.Format.Should().Be("#,##0.00");
            row.Cell(1).DataType.Should().Be(XLDataType.Number);
        }

        sheet.Cell(3, 7).GetDouble().Should().Be(312.5);
    }

    [Fact]
    public void Every_cell_from_header_to_total_has_thin_borders_and_the_title_has_none()
    {
        using var workbook = Written.Open(School(Rosters.Of("甲小学", 4)));
        var sheet = workbook.Worksheet(1);

        sheet.Range(2, 1, 7, 8).Cells().Select(Written.Borders).Should().HaveCount(48).And.OnlyContain(borders => !borders.Contains("None"));
        sheet.Cell(1, 1).Style.Border.TopBorder.Should().Be(XLBorderStyleValues.None);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(RosterWorkbook.LargestPrinted + 1)]
    public void Page_is_A4_landscape_one_page_wide_with_head_repeated_and_numbered(int entries)
    {
        using var workbook = Written.Open(School(Rosters.Of("甲小学", entries)));
        var sheet = workbook.Worksheet(1);
        var page = sheet.PageSetup;

        page.PaperSize.Should().Be(XLPaperSize.A4Paper);
        page.PageOrientation.Should().Be(XLPageOrientation.Landscape);
        (page.PagesWide, page.PagesTall).Should().Be((1, 0));
        (page.FirstRowToRepeatAtTop, page.LastRowToRepeatAtTop).Should().Be((1, 2));
        page.Footer.Center.GetText(XLHFOccurrence.OddPages).Should().Be("第 &P 页 / 共 &N 页");
        page.Margins.Left.Should().Be(0.4);
        sheet.SheetView.SplitRow.Should().Be(2);
        sheet.Column(4).Width.Should().BeApproximately(22, 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rows_to_repeat_are_named_absolutely_and_in_quotes_as_every_program_reads_them(bool streamed)
    {
        using var zip = new ZipArchive(new MemoryStream(Rosters.Lay(Rosters.Of("第 4 'A' 小学", 1), streamed)));
        using var workbook = new StreamReader(zip.GetEntry("xl/workbook.xml")!.Open());

        workbook.ReadToEnd().Should().Contain("localSheetId=\"0\">'第 4 ''A'' 小学'!$1:$2<");
    }

    [Fact]
    public void Both_writers_give_the_same_look_cell_by_cell()
    {
        var sheet = Rosters.Of("甲小学", [.. Rosters.Entries("甲小学", 6), new("甲小学", "=1+1", "-", "@x", null, -1_05, "多行\n备注")]);
        using var printed = Written.Open(Rosters.Lay(sheet, streamed: false));
        using var streamed = Written.Open(Rosters.Lay(sheet, streamed: true));

        var wanted = Written.Describe(printed.Worksheet(1));
        var got = Written.Describe(streamed.Worksheet(1));
        got.Should().HaveSameCount(wanted);
        got.Zip(wanted).Where(pair => pair.First != pair.Second).Should().BeEmpty();
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, RosterWorkbook.LargestPrinted / 2)]
    public void County_has_a_summary_and_each_person_once(int schools, int entries)
    {
        var sheets = Enumerable.Range(0, schools)
            .Select(i => Rosters.Of($"第{i}小学", Rosters.Entries($"第{i}小学", entries, i * entries))).ToList();

        var workbook = Written.Values(Written.By(s =>
            RosterWorkbook.WriteCounty(s, "汇总表", sheets, ["制表人", "局长"])));

        workbook.Keys.Should().Equal(["汇总", .. sheets.Select(s => s.School)]);
        var summary = workbook["汇总"];
        summary[1].Should().Equal("序号", "学校名称", "人数", "金额(元)", "金额大写");
        summary[2][..4].Should().Equal(1.0, "第0小学", (double)entries, sheets[0].TotalFen / 100.0);
        var total = summary[2 + schools];
        total[0].Should().Be("合计");
        total[2].Should().Be((double)(schools * entries));
        total[3].Should().Be(sheets.Sum(s => s.TotalFen) / 100.0);
        total[4].Should().Be(EduAid.Domain.Values.ChineseCapitals.Of(sheets.Sum(s => s.TotalFen)));

        var ids = sheets.SelectMany(s => s.Rows).Select(e => e.CitizenId).ToHashSet();
        workbook.Values.SelectMany(rows => rows).SelectMany(row => row).OfType<string>().Where(ids.Contains)
            .Should().HaveCount(schools * entries).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void Schools_of_one_name_and_names_that_no_sheet_may_have_get_sheets_of_their_own()
    {
        string[] schools = ["汇总", "甲/乙[小学]", "甲/乙[小学]", new string('长', 40), new string('长', 41), "'引'", "", "HISTORY"];

        using var workbook = Written.Open(Written.By(s =>
            RosterWorkbook.WriteCounty(s, "t", [.. schools.Select(name => Rosters.Of(name, 1))], [])));

        workbook.Worksheets.Select(s => s.Name).Should().Equal(
            "汇总", "汇总 (2)", "甲_乙_小学_", "甲_乙_小学_ (2)", new string('长', 31), new string('长', 27) + " (2)", "引", "工作表",
            "HISTORY (2)");
    }

    [Fact]
    public void Empty_roster_has_its_header_and_a_total_of_zero()
    {
        var rows = Written.Values(School(Rosters.Of("甲小学", 0)))["甲小学"];

        rows[1][2].Should().Be("姓名");
        rows[2].Should().Equal("合计", 0.0, "零元整", null, null, null, 0.0, null);
    }

    [Fact]
    public void County_without_schools_has_a_summary_with_a_total_of_zero()
    {
        var workbook = Written.Values(Written.By(s => RosterWorkbook.WriteCounty<Entry>(s, "t", [], [])));

        workbook.Should().ContainSingle();
        workbook["汇总"][2].Should().Equal("合计", null, 0.0, 0.0, "零元整");
    }

    [Fact]
    public void Rows_that_do_not_add_up_to_the_roster_are_not_written()
    {
        var sheet = Rosters.Of("甲小学", 3);

        FluentActions.Invoking(() => School(sheet with { TotalFen = sheet.TotalFen + 1 })).Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => School(sheet with { Count = 4 })).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Same_roster_streamed_twice_gives_the_same_bytes()
    {
        var sheet = Rosters.Of("甲小学", RosterWorkbook.LargestPrinted + 1);

        School(sheet).Should().Equal(School(sheet));
    }

    [Fact]
    public void A_cancelled_export_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        FluentActions.Invoking(() => RosterWorkbook.WriteSchool(new MemoryStream(), Rosters.Of("甲小学", 2), cancelled.Token))
            .Should().Throw<OperationCanceledException>();
    }

    private static byte[] School(RosterSheet<Entry> sheet) => Written.By(s => RosterWorkbook.WriteSchool(s, sheet));
}
