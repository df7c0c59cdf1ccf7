using EduAid.Domain.Findings;
using EduAid.Domain.Payments;
using EduAid.Spreadsheets.Banking;
using EduAid.Spreadsheets.Intake;

namespace EduAid.Spreadsheets.Tests.Banking;

/// <summary>One cell at a time: read, or refused with its code.</summary>
public sealed class ReturnValuesTests
{
    [Theory]
    [InlineData("500", 50_000)]
    [InlineData("500.5", 50_050)]
    [InlineData("1,500.00", 150_000)]
    [InlineData("１，５００．００", 150_000)]
    [InlineData("¥312.50", 31_250)]
    [InlineData("312.50元", 31_250)]
    [InlineData(" 625.00 ", 62_500)]
    [InlineData("500.000", 50_000)]
    [InlineData("0.01", 1)]
    public void An_amount_is_read_as_people_write_it(string text, long fen) => Returned.Line("金额", text).Amount.Fen.Should().Be(fen);

    [Theory]
    [InlineData("", FindingCodes.AmountInvalid)]
    [InlineData("0", FindingCodes.AmountInvalid)]
    [InlineData("-500", FindingCodes.AmountInvalid)]
    [InlineData("五百", FindingCodes.AmountInvalid)]
    [InlineData("1,50", FindingCodes.AmountInvalid)]
    [InlineData("5E2", FindingCodes.AmountInvalid)]
    [InlineData("312.505", FindingCodes.AmountFraction)]
    [InlineData("0.001", FindingCodes.AmountFraction)]
    [InlineData("1,312.505元", FindingCodes.AmountFraction)]
    public void What_is_no_amount_above_zero_is_a_problem_of_its_cell(string text, string code)
    {
        var row = Returned.With("金额", text);

        row.Value.Should().BeNull();
        row.Problems.Should().ContainSingle().Which.Should().Match<Problem>(p =>
            p.Code == code && p.Column == "金额" && p.ColumnIndex == 4 && p.Row == 2 && p.Severity == Severity.Error);
    }

    [Theory]
    [InlineData(312.5, 31_250)]
    [InlineData(0.1 + 0.2, 30)]
    [InlineData(1312.4999999999998, 131_250)]
    public void A_number_is_read_as_a_spreadsheet_program_shows_it(double number, long fen) => Numeric(number).Value!.Amount.Fen.Should().Be(fen);

    [Fact]
    public void A_number_with_parts_of_a_fen_is_a_problem() => Numeric(312.505).Codes().Should().Equal(FindingCodes.AmountFraction);

    [Theory]
    [InlineData("金额(分)", "50000", 50_000)]
    [InlineData("金额【单位：元】", "500", 50_000)]
    [InlineData("金额（人民币元）", "500", 50_000)]
    [InlineData("金额（大写不算）", "500", 50_000)]
    public void The_unit_of_the_heading_counts(string heading, string amount, long fen) =>
        Returned.Lines($"账号,{heading},处理结果", $"6217000000000000017,{amount},成功").Rows.Single().Value!.Amount.Fen.Should().Be(fen);

    [Theory]
    [InlineData("金额（万元）")]
    [InlineData("金额(单位:千元)")]
    [InlineData("金额(角)")]
    public void An_unusual_unit_is_refused_and_not_taken_for_yuan(string heading) =>
        Returned.Lines($"账号,{heading},处理结果", "6217000000000000017,0.05,成功").Rows.Single().Codes().Should().Equal(FindingCodes.AmountUnit);

    [Theory]
    [InlineData("成功", BankOutcome.Paid)]
    [InlineData(" 交易 成功 ", BankOutcome.Paid)]
    [InlineData("已入账", BankOutcome.Paid)]
    [InlineData("失败", BankOutcome.Failed)]
    [InlineData("未成功", BankOutcome.Failed)]
    [InlineData("处理中", BankOutcome.Pending)]
    [InlineData("受理成功", BankOutcome.Pending)]
    [InlineData("退汇", BankOutcome.Returned)]
    public void Known_words_are_outcomes(string text, BankOutcome outcome) => Returned.Line("处理结果", text).Outcome.Should().Be(outcome);

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("00")]
    [InlineData("成功？")]
    [InlineData("成功(部分)")]
    [InlineData("部分成功")]
    [InlineData("非成功")]
    [InlineData("户名不符")]
    [InlineData("失败(见附件)")]
    [InlineData("TRUE")]
    public void An_unknown_outcome_is_a_problem_and_never_guessed(string text)
    {
        var row = Returned.With("处理结果", text);

        row.Value.Should().BeNull();
        row.Codes().Should().Equal(FindingCodes.OutcomeUnknown);
    }

    [Theory]
    [InlineData("户名不符", BankReasons.NameDiffers)]
    [InlineData("账号与户名不符", BankReasons.NameDiffers)]
    [InlineData("1021-户名不符", BankReasons.NameDiffers)]
    [InlineData("户名不符（错误码 E1021）", BankReasons.NameDiffers)]
    [InlineData("账户不存在", BankReasons.AccountUnknown)]
    [InlineData("查无此户", BankReasons.AccountUnknown)]
    [InlineData("账户已销户", BankReasons.AccountClosed)]
    [InlineData("睡眠户", BankReasons.AccountDormant)]
    [InlineData("卡号错误。", BankReasons.CardWrong)]
    [InlineData("账户冻结", BankReasons.AccountFrozen)]
    [InlineData("系统超时", BankReasons.Other)]
    public void A_reason_has_a_code_and_keeps_the_banks_words(string text, string code)
    {
        var row = Returned.Lines(Returned.Headings, $"PL,1,甲,6217000000000000017,500,失败,{text},").Rows.Single();

        row.Value!.Reason.Should().Be(code);
        row.Value.ReasonText.Should().Be(text);
    }

    [Theory]
    [InlineData("失败(户名不符)")]
    [InlineData("失败：户名不符")]
    [InlineData("交易失败-户名不符")]
    public void A_known_reason_may_stand_in_the_same_cell_as_the_failure(string text)
    {
        var line = Returned.Line("处理结果", text);

        (line.Outcome, line.Reason, line.ReasonText).Should().Be((BankOutcome.Failed, BankReasons.NameDiffers, "户名不符"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("无")]
    [InlineData("交易失败")]
    public void A_failure_without_a_reason_has_the_code_other(string text)
    {
        var row = Returned.Lines(Returned.Headings, $"PL,1,甲,6217000000000000017,500,失败,{text},").Rows.Single();

        row.Problems.Should().BeEmpty();
        row.Value!.Reason.Should().Be(BankReasons.Other);
    }

    [Theory]
    [InlineData("户名不符")]
    [InlineData("失败")]
    [InlineData("已退票")]
    public void A_success_with_a_reason_for_failing_is_a_contradiction(string reason) =>
        Returned.With("失败原因", reason).Codes().Should().Equal(FindingCodes.OutcomeContradicting);

    [Theory]
    [InlineData("交易成功")]
    [InlineData("—")]
    [InlineData("代发完成")]
    public void Other_words_beside_a_success_are_no_contradiction(string words) => Returned.Line("失败原因", words).Reason.Should().BeNull();

    [Fact]
    public void A_remark_is_a_reason_only_where_there_is_no_column_for_reasons()
    {
        Returned.Lines("账号,金额,处理结果,备注", "6217000000000000017,500,失败,睡眠户").Rows.Single().Value!.Reason.Should().Be(BankReasons.AccountDormant);
        Returned.Lines("账号,金额,处理结果,失败原因,备注", "6217000000000000017,500,失败,,睡眠户").Rows.Single().Value!.Reason.Should().Be(BankReasons.Other);
        Returned.Lines("账号,金额,处理结果,备注", "6217000000000000017,500,成功,睡眠户").Rows.Single().Value!.ReasonText.Should().BeNull();
    }

    [Fact]
    public void Long_numbers_in_a_reason_are_masked() =>
        Returned.Lines(Returned.Headings, "PL,1,甲,6217000000000000017,500,失败,账号6217000000000000017有误,").Rows.Single().Value!.ReasonText.Should().NotContain("6217000000000000017");

    [Theory]
    [InlineData("6217-0000 0000 0000 017", "6217000000000000017")]
    [InlineData("６２１７０００００００００００００１７", "6217000000000000017")]
    [InlineData("'6217000000000000017", "6217000000000000017")]
    [InlineData("34150000123456", "34150000123456")]
    [InlineData("6217********0017", "6217********0017")]
    public void An_account_is_read_without_what_stands_between_its_digits(string text, string account) => Returned.Line("账号", text).Account.Text.Should().Be(account);

    [Theory]
    [InlineData("", FindingCodes.AccountInvalid)]
    [InlineData("12345", FindingCodes.AccountInvalid)]
    [InlineData("6217abcd号", FindingCodes.AccountInvalid)]
    [InlineData("6217**0000**0017", FindingCodes.AccountInvalid)]
    [InlineData("****************", FindingCodes.AccountInvalid)]
    [InlineData("6.217E+18", FindingCodes.AccountPrecisionLost)]
    public void What_cannot_be_the_account_is_a_problem(string text, string code) => Returned.With("账号", text).Codes().Should().Equal(code);

    [Fact]
    public void A_number_of_more_than_fifteen_digits_has_lost_some_whatever_it_looks_like() =>
        Returned.Read(Returned.Workbook(sheet =>
        {
            (sheet.Cell("A1").Value, sheet.Cell("B1").Value, sheet.Cell("C1").Value) = ("账号", "金额", "处理结果");
            (sheet.Cell("A2").Value, sheet.Cell("B2").Value, sheet.Cell("C2").Value) = (6217000000000000017d, 500, "成功");
        })).Rows.Single().Codes().Should().Equal(FindingCodes.AccountPrecisionLost);

    [Theory]
    [InlineData("6217000000000000017", true)]
    [InlineData("6217000000000000018", false)]
    [InlineData("62170017", false)]
    public void A_masked_account_fits_what_shows(string account, bool fits)
    {
        Returned.Line("账号", "6217****0017").Account.Fits(account).Should().Be(fits);
        Returned.Line("账号", "6217000000000000017").Account.Fits(account).Should().Be(account == "6217000000000000017");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("一")]
    [InlineData("99999999999")]
    public void A_wrong_sequence_number_is_a_problem(string text) => Returned.With("序号", text).Codes().Should().Equal(FindingCodes.SequenceInvalid);

    [Fact]
    public void A_date_that_is_none_is_a_warning_and_the_line_is_kept()
    {
        var row = Returned.With("入账日期", "次日");

        row.Problems.Should().ContainSingle().Which.Severity.Should().Be(Severity.Warning);
        row.Value!.CreditedOn.Should().BeNull();
    }

    [Fact]
    public void All_that_is_wrong_with_a_line_is_said_at_once() =>
        Returned.Lines(Returned.Headings, "PL,x,甲,1,0,不详,,").Rows.Single().Codes().Should().BeEquivalentTo(
            [FindingCodes.SequenceInvalid, FindingCodes.AccountInvalid, FindingCodes.AmountInvalid, FindingCodes.OutcomeUnknown]);

    private static ReadRow<BankReturnLine> Numeric(double amount) => Returned.Read(Returned.Workbook(sheet =>
    {
        (sheet.Cell("A1").Value, sheet.Cell("B1").Value, sheet.Cell("C1").Value) = ("账号", "金额", "处理结果");
        (sheet.Cell("B2").Value, sheet.Cell("C2").Value) = (amount, "成功");
        sheet.Cell("A2").SetValue("6217000000000000017");
    })).Rows.Single();
}
