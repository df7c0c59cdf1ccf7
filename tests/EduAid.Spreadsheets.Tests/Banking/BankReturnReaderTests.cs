using System.Globalization;
using System.Text;
using EduAid.Domain.Findings;
using EduAid.Domain.Payments;
using EduAid.Spreadsheets.Banking;
using EduAid.Spreadsheets.Intake;
using EduAid.Spreadsheets.Reading;
using EduAid.Spreadsheets.Tests.Reading;

namespace EduAid.Spreadsheets.Tests.Banking;

[Collection(SharedLibreOffice.Name)]
public sealed class BankReturnReaderTests(LibreOffice office)
{
    private static readonly string[] Four =
    [
        "PL0603,1,童一甲,6217000000000000017,500.00,成功,,2020-06-05",
        "PL0603,2,家长乙,6217000000000000025,312.50,失败,户名不符,",
        "PL0603,3,童丙,6217000000000000033,\"1,500.00\",已收妥未入账,,",
        "PL0603,4,童丁,6217000000000000041,625,退票,账户已销户,",
    ];

    [Fact]
    public void Each_of_the_four_outcomes_is_read_with_what_stands_beside_it()
    {
        var list = Returned.Lines(Returned.Headings, Four);

        list.FileProblems.Should().BeEmpty();
        var lines = list.Rows.Select(r => r.Value!).ToList();
        lines.Select(l => (l.Batch, l.Sequence, l.Payee, l.Account.Text, l.Amount.Fen, l.Outcome, l.Reason, l.ReasonText)).Should().Equal(
            ("PL0603", 1, "童一甲", "6217000000000000017", 50_000, BankOutcome.Paid, null, null),
            ("PL0603", 2, "家长乙", "6217000000000000025", 31_250, BankOutcome.Failed, BankReasons.NameDiffers, "户名不符"),
            ("PL0603", 3, "童丙", "6217000000000000033", 150_000, BankOutcome.Pending, null, null),
            ("PL0603", 4, "童丁", "6217000000000000041", 62_500, BankOutcome.Returned, BankReasons.AccountClosed, "账户已销户"));
        lines[0].CreditedOn.Should().Be(new DateOnly(2020, 6, 5));
        list.Rows.Select(r => (r.Sheet, r.Number)).Should().Equal(("回盘.csv", 2), ("回盘.csv", 3), ("回盘.csv", 4), ("回盘.csv", 5));
    }

    public static TheoryData<string> Encodings => ["GB18030", "utf-8", "utf-8 with mark", "utf-16", "utf-16 big", "tabs", "semicolons"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_is_read_in_every_encoding_and_with_every_delimiter(string kind)
    {
        var text = string.Join("\r\n", Four.Prepend(Returned.Headings).Select(l => l.Replace("\"1,500.00\"", "1500.00", StringComparison.Ordinal)));

        var list = Returned.Read(kind switch
        {
            "GB18030" => Batches.Gb18030.GetBytes(text),
            "utf-8 with mark" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            "utf-16 big" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
            "tabs" => Encoding.UTF8.GetBytes(text.Replace(',', '\t')),
            "semicolons" => Batches.Gb18030.GetBytes(text.Replace(',', ';')),
            _ => Encoding.UTF8.GetBytes(text),
        });

        list.Rows.Select(r => r.Value?.Payee).Should().Equal("童一甲", "家长乙", "童丙", "童丁");
    }

    [Theory]
    [InlineData("批 次 号,序 号,收款户名,账号/卡号,代发金额(元),处理状态,失败原因,交易日期")]
    [InlineData("批次,编号,姓名,收款账号,交易金额（元）,交易结果,返回信息,处理日期")]
    [InlineData("批号,顺序号,收款人,卡号,金额：元,状态,备注,到账日期")]
    public void Headings_are_understood_by_their_synonyms(string headings)
    {
        var list = Returned.Lines(headings, Four);

        list.FileProblems.Should().BeEmpty();
        list.Rows.Select(r => r.Value?.Outcome).Should().Equal(BankOutcome.Paid, BankOutcome.Failed, BankOutcome.Pending, BankOutcome.Returned);
        list.Rows[1].Value!.Reason.Should().Be(BankReasons.NameDiffers);
    }

    [Theory]
    [InlineData("批次号,序号,户名,账号,金额,失败原因", "处理结果")]
    [InlineData("批次号,序号,户名,金额,处理结果,失败原因", "账号")]
    [InlineData("批次号,序号,户名,账号,累计处理金额,处理结果", "金额|累计处理金额")]
    public void A_needed_column_that_is_missing_refuses_the_file_and_is_named(string headings, string detail)
    {
        var list = Returned.Lines(headings, "PL0603,1,甲,6217000000000000017,500,成功");

        var missing = list.FileProblems.Should().ContainSingle().Subject;
        missing.Code.Should().Be(FindingCodes.HeaderMissing);
        (missing.Detail == detail || missing.Detail.StartsWith(detail + "|", StringComparison.Ordinal)).Should().BeTrue(missing.Detail);
    }

    [Fact]
    public void Our_own_workbook_sent_back_with_two_columns_more_is_read_batch_and_all()
    {
        using var book = Tests.Writing.Written.Open(Batches.Write(Batches.CardWorkbook, Batches.Three).Content);
        var sheet = book.Worksheet(1);
        (sheet.Cell("I4").Value, sheet.Cell("J4").Value) = ("处理结果", "失败原因");
        (sheet.Cell("I5").Value, sheet.Cell("I6").Value, sheet.Cell("J6").Value, sheet.Cell("I7").Value) = ("成功", "失败", "账户不存在", "成功");
        using var output = new MemoryStream();
        book.SaveAs(output);

        var list = Returned.Read(output.ToArray(), "回盘.xlsx");

        list.FileProblems.Should().BeEmpty();
        list.Rows.Select(r => (r.Value!.Batch, r.Value.Sequence, r.Value.Amount.Fen, r.Value.Outcome, r.Value.Reason)).Should().Equal(
            (Batches.Number, 1, 50_000, BankOutcome.Paid, null),
            (Batches.Number, 2, 31_250, BankOutcome.Failed, BankReasons.AccountUnknown),
            (Batches.Number, 3, 62_500, BankOutcome.Paid, null));
        foreach (var (row, line) in list.Rows.Zip(Batches.Three))
        {
            row.Value!.Account.Fits(line.Account).Should().BeTrue();
            row.Value.Fingerprint.Should().Be(LineFingerprint.Of(Batches.Key, line.Payee, line.Account, line.Fen));
        }
    }

    [Fact]
    public void Workbooks_of_another_program_and_of_old_formats_say_the_same()
    {
        var xlsx = Returned.Workbook(sheet =>
        {
            sheet.Cell("A1").Value = "代发结果清单";
            sheet.Range("A1:H1").Merge();
            sheet.Cell("A2").Value = "批次号：PL0603";
            var rows = Four.Select(l => l.Replace("\"1,500.00\"", "1500", StringComparison.Ordinal)).Prepend(Returned.Headings).ToList();
            for (var r = 0; r < rows.Count; r++)
            {
                var cells = rows[r].Split(',');
                for (var c = 1; c < cells.Length; c++)
                    if (r > 0 && c == 4) sheet.Cell(r + 3, c).SetValue(double.Parse(cells[c], CultureInfo.InvariantCulture)).Style.NumberFormat.Format = "#,##0.00";
                    else sheet.Cell(r + 3, c).SetValue(cells[c]).Style.NumberFormat.Format = "@";
            }
            sheet.Cell(8, 1).Value = "合计";
            sheet.Cell(8, 4).Value = 2937.5;
            sheet.Cell(9, 1).Value = "制表：示例银行";
        });
        var xls = office.Convert("xls", "return.xlsx", xlsx);
        var html = office.Convert("html", "return.xlsx", xlsx);
        var csv = office.Convert("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true", "return.xlsx", xlsx);

        foreach (var (content, format) in new[] { (xlsx, SpreadsheetFormat.Xlsx), (xls, SpreadsheetFormat.Xls), (html, SpreadsheetFormat.Html), (csv, SpreadsheetFormat.Delimited) })
        {
            var list = Returned.Read(content, "return");
            list.Format.Should().Be(format);
            list.FileProblems.Should().BeEmpty();
            list.Rows.Select(r => (r.Value?.Batch, r.Value?.Sequence, r.Value?.Amount.Fen, r.Value?.Outcome)).Should().Equal(
                ("PL0603", 1, 50_000, BankOutcome.Paid), ("PL0603", 2, 31_250, BankOutcome.Failed),
                ("PL0603", 3, 150_000, BankOutcome.Pending), ("PL0603", 4, 62_500, BankOutcome.Returned));
        }
    }

    [Fact]
    public void A_sheet_of_NPOI_is_read_too()
    {
        var xls = Workbooks.Xls(book => book.Fill("结果", Returned.Headings.Split(','), ["PL0603", "1", "童一甲", "6217000000000000017", "500.00", "成功", null, "20200605"]));

        Returned.Read(xls, "r.xls").Rows.Single().Value!.CreditedOn.Should().Be(new DateOnly(2020, 6, 5));
    }

    [Fact]
    public void No_line_with_an_account_is_passed_over_as_a_note_whatever_it_begins_with()
    {
        var list = Returned.Lines("户名,账号,金额,处理结果", "单位食堂甲,34150000123456,700,成功", "合计童,6217000000000000017,500,成功", "合计,,1200,");

        list.Rows.Select(r => r.Value?.Payee).Should().Equal("单位食堂甲", "合计童");
    }

    [Fact]
    public void Line_sent_twice_counts_once_and_two_answers_to_one_line_refuse_both()
    {
        var list = Returned.Lines(Returned.Headings, Four[0], Four[0], Four[1], Four[1].Replace("失败,户名不符", "成功,", StringComparison.Ordinal));

        DuplicateCheck.Check([list]).Single().Select(r => r.Outcome).Should().Equal(
            RowOutcome.Accepted, RowOutcome.Duplicate, RowOutcome.Rejected, RowOutcome.Rejected);
    }

    [Fact]
    public void Without_sequence_numbers_two_equal_lines_are_two_payments()
    {
        var list = Returned.Lines("户名,账号,金额,处理结果", "家长甲,6217000000000000017,500,成功", "家长甲,6217000000000000017,500,成功");

        DuplicateCheck.Check([list]).Single().Select(r => r.Outcome).Should().Equal(RowOutcome.Accepted, RowOutcome.Accepted);
    }

    [Fact]
    public void Columns_of_one_meaning_may_stand_twice_only_if_they_agree()
    {
        var list = Returned.Lines("序号,户名,账号,发放金额,交易金额,处理结果", "1,甲,6217000000000000017,500,500,成功", "2,乙,6217000000000000025,500,300,成功");

        list.Rows[0].Value!.Amount.Fen.Should().Be(50_000);
        list.Rows[1].Codes().Should().Equal(FindingCodes.ColumnAmbiguous);
    }

    [Fact]
    public void A_line_prints_no_account() => $"{Returned.Line("序号", "7")} {Returned.Line("序号", "7").Account}".Should().NotContain("6217000000000000017");
}
