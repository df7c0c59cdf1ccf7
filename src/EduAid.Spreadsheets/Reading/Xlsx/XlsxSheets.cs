using System.Xml;

namespace EduAid.Spreadsheets.Reading.Xlsx;

/// <summary>
/// A workbook of Office Open XML. Read here and not by ExcelDataReader, whose version 3.6 has no error codes, and
/// lets a forged cell reference choose how much memory and how many rows there are.
/// </summary>
internal sealed class XlsxSheets : SheetSource
{
    private readonly XlsxPackage package;
    private readonly List<Sheet> sheets = [];

    private XlsxSheets(XlsxPackage package, ReadingLimits limits)
    {
        this.package = package;
        var workbook = WorkbookPart(package);
        var related = package.Relationships(workbook).ToList();
        var (found, is1904) = ReadWorkbook(workbook);
        if (found.Count > limits.MaxSheets)
            throw Refusal.TooManySheets(limits.MaxSheets).AsException();
        var contents = new XlsxContents(
            SharedStrings.Read(package, PartOf("sharedStrings"), limits),
            NumberFormats.Read(package, PartOf("styles")),
            is1904);
        foreach (var (name, hidden, id) in found)
        {
            var (_, type, part) = related.FirstOrDefault(relation => relation.Id == id);
            if (type == "worksheet" && package.Has(part))
                sheets.Add(new Sheet(name, hidden, () => new XlsxRows(package, part, name, contents, limits).All()));
        }

        if (sheets.Count == 0)
            throw Refusal.Damaged.AsException();

        string? PartOf(string type) => related.FirstOrDefault(relation => relation.Type == type).Part;
    }

    public override SpreadsheetFormat Format => SpreadsheetFormat.Xlsx;

    public override IReadOnlyList<Sheet> Sheets => sheets;

    public static XlsxSheets Open(Stream stream, ReadingLimits limits)
    {
        var package = new XlsxPackage(stream, limits);
        try
        {
            return new XlsxSheets(package, limits);
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    public override void Dispose() => package.Dispose();

    private static string WorkbookPart(XlsxPackage package)
    {
        var part = package.Relationships("").FirstOrDefault(relation => relation.Type == "officeDocument").Part ?? "xl/workbook.xml";
        if (part.StartsWith("word/", StringComparison.OrdinalIgnoreCase) || package.HasFolder("word/"))
            throw Refusal.NotASpreadsheet(" Word 文档（.docx）").AsException();
        if (part.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase) || package.HasFolder("ppt/"))
            throw Refusal.NotASpreadsheet("演示文稿（.pptx）").AsException();
        if (part.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) || package.Has("xl/workbook.bin"))
            throw Refusal.OtherSpreadsheet("二进制工作簿（.xlsb）").AsException();
        if (package.Has(part))
            return part;
        throw (package.Has("content.xml") && package.Has("mimetype")
            ? Refusal.OtherSpreadsheet(" OpenDocument 文件（.ods）")
            : Refusal.Archive(" ZIP 压缩包")).AsException();
    }

    private (List<(string Name, bool Hidden, string Id)> Sheets, bool Is1904) ReadWorkbook(string part)
    {
        var found = new List<(string, bool, string)>();
        var is1904 = false;
        using var reader = package.Read(part);
        while (reader?.Read() == true)
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "workbookPr")
                is1904 = reader.GetAttribute("date1904") is "1" or "true";
            else if (reader.LocalName == "sheet")
                found.Add((reader.GetAttribute("name") ?? "", reader.GetAttribute("state") is "hidden" or "veryHidden", Id(reader)));
        }

        return (found, is1904);
    }

    /// <summary>r:id stands in one namespace in the transitional and in another in the strict form of the format.</summary>
    private static string Id(XmlReader reader)
    {
        var id = "";
        while (reader.MoveToNextAttribute())
        {
            if (reader.LocalName == "id" && reader.NamespaceURI.Length > 0)
                id = reader.Value;
        }

        reader.MoveToElement();
        return id;
    }
}

/// <summary>What all sheets of a workbook share.</summary>
/// <param name="Strings">The text of cells, by index.</param>
/// <param name="Formats">What a number means, by the index of its cell format.</param>
/// <param name="Is1904">Whether day 0 is 1 January 1904.</param>
internal sealed record XlsxContents(List<string> Strings, List<NumberMeaning> Formats, bool Is1904);
