using System.Buffers.Binary;
using System.Text;
using EduAid.Spreadsheets.Reading;

namespace EduAid.Spreadsheets.Tests.Reading;

public sealed class RefusalTests
{
    public static TheoryData<string, byte[]> Others() => new()
    {
        { "PDF", "%PDF-1.7\n%\u00e2\u00e3"u8.ToArray() },
        { "PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] },
        { "JPEG", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46, 0x49, 0x46] },
        { "GIF", "GIF89a\u0001\0"u8.ToArray() },
        { "RAR", "Rar!\u001a\u0007\0"u8.ToArray() },
        { "7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4] },
        { "RTF", "{\\rtf1\\ansi}"u8.ToArray() },
        { ".mht", "MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n"u8.ToArray() },
        { "XML 表格 2003", """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table></Table></Worksheet></Workbook>"""u8.ToArray() },
        { "XML 文件", """<?xml version="1.0"?><list><item>1</item></list>"""u8.ToArray() },
        { ".docx", XlsxByHand.Zip([("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", "<w/>"u8.ToArray())]) },
        { ".pptx", XlsxByHand.Zip([("ppt/presentation.xml", "<p/>"u8.ToArray())]) },
        { ".xlsb", XlsxByHand.Zip([("xl/workbook.bin", [1, 2, 3])]) },
        { ".ods", XlsxByHand.Zip([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"u8.ToArray()), ("content.xml", "<x/>"u8.ToArray())]) },
        { "ZIP", XlsxByHand.Zip([("名单.xlsx", [1, 2, 3])]) },
        { ".doc", Ole.File("WordDocument", new byte[5000]) },
        { ".ppt", Ole.File("PowerPoint Document", new byte[5000]) },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void File_of_another_kind_is_refused_by_what_it_seems_to_be_and_what_to_do(string kind, byte[] bytes)
    {
        var problem = Read.Problem(bytes);

        problem!.Code.Should().Be("file.unreadable");
        problem.Message.Should().Contain(kind).And.Contain("上传");
    }

    [Fact]
    public void Empty_file_is_an_empty_sheet()
    {
        Read.Problem([])!.Code.Should().Be("sheet.empty");
    }

    [Fact]
    public void Encrypted_xlsx_is_an_OLE_container_and_refused_as_encrypted()
    {
        var bytes = Ole.File(("EncryptionInfo", new byte[200]), ("EncryptedPackage", new byte[9000]));

        var problem = Read.Problem(bytes);

        problem!.Code.Should().Be("file.encrypted");
        problem.Message.Should().Contain("密码");
    }

    [Fact]
    public void File_over_the_limit_is_refused_before_it_is_read()
    {
        var limits = new ReadingLimits { MaxFileBytes = 1 << 20 };

        Read.Problem(new byte[1 << 20], limits)!.Code.Should().Be("file.unreadable");
        var problem = Read.Problem(new byte[(1 << 20) + 1], limits);
        problem!.Code.Should().Be("file.too-large");
        problem.Message.Should().Contain("1 MB");
    }

    [Fact]
    public void Part_packed_beyond_the_ratio_is_refused_and_a_small_one_is_not()
    {
        var rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

        Read.Only(new XlsxByHand().Sheet(rows + new string(' ', 9 << 20)).Bytes()).Texts(1).Should().Equal("1");
        Read.Problem(new XlsxByHand().Sheet(rows + new string(' ', 11 << 20)).Bytes())!.Code.Should().Be("file.too-large");
    }

    [Fact]
    public void Parts_that_unpack_beyond_the_limit_together_are_refused()
    {
        var workbook = new XlsxByHand().Sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
        workbook.More["xl/media/one.bin"] = new byte[600_000];
        workbook.More["xl/media/two.bin"] = new byte[600_000];

        Read.Problem(workbook.Bytes()).Should().BeNull();
        Read.Problem(workbook.Bytes(), new ReadingLimits { MaxUncompressedBytes = 1 << 20 })!.Code.Should().Be("file.too-large");
    }

    [Fact]
    public void More_sheets_than_the_limit_are_refused()
    {
        var limits = new ReadingLimits { MaxSheets = 2 };
        var row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
        var two = new XlsxByHand().Sheet(row, name: "甲").Sheet(row, name: "乙");

        Read.All(two.Bytes(), limits: limits).Should().HaveCount(2);
        Read.Problem(two.Sheet(row, name: "丙").Bytes(), limits)!.Code.Should().Be("file.too-large");
        Read.Problem(Workbooks.Xls(workbook => { workbook.Fill("甲"); workbook.Fill("乙"); workbook.Fill("丙"); }), limits)!.Code.Should().Be("file.too-large");
        Read.Problem("<table></table><table></table><table></table>"u8.ToArray(), limits)!.Code.Should().Be("file.too-large");
    }

    [Fact]
    public void Part_that_unpacks_to_more_than_it_declares_is_cut_there()
    {
        var bytes = new XlsxByHand().Sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>" + new string(' ', 12 << 20)).Bytes();
        Read.Problem(bytes)!.Code.Should().Be("file.too-large");
        DeclareSmall(bytes, largerThan: 10 << 20, declared: 2000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Read.Problem(bytes)!.Code.Should().Be("file.unreadable");
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(8 << 20);
    }

    [Theory]
    [InlineData("""<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>""", "&c;")]
    [InlineData("""<!DOCTYPE x [<!ENTITY c SYSTEM "file:///etc/passwd">]>""", "&c;")]
    [InlineData("""<!DOCTYPE worksheet SYSTEM "http://127.0.0.1:1/x.dtd">""", "x")]
    public void Document_type_with_entities_is_refused(string type, string text)
    {
        var bytes = new XlsxByHand().Xml($"""{type}<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row></sheetData></worksheet>""").Bytes();

        Read.Problem(bytes)!.Code.Should().Be("file.unreadable");
    }

    [Fact]
    public void Cancelled_request_and_lack_of_memory_are_let_through()
    {
        var cancelled = () => SpreadsheetFile.Open(new Throwing(new OperationCanceledException()), "x", ReadingLimits.Default);
        var starved = () => SpreadsheetFile.Open(new Throwing(new InsufficientMemoryException()), "x", ReadingLimits.Default);
        var broken = SpreadsheetFile.Open(new Throwing(new IOException()), "x", ReadingLimits.Default);

        cancelled.Should().Throw<OperationCanceledException>();
        starved.Should().Throw<OutOfMemoryException>();
        broken.Problem!.Code.Should().Be("file.unreadable");
    }

    [Fact]
    public void Stream_stays_open_and_is_the_caller_s()
    {
        foreach (var bytes in new[] { new XlsxByHand().Sheet("<row r=\"1\"><c><v>1</v></c></row>").Bytes(), "a,b\n"u8.ToArray(), "<table><tr><td>1</td></tr></table>"u8.ToArray(), Workbooks.Xls(workbook => workbook.Fill("x", ["1"])) })
        {
            using var stream = new MemoryStream(bytes);
            using (var file = SpreadsheetFile.Open(stream, "x", ReadingLimits.Default).File!)
                file.Sheets().Single().Rows().Should().ContainSingle();

            stream.CanRead.Should().BeTrue();
        }
    }

    /// <summary>Overwrites the unpacked size in the central directory and the local header of large entries.</summary>
    private static void DeclareSmall(byte[] zip, long largerThan, uint declared)
    {
        var changed = 0;
        for (var at = 0; at + 30 < zip.Length; at++)
        {
            var (sizeAt, fits) = BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(at)) switch
            {
                0x02014B50 => (at + 24, true),
                0x04034B50 => (at + 22, true),
                _ => (0, false),
            };
            if (!fits || BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(sizeAt)) <= largerThan)
                continue;
            BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(sizeAt), declared);
            changed++;
        }

        changed.Should().BePositive();
    }

    private sealed class Throwing(Exception thrown) : MemoryStream(new byte[8])
    {
        public override int Read(Span<byte> buffer) => throw thrown;

        public override int Read(byte[] buffer, int offset, int count) => throw thrown;
    }
}
