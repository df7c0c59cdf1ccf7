using System.Text;
using EduAid.Domain.Findings;
using EduAid.Spreadsheets.Banking;
using EduAid.Spreadsheets.Intake;

namespace EduAid.Spreadsheets.Tests.Banking;

/// <summary>Whatever the bytes are: lines and problems, never an exception, and never a line of another amount without a sign of it.</summary>
public sealed class SpoiledReturnsTests
{
    private static readonly int Files = Environment.GetEnvironmentVariable("EDUAID_FULL") == "1" ? 4000 : 400;

    [Fact]
    public void Mutated_and_random_files_give_lines_or_problems()
    {
        var random = new Random(20200605);
        byte[][] originals =
        [
            Batches.Gb18030.GetBytes(string.Join("\r\n", Enumerable.Range(1, 40).Select(i => $"PL,{i},童{i},62170000000{i:00000000},500.00,{(i % 3 == 0 ? "失败" : "成功")},,").Prepend(Returned.Headings))),
            Returned.OneCard(["H|PL|20200605|40|20000.00", .. Enumerable.Range(1, 40).Select(i => $"D|{i}|童{i}|62170000000{i:00000000}|500.00|00|||"), "T|PL|40|20000.00"]),
            Returned.Workbook(sheet =>
            {
                var rows = Enumerable.Range(1, 40).Select(i => $"PL,{i},童{i},62170000000{i:00000000},500.00,成功,,").Prepend(Returned.Headings).Select(l => l.Split(',')).ToList();
                for (var r = 0; r < rows.Count; r++)
                    for (var c = 0; c < rows[r].Length; c++) sheet.Cell(r + 1, c + 1).SetValue(rows[r][c]);
            }),
        ];
        var (problems, lines) = (0, 0);
        for (var i = 0; i < Files; i++)
        {
            var content = Spoil([.. originals[i % originals.Length]], random);
            ReadList<BankReturnLine> list = null!;
            FluentActions.Invoking(() => list = Returned.Read(content, "r.txt")).Should().NotThrow("file {0}", i);
            (list.Rows.Count + list.FileProblems.Count).Should().BeGreaterThan(0, "nothing is passed over in silence");
            problems += list.FileProblems.Count + list.Rows.Sum(r => r.Problems.Count);
            lines += list.Rows.Count(r => r.Value is not null);
        }
        lines.Should().BeGreaterThan(Files);
        problems.Should().BeGreaterThan(Files);
    }

    [Fact]
    public void One_changed_character_never_passes_as_another_amount()
    {
        var text = "H|PL|20200605|2|1000.00\r\nD|1|甲|6217000000000000017|500.00|00|||\r\nD|2|乙|6217000000000000025|500.00|00|||\r\nT|PL|2|1000.00\r\n";
        var amounts = new[] { text.IndexOf("500.00", StringComparison.Ordinal), text.LastIndexOf("500.00", StringComparison.Ordinal) };
        foreach (var at in amounts.SelectMany(a => Enumerable.Range(a, 6)))
            foreach (var digit in "0123456789.,-|")
            {
                if (text[at] == digit) continue;
                var list = Returned.Read(Encoding.UTF8.GetBytes(text[..at] + digit + text[(at + 1)..]));
                (list.IsUnreadable || list.Rows.Any(r => r.Value is null) || list.Rows.All(r => r.Value!.Amount.Fen == 50_000)).Should().BeTrue("{0} at {1}", digit, at);
            }
    }

    [Fact]
    public void A_file_that_cannot_be_opened_says_so() => Returned.Read([]).FileCodes().Should().Equal(FindingCodes.SheetEmpty);

    private static byte[] Spoil(byte[] content, Random random)
    {
        switch (random.Next(5))
        {
            case 0:
                random.NextBytes(content);
                return content;
            case 1:
                return content[..random.Next(content.Length)];
            default:
                for (var flips = random.Next(1, 30); flips > 0; flips--) content[random.Next(content.Length)] ^= (byte)(1 << random.Next(8));
                return content;
        }
    }
}
