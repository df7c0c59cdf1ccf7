using EduAid.Spreadsheets.Reading;
using NPOI.HSSF.UserModel;
using NPOI.SS.UserModel;

namespace EduAid.Spreadsheets.Tests.Reading;

public sealed class XlsTests
{
    static XlsTests() => System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    [Fact]
    public void Cell_of_each_type_is_read()
    {
        var bytes = Workbooks.Xls(workbook =>
        {
            var row = workbook.CreateSheet("名单").CreateRow(4);
            row.CreateCell(0).SetCellValue("张三");
            row.CreateCell(1).SetCellValue(312.5);
            row.CreateCell(2).SetCellValue(341523201001011234d);
            row.CreateCell(3).SetCellValue(true);
            row.CreateCell(4).SetCellErrorValue(FormulaError.NA.Code);
            row.CreateCell(5).CellFormula = "1/0";
            Date(workbook, row.CreateCell(6), workbook.CreateDataFormat().GetFormat("yyyy\"年\"m\"月\"d\"日\"")).SetCellValue(new DateTime(2020, 4, 3));
            Date(workbook, row.CreateCell(7), 31).SetCellValue(43924);
            Date(workbook, row.CreateCell(8), 20).SetCellValue(0.5);
            Date(workbook, row.CreateCell(9), 46).SetCellValue(1.25);
            row.CreateCell(10).CellFormula = "CONCATENATE(\"缓\",\"存\")";
            row.CreateCell(12).SetCellValue("'0012");
            HSSFFormulaEvaluator.EvaluateAllFormulaCells(workbook);
        });

        var sheet = Read.Only(bytes);

        Read.FormatOf(bytes).Should().Be(SpreadsheetFormat.Xls);
        sheet.Numbers.Should().Equal(5);
        sheet.Texts(5).Should().Equal(
            "张三", "312.5", "3.4152320100101126E+17", "TRUE", "", "", "2020-04-03", "2020-04-03", "12:00:00", "30:00:00", "缓存", "", "'0012");
        sheet.Cell(5, 2).Number.Should().Be(341523201001011234d);
        sheet.Cell(5, 6).Kind.Should().Be(CellKind.Date);
        sheet.Cell(5, 7).Kind.Should().Be(CellKind.Date);
    }

    [Fact]
    public void Sheets_come_in_order_with_hidden_ones_marked_and_can_be_read_in_any_order()
    {
        var bytes = Workbooks.Xls(workbook =>
        {
            workbook.Fill("一班", ["甲"]);
            workbook.Fill("隐藏", ["乙"]);
            workbook.Fill("深藏", ["丙"]);
            workbook.SetSheetHidden(1, SheetState.Hidden);
            workbook.SetSheetHidden(2, SheetState.VeryHidden);
        });

        using var stream = new MemoryStream(bytes);
        using var file = SpreadsheetFile.Open(stream, "x.xls", ReadingLimits.Default).File!;
        var sheets = file.Sheets().ToList();

        sheets.Select(sheet => (sheet.Name, sheet.Hidden)).Should().Equal(("一班", false), ("隐藏", true), ("深藏", true));
        sheets[2].Rows().Single()[0].Text.Should().Be("丙");
        sheets[0].Rows().Single()[0].Text.Should().Be("甲");
        sheets[0].Rows().Single()[0].Text.Should().Be("甲");
    }

    [Fact]
    public void Long_shared_texts_over_many_records_survive_and_blank_rows_keep_their_numbers()
    {
        var bytes = Workbooks.Xls(workbook =>
        {
            var sheet = workbook.CreateSheet("长");
            for (var row = 0; row < 500; row++)
                sheet.CreateRow(row * 3).CreateCell(1).SetCellValue(new string((char)('一' + row), 300) + row);
        });

        var read = Read.Only(bytes);

        read.Numbers.Should().Equal(Enumerable.Range(0, 500).Select(row => row * 3 + 1));
        read.Texts(1498).Should().Equal("", new string((char)('一' + 499), 300) + "499");
    }

    [Fact]
    public void Workbook_stream_without_its_container_is_read()
    {
        var bytes = Workbooks.Xls(workbook => workbook.Fill("名单", ["姓名"], ["张三"]));

        Read.Only(Ole.Stream(bytes, "Workbook")).Texts(2).Should().Equal("张三");
    }

    [Fact]
    public void File_of_many_megabytes_needs_the_container_s_longer_sector_lists()
    {
        var bytes = Workbooks.Xls(workbook =>
        {
            var sheet = workbook.CreateSheet("大");
            for (var row = 0; row < 150; row++)
                sheet.CreateRow(row).CreateCell(0).SetCellValue(new string((char)('一' + row), 30_000));
        });

        bytes.Length.Should().BeGreaterThan(109 * 128 * 512);
        var read = Read.Only(bytes);
        read.Rows.Should().HaveCount(150);
        read.Texts(150).Should().Equal(new string((char)('一' + 149), 30_000));
    }

    [Fact]
    public void Encrypted_workbook_is_refused_as_encrypted()
    {
        var plain = Workbooks.Xls(workbook => workbook.Fill("名单", ["姓名"]));
        var stream = Ole.Stream(plain, "Workbook");
        var first = 4 + BitConverter.ToUInt16(stream, 2);
        // RC4 (MS-XLS 2.4.117, 2.2.6): salt, verifier and its hash belong to no known password.
        byte[] filePass = [0x2F, 0, 54, 0, 1, 0, 1, 0, 1, 0, .. Enumerable.Range(1, 48).Select(value => (byte)value)];
        var encrypted = Ole.File("Workbook", [.. stream[..first], .. filePass, .. stream[first..]]);

        Read.Problem(encrypted)!.Code.Should().Be("file.encrypted");
    }

    [Fact]
    public void Cells_out_of_order_and_charts_inside_a_sheet_do_not_matter()
    {
        byte[] Rk(byte row, byte column, byte value) => Record(0x027E, row, 0, column, 0, 0, 0, (byte)(value << 2 | 2), 0, 0, 0);
        byte[] globals = [.. Record(0x0809, 0, 6, 5, 0, 0, 0, 0, 0), .. Record(0x0085, 31, 0, 0, 0, 0, 0, 1, 0, (byte)'S'), .. Record(0x000A)];
        globals.Length.Should().Be(29);
        globals[16] = 29;
        byte[] sheet =
        [
            .. Record(0x0809, 0, 6, 0x10, 0, 0, 0, 0, 0),
            .. Rk(2, 1, 6), .. Rk(0, 0, 1), .. Rk(2, 0, 5),
            .. Record(0x0809, 0, 6, 0x20, 0, 0, 0, 0, 0), .. Rk(0, 3, 9), .. Record(0x000A),
            .. Record(0x00E5, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0),
            .. Record(0x000A), .. Rk(4, 0, 9),
        ];

        var read = Read.Only([.. globals, .. sheet]);

        read.Numbers.Should().Equal(1, 3);
        read.Texts(1).Should().Equal("1", "1");
        read.Texts(3).Should().Equal("5", "6");
    }

    [Fact]
    public void Workbook_of_Excel_95_is_read_by_its_code_page()
    {
        var name = System.Text.Encoding.GetEncoding(936).GetBytes("一班");
        byte[] globals = [.. Record(0x0809, 0, 5, 5, 0, 0, 0, 0, 0), .. Record(0x0042, 0xA8, 0x03), .. Record(0x0085, [37, 0, 0, 0, 0, 0, 4, .. name]), .. Record(0x000A)];
        globals.Length.Should().Be(37);

        var read = Read.Only([.. globals, .. Record(0x0809, 0, 5, 0x10, 0, 0, 0, 0, 0), .. Record(0x0204, [1, 0, 2, 0, 0, 0, 4, 0, .. name]), .. Record(0x000A)]);

        read.Name.Should().Be("一班");
        read.Texts(2).Should().Equal("", "", "一班");
    }

    [Fact]
    public void Forged_dimensions_neither_hang_nor_hide_the_rows()
    {
        var stream = Ole.Stream(Workbooks.Xls(workbook => workbook.Fill("名单", ["姓名"], ["张三"])), "Workbook");
        var at = stream.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x00, 0x02, 14, 0]);
        BitConverter.TryWriteBytes(stream.AsSpan(at + 8), 0x7FFFFFF0).Should().BeTrue();
        BitConverter.TryWriteBytes(stream.AsSpan(at + 14), ushort.MaxValue).Should().BeTrue();

        Read.Only(Ole.File("Workbook", stream)).Texts(2).Should().Equal("张三");
    }

    [Fact]
    public void Row_beyond_32768_is_merged_like_any_other()
    {
        var bytes = Workbooks.Xls(workbook =>
        {
            var sheet = workbook.CreateSheet("名单");
            sheet.CreateRow(40000).CreateCell(0).SetCellValue("一班");
            sheet.CreateRow(40001).CreateCell(1).SetCellValue("张三");
            sheet.AddMergedRegion(new NPOI.SS.Util.CellRangeAddress(40000, 40001, 0, 0));
        });

        Read.Only(bytes).Texts(40002).Should().Equal("一班", "张三");
    }

    private static byte[] Record(ushort id, params byte[] body) => [.. BitConverter.GetBytes(id), .. BitConverter.GetBytes((ushort)body.Length), .. body];

    private static ICell Date(HSSFWorkbook workbook, ICell cell, short format)
    {
        cell.CellStyle = workbook.CreateCellStyle();
        cell.CellStyle.DataFormat = format;
        return cell;
    }
}
