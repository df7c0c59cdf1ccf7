using EduAid.Domain.Findings;
using EduAid.Domain.Payments;
using EduAid.Spreadsheets.Banking;

namespace EduAid.Spreadsheets.Tests.Banking;

/// <summary>Result files in the layout of the one-card format: records by their marks, held against what first and last record state.</summary>
public sealed class LaidOutReturnTests
{
    private const string Head = "H|PL20200603|20200605|3|1437.50", End = "T|PL20200603|3|1437.50";

    private static readonly string[] Details =
    [
        "D|1|童一甲|6217000000000000017|500.00|00||20200605|ABC",
        "D|2|家长·乙|6217000000000000025|312.50|01|户名不符||",
        "D|3|㐂丙|62170000000000033|625.00|02|||",
    ];

    [Fact]
    public void The_layout_is_read_with_the_banks_own_signs()
    {
        var list = Returned.Read(Returned.OneCard([Head, .. Details, End]), "YKT.txt");

        list.FileProblems.Should().BeEmpty();
        list.Rows.SelectMany(r => r.Problems).Should().BeEmpty();
        list.Rows.Select(r => (r.Number, r.Value!.Batch, r.Value.Sequence, r.Value.Payee, r.Value.Amount.Fen, r.Value.Outcome, r.Value.Reason)).Should().Equal(
            (2, "PL20200603", 1, "童一甲", 50_000, BankOutcome.Paid, null),
            (3, "PL20200603", 2, "家长·乙", 31_250, BankOutcome.Failed, BankReasons.NameDiffers),
            (4, "PL20200603", 3, "㐂丙", 62_500, BankOutcome.Pending, null));
        (list.Rows[0].Value!.Fingerprint, list.Rows[0].Value!.CreditedOn).Should().Be(("ABC", new DateOnly(2020, 6, 5)));
        list.Headers.Single().Header.Columns.Select(c => c.Heading).Should().Equal("序号", "户名", "账号", "金额", "处理结果", "失败原因", "入账日期", "指纹");
    }

    [Fact]
    public void Words_are_understood_beside_the_signs() =>
        Returned.Read(Returned.OneCard("H|PL|20200605|1|500.00", "D|1|甲|6217000000000000017|500.00|退票|账户已销户||", "T|PL|1|500.00"))
            .Rows.Single().Value!.Outcome.Should().Be(BankOutcome.Returned);

    [Theory]
    [InlineData("D|3|㐂丙|62170000000000033|625.00|09|||", FindingCodes.OutcomeUnknown)]
    [InlineData("D|3|㐂丙|62170000000000033|625.005|00|||", FindingCodes.AmountFraction)]
    [InlineData("D|3|㐂|丙|62170000000000033|625.00|00|||ABC", FindingCodes.LineUnreadable)]
    [InlineData("X|3|㐂丙|62170000000000033|625.00|00|||", FindingCodes.LineUnreadable)]
    public void A_record_that_is_wrong_is_a_problem_of_its_row(string record, string code)
    {
        var list = Returned.Read(Returned.OneCard(Head, Details[0], Details[1], record, End));

        list.Rows[2].Value.Should().BeNull();
        list.Rows[2].Codes().Should().Equal(code);
        list.Rows[2].Number.Should().Be(4);
        list.Rows.Take(2).Should().OnlyContain(r => r.Value != null);
    }

    [Fact]
    public void A_file_cut_off_is_refused()
    {
        Returned.Read(Returned.OneCard([Head, .. Details])).FileCodes().Should().Contain(FindingCodes.ControlMissing);
        Returned.Read(Returned.OneCard([Head, .. Details.Take(2), End])).FileCodes().Should().Contain(FindingCodes.ControlDiffers);
    }

    [Theory]
    [InlineData("H|PL20200603|20200605|4|1437.50", End)]
    [InlineData("H|PL20200603|20200605|3|1437.51", End)]
    [InlineData(Head, "T|PL20200603|2|1437.50")]
    [InlineData(Head, "T|PL20200603|3|1437.49")]
    [InlineData(Head, "T|PL20200604|3|1437.50")]
    [InlineData(Head, "T|PL20200603||")]
    public void What_the_file_states_must_be_so(string head, string end) =>
        Returned.Read(Returned.OneCard([head, .. Details, end])).FileCodes().Should().OnlyContain(c => c == FindingCodes.ControlDiffers).And.NotBeEmpty();

    [Fact]
    public void Records_after_the_last_are_not_taken()
    {
        var list = Returned.Read(Returned.OneCard([Head, .. Details, End, "D|4|丁|6217000000000000041|500.00|00|||"]));

        list.Rows[3].Codes().Should().Equal(FindingCodes.LineUnreadable);
    }

    [Fact]
    public void The_file_that_we_sent_is_no_answer() =>
        Returned.Read(Batches.Write(Batches.OneCard, Batches.Three).Content, "YKT.txt").FileCodes().Should().NotBeEmpty();

    [Fact]
    public void A_layout_may_count_in_fen_and_have_neither_first_nor_last_record()
    {
        var format = Batches.Format("""
            {"format": "fen", "name": "分", "about": "", "layout": "delimited", "encoding": "UTF-8", "lineEnding": "LF", "delimiter": ",", "fileName": "{batch}.txt",
             "columns": [{"value": "sequence"}, {"value": "payee"}, {"value": "account"}, {"value": "amount-fen"}],
             "result": {"columns": [{"text": "R"}, {"value": "batch"}, {"value": "sequence"}, {"value": "account"}, {"value": "amount-fen"}, {"value": "outcome"}],
                        "outcomes": [{"outcome": "paid", "spellings": ["S"]}]}}
            """);

        var list = new BankReturnReader([format]).Read(
            new MemoryStream("R,PL1,1,6217000000000000017,31250,S\nR,PL2,1,6217000000000000017,312.5,S\n"u8.ToArray()), "r.txt", CancellationToken.None);

        list.FileProblems.Should().BeEmpty();
        (list.Rows[0].Value!.Batch, list.Rows[0].Value!.Amount.Fen).Should().Be(("PL1", 31_250L));
        list.Rows[1].Codes().Should().Equal(FindingCodes.AmountFraction);
    }
}
