using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace EduAid.Spreadsheets.Synthetic;

/// <summary>
/// The few parts of ECMA-376 that a list needs, straight into a ZIP: the library in use would stamp the time into
/// every file, so that a seed would not give the same bytes, and takes ten times as long.
/// </summary>
internal static class XlsxWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static readonly DateTimeOffset Stamp = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(IReadOnlyList<SheetPlan> sheets)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Type}sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Type}styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{Type}sharedStrings+xml\"/>{Each(sheets, (_, n) => $"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{Type}worksheet+xml\"/>")}</Types>");
            Part(zip, "_rels/.rels", $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Part(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{Each(sheets, (sheet, n) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{n}\"{(sheet.Hidden ? " state=\"hidden\"" : "")} r:id=\"rId{n}\"/>")}</sheets></workbook>");
            Part(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}\">{Each(sheets, (_, n) => $"<Relationship Id=\"rId{n}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>")}<Relationship Id=\"rIdStyles\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rIdStrings\" Type=\"{Relations}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
            // Cell format 0 is general, 1 a date.
            Part(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"宋体\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            var strings = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var at = 0; at < sheets.Count; at++)
                Sheet(zip, $"xl/worksheets/sheet{at + 1}.xml", sheets[at], strings);
            Strings(zip, strings);
        }

        return buffer.ToArray();
    }

    private static string Each(IReadOnlyList<SheetPlan> sheets, Func<SheetPlan, int, string> part) =>
        string.Concat(sheets.Select((sheet, at) => part(sheet, at + 1)));

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(Open(zip, name), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        writer.Write(xml);
    }

    private static Stream Open(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Stamp;
        return entry.Open();
    }

    private static void Sheet(ZipArchive zip, string name, SheetPlan sheet, Dictionary<string, int> strings)
    {
        using var writer = new StreamWriter(Open(zip, name), new UTF8Encoding(false), 1 << 16);
        writer.Write($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"{Main}\"><sheetData>");
        for (var at = 0; at < sheet.Rows.Count; at++)
            Row(writer, sheet.Rows[at], at, strings);
        writer.Write("</sheetData>");
        if (sheet.Merges.Count > 0)
        {
            writer.Write($"<mergeCells count=\"{sheet.Merges.Count}\">");
            foreach (var merge in sheet.Merges)
                writer.Write($"<mergeCell ref=\"{Place(merge.FirstRow, merge.FirstColumn)}:{Place(merge.LastRow, merge.LastColumn)}\"/>");
            writer.Write("</mergeCells>");
        }

        writer.Write("</worksheet>");
    }

    private static void Row(StreamWriter writer, Cell[] row, int at, Dictionary<string, int> strings)
    {
        if (row.All(cell => cell.IsEmpty))
            return;
        writer.Write($"<row r=\"{at + 1}\">");
        for (var column = 0; column < row.Length; column++)
        {
            var cell = row[column];
            if (cell.Number is { } number)
            {
                writer.Write($"<c r=\"{Place(at, column)}\"{(cell.IsDate ? " s=\"1\"" : "")}><v>{number.ToString("R", CultureInfo.InvariantCulture)}</v></c>");
            }
            else if (!cell.IsEmpty)
            {
                if (!strings.TryGetValue(cell.Text!, out var index))
                    strings[cell.Text!] = index = strings.Count;
                writer.Write($"<c r=\"{Place(at, column)}\" t=\"s\"><v>{index}</v></c>");
            }
        }

        writer.Write("</row>");
    }

    private static void Strings(ZipArchive zip, Dictionary<string, int> strings)
    {
        using var writer = XmlWriter.Create(Open(zip, "xl/sharedStrings.xml"), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true });
        writer.WriteStartElement("sst", Main);
        foreach (var text in strings.OrderBy(pair => pair.Value).Select(pair => pair.Key))
        {
            writer.WriteStartElement("si", Main);
            writer.WriteStartElement("t", Main);
            writer.WriteAttributeString("xml", "space", null, "preserve");
            writer.WriteString(text);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static string Place(int row, int column) =>
        (column < 26 ? ((char)('A' + column)).ToString() : $"{(char)('A' + (column / 26) - 1)}{(char)('A' + (column % 26))}")
        + (row + 1).ToString(CultureInfo.InvariantCulture);
}
