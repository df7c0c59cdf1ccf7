using EduAid.Spreadsheets.Reading;

namespace EduAid.Spreadsheets.Tests.Reading;

/// <summary>A sheet read to its end.</summary>
internal sealed record ReadSheet(string Name, bool Hidden, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>The text of a row's cells, by the row's number as shown; empty where there is no such row.</summary>
    public string[] Texts(int number) =>
        Rows.SingleOrDefault(row => row.Number == number) is { } row
            ? [.. Enumerable.Range(0, row.Count).Select(column => row[column].Text)]
            : [];

    public Cell Cell(int number, int column) => Rows.Single(row => row.Number == number)[column];

    public int[] Numbers => [.. Rows.Select(row => row.Number)];
}

/// <summary>Opens bytes and reads every sheet to its end.</summary>
internal static class Read
{
    public static IReadOnlyList<ReadSheet> All(byte[] bytes, string fileName = "名单.xls", ReadingLimits? limits = null)
    {
        using var stream = new MemoryStream(bytes);
        var result = SpreadsheetFile.Open(stream, fileName, limits ?? ReadingLimits.Default);
        result.Problem.Should().BeNull();
        using var file = result.File!;
        return [.. file.Sheets().Select(sheet => new ReadSheet(
            sheet.Name, sheet.Hidden, [.. sheet.Rows().Select(row => row.Copy())]))];
    }

    public static ReadSheet Only(byte[] bytes, string fileName = "名单.xls", ReadingLimits? limits = null) =>
        All(bytes, fileName, limits).Should().ContainSingle().Subject;

    public static SpreadsheetFormat FormatOf(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        using var file = SpreadsheetFile.Open(stream, "x", ReadingLimits.Default).File!;
        return file.Format;
    }

    /// <summary>The problem met on opening or while streaming, or null.</summary>
    public static FileProblem? Problem(byte[] bytes, ReadingLimits? limits = null)
    {
        using var stream = new MemoryStream(bytes);
        var result = SpreadsheetFile.Open(stream, "名单.xls", limits ?? ReadingLimits.Default);
        if (!result.IsOpen)
            return result.Problem;
        using var file = result.File;
        try
        {
            foreach (var sheet in file.Sheets())
            {
                foreach (var row in sheet.Rows())
                    _ = row[0].Text;
            }

            return null;
        }
        catch (UnreadableFileException thrown)
        {
            return thrown.Problem;
        }
    }
}
