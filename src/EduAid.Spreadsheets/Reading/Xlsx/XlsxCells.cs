using System.Globalization;
using System.Xml;

namespace EduAid.Spreadsheets.Reading.Xlsx;

/// <summary>The cells of a row: c elements with r (reference), t (type), s (format), and v or is within (ECMA-376 part 1, 18.3.1.4).</summary>
internal sealed class XlsxCells(string sheet, XlsxContents contents, ReadingLimits limits)
{
    private readonly CellText text = new(limits.MaxCellLength);

    /// <summary>Fills the row from the row element where the reader stands.</summary>
    public void ReadInto(SheetRow row, XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return;
        var column = -1;
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "row"))
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "c")
                continue;
            var type = "";
            var format = NumberMeaning.Number;
            var next = column + 1;
            for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
            {
                if (reader.LocalName == "r")
                    next = CellReference.Column(reader.Value);
                else if (reader.LocalName == "t")
                    type = reader.Value;
                else if (reader.LocalName == "s")
                    format = Format(reader.Value);
            }

            column = next >= 0 ? next : column + 1;
            reader.MoveToElement();
            if (reader.IsEmptyElement)
                continue;
            ReadText(reader);
            Place(row, column, type, format);
        }
    }

    private void Place(SheetRow row, int column, string type, NumberMeaning format)
    {
        if (!text.Fits)
            throw Refusal.CellTooLong(sheet, row.Number, column + 1, limits.MaxCellLength);
        var cell = Value(type, format);
        if (column >= limits.MaxColumns && !cell.IsEmpty)
            throw Refusal.TooManyColumns(sheet, row.Number, limits.MaxColumns);
        if (cell.Kind == CellKind.Text && cell.Text.Length > limits.MaxCellLength)
            throw Refusal.CellTooLong(sheet, row.Number, column + 1, limits.MaxCellLength);
        row.Set(column, cell);
    }

    private NumberMeaning Format(string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < contents.Formats.Count
            ? contents.Formats[at]
            : NumberMeaning.Number;

    /// <summary>Collects v, or the runs of is; a formula and the pronunciation are left out.</summary>
    private void ReadText(XmlReader reader)
    {
        text.Clear();
        var wanted = false;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.LocalName == "rPh":
                    SharedStrings.SkipPronunciation(reader);
                    break;
                case XmlNodeType.Element:
                    wanted = reader.LocalName is "v" or "t" && !reader.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement when reader.LocalName == "c":
                    return;
                case XmlNodeType.EndElement:
                    wanted = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when wanted:
                    text.Add(reader);
                    break;
            }
        }
    }

    private Cell Value(string type, NumberMeaning format)
    {
        if (text.Span.IsEmpty)
            return Cell.Empty;
        switch (type)
        {
            case "s":
                return int.TryParse(text.Span, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var index)
                    && index < contents.Strings.Count
                        ? Cell.FromText(contents.Strings[index])
                        : throw Refusal.Damaged.AsException();
            case "inlineStr" or "str" or "e":
                return Cell.FromText(text.ToString());
            case "b":
                return Cell.FromBoolean(text.Span.Trim() is "1" or "true");
            case "d":
                return DateTime.TryParse(text.Span, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date)
                    ? Cell.FromSerialDate(date.ToOADate())
                    : Cell.FromText(text.ToString());
            default:
                return double.TryParse(text.Span, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? format.Apply(number, contents.Is1904)
                    : Cell.FromText(text.ToString());
        }
    }
}
