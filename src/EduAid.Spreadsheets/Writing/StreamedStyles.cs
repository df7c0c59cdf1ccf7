using System.Globalization;

namespace EduAid.Spreadsheets.Writing;

/// <summary>
/// styles.xml for every look: style number 2n is look n, 2n + 1 the same with quotePrefix, by which Excel and WPS keep a
/// text that begins like a formula a text even when somebody edits the cell.
/// </summary>
internal static class StreamedStyles
{
    private const int FirstOwnFormat = 164; // lower numbers are Excel's own

    private static readonly CellLook[] Looks = Enum.GetValues<CellLook>();
    private static readonly string[] Sides = ["left", "right", "top", "bottom"];

    public static int Of(CellLook look, bool quoted = false) => (int)look * 2 + (quoted ? 1 : 0);

    public static string Xml()
    {
        var rules = Looks.Select(LookRules.Of).ToList();
        var formats = rules.Select(r => r.NumberFormat).Distinct().ToList();
        var fonts = rules.Select(r => (r.Size, r.Bold)).Distinct().ToList();
        // Excel takes the first two fills for its own whatever they say.
        List<string?> fills = [null, "gray125", .. rules.Select(r => r.Fill).OfType<string>().Distinct()];

        return string.Concat(
            """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">""",
            List("numFmts", formats.Select((f, i) => $"""<numFmt numFmtId="{FirstOwnFormat + i}" formatCode="{XmlText.Of(f)}"/>""")),
            List("fonts", fonts.Select(f => Font(f.Size, f.Bold))),
            List("fills", fills.Select(Fill)),
            List("borders", [Border(false), Border(true)]),
            List("cellStyleXfs", ["""<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>"""]),
            List("cellXfs", rules.SelectMany(r => Formats(
                r, FirstOwnFormat + formats.IndexOf(r.NumberFormat), fonts.IndexOf((r.Size, r.Bold)),
                r.Fill is null ? 0 : fills.IndexOf(r.Fill)))),
            List("cellStyles", ["""<cellStyle name="Normal" xfId="0" builtinId="0"/>"""]),
            "</styleSheet>");
    }

    private static string List(string name, IEnumerable<string> items)
    {
        var all = items.ToList();
        return $"""<{name} count="{all.Count}">{string.Concat(all)}</{name}>""";
    }

    private static string Font(double size, bool bold) => string.Create(
        CultureInfo.InvariantCulture,
        $"""<font>{(bold ? "<b/>" : "")}<sz val="{size}"/><name val="{LookRules.Font}"/><charset val="134"/></font>""");

    private static string Fill(string? colour) => colour switch
    {
        null => """<fill><patternFill patternType="none"/></fill>""",
        "gray125" => """<fill><patternFill patternType="gray125"/></fill>""",
        _ => $"""<fill><patternFill patternType="solid"><fgColor rgb="FF{colour}"/><bgColor indexed="64"/></patternFill></fill>""",
    };

    private static string Border(bool thin)
    {
        if (!thin)
            return "<border><left/><right/><top/><bottom/><diagonal/></border>";
        var sides = Sides.Select(side => $"""<{side} style="thin"><color rgb="FF000000"/></{side}>""");
        return $"<border>{string.Concat(sides)}<diagonal/></border>";
    }

    private static string[] Formats(LookRules rules, int format, int font, int fill) =>
        [Format(rules, format, font, fill, false), Format(rules, format, font, fill, true)];

    private static string Format(LookRules rules, int format, int font, int fill, bool quoted)
    {
        var across = rules.Across switch { Across.Centre => "center", Across.End => "right", _ => "left" };
        return $"""<xf numFmtId="{format}" fontId="{font}" fillId="{fill}" borderId="{(rules.Bordered ? 1 : 0)}" xfId="0" """
            + $"""applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"{(quoted ? """ quotePrefix="1" """ : "")}>"""
            + $"""<alignment horizontal="{across}" vertical="center"{(rules.Wrap ? """ wrapText="1" """ : "")}{(rules.Indent > 0 ? $""" indent="{rules.Indent}" """ : "")}/></xf>""";
    }
}
