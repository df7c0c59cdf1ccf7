using System.Text;
using ClosedXML.Excel;
using EduAid.Domain.Findings;
using EduAid.Spreadsheets.Banking;
using EduAid.Spreadsheets.Intake;

namespace EduAid.Spreadsheets.Tests.Banking;

/// <summary>Result files as banks send them, and how they are read.</summary>
internal static class Returned
{
    public const string Headings = "批次号,序号,户名,账号,金额,处理结果,失败原因,入账日期";

    public static readonly BankReturnReader Reader = new([Batches.OneCard, Batches.CardWorkbook]);

    public static ReadList<BankReturnLine> Read(byte[] content, string name = "回盘.csv") =>
        Reader.Read(new MemoryStream(content), name, CancellationToken.None);

    public static ReadList<BankReturnLine> Lines(string headings, params IEnumerable<string> lines) =>
        Read(Encoding.UTF8.GetBytes(string.Join("\r\n", lines.Prepend(headings))));

    /// <summary>A line of the usual kind with one thing put in another's place.</summary>
    public static ReadRow<BankReturnLine> With(string field, string value)
    {
        var usual = new Dictionary<string, string>
        {
            ["批次号"] = Batches.Number,
            ["序号"] = "1",
            ["户名"] = "童一甲",
            ["账号"] = "6217000000000000017",
            ["金额"] = "500.00",
            ["处理结果"] = "成功",
            ["失败原因"] = "",
            ["入账日期"] = "2020-06-05",
        };
        usual[field] = value;
        return Lines(string.Join('\t', usual.Keys), string.Join('\t', usual.Values)).Rows.Should().ContainSingle().Subject;
    }

    public static BankReturnLine Line(string field, string value)
    {
        var row = With(field, value);
        row.Problems.Should().BeEmpty();
        return row.Value!;
    }

    public static byte[] Workbook(Action<IXLWorksheet> fill)
    {
        using var book = new XLWorkbook();
        fill(book.AddWorksheet("回盘"));
        using var output = new MemoryStream();
        book.SaveAs(output);
        return output.ToArray();
    }

    public static byte[] OneCard(params IEnumerable<string> records) => Batches.Gb18030.GetBytes(string.Join("\r\n", records) + "\r\n");

    public static IEnumerable<string> Codes(this ReadRow<BankReturnLine> row) => row.Problems.Select(p => p.Code);

    public static IEnumerable<string> FileCodes(this ReadList<BankReturnLine> list) =>
        list.FileProblems.Where(p => p.Severity == Severity.Error).Select(p => p.Code);
}
