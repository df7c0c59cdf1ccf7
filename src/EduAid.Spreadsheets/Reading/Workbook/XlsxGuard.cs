using System.Xml;

namespace EduAid.Spreadsheets.Reading.Workbook;

/// <summary>
/// Looks at a workbook of Office Open XML before the library does. The library takes the parts by fixed names,
/// knows the transitional form alone, and passes over in silence what it does not find: here that is refused.
/// </summary>
internal static class XlsxGuard
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Document = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string WorkbookPart = "xl/workbook.xml", StringsPart = "xl/sharedStrings.xml", StylesPart = "xl/styles.xml";

    /// <returns>For each sheet in the library's order whether it is a worksheet, and no chart.</returns>
    public static IReadOnlyList<bool> Check(Stream stream, ReadingLimits limits)
    {
        using var package = new XlsxPackage(stream, limits);
        RefuseOthers(package);
        var ids = SheetIds(package, limits);
        var related = Relationships(package);
        var parts = related.Values.Where(relation => relation.Type == "worksheet").Select(relation => relation.Part).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!parts.All(package.Has)
            || related.Values.Any(relation => relation.Type == "sharedStrings" && relation.Part != StringsPart)
            || related.Values.Any(relation => relation.Type == "styles" && relation.Part != StylesPart))
            throw Refusal.OtherSpreadsheet("内部结构少见的工作簿").AsException();
        var strings = 0;
        foreach (var part in (IEnumerable<string>)[StringsPart, StylesPart, .. parts])
        {
            using var reader = package.Read(part);
            if (reader is not null)
                strings += new PartCheck(reader, strings, limits).Run();
        }

        return [.. ids.Select(id => related.TryGetValue(id, out var relation) && relation.Type == "worksheet")];
    }

    private static void RefuseOthers(XlsxPackage package)
    {
        if (package.HasFolder("word/"))
            throw Refusal.NotASpreadsheet(" Word 文档（.docx）").AsException();
        if (package.HasFolder("ppt/"))
            throw Refusal.NotASpreadsheet("演示文稿（.pptx）").AsException();
        if (package.Has("xl/workbook.bin"))
            throw Refusal.OtherSpreadsheet("二进制工作簿（.xlsb）").AsException();
        if (package.Has(WorkbookPart))
            return;
        throw (package.Has("content.xml") && package.Has("mimetype") ? Refusal.OtherSpreadsheet(" OpenDocument 文件（.ods）")
            : package.HasFolder("xl/") ? Refusal.OtherSpreadsheet("内部结构少见的工作簿")
            : Refusal.Archive(" ZIP 压缩包")).AsException();
    }

    private static List<string> SheetIds(XlsxPackage package, ReadingLimits limits)
    {
        var ids = new List<string>();
        foreach (var element in package.Elements(WorkbookPart))
        {
            if (element.LocalName == "workbook" && element.NamespaceURI != Main)
                throw Refusal.OtherSpreadsheet(" Strict Open XML 工作簿").AsException();
            if (element.LocalName == "sheet")
                ids.Add(element.GetAttribute("id", Document) ?? "");
            if (ids.Count > limits.MaxSheets)
                throw Refusal.TooManySheets(limits.MaxSheets).AsException();
        }

        return ids;
    }

    /// <summary>The type's last word and the part, resolved as the library does it, by id.</summary>
    private static Dictionary<string, (string Type, string Part)> Relationships(XlsxPackage package)
    {
        var found = new Dictionary<string, (string, string)>();
        foreach (var element in package.Elements("xl/_rels/workbook.xml.rels"))
        {
            if (element.LocalName != "Relationship")
                continue;
            var (type, target) = (element.GetAttribute("Type") ?? "", element.GetAttribute("Target") ?? "");
            var part = target.StartsWith("/xl/", StringComparison.OrdinalIgnoreCase) ? target[1..] : "xl/" + target;
            if (!found.TryAdd(element.GetAttribute("Id") ?? "", (type[(type.LastIndexOf('/') + 1)..], part)))
                throw Refusal.Damaged.AsException();
        }

        return found;
    }
}
