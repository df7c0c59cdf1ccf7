using System.Security.Cryptography;
using EduAid.Spreadsheets.Banking;

namespace EduAid.Spreadsheets.Tests.Banking;

public sealed class BankFileTests
{
    public static TheoryData<string> Formats => ["card-workbook", "one-card"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_batch_gives_the_same_bytes_and_any_other_batch_does_not(string code)
    {
        var format = Batches.Shipped(code);
        var file = Batches.Write(format, Batches.Three);

        Thread.Sleep(2100); // a zip's clock has a step of two seconds
        var again = Batches.Write(Batches.Shipped(code), [.. Batches.Three]);

        again.Content.Should().Equal(file.Content);
        again.Sha256.Should().Be(file.Sha256).And.Be(Convert.ToHexStringLower(SHA256.HashData(file.Content)));
        Batches.Write(format, [.. Batches.Three.Take(2), Batches.Three[2] with { Fen = 62_501 }]).Sha256.Should().NotBe(file.Sha256);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Control_totals_are_those_of_the_lines(string code)
    {
        var lines = Enumerable.Range(1, 2000).Select(i => new BankFileLine(i, $"童{i}", $"6217{i:000000000000}", "示例银行", 25_000 + i)).ToList();

        var file = Batches.Write(Batches.Shipped(code), lines);

        (file.Count, file.Fen).Should().Be((2000, lines.Sum(l => l.Fen)));
        file.Fingerprints.Should().HaveCount(2000).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void The_checksum_is_the_same_in_every_format_and_changes_with_each_thing_it_covers()
    {
        var right = Batches.Write(Batches.OneCard, Batches.Three).Checksum;

        Batches.Write(Batches.CardWorkbook, Batches.Three).Checksum.Should().Be(right);
        right.Should().MatchRegex("^[BCDFGHJKMNPQRTVW]{16}$");
        IReadOnlyList<BankFileLine>[] others =
        [
            [.. Batches.Three.Take(2)],
            [Batches.Three[0] with { Payee = "童一乙" }, .. Batches.Three.Skip(1)],
            [Batches.Three[0] with { Account = "6217000000000000018" }, .. Batches.Three.Skip(1)],
            [Batches.Three[0] with { Fen = 50_001 }, .. Batches.Three.Skip(1)],
            [Batches.Three[0] with { Fen = 49_999 }, Batches.Three[1] with { Fen = 31_251 }, Batches.Three[2]],
        ];
        others.Select(lines => FileChecksum.Of(Batches.Number, lines)).Append(FileChecksum.Of("PL20200604", Batches.Three))
            .Should().OnlyHaveUniqueItems().And.NotContain(right);
    }

    [Fact]
    public void The_fingerprint_covers_payee_account_and_amount_and_needs_the_key()
    {
        var right = LineFingerprint.Of(Batches.Key, "童一甲", "6217000000000000017", 50_000);

        right.Should().MatchRegex("^[BCDFGHJKMNPQRTVW]{15}$");
        LineFingerprint.Of(Batches.Key, " 童 一甲", "6217 0000 0000 0000 017", 50_000).Should().Be(right, "a bank spaces as it likes");
        new[]
        {
            LineFingerprint.Of(Batches.Key, "童一乙", "6217000000000000017", 50_000),
            LineFingerprint.Of(Batches.Key, "童一甲", "6217000000000000018", 50_000),
            LineFingerprint.Of(Batches.Key, "童一甲", "6217000000000000017", 50_001),
            LineFingerprint.Of(Batches.Key, "童一甲6", "217000000000000017", 50_000),
            LineFingerprint.Of([.. Batches.Key.Reverse()], "童一甲", "6217000000000000017", 50_000),
        }.Should().OnlyHaveUniqueItems().And.NotContain(right);
        FluentActions.Invoking(() => LineFingerprint.Of(Batches.Key.AsSpan(0, 8), "童", "6217", 1)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Each_line_that_no_bank_could_pay_is_named_and_nothing_is_written()
    {
        var result = BankFile.Write(
            Batches.OneCard, Batches.Head,
            [
                Batches.Three[0] with { Payee = " " },
                Batches.Three[1] with { Account = "" },
                Batches.Three[2] with { Fen = 0 },
                Batches.Three[0] with { Sequence = 4, Account = "6217=1+1", Fen = -1 },
            ],
            Batches.Key);

        result.IsWritten.Should().BeFalse();
        result.Problems.Select(p => (p.Sequence, p.Fault)).Should().Equal(
            (1, BankFileFault.PayeeMissing), (2, BankFileFault.AccountUnusable), (3, BankFileFault.AmountNotPositive),
            (4, BankFileFault.AccountUnusable), (4, BankFileFault.AmountNotPositive));
        BankFile.Write(Batches.OneCard, Batches.Head, [], Batches.Key).Problems.Should().Equal(new BankFileProblem(null, BankFileFault.NoLines));
    }

    [Fact]
    public void Sequence_numbers_with_a_gap_are_a_broken_promise() =>
        FluentActions.Invoking(() => BankFile.Write(Batches.OneCard, Batches.Head, [Batches.Three[0], Batches.Three[2]], Batches.Key))
            .Should().Throw<ArgumentException>();

    [Fact]
    public void A_line_prints_neither_name_nor_account() => $"{Batches.Three[0]}".Should().Be("line 1");

    [Fact]
    public void A_name_of_a_file_holds_nothing_that_leads_elsewhere()
    {
        var head = Batches.Head with { Batch = "../a\\b:c\n", Document = "〔2020〕12号" };

        BankFile.Write(Batches.OneCard, head, Batches.Three, Batches.Key).File!.Name.Should().Be("YKT__a_b_c__20200603.txt");
        BankFile.Write(Batches.OneCard, head with { Batch = new string('长', 300) }, Batches.Three, Batches.Key).File!.Name.Should().HaveLength(120).And.EndWith(".txt");
    }
}
