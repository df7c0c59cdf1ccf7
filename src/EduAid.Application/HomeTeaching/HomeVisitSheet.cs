using System.Globalization;
using EduAid.Application.Duties;
using EduAid.Application.Plans;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Application.HomeTeaching;

/// <summary>A visit as a workbook has it.</summary>
/// <param name="Child">登记号.</param>
/// <param name="Name">The child's; only to be compared.</param>
/// <param name="Number">Of the visit within the child; null for one that is new.</param>
/// <param name="Account">User name of the teacher.</param>
/// <param name="Corrects">Number of the visit that it puts right.</param>
/// <param name="Row">Where it stands.</param>
public sealed record HomeVisitRow(
    int Child, string Name, int? Number, string Account, DateOnly On, int Minutes, string Content, string? SignedBy, int? Corrects, bool Withdrawn, int Row = 0);

/// <summary>Visits as a workbook. What is written reads back equal; rows without a number are new visits.</summary>
public static class HomeVisitSheet
{
    public const string Child = "登记号", Name = "儿童姓名", Number = "序号", Account = "教师账号", On = "送教日期", Minutes = "时长(分钟)", Content = "送教内容", Signature = "家长签字",
        Corrects = "更正序号", Withdrawn = "撤销";

    private const string Yes = "是";

    private static readonly string[] Needed = [Child, Account, On, Minutes, Content];

    private static readonly string[] Known = [.. Needed, Name, Number, Signature, Corrects, Withdrawn];

    private static readonly Column<HomeVisitRow>[] Columns =
    [
        Column.Whole<HomeVisitRow>(Child, 9, v => v.Child),
        Column.Text<HomeVisitRow>(Name, 12, v => v.Name),
        Column.Whole<HomeVisitRow>(Number, 7, v => v.Number),
        Column.Text<HomeVisitRow>(Account, 16, v => v.Account),
        Column.Text<HomeVisitRow>(On, 13, v => v.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Column.Whole<HomeVisitRow>(Minutes, 12, v => v.Minutes),
        Column.Text<HomeVisitRow>(Content, 50, v => v.Content),
        Column.Text<HomeVisitRow>(Signature, 12, v => v.SignedBy),
        Column.Whole<HomeVisitRow>(Corrects, 10, v => v.Corrects),
        Column.Text<HomeVisitRow>(Withdrawn, 7, v => v.Withdrawn ? Yes : null),
    ];

    public static void Write(Stream output, string title, IEnumerable<HomeVisitRow> rows, CancellationToken stop) =>
        TableWorkbook.Write(output, new TableSheet<HomeVisitRow>("送教记录", title, Columns, rows), stop);

    /// <summary>The rows that can be read; a fault for each cell that cannot.</summary>
    public static IReadOnlyList<HomeVisitRow> Read(Stream content, string fileName, List<SheetFault> faults) =>
        RecordSheet.Read(content, fileName, Needed, Known, Take, faults);

    private static HomeVisitRow? Take(RecordRow row)
    {
        var (child, on, minutes) = (row.Whole(Child), row.Day(On), row.Whole(Minutes));
        var withdrawn = row.Text(Withdrawn);
        // What is blank where a value is needed; what is there and cannot be read, the row has said itself.
        foreach (var heading in Needed.Where(h => row.Text(h).Length == 0)) row.Wrong(heading);
        if (withdrawn is not ("" or Yes or "否")) row.Wrong(Withdrawn);
        if (child is not { } known || on is not { } day || minutes is not { } length) return null;
        return new(known, row.Text(Name), row.Whole(Number), row.Text(Account), day, length, row.Text(Content), row.Text(Signature) is { Length: > 0 } signed ? signed : null,
            row.Whole(Corrects), withdrawn == Yes, row.Number);
    }
}
