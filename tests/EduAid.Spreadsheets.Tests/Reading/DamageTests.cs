using System.IO.Compression;
using System.Text;
using EduAid.Spreadsheets.Reading;

namespace EduAid.Spreadsheets.Tests.Reading;

/// <summary>Whatever the bytes, the answer is rows or a problem, and it comes.</summary>
public sealed class DamageTests
{
    /// <summary>A sample of the many, which <c>EDUAID_FULL=1</c> asks for.</summary>
    private static readonly int Mutations = Environment.GetEnvironmentVariable("EDUAID_FULL") == "1" ? 400 : 40;

    /// <summary>Generous: all files of a test together take seconds, a file that hangs would take for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private static readonly string[] Codes = ["file.unreadable", "file.encrypted", "file.too-large", "sheet.empty"];

    static DamageTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string> Kinds() => ["xlsx", "xlsx by hand", "xls", "xls stream", "csv", "utf-16", "html"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Mutated_file_gives_rows_or_a_problem(string kind)
    {
        var whole = Whole(kind);
        Read.Problem(whole).Should().BeNull();
        return Survives(Enumerable.Range(0, Mutations).Select(seed => Mutate(whole, new Random(seed))));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task File_cut_off_anywhere_gives_rows_or_a_problem(string kind)
    {
        var whole = Whole(kind);
        return Survives(Enumerable.Range(0, 25).Select(step => whole[..(int)((long)whole.Length * step / 25)]));
    }

    [Fact]
    public Task Mutated_parts_inside_a_sound_zip_give_rows_or_a_problem()
    {
        var whole = Whole("xlsx by hand");
        return Survives(Enumerable.Range(0, Mutations).Select(seed => MutateParts(whole, new Random(seed))));
    }

    [Fact]
    public Task Mutated_workbook_stream_inside_a_sound_container_gives_rows_or_a_problem()
    {
        var stream = Whole("xls stream");
        return Survives(Enumerable.Range(0, Mutations).Select(seed => Ole.File("Workbook", Mutate(stream, new Random(seed)))));
    }

    [Fact]
    public Task Random_bytes_give_rows_or_a_problem()
    {
        byte[][] starts = [[], "PK\x03\x04"u8.ToArray(), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00], [0xFF, 0xFE], "<table>"u8.ToArray()];
        return Survives(Enumerable.Range(0, Mutations * 3).Select(seed =>
        {
            var random = new Random(seed);
            var bytes = new byte[random.Next(1, 6000)];
            random.NextBytes(bytes);
            return (byte[])[.. starts[seed % starts.Length], .. bytes];
        }));
    }

    [Fact]
    public void Random_bytes_are_no_list()
    {
        var bytes = new byte[5000];
        new Random(1).NextBytes(bytes);

        Read.Problem(bytes)!.Code.Should().Be("file.unreadable");
    }

    private static async Task Survives(IEnumerable<byte[]> files)
    {
        var read = () => Task.Run(() => files.Select(file => Read.Problem(file)).ToList()).WaitAsync(Patience);

        var problems = (await read.Should().NotThrowAsync()).Subject;
        problems.Should().OnlyContain(problem => problem == null || Codes.Contains(problem.Code));
    }

    private static byte[] Mutate(byte[] whole, Random random)
    {
        var bytes = (byte[])whole.Clone();
        for (var count = random.Next(1, 12); count > 0; count--)
        {
            var at = random.Next(bytes.Length);
            var length = Math.Min(random.Next(1, 40), bytes.Length - at);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    random.NextBytes(bytes.AsSpan(at, Math.Min(length, 4)));
                    break;
                case 2:
                    bytes.AsSpan(at, length).Fill((byte)(random.Next(2) * 0xFF));
                    break;
                default:
                    bytes.AsSpan(at, length).CopyTo(bytes.AsSpan(random.Next(bytes.Length - length + 1)));
                    break;
            }
        }

        return bytes;
    }

    private static byte[] MutateParts(byte[] whole, Random random)
    {
        using var zip = new ZipArchive(new MemoryStream(whole));
        var victim = random.Next(zip.Entries.Count);
        return XlsxByHand.Zip(zip.Entries.Select((entry, index) =>
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return (entry.FullName, index == victim ? Mutate(copy.ToArray(), random) : copy.ToArray());
        }).ToList());
    }

    private static byte[] Whole(string kind) => kind switch
    {
        "xlsx" => Workbooks.Xlsx(workbook =>
        {
            var sheet = workbook.AddWorksheet("一班");
            sheet.Range("A1:D1").Merge().Value = "名单";
            for (var row = 2; row < 60; row++)
            {
                sheet.Cell(row, 1).Value = "学生" + row;
                sheet.Cell(row, 2).SetValue(new DateTime(2010, 1, 1).AddDays(row));
                sheet.Cell(row, 3).SetValue(row * 1.5);
            }
        }),
        "xlsx by hand" => new XlsxByHand
        {
            SharedStrings = "<si><t>姓名</t></si><si><r><t>张</t></r><r><t>三</t></r></si>",
            CellFormats = """<xf numFmtId="0"/><xf numFmtId="14"/>""",
        }.Sheet(
            string.Concat(Enumerable.Range(1, 40).Select(row => $"""<row r="{row}"><c r="A{row}" t="s"><v>1</v></c><c r="B{row}" s="1"><v>{40000 + row}</v></c><c r="C{row}" t="inlineStr"><is><t>文</t></is></c></row>""")),
            """<mergeCells><mergeCell ref="A1:C2"/></mergeCells>""").Bytes(),
        "xls" => Xls(),
        "xls stream" => Ole.Stream(Xls(), "Workbook"),
        "csv" => Encoding.GetEncoding("GB18030").GetBytes(Text),
        "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)],
        _ => Encoding.UTF8.GetBytes("<html><table>" + string.Concat(Enumerable.Repeat("<tr><td rowspan=2>一班</td><td colspan='2'>张三<br>a</td></tr><tr><td>x</td></tr>", 40)) + "</table></html>"),
    };

    private static string Text => string.Concat(Enumerable.Range(1, 80).Select(row => $"学生{row},\"一班,{row}\",\"换\n行\"\r\n"));

    private static byte[] Xls() => Workbooks.Xls(workbook =>
    {
        var sheet = workbook.Fill("一班", [.. Enumerable.Range(0, 60).Select(row => new[] { "学生" + row, null, "文字" })]);
        sheet.AddMergedRegion(new NPOI.SS.Util.CellRangeAddress(0, 3, 0, 1));
        for (var row = 4; row < 60; row++)
        {
            sheet.GetRow(row).CreateCell(5).SetCellValue(row * 1.25);
            sheet.GetRow(row).CreateCell(6).SetCellValue(row % 2 == 0);
        }
    });
}
