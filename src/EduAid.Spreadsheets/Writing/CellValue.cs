using System.Text;

namespace EduAid.Spreadsheets.Writing;

/// <summary>What kind of value a cell holds.</summary>
public enum CellKind { Empty, Text, Whole, Money, Date }

/// <summary>One cell's value, fit for every writer: text holds nothing that a workbook cannot.</summary>
public readonly record struct CellValue
{
    /// <summary>The most UTF-16 units that Excel keeps in a cell.</summary>
    public const int LongestText = 32_767;

    private CellValue(CellKind kind, string? text, long number) => (Kind, Text, Number) = (kind, text, number);

    public CellKind Kind { get; }

    /// <summary>The text, for text alone.</summary>
    public string? Text { get; }

    /// <summary>The number, the fen or the day number, for the other kinds.</summary>
    public long Number { get; }

    public static CellValue Of(string? text) =>
        string.IsNullOrEmpty(text) ? default : new(CellKind.Text, Clean(text), 0);

    public static CellValue Of(long? number) => number is { } n ? new(CellKind.Whole, null, n) : default;

    public static CellValue OfFen(long? fen) => fen is { } n ? new(CellKind.Money, null, n) : default;

    public static CellValue Of(DateOnly? day) => day is { } d ? new(CellKind.Date, null, d.DayNumber) : default;

    /// <summary>
    /// Whether a spreadsheet program could take the text for a formula once it is typed again or comes from a CSV
    /// (the characters OWASP names under CSV injection, full-width ones too).
    /// </summary>
    public bool LooksLikeFormula => Text is [var first, ..] && "=+-@\t\r\n＝＋－＠".Contains(first, StringComparison.Ordinal);

    /// <summary>XML 1.0 has no control characters nor halves of a pair, and a line break in a cell is one line feed.</summary>
    private static string Clean(string text)
    {
        var end = text.Length > LongestText ? LongestText : text.Length;
        if (end < text.Length && char.IsHighSurrogate(text[end - 1]))
            end--;
        if (end == text.Length && text.AsSpan().IndexOfAnyExceptInRange(' ', '\ud7ff') < 0)
            return text;

        var clean = new StringBuilder(end);
        for (var i = 0; i < end; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < end && char.IsLowSurrogate(text[i + 1]))
                clean.Append(c).Append(text[++i]);
            else if (char.IsSurrogate(c) || c is '\ufffe' or '\uffff')
                clean.Append('\ufffd');
            else if (c == '\r')
                clean.Append(i + 1 < end && text[i + 1] == '\n' ? "" : "\n");
            else if (c >= ' ' || c is '\t' or '\n')
                clean.Append(c);
        }

        return clean.ToString();
    }
}
