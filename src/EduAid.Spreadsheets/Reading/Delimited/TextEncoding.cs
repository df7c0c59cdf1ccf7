using System.Text;
using System.Text.RegularExpressions;
using UtfUnknown;

namespace EduAid.Spreadsheets.Reading.Delimited;

/// <summary>The encoding of a text file, by its bytes alone.</summary>
internal static partial class TextEncoding
{
    private const int SampleBytes = 64 * 1024;

    private static readonly UTF8Encoding Utf8 = new(false, true);
    private static readonly UnicodeEncoding Utf16Little = new(false, false, true);
    private static readonly UnicodeEncoding Utf16Big = new(true, false, true);

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>GB 18030 holds GBK and GB 2312; it is what Chinese spreadsheet programs write as CSV.</summary>
    private static Encoding Gb18030 => Encoding.GetEncoding("GB18030");

    /// <summary>Byte order mark, UTF-16 without one, strict UTF-8, a page's own word, strict GB 18030, either of them with few errors, then a guess.</summary>
    /// <returns>An encoding that replaces what it cannot decode, or null where nothing fits.</returns>
    public static Encoding? Detect(Stream stream)
    {
        var head = Head(stream);
        if (head is [0xEF, 0xBB, 0xBF, ..])
            return Encoding.UTF8;
        if (head is [0xFF, 0xFE, ..])
            return Encoding.Unicode;
        if (head is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode;
        if (Utf16WithoutMark(head) is { } utf16)
            return utf16;
        if (Decodes(stream, Utf8))
            return Encoding.UTF8;
        if (Declared(head) is { } declared)
            return declared;
        if (Decodes(stream, Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)))
            return Gb18030;
        return BarelyBroken(head) ?? CharsetDetector.DetectFromBytes(head).Detected?.Encoding;
    }

    /// <summary>The beginning of the file as text, without a byte order mark.</summary>
    public static string Sample(Stream stream, Encoding encoding)
    {
        using var reader = Reader(stream, encoding);
        var characters = new char[SampleBytes];
        return new string(characters, 0, reader.ReadBlock(characters));
    }

    /// <summary>The whole file as text, from its beginning; leaves the stream open.</summary>
    public static StreamReader Reader(Stream stream, Encoding encoding)
    {
        stream.Position = 0;
        return new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true);
    }

    private static byte[] Head(Stream stream)
    {
        stream.Position = 0;
        var head = new byte[SampleBytes];
        return head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }

    /// <summary>
    /// Digits, delimiters and line ends have a zero byte on one side. A few Chinese characters have one on the other
    /// (一 is 4E 00), hence twice as many are asked for.
    /// </summary>
    private static UnicodeEncoding? Utf16WithoutMark(ReadOnlySpan<byte> head)
    {
        int even = 0, odd = 0;
        for (var index = 0; index < head.Length; index++)
        {
            if (head[index] == 0)
                _ = index % 2 == 0 ? even++ : odd++;
        }

        if ((even + odd) * 50 < head.Length || head.Length < 4)
            return null;
        var encoding = odd > even * 2 ? Utf16Little : even > odd * 2 ? Utf16Big : null;
        return encoding is not null && IsValid(encoding.GetDecoder(), head) ? encoding : null;
    }

    /// <summary>Old Chinese systems declare Latin letters by default, so only a Chinese charset is believed.</summary>
    private static Encoding? Declared(ReadOnlySpan<byte> head)
    {
        var start = Encoding.Latin1.GetString(head[..Math.Min(head.Length, 4096)]);
        return Charset().Match(start) is { Success: true } match
            ? match.Groups[1].Value.ToUpperInvariant() switch
            {
                "GB2312" or "GBK" or "GB18030" or "GB_2312-80" or "X-GBK" or "CP936" => Gb18030,
                "BIG5" => Encoding.GetEncoding("big5"),
                _ => null,
            }
            : null;
    }

    /// <summary>A stray byte in a list spoils one cell, not the whole list; what fails often is another encoding.</summary>
    private static Encoding? BarelyBroken(byte[] head) =>
        new[] { Encoding.UTF8, Gb18030 }
            .Select(encoding => (Encoding: encoding, Text: encoding.GetString(head)))
            .Where(tried => tried.Text.Count(character => character == '\uFFFD') * 100 < tried.Text.Length)
            .Select(tried => tried.Encoding)
            .FirstOrDefault();

    /// <summary>Whether the whole file decodes; a character cut off at the very end is let pass.</summary>
    private static bool Decodes(Stream stream, Encoding encoding)
    {
        stream.Position = 0;
        var decoder = encoding.GetDecoder();
        var buffer = new byte[SampleBytes];
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            if (!IsValid(decoder, buffer.AsSpan(0, count)))
                return false;
        }

        return true;
    }

    private static bool IsValid(Decoder decoder, ReadOnlySpan<byte> bytes)
    {
        Span<char> characters = stackalloc char[4096];
        try
        {
            while (!bytes.IsEmpty)
            {
                decoder.Convert(bytes, characters, flush: false, out var used, out _, out _);
                bytes = bytes[used..];
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    [GeneratedRegex("""<meta[^>]{1,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
