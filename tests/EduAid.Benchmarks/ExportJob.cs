using EduAid.Spreadsheets.Writing;
using MiniExcelLibs;

namespace EduAid.Benchmarks;

/// <summary>Export formatted entries, against MiniExcel writing the bare cells.</summary>
internal static class ExportJob
{
    private sealed record Line(string School, string Name, string Id, string Grade, string Class, long Fen, string Bank, string Card, string Note);

    private static readonly IReadOnlyList<Column<Line>> Columns =
    [
        Column.Ordinal<Line>(), Column.Text<Line>("学校名称", 24, l => l.School), Column.Text<Line>("姓名", 12, l => l.Name),
        Column.Code<Line>("身份证号", 22, l => l.Id), Column.Text<Line>("年级", 10, l => l.Grade), Column.Text<Line>("班级", 8, l => l.Class),
        Column.Amount<Line>("金额(元)", 12, l => l.Fen), Column.Text<Line>("开户银行", 18, l => l.Bank), Column.Code<Line>("银行卡号", 24, l => l.Card),
        Column.Text<Line>("备注", 16, l => l.Note),
    ];

    public static async Task RunAsync(int rows)
    {
        var times = Job.Compare(
            () => Write(rows),
            () =>
            {
                using var file = Scratch();
                MiniExcel.SaveAs(file, Lines(rows).Select(l => new { l.School, l.Name, l.Id, l.Grade, l.Class, Amount = l.Fen / 100m, l.Bank, l.Card, l.Note }));
            });
        Job.Print($"export {rows:N0} entries formatted", "≤ 4 ×", times, await Job.PeakOfAsync("export", $"{rows}"));
    }

    public static void Write(int rows)
    {
        using var file = Scratch();
        RosterWorkbook.WriteSchool(file, new RosterSheet<Line>("发放花名册", "全县", Columns, Lines(rows), rows, rows * 25_000L, ["制表人", "审核人"]));
    }

    private static IEnumerable<Line> Lines(int rows) => Enumerable.Range(0, rows).Select(i => new Line(
        $"第{i / 120}小学", $"学生{i}", $"34152320100101{i % 10000:0000}", "三年级", "1班", 25_000, "农村商业银行", $"62170{i:00000000000000}", ""));

    private static FileStream Scratch() => new(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
}
