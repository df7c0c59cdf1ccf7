using EduAid.Application.Intake;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Reading;

namespace EduAid.Application.People;

/// <summary>An ID or a name that somebody asks about.</summary>
/// <param name="Number">Line of the text or row of the file, from 1.</param>
/// <param name="Key">The whole ID, or the folded name; never stored.</param>
public sealed record AskedLine(int Number, string Key, bool IsId)
{
    /// <summary>As it may be shown again: an ID masked.</summary>
    public string Shown => IsId ? CitizenId.Mask(Key) : Key;

    /// <summary>Prints no ID.</summary>
    public override string ToString() => Shown;

    /// <summary>Pasted text: of each line the ID that stands in it, else its first word.</summary>
    public static IReadOnlyList<AskedLine> FromText(string? text) =>
    [
        .. (text ?? "").ReplaceLineEndings("\n").Split('\n').Select((line, i) => FromCells(i + 1, line.Split(Separators))).OfType<AskedLine>(),
    ];

    /// <summary>A file: of each row of each visible sheet the same. Rows without an ID and headings count as names that nobody has.</summary>
    /// <returns>Null where the file can't be read.</returns>
    public static IReadOnlyList<AskedLine>? FromFile(SentFile file)
    {
        using var content = file.Open();
        var opened = SpreadsheetFile.Open(content, file.Name, new ReadingLimits());
        if (!opened.IsOpen) return null;
        using var book = opened.File;
        var lines = new List<AskedLine>();
        try
        {
            foreach (var row in book.Sheets().Where(s => !s.Hidden).SelectMany(s => s.Rows()))
                if (FromCells(row.Number, Enumerable.Range(0, row.Count).Select(c => row[c].Text)) is { } line) lines.Add(line);
        }
        catch (UnreadableFileException)
        {
            return null;
        }
        return lines;
    }

    private static AskedLine? FromCells(int number, IEnumerable<string> cells)
    {
        string? name = null;
        foreach (var cell in cells)
        {
            var text = Text.Fold(cell).ToUpperInvariant();
            if (text.Length == 18 && text.Count(char.IsAsciiDigit) >= 17) return new(number, text, true);
            if (name is null && text.Length is > 1 and <= 30 && !text.Any(char.IsAsciiDigit) && !Headings.Contains(text)) name = PersonName.FoldName(text);
        }
        return name is { Length: > 0 } ? new(number, name, false) : null;
    }

    // The full-width forms, which a Chinese input method writes, by number: in most typefaces they can't be told from the others.
    private static readonly char[] Separators = ['\t', ',', '\uFF0C', ';', '\uFF1B', ' ', '\u3000'];

    private static readonly HashSet<string> Headings = ["姓名", "学生姓名", "身份证号", "身份证号码", "公民身份号码", "证件号码", "序号", "合计"];
}
