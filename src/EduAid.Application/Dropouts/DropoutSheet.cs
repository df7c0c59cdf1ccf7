using System.Globalization;
using EduAid.Application.Ledgers;
using EduAid.Domain.Dropouts;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Application.Dropouts;

/// <summary>A case as a row of the workbook.</summary>
/// <param name="CitizenId">In full only in a workbook that may carry it, else masked; null where it is not known.</param>
/// <param name="School">Its name, as the register has it.</param>
public sealed record DropoutRow(string Name, string? CitizenId, int? BirthYear, string Township, string Village, string Government, string School, string Teacher, DateOnly On, string Text)
{
    /// <summary>What the county says of it: written out, and not read back.</summary>
    public DropoutMark? Mark { get; init; }
}

/// <param name="Due">By when the next step is due.</param>
public sealed record DropoutMark(string Number, DropoutState State, DateOnly? Due, bool Overdue);

/// <summary>控辍保学台账 as a workbook: one row a case. What opens a case reads back equal; number, state and due day are the product's own and are passed over.</summary>
public static class DropoutSheet
{
    public const string Name = "姓名", Id = "身份证号", Born = "出生年份", Township = "乡镇", Village = "行政村", Government = "政府线责任人", School = "学校", Teacher = "学校线责任人",
        On = "发现日期", Text = "情况说明";

    private static readonly string[] Headings = [Name, Id, Born, Township, Village, Government, School, Teacher, On, Text];
    private static readonly string[] Needed = [Name, Township, Government, School, Teacher, On, Text];
    /// <summary>The columns that a workbook must have, as they are written.</summary>
    public static string NeededColumns { get; } = string.Join('、', Needed);

    private static readonly Words.Words Chinese = Words.Words.Chinese;

    private static readonly Column<DropoutRow>[] Columns =
    [
        Column.Ordinal<DropoutRow>(),
        Column.Text<DropoutRow>(Name, 12, r => r.Name),
        Column.Code<DropoutRow>(Id, 22, r => r.CitizenId),
        Column.Code<DropoutRow>(Born, 10, r => r.BirthYear?.ToString(CultureInfo.InvariantCulture)),
        Column.Text<DropoutRow>(Township, 14, r => r.Township),
        Column.Text<DropoutRow>(Village, 14, r => r.Village),
        Column.Text<DropoutRow>(Government, 16, r => r.Government),
        Column.Text<DropoutRow>(School, 26, r => r.School),
        Column.Text<DropoutRow>(Teacher, 16, r => r.Teacher),
        Column.Date<DropoutRow>(On, 16, r => r.On),
        Column.Text<DropoutRow>(Text, 40, r => r.Text),
        Column.Code<DropoutRow>("编号", 20, r => r.Mark?.Number),
        Column.Text<DropoutRow>("状态", 14, r => r.Mark is { } m ? Chinese.DropoutState(m.State) : null),
        Column.Date<DropoutRow>("下一步期限", 16, r => r.Mark?.Due),
        Column.Text<DropoutRow>("是否逾期", 10, r => r.Mark is { } m ? m.Overdue ? "是" : "否" : null),
    ];

    public static void Write(IEnumerable<DropoutRow> rows, string title, Stream output, CancellationToken stop) =>
        TableWorkbook.Write(output, new TableSheet<DropoutRow>("控辍保学", title, Columns, rows), stop);

    /// <returns>Rows with their numbers in the sheet, and what could not be read.</returns>
    public static LedgerReading<(int Number, DropoutRow Row)> Read(Stream content, string fileName, DateOnly today) =>
        LedgerSheet.Read(content, fileName, Headings, Needed, row =>
        {
            var id = row.OptionalId(Id, today);
            int? born = row.Optional(Born, 10).Length > 0 ? row.Whole(Born) : null;
            if (id is null && born is null && row.Findings.Count == 0) row.Wrong(Born, SheetProblem.Blank, "");
            return (row.Number, new DropoutRow(
                row.Text(Name, 100), id?.Reveal(), born, row.Text(Township, 100), row.Optional(Village, OpenDropout.LongestName),
                row.Text(Government, OpenDropout.LongestName), row.Text(School, 100), row.Text(Teacher, OpenDropout.LongestName), row.Day(On), row.Text(Text, DropoutStep.LongestText)));
        });
}
