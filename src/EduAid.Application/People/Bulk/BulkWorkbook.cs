using EduAid.Application.Rosters;
using EduAid.Domain.Changes;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Application.People.Bulk;

/// <summary>What a workbook of changes would do, or has done, as a workbook. Protected values stay masked.</summary>
public static class BulkWorkbook
{
    /// <param name="applied">Rows that were applied say so.</param>
    public static void Write(Stream output, BulkPlan plan, SchoolLabels schools, Words.Words words, bool applied, CancellationToken stop) => TableWorkbook.Write(
        output,
        new TableSheet<BulkRow>("批量更正", $"{plan.Semester.ToChinese()}批量更正{(applied ? "结果" : "预览")}",
        [
            Column.Whole<BulkRow>("行", 8, r => r.Row),
            Column.Text<BulkRow>("姓名", 12, r => r.Name),
            Column.Code<BulkRow>("身份证号", 22, r => r.Id),
            Column.Text<BulkRow>("学校", 26, r => r.School is { } school ? schools[school].Name : null),
            Column.Text<BulkRow>("结果", 16, r => words.Bulk(r.Line.Outcome, applied)),
            Column.Text<BulkRow>("原因", 30, r => string.Join('、', r.Line.Faults.Select(words.BulkFault))),
            Column.Text<BulkRow>("已签名册", 10, r => r.OnSignedRoster ? "是" : null),
            .. Enum.GetValues<ChangedField>().SelectMany(f => (Column<BulkRow>[])
            [
                Column.Text<BulkRow>(words.ChangedField(f) + "(原)", 20, r => Shown(r, f, after: false)),
                Column.Text<BulkRow>(words.ChangedField(f) + "(新)", 20, r => Shown(r, f, after: true)),
            ]),
        ],
        plan.Rows),
        stop);

    private static string? Shown(BulkRow row, ChangedField field, bool after) =>
        row.Line.Changes.FirstOrDefault(c => c.Field == field) is { } change ? field.Masked(after ? change.After : change.Before) : null;
}
