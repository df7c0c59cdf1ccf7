using System.Globalization;
using System.Xml;

namespace EduAid.Spreadsheets.Reading.Xlsx;

/// <summary>Collects the text of one cell piece by piece, up to the longest one allowed.</summary>
internal sealed class CellText(int limit)
{
    private readonly char[] buffer = new char[limit + 1];
    private int length;

    /// <summary>False once more came than is allowed.</summary>
    public bool Fits => length <= limit;

    public ReadOnlySpan<char> Span => buffer.AsSpan(0, length);

    public void Clear() => length = 0;

    /// <summary>Takes the text node where the reader stands, in chunks, so that a forged one of a gigabyte is never held.</summary>
    public void Add(XmlReader reader)
    {
        int read;
        while (length < buffer.Length && (read = reader.ReadValueChunk(buffer, length, buffer.Length - length)) > 0)
            length += read;
    }

    /// <summary>The text with _x000D_ and the like turned into the characters they stand for (ECMA-376 part 1, 22.9.2.19).</summary>
    public override string ToString()
    {
        var text = Span.ToString();
        for (var at = text.IndexOf("_x", StringComparison.Ordinal); at >= 0; at = text.IndexOf("_x", at + 1, StringComparison.Ordinal))
        {
            if (at + 6 < text.Length && text[at + 6] == '_'
                && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                text = string.Concat(text.AsSpan(0, at), [(char)code], text.AsSpan(at + 7));
        }

        return text;
    }
}
