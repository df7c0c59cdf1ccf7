using System.Globalization;
using System.Text;

namespace EduAid.Spreadsheets.Writing;

/// <summary>A comment to be: row from 1, column from 0.</summary>
internal readonly record struct StreamedComment(int Row, int Column, string Text);

/// <summary>
/// A sheet's comments, which need two parts: the texts, and the boxes in VML, without which Excel shows nothing
/// (ECMA-376 part 1, 18.7; part 4, 19).
/// </summary>
internal static class StreamedComments
{
    private const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static string Xml(IReadOnlyList<StreamedComment> comments)
    {
        var xml = new StringBuilder("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>EduAid</author></authors><commentList>""");
        foreach (var comment in comments)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<comment ref=\"{Letters(comment.Column)}{comment.Row}\" authorId=\"0\"><text><r><t xml:space=\"preserve\">")
                .Append(XmlText.Of(comment.Text)).Append("</t></r></text></comment>");
        }

        return xml.Append("</commentList></comments>").ToString();
    }

    public static string Drawing(IReadOnlyList<StreamedComment> comments)
    {
        var xml = new StringBuilder("""<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>""");
        for (var i = 0; i < comments.Count; i++)
        {
            var (row, column, text) = comments[i];
            var height = CommentBox.Rows(text);
            xml.Append(CultureInfo.InvariantCulture, $"""<v:shape id="_x0000_s{1025 + i}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{column + 1}, 15, {row - 1}, 2, {column + 1 + CommentBox.Columns}, 15, {row - 1 + height}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>""");
        }

        return xml.Append("</xml>").ToString();
    }

    public static string Relations(string number) =>
        $"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Types}/vmlDrawing" Target="../drawings/vmlDrawing{number}.vml"/><Relationship Id="rId2" Type="{Types}/comments" Target="../comments{number}.xml"/></Relationships>""";

    private static string Letters(int column) =>
        (column >= 26 ? Letters(column / 26 - 1) : "") + (char)('A' + column % 26);
}

/// <summary>How big a comment's box must be for its text.</summary>
internal static class CommentBox
{
    public const int Columns = 3;
    private const int CharactersALine = 16;

    public static int Rows(string text) =>
        Math.Min(20, 1 + text.Split('\n').Sum(line => 1 + line.Length / CharactersALine));
}
