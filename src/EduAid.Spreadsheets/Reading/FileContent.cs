using System.Buffers.Binary;
using System.Text;
using EduAid.Spreadsheets.Reading.Delimited;

namespace EduAid.Spreadsheets.Reading;

internal enum ContentKind
{
    Zip,
    Compound,
    Biff,
    Html,
    Delimited,
}

/// <summary>What the first bytes of a file say it is.</summary>
/// <param name="Kind">The reader that fits.</param>
/// <param name="Encoding">Of text alone.</param>
internal readonly record struct FileContent(ContentKind Kind, Encoding? Encoding)
{
    private const int HeadBytes = 4096;

    private static readonly (byte[] Start, FileProblem Problem)[] Others =
    [
        ("%PDF-"u8.ToArray(), Refusal.NotASpreadsheet(" PDF 文档")),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], Refusal.NotASpreadsheet("图片（PNG）")),
        ([0xFF, 0xD8, 0xFF], Refusal.NotASpreadsheet("图片（JPEG）")),
        ("GIF8"u8.ToArray(), Refusal.NotASpreadsheet("图片（GIF）")),
        ([0x49, 0x49, 0x2A, 0x00], Refusal.NotASpreadsheet("图片（TIFF）")),
        ([0x4D, 0x4D, 0x00, 0x2A], Refusal.NotASpreadsheet("图片（TIFF）")),
        ("RIFF"u8.ToArray(), Refusal.NotASpreadsheet("图片、声音或视频")),
        ("{\\rtf"u8.ToArray(), Refusal.NotASpreadsheet(" RTF 文档")),
        ("SQLite format 3\0"u8.ToArray(), Refusal.NotASpreadsheet("数据库文件")),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], Refusal.Archive(" 7z 压缩包")),
        ("Rar!"u8.ToArray(), Refusal.Archive(" RAR 压缩包")),
        ([0x1F, 0x8B], Refusal.Archive(" GZIP 压缩包")),
        ("MIME-Version:"u8.ToArray(), Refusal.OtherSpreadsheet("单个文件网页（.mht）")),
        ("PAR1"u8.ToArray(), Refusal.NotASpreadsheet("数据库文件")),
    ];

    /// <exception cref="UnreadableFileException">It is something else; the message says what.</exception>
    public static FileContent Look(Stream stream)
    {
        Span<byte> buffer = stackalloc byte[HeadBytes];
        stream.Position = 0;
        var head = buffer[..stream.ReadAtLeast(buffer, HeadBytes, throwOnEndOfStream: false)];
        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8))
            return new(ContentKind.Zip, null);
        if (head.StartsWith(CompoundSignature))
            return new(ContentKind.Compound, null);
        if (IsBiff(head))
            return new(ContentKind.Biff, null);
        if (IsAncientBiff(head))
            throw Refusal.OtherSpreadsheet(" Excel 4.0 或更早的工作簿").AsException();
        foreach (var (start, problem) in Others)
        {
            if (head.StartsWith(start))
                throw problem.AsException();
        }

        return LookAtText(stream);
    }

    private static ReadOnlySpan<byte> CompoundSignature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static FileContent LookAtText(Stream stream)
    {
        var encoding = TextEncoding.Detect(stream) ?? throw Refusal.Unknown.AsException();
        var sample = TextEncoding.Sample(stream, encoding);
        if (!IsText(sample))
            throw Refusal.Unknown.AsException();
        return MarkupSign.Of(sample) switch
        {
            Markup.None => new(ContentKind.Delimited, encoding),
            Markup.Html => new(ContentKind.Html, encoding),
            Markup.SpreadsheetMl => throw Refusal.OtherSpreadsheet("“XML 表格 2003”").AsException(),
            Markup.OpenDocument => throw Refusal.OtherSpreadsheet("单个 XML 的 OpenDocument 文件").AsException(),
            _ => throw Refusal.NotASpreadsheet(" XML 文件").AsException(),
        };
    }

    /// <summary>The workbook stream of a binary workbook that stands in no OLE container (MS-XLS 2.4.21).</summary>
    private static bool IsBiff(ReadOnlySpan<byte> head) =>
        head.Length >= 8
        && BinaryPrimitives.ReadUInt16LittleEndian(head) == 0x0809
        && BinaryPrimitives.ReadUInt16LittleEndian(head[2..]) is 8 or 16
        && BinaryPrimitives.ReadUInt16LittleEndian(head[6..]) == 0x0005;

    /// <summary>BIFF 2 to 4, which went out of use in 1993.</summary>
    private static bool IsAncientBiff(ReadOnlySpan<byte> head) =>
        head.Length >= 8
        && BinaryPrimitives.ReadUInt16LittleEndian(head) is 0x0009 or 0x0209 or 0x0409
        && BinaryPrimitives.ReadUInt16LittleEndian(head[2..]) is 4 or 6
        && BinaryPrimitives.ReadUInt16LittleEndian(head[6..]) is 0x10 or 0x20 or 0x40 or 0x0100;

    private static bool IsText(ReadOnlySpan<char> sample)
    {
        // A character cut off at the end of the file is no sign of anything.
        sample = sample.TrimEnd('\uFFFD');
        var strange = 0;
        foreach (var character in sample)
        {
            if (character == '\0')
                return false;
            if (character is < ' ' and not ('\t' or '\n' or '\v' or '\f' or '\r') or (>= '\u007F' and <= '\u009F')
                or (>= '\uE000' and <= '\uF8FF') or '\uFFFD' or '\uFFFF')
                strange++;
        }

        // One stray control character happens in exports; random bytes are full of them.
        return strange == 0 || (strange <= 2 && sample.Length > 16) || strange * 100 < sample.Length;
    }
}
