using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using EduAid.Spreadsheets.Banking;
using EduAid.Spreadsheets.Tests.Writing;

namespace EduAid.Spreadsheets.Tests.Banking;

[Collection(SharedLibreOffice.Name)]
public sealed class BankWorkbookTests(LibreOffice office)
{
    private static readonly BankFileContent File = Batches.Write(Batches.CardWorkbook, Batches.Three);

    [Fact]
    public void The_workbook_says_what_the_format_says()
    {
        var rows = Written.Values(File.Content)["代发明细"];

        rows[0][0].Should().Be("教育资助资金银行代发明细表");
        rows[1].Should().Equal("批次号", "PL20200603", "发文字号", "示教资〔2020〕12号", "项目", "义务教育生活补助", "学期", "2020年春季学期");
        rows[2].Should().Equal("笔数", 3.0, "总金额(元)", 1437.5, "日期", "20200603", "校验", File.Checksum);
        rows[3].Should().Equal("序号", "户名", "账号", "开户银行", "金额(元)", "身份证号", "备注", "指纹");
        rows[4].Should().Equal(1.0, "童一甲", "6217000000000000017", "示例农商银行", 500.0, "341523201003050024", "一年级", File.Fingerprints[0]);
        rows[6].Should().Equal(3.0, "㐂丙", "62170000000000033", null, 625.0, null, "住校", File.Fingerprints[2]);
        rows[7].Take(5).Should().Equal("合计", 3.0, null, null, 1437.5);
        File.Name.Should().Be("代发_PL20200603_20200603.xlsx");
    }

    [Fact]
    public void Accounts_and_IDs_are_text_and_amounts_are_numbers()
    {
        using var book = Written.Open(File.Content);
        var sheet = book.Worksheet(1);

        foreach (var cell in (ReadOnlySpan<string>)["C5", "F5", "H5"])
            (sheet.Cell(cell).DataType, sheet.Cell(cell).Style.NumberFormat.Format).Should().Be((XLDataType.Text, "@"));
        (sheet.Cell("E5").DataType, sheet.Cell("E5").Style.NumberFormat.Format).Should().Be((XLDataType.Number, "#,##0.00"));
    }

    [Fact]
    public void A_text_that_begins_like_a_formula_stays_a_text()
    {
        using var book = Written.Open(Batches.Write(Batches.CardWorkbook, Batches.Three[0] with { Payee = "=1+1", Remark = "@SUM(A1)", Bank = "-1" }).Content);
        var row = book.Worksheet(1).Row(5);

        foreach (var column in (ReadOnlySpan<int>)[2, 4, 7])
        {
            row.Cell(column).HasFormula.Should().BeFalse();
            row.Cell(column).Style.IncludeQuotePrefix.Should().BeTrue();
        }
    }

    [Fact]
    public void Nothing_in_the_package_carries_a_time_or_a_writer()
    {
        using var zip = new ZipArchive(new MemoryStream(File.Content));

        zip.Entries.Should().OnlyContain(entry => entry.LastWriteTime.Year == 1980);
        zip.Entries.Select(entry => entry.FullName).Should().NotContain(name => name.StartsWith("docProps", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_program_reads_every_digit_of_it()
    {
        var csv = Encoding.UTF8.GetString(office.Convert("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true", "batch.xlsx", File.Content));

        csv.Should().Contain($"1,童一甲,6217000000000000017,示例农商银行,500.00,341523201003050024,一年级,{File.Fingerprints[0]}").And.Contain("\"1,437.50\"");
    }
}
