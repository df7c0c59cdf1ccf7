using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using EduAid.Spreadsheets.Writing;
using NPOI.HSSF.UserModel;
using NPOI.SS.UserModel;

namespace EduAid.Spreadsheets.Tests.Writing;

public sealed class MarkedWorkbookTests
{
    private static readonly Mark[] Marks =
    [
        new("名单", 3, 1, MarkSeverity.Error, "身份证号校验码不对"),
        new("名单", 3, 1, MarkSeverity.Warning, "性别与身份证号不符"),
        new("名单", 4, 0, MarkSeverity.Warning, "年龄少见"),
        new("名单", 5, null, MarkSeverity.Error, "同一身份证号有两行不同"),
        new("名单", 5, 0, MarkSeverity.Warning, "姓名可疑"),
        new("名单", 9, 2, MarkSeverity.Error, "缺列"),
    ];

    [Fact]
    public void Xlsx_comes_back_as_it_was_with_marks_and_comments()
    {
        var (marked, file) = Mark(Schools.Xlsx(), OriginalFormat.Xlsx);
        using var workbook = Written.Open(marked);
        var sheet = workbook.Worksheet("名单");

        file.Extension.Should().Be(".xlsx");
        file.Unplaced.Should().BeEmpty();
        CheckMarks(sheet);
        sheet.Cell(2, 1).Style.Font.Bold.Should().BeTrue();
        sheet.Column(2).Width.Should().BeApproximately(30, 1);
        sheet.Cell(4, 3).FormulaA1.Should().Be("1+1");
        sheet.MergedRanges.Should().ContainSingle().Which.RangeAddress.ToString().Should().Be("A1:C1");
        workbook.Worksheet("其他").Cell(1, 1).GetString().Should().Be("说明");
    }

    [Fact]
    public void Comment_that_a_cell_had_stays_before_the_new_one()
    {
        var original = Schools.Xlsx(sheet => sheet.Cell(3, 2).Comment.AddText("老师的批注"));

        using var workbook = Written.Open(Mark(original, OriginalFormat.Xlsx).Bytes);

        var text = workbook.Worksheet("名单").Cell(3, 2).Comment.Text;
        text.Should().StartWith("老师的批注").And.Contain("身份证号校验码不对");
    }

    [Fact]
    public void Mark_inside_joined_cells_is_seen_on_the_cell_that_shows()
    {
        var (marked, _) = Mark(Schools.Xlsx(), OriginalFormat.Xlsx, [new("名单", 1, 2, MarkSeverity.Error, "标题")]);

        using var workbook = Written.Open(marked);
        workbook.Worksheet("名单").Cell(1, 1).Comment.Text.Should().Be("标题");
    }

    [Fact]
    public void Xls_comes_back_as_xls_with_marks_comments_and_its_other_styles()
    {
        var (marked, file) = Mark(Schools.Xls(), OriginalFormat.Xls);
        var sheet = new HSSFWorkbook(new MemoryStream(marked)).GetSheet("名单");

        file.Extension.Should().Be(".xls");
        var bad = sheet.GetRow(2).GetCell(1);
        bad.StringCellValue.Should().Be("341523201001010011");
        bad.CellStyle.FillPattern.Should().Be(FillPattern.SolidForeground);
        bad.CellStyle.FillForegroundColor.Should().Be(IndexedColors.Coral.Index);
        bad.CellStyle.GetDataFormatString().Should().Be("@");
        bad.CellComment.String.String.Should().Be("身份证号校验码不对\n性别与身份证号不符");
        sheet.GetRow(3).GetCell(0).CellStyle.FillForegroundColor.Should().Be(IndexedColors.Gold.Index);
        // The other cells of that shared style stay as they were.
        sheet.GetRow(3).GetCell(1).CellStyle.FillPattern.Should().Be(FillPattern.NoFill);
        sheet.GetRow(4).GetCell(1).CellStyle.FillForegroundColor.Should().Be(IndexedColors.Coral.Index);
        sheet.GetRow(4).GetCell(0).CellStyle.FillForegroundColor.Should().Be(IndexedColors.Gold.Index);
        sheet.GetRow(4).GetCell(0).CellComment.String.String.Should().Be("同一身份证号有两行不同\n姓名可疑");
        sheet.GetRow(8).GetCell(2).CellComment.String.String.Should().Be("缺列");
    }

    [Fact]
    public void Comment_that_an_xls_had_stays_before_the_new_one()
    {
        var once = Mark(Schools.Xls(), OriginalFormat.Xls, [new("名单", 3, 1, MarkSeverity.Warning, "先前")]).Bytes;

        var twice = Mark(once, OriginalFormat.Xls).Bytes;

        new HSSFWorkbook(new MemoryStream(twice)).GetSheet("名单").GetRow(2).GetCell(1).CellComment.String.String
            .Should().Be("先前\n身份证号校验码不对\n性别与身份证号不符");
    }

    [Fact]
    public void Thousands_of_marks_in_an_xls_share_a_few_styles()
    {
        var workbook = new HSSFWorkbook();
        var sheet = workbook.CreateSheet("名单");
        for (var row = 0; row < 5_000; row++)
            sheet.CreateRow(row).CreateCell(0).SetCellValue($"甲{row}");
        var original = Written.By(s => workbook.Write(s));

        var (marked, file) = Mark(original, OriginalFormat.Xls,
            [.. Enumerable.Range(1, 5_000).Select(row => new Mark("名单", row, 0, (MarkSeverity)(row % 2), $"问题{row}"))]);

        file.Extension.Should().Be(".xls");
        var read = new HSSFWorkbook(new MemoryStream(marked));
        read.NumCellStyles.Should().BeLessThan(40);
        read.GetSheet("名单").GetRow(4_999).GetCell(0).CellComment.String.String.Should().Be("问题5000");
    }

    [Fact]
    public void Text_file_comes_back_as_a_fresh_workbook_with_the_same_cells()
    {
        var (marked, file) = Mark("姓名,身份证号"u8.ToArray(), OriginalFormat.Other);
        using var workbook = Written.Open(marked);

        file.Extension.Should().Be(".xlsx");
        CheckMarks(workbook.Worksheet("名单"));
        CheckCells(workbook);
    }

    [Theory]
    [InlineData(OriginalFormat.Xlsx)]
    [InlineData(OriginalFormat.Xls)]
    public void File_that_cannot_be_marked_in_place_is_written_afresh(OriginalFormat format)
    {
        foreach (var broken in new[] { [], "garbage"u8.ToArray(), Schools.Xlsx()[..700], Schools.Xls()[..700] })
        {
            var (marked, file) = Mark(broken, format);
            file.Extension.Should().Be(".xlsx");
            using var workbook = Written.Open(marked);
            CheckMarks(workbook.Worksheet("名单"));
            CheckCells(workbook);
        }
    }

    [Fact]
    public void Sheet_too_big_for_memory_is_written_afresh()
    {
        var padded = Schools.Xlsx();
        using (var stream = new MemoryStream())
        {
            stream.Write(padded);
            using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
            using (var part = zip.CreateEntry("xl/worksheets/big.xml").Open())
                part.Write(new byte[25 << 20]);
            padded = stream.ToArray();
        }

        XlsxMarks.CanLoad(padded).Should().BeFalse();
        XlsxMarks.CanLoad(Schools.Xlsx()).Should().BeTrue();
        using var workbook = Written.Open(Mark(padded, OriginalFormat.Xlsx).Bytes);
        CheckMarks(workbook.Worksheet("名单"));
    }

    [Fact]
    public void Macros_are_not_handed_on()
    {
        var (marked, file) = Mark(Schools.WithMacros(), OriginalFormat.Xlsx);

        file.Extension.Should().Be(".xlsx");
        using var zip = new ZipArchive(new MemoryStream(marked));
        zip.Entries.Should().NotContain(entry => entry.FullName.Contains("vba", StringComparison.OrdinalIgnoreCase));
        using var types = new StreamReader(zip.GetEntry("[Content_Types].xml")!.Open());
        types.ReadToEnd().Should().NotContain("macroEnabled");
        using var workbook = Written.Open(marked);
        CheckMarks(workbook.Worksheet("名单"));
        workbook.Worksheet("名单").Cell(2, 1).Style.Font.Bold.Should().BeTrue();
    }

    [Fact]
    public void File_with_a_picture_keeps_its_formatting()
    {
        using var workbook = Written.Open(Mark(Schools.WithPicture(), OriginalFormat.Xlsx).Bytes);

        CheckMarks(workbook.Worksheet("名单"));
        workbook.Worksheet("名单").Cell(2, 1).Style.Font.Bold.Should().BeTrue();
    }

    [Fact]
    public void Marks_on_a_sheet_that_is_not_there_are_reported()
    {
        var elsewhere = new Mark("没有", 1, 0, MarkSeverity.Error, "x");

        foreach (var (bytes, format) in new[] { (Schools.Xlsx(), OriginalFormat.Xlsx), (Schools.Xls(), OriginalFormat.Xls), ([], OriginalFormat.Other) })
            Mark(bytes, format, [.. Marks, elsewhere]).File.Unplaced.Should().Equal(elsewhere);
    }

    [Fact]
    public void Fresh_workbook_keeps_row_numbers_over_gaps_and_takes_illegal_sheet_names()
    {
        ReadRow[] rows = [new("a/b.csv", 2, ["甲"]), new("a/b.csv", 7, ["乙"]), new("c", 1, [])];
        var bytes = Written.By(s => MarkedWorkbook.Write(s, [], OriginalFormat.Other, rows,
            [new("a/b.csv", 4, 1, MarkSeverity.Error, "空行"), new("a/b.csv", 1, null, MarkSeverity.Error, "表头"), new("a/b.csv", 7, 30, MarkSeverity.Warning, "远")]));

        using var workbook = Written.Open(bytes);
        var sheet = workbook.Worksheet("a_b.csv");
        sheet.Cell(2, 1).GetString().Should().Be("甲");
        sheet.Cell(7, 1).GetString().Should().Be("乙");
        sheet.Cell(1, 1).Comment.Text.Should().Be("表头");
        sheet.Cell(4, 2).Comment.Text.Should().Be("空行");
        sheet.Cell("AE7").Comment.Text.Should().Be("远");
        workbook.Worksheets.Should().HaveCount(2);
    }

    [Fact]
    public void File_without_rows_gives_a_workbook_that_opens()
    {
        using var workbook = Written.Open(Written.By(s => MarkedWorkbook.Write(s, [], OriginalFormat.Other, [], [])));

        workbook.Worksheets.Should().ContainSingle();
    }

    private static (byte[] Bytes, MarkedFile File) Mark(byte[] original, OriginalFormat format, Mark[]? marks = null)
    {
        using var output = new MemoryStream();
        var file = MarkedWorkbook.Write(output, original, format, Schools.Rows, marks ?? Marks);
        return (output.ToArray(), file);
    }

    private static void CheckMarks(IXLWorksheet sheet)
    {
        Written.Fill(sheet.Cell(3, 2)).Should().Be(LookRules.ErrorFill);
        sheet.Cell(3, 2).Comment.Text.ReplaceLineEndings("\n").Should().Be("身份证号校验码不对\n性别与身份证号不符");
        Written.Fill(sheet.Cell(4, 1)).Should().Be(LookRules.WarningFill);
        sheet.Cell(4, 1).Comment.Text.Should().Be("年龄少见");
        Written.Fill(sheet.Cell(5, 2)).Should().Be(LookRules.ErrorFill);
        Written.Fill(sheet.Cell(5, 1)).Should().Be(LookRules.WarningFill);
        sheet.Cell(5, 1).Comment.Text.ReplaceLineEndings("\n").Should().Be("同一身份证号有两行不同\n姓名可疑");
        sheet.Cell(9, 3).Comment.Text.Should().Be("缺列");
        Written.Fill(sheet.Cell(3, 1)).Should().BeNull();
        Written.Fill(sheet.Cell(4, 2)).Should().BeNull();
        sheet.Cell(3, 1).HasComment.Should().BeFalse();
    }

    private static void CheckCells(XLWorkbook workbook)
    {
        foreach (var row in Schools.Rows)
        {
            for (var column = 0; column < row.Cells.Count; column++)
            {
                var cell = workbook.Worksheet(row.Sheet).Cell(row.Row, column + 1);
                cell.GetString().Should().Be(row.Cells[column]);
                cell.Style.NumberFormat.Format.Should().Be("@");
            }
        }
    }
}
