using System.Globalization;
using System.Xml;

namespace EduAid.Spreadsheets.Reading.Xlsx;

/// <summary>The cell formats of a workbook, reduced to what a number means under each.</summary>
internal static class NumberFormats
{
    /// <summary>By the index that a cell's s attribute gives.</summary>
    public static List<NumberMeaning> Read(XlsxPackage package, string? part)
    {
        var own = new Dictionary<int, NumberMeaning>();
        var formats = new List<NumberMeaning>();
        using var reader = part is null ? null : package.Read(part);
        var inCellFormats = false;
        while (reader?.Read() == true)
        {
            if (reader.LocalName == "cellXfs")
                inCellFormats = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            else if (reader.NodeType != XmlNodeType.Element)
                continue;
            else if (reader.LocalName == "numFmt")
                own.TryAdd(Id(reader), NumberMeanings.Of(reader.GetAttribute("formatCode") ?? ""));
            else if (inCellFormats && reader.LocalName == "xf")
                formats.Add(Meaning(Id(reader), own));
        }

        return formats;
    }

    private static NumberMeaning Meaning(int id, Dictionary<int, NumberMeaning> own) =>
        own.TryGetValue(id, out var meaning) ? meaning : NumberMeanings.OfBuiltIn(id);

    private static int Id(XmlReader reader) =>
        int.TryParse(reader.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
