using System.Buffers;
using System.Text.RegularExpressions;

namespace EduAid.Spreadsheets.Reading.Html;

/// <summary>Looks at a page before a tree is built of it, whose cost grows with the depth of the tags and not with their number alone.</summary>
internal static partial class HtmlGuard
{
    private const int MostTags = 4_000_000;
    private const int DeepestNesting = 200;

    /// <summary>The parser's time grows with their square.</summary>
    private const int MostLeftOpen = 10_000;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>");

    private static readonly HashSet<string> Void =
        new(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "wbr"], StringComparer.OrdinalIgnoreCase);

    /// <exception cref="UnreadableFileException">Too many tags, or too many in one another.</exception>
    public static void Check(string page)
    {
        var open = new List<string>();
        var (count, leftOpen) = (0, 0);
        foreach (var tag in Tag().EnumerateMatches(page))
        {
            var text = page.AsSpan(tag.Index + 1, tag.Length - 1);
            var name = Name(text.TrimStart('/'));
            if (name.Length == 0 || Void.Contains(name))
                continue;
            if (++count > MostTags)
                throw Refusal.PageTooLarge.AsException();
            leftOpen += text[0] == '/' ? Close(open, open.LastIndexOf(name)) : Open(open, name);
            if (leftOpen > MostLeftOpen)
                throw Refusal.PageTooDeep.AsException();
        }
    }

    private static int Open(List<string> open, string name)
    {
        // A cell ends where the next begins, and a row likewise; sloppy pages leave out the end tags.
        var leftOpen = name is "td" or "th" or "tr" ? CloseWithinTable(open, name == "tr" ? ["td", "th", "tr"] : ["td", "th"]) : 0;
        open.Add(name);
        if (open.Count > DeepestNesting)
            throw Refusal.PageTooDeep.AsException();
        return leftOpen;
    }

    private static int CloseWithinTable(List<string> open, string[] names)
    {
        var leftOpen = 0;
        for (var at = open.Count - 1; at >= 0 && open[at] != "table"; at--)
        {
            if (names.Contains(open[at]))
                leftOpen += Close(open, at);
        }

        return leftOpen;
    }

    /// <returns>How many within it had no end of their own, beside those that need none.</returns>
    private static int Close(List<string> open, int at)
    {
        if (at < 0)
            return 0;
        var leftOpen = 0;
        for (var inner = at + 1; inner < open.Count; inner++)
            leftOpen += open[inner] is "td" or "th" or "tr" or "p" or "li" or "tbody" or "thead" or "tfoot" ? 0 : 1;
        open.RemoveRange(at, open.Count - at);
        return leftOpen;
    }

    private static string Name(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny(NameEnds);
        return (end < 0 ? tag : tag[..end]).ToString().ToLowerInvariant();
    }

    [GeneratedRegex("<!--|</?[A-Za-z][^>]{0,40}")]
    private static partial Regex Tag();
}
