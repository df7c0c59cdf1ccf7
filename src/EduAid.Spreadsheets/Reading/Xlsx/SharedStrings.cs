using System.Xml;

namespace EduAid.Spreadsheets.Reading.Xlsx;

/// <summary>The table of texts that cells point into.</summary>
internal static class SharedStrings
{
    public static List<string> Read(XlsxPackage package, string? part, ReadingLimits limits)
    {
        var strings = new List<string>();
        using var reader = part is null ? null : package.Read(part);
        if (reader is null)
            return strings;
        var text = new CellText(limits.MaxCellLength);
        var inText = false;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.LocalName == "si":
                    text.Clear();
                    if (reader.IsEmptyElement)
                        strings.Add("");
                    break;
                case XmlNodeType.Element when reader.LocalName == "rPh":
                    // How to pronounce the text is no part of it.
                    SkipPronunciation(reader);
                    break;
                case XmlNodeType.Element when reader.LocalName == "t":
                    inText = !reader.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement when reader.LocalName == "t":
                    inText = false;
                    break;
                case XmlNodeType.EndElement when reader.LocalName == "si":
                    strings.Add(text.ToString());
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when inText:
                    text.Add(reader);
                    break;
            }
        }

        return strings;
    }

    /// <summary>Moves to the end of the rPh element where the reader stands.</summary>
    public static void SkipPronunciation(XmlReader reader)
    {
        var depth = reader.Depth;
        while (!reader.IsEmptyElement && reader.Read() && reader.Depth > depth)
        {
            // Nothing inside is wanted.
        }
    }
}
