using System.IO.Compression;
using System.Text;

namespace EduAid.Spreadsheets.Tests.Reading;

/// <summary>A workbook of Office Open XML written part by part, for what no library would write.</summary>
internal sealed class XlsxByHand
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Document = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly List<(string Name, string State, string Xml)> sheets = [];

    public string SharedStrings { get; init; } = "";

    public string CellFormats { get; init; } = "";

    public string Formats { get; init; } = "";

    public string WorkbookProperties { get; init; } = "";

    /// <summary>Bytes of further parts by name.</summary>
    public Dictionary<string, byte[]> More { get; } = [];

    public XlsxByHand Sheet(string rows, string after = "", string name = "名单", string state = "visible") =>
        Xml($"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData>{after}</worksheet>""", name, state);

    public XlsxByHand Xml(string xml, string name = "名单", string state = "visible")
    {
        sheets.Add((name, state, xml));
        return this;
    }

    public byte[] Bytes()
    {
        var numbered = sheets.Select((sheet, index) => (sheet.Name, sheet.State, sheet.Xml, Id: index + 1)).ToList();
        return Zip(
        [
            ("_rels/.rels", Text($"""<Relationships xmlns="{Package}"><Relationship Id="r" Type="{Document}/officeDocument" Target="/xl/workbook.xml"/></Relationships>""")),
            ("xl/workbook.xml", Text($"""<workbook xmlns="{Main}" xmlns:r="{Document}">{WorkbookProperties}<sheets>{string.Concat(numbered.Select(sheet => $"<sheet name=\"{sheet.Name}\" sheetId=\"{sheet.Id}\" state=\"{sheet.State}\" r:id=\"rId{sheet.Id}\"/>"))}</sheets></workbook>""")),
            ("xl/_rels/workbook.xml.rels", Text($"""<Relationships xmlns="{Package}"><Relationship Id="s" Type="{Document}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="t" Type="{Document}/styles" Target="styles.xml"/>{string.Concat(numbered.Select(sheet => $"<Relationship Id=\"rId{sheet.Id}\" Type=\"{Document}/worksheet\" Target=\"worksheets/sheet{sheet.Id}.xml\"/>"))}</Relationships>""")),
            ("xl/sharedStrings.xml", Text($"""<sst xmlns="{Main}">{SharedStrings}</sst>""")),
            ("xl/styles.xml", Text($"""<styleSheet xmlns="{Main}"><numFmts>{Formats}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>{CellFormats}</cellXfs></styleSheet>""")),
            .. numbered.Select(sheet => ($"xl/worksheets/sheet{sheet.Id}.xml", Text(sheet.Xml))),
            .. More.Select(part => (part.Key, part.Value)),
        ]);
    }

    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static byte[] Text(string xml) => Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8"?>""" + xml);
}
