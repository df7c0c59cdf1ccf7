using System.Globalization;
using System.Xml;

namespace EduAid.Spreadsheets.Reading.Workbook;

/// <summary>
/// One run over a part without keeping anything of it. The library puts the text of a cell together piece by piece,
/// whatever its length, counts rows by what they say of themselves, and shows the index of a shared text that is not there.
/// </summary>
/// <param name="strings">How many texts the workbook's cells share.</param>
internal sealed class PartCheck(XmlReader reader, int strings, ReadingLimits limits)
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Of characters that the library copies while it adds run to run; some seconds.</summary>
    private const long MostCopying = 4L << 30;

    /// <summary>A spreadsheet program has some 200 of its own; the library compares each with all before it.</summary>
    private const int MostFormats = 4096;

    private readonly char[] buffer = new char[4096];
    private long text;
    private long copied;
    private int formats;
    private int row;
    private bool inText;
    private bool isIndex;

    /// <returns>The shared texts in the part.</returns>
    public int Run()
    {
        var found = 0;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
                Take();
            else if (reader.NodeType == XmlNodeType.EndElement)
                inText = false;
            else if (inText)
                TakeText();
            found += reader is { NodeType: XmlNodeType.Element, LocalName: "si" } ? 1 : 0;
        }

        return found;
    }

    private void Take()
    {
        if (reader.Depth == 0 && reader.NamespaceURI != Main)
            throw Refusal.OtherSpreadsheet(" Strict Open XML 工作簿").AsException();
        inText = reader.LocalName is "v" or "t" && !reader.IsEmptyElement;
        switch (reader.LocalName)
        {
            case "c" or "si":
                text = 0;
                isIndex = reader.GetAttribute("t") == "s";
                break;
            case "t" when (copied += text) > MostCopying:
            case "numFmt" when ++formats > MostFormats:
                throw Refusal.Damaged.AsException();
            case "row":
                TakeRow(reader.GetAttribute("r"));
                break;
        }
    }

    /// <summary>Out of order, the library would give rows numbers that nobody sees.</summary>
    private void TakeRow(string? number)
    {
        var last = row++;
        if (number is not null
            && (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out row) || row < Math.Max(1, last) || row > WorkbookSheets.LastRow))
            throw Refusal.Damaged.AsException();
    }

    private void TakeText()
    {
        for (int read; (read = reader.ReadValueChunk(buffer, 0, buffer.Length)) > 0;)
        {
            text += read;
            if (isIndex && int.TryParse(buffer.AsSpan(0, read), NumberStyles.Any, CultureInfo.InvariantCulture, out var index) && (index < 0 || index >= strings))
                throw Refusal.Damaged.AsException();
        }

        // What is only somewhat too long is refused where it stands, with its row and column.
        if (text > 4L * limits.MaxCellLength)
            throw Refusal.TextTooLong(limits.MaxCellLength).AsException();
    }
}
