using System.Buffers;

namespace EduAid.Spreadsheets.Writing;

/// <summary>Text in spreadsheet XML: entities, and Excel's own _xHHHH_ escapes kept from being read as such.</summary>
internal static class XmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"_");

    public static void Append(TextWriter writer, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Special) is var at and >= 0)
        {
            writer.Write(text[..at]);
            writer.Write(text[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ => IsEscape(text[at..]) ? "_x005F_" : "_",
            });
            text = text[(at + 1)..];
        }

        writer.Write(text);
    }

    public static string Of(string text)
    {
        using var writer = new StringWriter();
        Append(writer, text);
        return writer.ToString();
    }

    /// <summary>ECMA-376 part 1, 22.9.2.19 (ST_Xstring).</summary>
    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text is ['_', 'x' or 'X', var a, var b, var c, var d, '_', ..]
        && char.IsAsciiHexDigit(a) && char.IsAsciiHexDigit(b) && char.IsAsciiHexDigit(c) && char.IsAsciiHexDigit(d);
}
