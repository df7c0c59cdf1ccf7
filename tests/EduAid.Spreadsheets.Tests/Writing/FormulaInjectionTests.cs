using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Spreadsheets.Tests.Writing;

/// <summary>A text that begins like a formula stays a text, in every file that leaves.</summary>
public sealed class FormulaInjectionTests
{
    public static TheoryData<string> Dangerous =>
        ["=1+1", "=HYPERLINK(\"http://x\",\"y\")", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "=cmd|' /C calc'!A0"];

    [Theory]
    [MemberData(nameof(Dangerous))]
    public void Printed_and_streamed_rosters_keep_it_as_quoted_text(string text)
    {
        var sheet = Rosters.Of(text, [new Entry(text, text, text, text, text, 1, text)]);
        foreach (var streamed in new[] { false, true })
        {
            using var workbook = Written.Open(Rosters.Lay(sheet, streamed));
            workbook.Worksheet(1).Row(3).Cells(2, 6).Should().AllSatisfy(cell => BeQuotedText(cell, text));
            workbook.Worksheet(1).CellsUsed().Should().OnlyContain(cell => !cell.HasFormula);
        }
    }

    [Theory]
    [MemberData(nameof(Dangerous))]
    public void Tables_and_bad_rows_keep_it_as_quoted_text(string text)
    {
        using var table = Written.Open(Written.By(s => TableWorkbook.Write(s, Table(text))));
        BeQuotedText(table.Worksheet(1).Cell(2, 1), text);
        BeQuotedText(table.Worksheet(1).Cell(3, 1), text);

        using var bad = Written.Open(Written.By(s => BadRowsWorkbook.Write(s, 1,
            [new("表", [[text]], [new(2, [text], [new(0, MarkSeverity.Error, text)])])])));
        BeQuotedText(bad.Worksheet(1).Cell(3, 2), text);
        BeQuotedText(bad.Worksheet(1).Cell(3, 3), text);
    }

    [Theory]
    [MemberData(nameof(Dangerous))]
    public void Fresh_marked_workbook_keeps_it_as_quoted_text(string text)
    {
        using var workbook = Written.Open(Written.By(s => MarkedWorkbook.Write(s, [], OriginalFormat.Other,
            [new("表", 1, [text])], [new("表", 1, 0, MarkSeverity.Error, text)])));
        BeQuotedText(workbook.Worksheet(1).Cell(1, 1), text);
    }

    [Theory]
    [MemberData(nameof(Dangerous))]
    public void Csv_has_an_apostrophe_in_front(string text)
    {
        var csv = Encoding.UTF8.GetString(Written.By(s => TableCsv.Write(s, Table(text))));

        csv.TrimStart('\ufeff').TrimStart('"').Should().StartWith("'" + text[0].ToString().Replace("\r", "\n", StringComparison.Ordinal));
    }

    [Fact]
    public void No_writer_writes_a_formula_element()
    {
        var sheet = Rosters.Of("=1", [new Entry("=1", "=1", "=1", "=1", "=1", 1, "=1")]);
        foreach (var streamed in new[] { false, true })
        {
            using var zip = new ZipArchive(new MemoryStream(Rosters.Lay(sheet, streamed)));
            using var xml = new StreamReader(zip.Entries.Single(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).Open());
            xml.ReadToEnd().Should().Contain("row").And.NotContain("<f>").And.NotContain(":f>");
        }
    }

    [Fact]
    public void Numbers_below_zero_stay_numbers_in_a_csv()
    {
        var table = new TableSheet<long>("n", "t", [Column.Money<long>("金额(元)", 9, fen => fen), Column.Whole<long>("数", 9, n => n)], [-5]);

        Encoding.UTF8.GetString(Written.By(s => TableCsv.Write(s, table))).Should().EndWith("\r\n-0.05,-5\r\n");
    }

    private static TableSheet<string> Table(string text) => new("表", text, [Column.Text<string>(text, 10, t => t)], [text]);

    private static void BeQuotedText(IXLCell cell, string text)
    {
        cell.DataType.Should().Be(XLDataType.Text);
        cell.HasFormula.Should().BeFalse();
        cell.GetString().Should().Be(text.Replace("\r", "\n", StringComparison.Ordinal));
        cell.Style.IncludeQuotePrefix.Should().BeTrue();
    }
}
