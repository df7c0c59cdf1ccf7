using System.Globalization;
using System.Text;

namespace EduAid.Spreadsheets.Writing;

/// <summary>The small parts that hold a streamed workbook together.</summary>
internal static class StreamedParts
{
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static IEnumerable<(string Part, string Xml)> Of(IReadOnlyList<SheetSetup> sheets, IReadOnlyList<bool> commented) =>
    [
        ("xl/styles.xml", StreamedStyles.Xml()),
        ("xl/workbook.xml", Workbook(sheets)),
        ("xl/_rels/workbook.xml.rels", Relations(sheets.Count)),
        ("_rels/.rels", $"""{Declaration}<Relationships xmlns="{Packages}/relationships"><Relationship Id="rId1" Type="{Types}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("[Content_Types].xml", ContentTypes(commented)),
    ];

    private static string Workbook(IReadOnlyList<SheetSetup> sheets)
    {
        var xml = new StringBuilder($"""{Declaration}<workbook xmlns="{Main}" xmlns:r="{Types}"><sheets>""");
        for (var i = 0; i < sheets.Count; i++)
            xml.Append(CultureInfo.InvariantCulture, $"""<sheet name="{XmlText.Of(sheets[i].Name)}" sheetId="{i + 1}" r:id="rId{i + 1}"/>""");
        xml.Append("</sheets>");

        var names = new StringBuilder();
        for (var i = 0; i < sheets.Count; i++)
        {
            var quoted = XmlText.Of($"'{sheets[i].Name.Replace("'", "''", StringComparison.Ordinal)}'");
            if (sheets[i].HeadRows > 0)
                names.Append(CultureInfo.InvariantCulture, $"""<definedName name="_xlnm.Print_Titles" localSheetId="{i}">{quoted}!$1:${sheets[i].HeadRows}</definedName>""");
        }

        if (names.Length > 0)
            xml.Append("<definedNames>").Append(names).Append("</definedNames>");
        return xml.Append("</workbook>").ToString();
    }

    private static string Relations(int sheets)
    {
        var xml = new StringBuilder($"""{Declaration}<Relationships xmlns="{Packages}/relationships">""");
        for (var i = 1; i <= sheets; i++)
            xml.Append(CultureInfo.InvariantCulture, $"""<Relationship Id="rId{i}" Type="{Types}/worksheet" Target="worksheets/sheet{i}.xml"/>""");
        return xml.Append(CultureInfo.InvariantCulture, $"""<Relationship Id="rId{sheets + 1}" Type="{Types}/styles" Target="styles.xml"/></Relationships>""").ToString();
    }

    private static string ContentTypes(IReadOnlyList<bool> commented)
    {
        var xml = new StringBuilder($"""{Declaration}<Types xmlns="{Packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/workbook.xml" ContentType="{Spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Spreadsheet}.styles+xml"/>""");
        for (var i = 1; i <= commented.Count; i++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"""<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{Spreadsheet}.worksheet+xml"/>""");
            if (commented[i - 1])
                xml.Append(CultureInfo.InvariantCulture, $"""<Override PartName="/xl/comments{i}.xml" ContentType="{Spreadsheet}.comments+xml"/>""");
        }

        return xml.Append("</Types>").ToString();
    }
}
