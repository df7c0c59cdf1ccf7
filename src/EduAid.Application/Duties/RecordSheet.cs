using System.Globalization;
using EduAid.Application.Ledgers;
using EduAid.Application.Plans;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using EduAid.Spreadsheets.Reading;

namespace EduAid.Application.Duties;

/// <summary>A row of a workbook of dated records, with its cells by heading. What cannot be read becomes a fault with row and column.</summary>
public sealed class RecordRow(SheetRow row, IReadOnlyDictionary<string, int> columns, List<SheetFault> faults)
{
    /// <summary>As the spreadsheet program numbers it.</summary>
    public int Number => row.Number;

    public string Text(string heading) => columns.TryGetValue(heading, out var column) ? row[column].Text.Trim() : "";

    /// <summary>Null for a blank cell.</summary>
    public int? Whole(string heading)
    {
        if (Domain.Values.Text.Fold(Text(heading)) is not { Length: > 0 } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        Wrong(heading);
        return null;
    }

    /// <summary>Null for a blank cell.</summary>
    public DateOnly? Day(string heading)
    {
        if (Text(heading).Length == 0) return null;
        if (Dates.Read(row[columns[heading]]) is { MonthOnly: false } written) return written.Day;
        Wrong(heading);
        return null;
    }

    public void Wrong(string heading) => faults.Add(new(Number, heading, Text(heading)));
}

/// <summary>Reads workbooks of dated records: the header among the first rows of a sheet that can be seen, then row by row.</summary>
public static class RecordSheet
{
    /// <summary>Reads whatever is sent; a file that is none gives a fault without a row.</summary>
    /// <param name="headings">Those without which a row means nothing.</param>
    /// <param name="known">All that are looked at.</param>
    public static IReadOnlyList<T> Read<T>(
        Stream content, string fileName, IReadOnlyList<string> headings, IReadOnlyList<string> known, Func<RecordRow, T?> take, List<SheetFault> faults)
        where T : class
    {
        return SentWorkbook.Read(
            content, fileName, sheet => ReadSheet(sheet, headings, known, take, faults), message => Fault("", message), () => Fault(string.Join('、', headings), ""));

        List<T> Fault(string heading, string found)
        {
            faults.Add(new(0, heading, found));
            return [];
        }
    }

    private static List<T>? ReadSheet<T>(Sheet sheet, IReadOnlyList<string> headings, IReadOnlyList<string> known, Func<RecordRow, T?> take, List<SheetFault> faults)
        where T : class
    {
        Dictionary<string, int>? columns = null;
        var rows = new List<T>();
        foreach (var row in sheet.Rows())
        {
            if (columns is null)
            {
                if (row.Number > SentWorkbook.HeaderWithin) return null;
                var found = new Dictionary<string, int>(StringComparer.Ordinal);
                for (var column = 0; column < row.Count; column++)
                    if (known.Contains(row[column].Text.Trim())) found.TryAdd(row[column].Text.Trim(), column);
                if (headings.All(found.ContainsKey)) columns = found;
            }
            else if (take(new(row, columns, faults)) is { } taken) rows.Add(taken);
        }
        return columns is null ? null : rows;
    }
}
