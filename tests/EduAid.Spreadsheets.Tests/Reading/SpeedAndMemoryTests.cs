using System.Diagnostics;
using System.Globalization;
using System.Text;
using EduAid.Spreadsheets.Reading;
using ExcelDataReader;
using MiniExcelLibs;

namespace EduAid.Spreadsheets.Tests.Reading;

/// <summary>Alone, because what others do at the same time would be measured too.</summary>
[Collection(nameof(SpeedAndMemoryTests))]
[CollectionDefinition(nameof(SpeedAndMemoryTests), DisableParallelization = true)]
public sealed class SpeedAndMemoryTests
{
    static SpeedAndMemoryTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Counted in bytes of memory asked for, which no neighbour on the machine can disturb: whoever reads a file a second time asks for them a second time.</summary>
    [Fact]
    public void Xlsx_of_20_000_rows_asks_for_little_more_memory_than_a_bare_loop()
    {
        var bytes = Workbook(20_000, 16);
        var warm = Workbook(500, 16);
        (BareLoop(warm) + OurLoop(warm)).Should().BePositive();

        var ratio = (double)Allocated(() => OurLoop(bytes)) / Allocated(() => BareLoop(bytes));

        ratio.Should().BeInRange(1, 1.3, "the guard runs over the parts and keeps nothing; a second reading would double it");
    }

    [Fact]
    [Trait("Counts", "full")]
    public void Xlsx_of_20_000_rows_takes_little_longer_than_a_bare_loop()
    {
        var bytes = Workbook(20_000, 16);
        double bare = double.MaxValue, ours = double.MaxValue;
        for (var round = 0; round < 12 && (round < 3 || ours > bare * 1.3); round++)
        {
            bare = Math.Min(bare, Time(() => BareLoop(bytes)));
            ours = Math.Min(ours, Time(() => OurLoop(bytes)));
        }

        (ours / bare).Should().BeLessThanOrEqualTo(1.7, "the checks before it take a fifth to a third; a second reading would double it");
    }

    [Fact]
    public void Memory_does_not_grow_with_the_rows()
    {
        var bytes = new XlsxByHand().Sheet(string.Concat(Enumerable.Range(1, 60_000).Select(row => string.Create(
            CultureInfo.InvariantCulture, $"<row r=\"{row}\"><c t=\"inlineStr\"><is><t>学生{row}</t></is></c><c><v>{row}</v></c><c t=\"str\"><v>文字{row}</v></c></row>")))).Bytes();
        using var stream = new MemoryStream(bytes);
        using var file = SpreadsheetFile.Open(stream, "x", ReadingLimits.Default).File!;
        var live = new List<long>();

        foreach (var row in file.Sheets().Single().Rows())
        {
            if (row.Number is 1_000 or 59_000)
                live.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        live.Should().HaveCount(2);
        (live[1] - live[0]).Should().BeLessThan(2 << 20);
    }

    private static double Time(Func<int> loop)
    {
        var start = Stopwatch.GetTimestamp();
        loop().Should().BePositive();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static long Allocated(Func<int> loop)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        loop().Should().BePositive();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static int BareLoop(byte[] bytes)
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(bytes));
        var found = 0;
        while (reader.Read())
        {
            for (var column = 0; column < reader.FieldCount; column++)
                found += reader.GetValue(column) is null ? 0 : 1;
        }

        return found;
    }

    private static int OurLoop(byte[] bytes)
    {
        using var file = SpreadsheetFile.Open(new MemoryStream(bytes), "x", ReadingLimits.Default).File!;
        var found = 0;
        foreach (var row in file.Sheets().Single().Rows())
        {
            for (var column = 0; column < row.Count; column++)
                found += row[column].Text.Length > 0 ? 1 : 0;
        }

        return found;
    }

    private static byte[] Workbook(int rows, int columns)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(Enumerable.Range(1, rows).Select(row => Enumerable.Range(0, columns).ToDictionary(
            column => "列" + column,
            column => column % 4 == 0 ? row * 10 + column : (object)string.Create(CultureInfo.InvariantCulture, $"文字{row}-{column}"))));
        return stream.ToArray();
    }
}
