using System.Text;
using HtmlAgilityPack;

namespace EduAid.Spreadsheets.Reading.Html;

/// <summary>Walks without recursion: a page nested a hundred thousand deep must not end the process.</summary>
internal static class HtmlNodes
{
    /// <summary>All nodes below one, in the order of the document; what stands below a node that is not entered is left out.</summary>
    public static IEnumerable<HtmlNode> Below(HtmlNode root, Func<HtmlNode, bool> enter)
    {
        for (var node = root.FirstChild; node is not null;)
        {
            yield return node;
            if (node.FirstChild is { } child && enter(node))
            {
                node = child;
                continue;
            }

            while (node is not null && node != root && node.NextSibling is null)
                node = node.ParentNode;
            node = node == root ? null : node?.NextSibling;
        }
    }

    /// <summary>What a browser would show in a cell: white space folded, br a line break, nested tables left to themselves.</summary>
    public static string Text(HtmlNode cell)
    {
        var text = new StringBuilder();
        foreach (var node in Below(cell, node => node.Name is not ("table" or "script" or "style")))
        {
            if (node.Name == "br")
                text.Append('\n');
            else if (node is HtmlTextNode { ParentNode.Name: not ("script" or "style") } piece)
                Fold(text, HtmlEntity.DeEntitize(piece.Text));
        }

        return text.ToString().Trim();
    }

    private static void Fold(StringBuilder text, string piece)
    {
        foreach (var character in piece)
        {
            if (character is ' ' or '\t' or '\r' or '\n' or '\f' or '\u00A0')
            {
                if (text.Length > 0 && text[^1] is not (' ' or '\n'))
                    text.Append(' ');
            }
            else
            {
                text.Append(character);
            }
        }
    }
}
