using System.Text;
using EduAid.Spreadsheets.Synthetic;
using ExcelDataReader;

namespace EduAid.Spreadsheets.Tests.Synthetic;

/// <summary>Reads a county's clean files with nothing of ours: every row as heading → value, with its 1-based number.</summary>
internal static class CountyFiles
{
    static CountyFiles() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static List<Line> Read(SyntheticFile file)
    {
        var rows = file.Name.EndsWith(".csv", StringComparison.Ordinal) ? Text(file) : Book(file);
        var headings = rows[0].Select(cell => cell.ToString()!).ToList();
        return [.. rows.Skip(1).Select((row, at) => new Line(
            Path.GetFileName(file.Name), at + 2,
            headings.Select((heading, column) => (heading, row[column])).ToDictionary(pair => pair.heading, pair => pair.Item2)))];
    }

    public static IExcelDataReader Open(SyntheticFile file) =>
        ExcelReaderFactory.CreateReader(new MemoryStream(file.Content.ToArray()));

    private static List<object[]> Book(SyntheticFile file)
    {
        using var reader = Open(file);
        var rows = new List<object[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(at => reader.GetValue(at) ?? "")]);
        return rows;
    }

    private static List<object[]> Text(SyntheticFile file)
    {
        var bytes = file.Content.ToArray();
        var text = bytes is [0xEF, 0xBB, 0xBF, ..]
            ? Encoding.UTF8.GetString(bytes.AsSpan(3))
            : Encoding.GetEncoding("GB18030").GetString(bytes);
        return [.. text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',').ToArray<object>())];
    }
}

/// <summary>One row of a file.</summary>
internal sealed record Line(string File, int Row, Dictionary<string, object> Cells)
{
    public string this[string heading] => Cells[heading].ToString()!;
}
