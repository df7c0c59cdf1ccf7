using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace EduAid.Browser.Tests;

/// <summary>An exported roster workbook, read back by a library that did not write it.</summary>
public sealed record PrintedRoster(IReadOnlyList<RosterChild> Children, IReadOnlyList<string> Cards, decimal Sum, IReadOnlyList<decimal> Totals)
{
    public static PrintedRoster Read(byte[] workbook)
    {
        // The reader asks for code page 1252 before it knows that the file is no old .xls.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(workbook));
        var read = new PrintedRoster([], [], 0, []);
        do { read = read.With(Rows(reader)); } while (reader.NextResult());
        return read;
    }

    private PrintedRoster With(List<object?[]> rows)
    {
        var head = rows.FindIndex(r => r.Contains("身份证号"));
        if (head < 0) return this;
        var (name, id, amount) = (Column("姓名"), Column("身份证号"), Column("金额(元)"));
        var (grade, form, specialty, card) = (Column("年级"), Column("班级"), Column("专业"), Column("银行卡号"));
        var entries = rows.Skip(head + 1).TakeWhile(r => Cell(r, id).Length == 18).ToList();
        var total = rows[head + 1 + entries.Count];
        Cell(total, 0).Should().StartWith("合计");
        return new(
            [.. Children, .. entries.Select(r => new RosterChild(Cell(r, name), Cell(r, id), Cell(r, grade), Cell(r, form), Cell(r, specialty)))],
            [.. Cards, .. entries.Select(r => Cell(r, card)).Where(c => c.Length > 0)],
            Sum + entries.Sum(r => Amount(r, amount)),
            [.. Totals, Amount(total, amount)]);

        int Column(string heading) => Array.IndexOf(rows[head], heading);
    }

    private static List<object?[]> Rows(IExcelDataReader reader)
    {
        List<object?[]> rows = [];
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        return rows;
    }

    private static string Cell(object?[] row, int column) =>
        column < 0 || column >= row.Length ? "" : Convert.ToString(row[column], CultureInfo.InvariantCulture) ?? "";

    private static decimal Amount(object?[] row, int column) => decimal.Round(Convert.ToDecimal(row[column], CultureInfo.InvariantCulture), 2);
}
