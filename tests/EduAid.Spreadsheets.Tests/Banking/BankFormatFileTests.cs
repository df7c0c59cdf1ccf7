using System.Text;
using EduAid.Domain.Payments;
using EduAid.Spreadsheets.Banking;

namespace EduAid.Spreadsheets.Tests.Banking;

/// <summary>Formats are data that people edit: a wrong one is refused with all that is wrong.</summary>
public sealed class BankFormatFileTests
{
    public static TheoryData<string> Shipped => [.. Codes];

    private static IEnumerable<string> Codes => Directory.EnumerateFiles(Batches.Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order();

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_format_is_usable_named_as_its_file_and_carries_all_that_the_return_is_matched_by(string code)
    {
        var format = Batches.Shipped(code);

        format.Code.Should().Be(code);
        format.About.Should().NotBeEmpty();
        foreach (var value in (ReadOnlySpan<BankValue>)[BankValue.Batch, BankValue.Count, BankValue.SumYuan, BankValue.Checksum, BankValue.Fingerprint])
            format.Asks(value).Should().BeTrue("{0} must be in the file", value);
    }

    [Fact]
    public void Two_formats_ship_one_of_each_layout() =>
        Codes.Select(code => Batches.Shipped(code).Layout).Should().BeEquivalentTo([BankLayout.Workbook, BankLayout.Delimited]);

    [Fact]
    public void What_stands_in_the_file_is_what_the_format_says()
    {
        var format = Batches.OneCard;

        (format.Encoding, format.LineEnding, format.Delimiter, format.Headings).Should().Be(("GB18030", "\r\n", '|', false));
        format.Columns[0].Should().Be(new BankField(null, "D", null, null, FieldSide.Left, ' '));
        format.Columns.Select(c => c.Value).Should().Contain([BankValue.Payee, BankValue.Account, BankValue.AmountYuan]);
        format.Result!.Outcomes["02"].Should().Be(BankOutcome.Pending);
    }

    [Theory]
    [InlineData("\"format\": \"one-card\"", "\"format\": \"One Card\"", "小写字母")]
    [InlineData("\"delimiter\": \"|\"", "\"delimiter\": \"||\"", "delimiter")]
    [InlineData("\"encoding\": \"GB18030\"", "\"encoding\": \"Big5\"", "encoding")]
    [InlineData("\"lineEnding\": \"CRLF\"", "\"lineEnding\": \"CR\"", "lineEnding")]
    [InlineData("YKT_{batch}_{date}.txt", "YKT_{date}.txt", "{batch}")]
    [InlineData("YKT_{batch}_{date}.txt", "../{batch}.txt", "不能用于文件名")]
    [InlineData("YKT_{batch}_{date}.txt", "{batch}_{school}.txt", "{school}")]
    [InlineData("YKT_{batch}_{date}.txt", "{batch}", "扩展名")]
    [InlineData("YKT_{batch}_{date}.txt", "{batch}.xlsx", ".xlsx")]
    [InlineData("{\"value\": \"bank\"}, {\"value\": \"amount-yuan\"}", "{\"value\": \"bank\"}", "金额")]
    [InlineData("{\"value\": \"bank\"}, {\"value\": \"amount-yuan\"}", "{\"value\": \"amount-fen\"}, {\"value\": \"amount-yuan\"}", "金额")]
    [InlineData("{\"value\": \"citizen-id\"}, {\"value\": \"account\"}", "{\"value\": \"citizen-id\"}", "account")]
    [InlineData("{\"value\": \"citizen-id\"}, {\"value\": \"account\"}", "{\"value\": \"payee\"}, {\"value\": \"account\"}", "多次")]
    [InlineData("{\"value\": \"remark\"}", "{\"value\": \"remark\", \"text\": \"x\"}", "只写一个")]
    [InlineData("{\"value\": \"remark\"}", "{}", "只写一个")]
    [InlineData("{\"value\": \"remark\"}", "{\"value\": \"outcome\"}", "outcome")]
    [InlineData("{\"value\": \"remark\"}", "{\"text\": \"a|b\"}", "分隔符")]
    [InlineData("{\"value\": \"remark\"}", "{\"value\": \"remark\", \"pad\": \"0\"}", "定长")]
    [InlineData("{\"value\": \"remark\"}", "{\"value\": \"remark\", \"width\": 0}", "width")]
    [InlineData("{\"value\": \"remark\"}", "{\"value\": \"remarks\"}", "$.columns")]
    [InlineData("{\"value\": \"remark\"}", "null", "null")]
    [InlineData("{\"value\": \"checksum\"}", "{\"value\": \"account\"}", "尾行")]
    [InlineData("\"columns\": [", "\"rows\": [", "$")]
    [InlineData("\"layout\": \"delimited\"", "\"layout\": \"fixed\"", "width")]
    [InlineData("\"layout\": \"delimited\"", "\"layout\": \"workbook\"", "工作表")]
    [InlineData("{\"outcome\": \"failed\", \"spellings\": [\"01\"]}", "{\"outcome\": \"failed\", \"spellings\": [\"00\"]}", "重复")]
    [InlineData("{\"value\": \"outcome\"}, {\"value\": \"reason\"}", "{\"value\": \"reason\"}", "outcome")]
    [InlineData("{\"text\": \"H\"}, {\"value\": \"batch\"}, {\"value\": \"date\"}, {\"value\": \"count\"}", "{\"text\": \"D\"}, {\"value\": \"count\"}", "标记")]
    public void A_wrong_format_is_refused_and_says_what_is_wrong(string right, string wrong, string says)
    {
        var json = Batches.Json("one-card").ReplaceLineEndings("\n").Replace("\n    {\"text\": \"D\"}", "{\"text\": \"D\"}", StringComparison.Ordinal);
        json.Should().Contain(right);

        var reading = BankFormatFile.Read(json.Replace(right, wrong, StringComparison.Ordinal));

        reading.IsUsable.Should().BeFalse();
        string.Concat(reading.Problems).Should().Contain(says);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once() =>
        BankFormatFile.Read(Batches.Json("one-card").Replace("GB18030", "latin1", StringComparison.Ordinal).Replace("CRLF", "CR", StringComparison.Ordinal))
            .Problems.Should().HaveCount(2);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"format\":")]
    public void What_is_no_format_at_all_is_refused(string json) => BankFormatFile.Read(json).Problems.Should().ContainSingle();

    [Fact]
    public void Spoiled_files_are_refused_or_usable_and_never_an_exception()
    {
        var random = new Random(20200603);
        var refused = 0;
        for (var i = 0; i < 3000; i++)
        {
            var json = new StringBuilder(Batches.Json(i % 2 == 0 ? "one-card" : "card-workbook"));
            for (var changes = random.Next(1, 6); changes > 0; changes--)
                json[random.Next(json.Length)] = "{}[]\",:0null \\D{text"[random.Next(20)];
            var reading = BankFormatFile.Read(json.ToString());
            reading.IsUsable.Should().Be(reading.Problems.Count == 0);
            if (reading.IsUsable) BankFile.Write(reading.Format!, Batches.Head, Batches.Three, Batches.Key).IsWritten.Should().BeTrue();
            else refused++;
        }
        refused.Should().BeInRange(1000, 2999);
    }
}
