using System.Globalization;
using System.Xml;

namespace EduAid.Spreadsheets.Reading.Xlsx;

/// <summary>The rows of one sheet, as they stand in its XML.</summary>
internal sealed class XlsxRows(XlsxPackage package, string part, string name, XlsxContents contents, ReadingLimits limits)
{
    /// <summary>The last row that any spreadsheet program knows.</summary>
    private const int LastRow = 1_048_576;

    private readonly XlsxCells cells = new(name, contents, limits);

    public IEnumerable<SheetRow> All() => new MergedRanges(Merges(), name, limits.MaxColumns).Over(InFile());

    private IEnumerable<SheetRow> InFile()
    {
        using var reader = package.Read(part)!;
        var row = new SheetRow();
        var number = 0;
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "sheetData"))
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "row")
                continue;
            number = Number(reader.GetAttribute("r"), number);
            row.Start(number);
            cells.ReadInto(row, reader);
            yield return row;
        }
    }

    private int Number(string? given, int last)
    {
        var number = last + 1;
        if (given is not null && !int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out number))
            throw Refusal.RowOutOfRange(name);
        return number is >= 1 and <= LastRow ? number : throw Refusal.RowOutOfRange(name);
    }

    /// <summary>Merged ranges stand behind the rows, so the sheet is run through once before it is read.</summary>
    private List<MergedRange> Merges()
    {
        var merges = new List<MergedRange>();
        using var reader = package.Read(part)!;
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "sheetData")
            {
                reader.Skip();
                continue;
            }

            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "mergeCell"
                && CellReference.TryParseRange(reader.GetAttribute("ref"), out var range))
                merges.Add(range);
            reader.Read();
        }

        return merges;
    }
}
