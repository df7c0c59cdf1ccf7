using EduAid.Application.Audit;
using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Writing;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Review;

/// <summary>Writes findings as a workbook (待核事项). IDs are masked; the export is recorded all the same.</summary>
public sealed class ExportFindings(EduAidDbContext db, PersonDirectory people, Work work, AuditTrail trail)
{
    private static readonly Words.Words Chinese = Words.Words.Chinese;

    public async Task RunAsync(Actor actor, FindingFilter filter, Stream output, CancellationToken stop)
    {
        var table = await work.ChangeAsync(
            async () =>
            {
                var found = await filter.In(db).Include(f => f.Schools).OrderByDescending(f => f.Holds).ThenBy(f => f.Code).ThenBy(f => f.Person).ToListAsync(stop);
                trail.Record(actor, "review.export", $"semester:{filter.Semester}", new { filter.Code, filter.Holds, filter.Programme, School = filter.School?.Value, Findings = found.Count });
                var columns = Columns(await SchoolLabels.LoadAsync(db, filter.Semester, stop), await people.RevealAsync([.. found.Select(f => f.Person)], stop));
                return new TableSheet<Finding>("待核事项", $"{filter.Semester.ToChinese()}待核事项", columns, found);
            },
            stop);
        TableWorkbook.Write(output, table, stop);
    }

    private static Column<Finding>[] Columns(SchoolLabels schools, Dictionary<PersonId, CitizenId> ids) =>
    [
        Column.Ordinal<Finding>(),
        Column.Text<Finding>("事项", 18, f => Chinese.FindingTitle(f.Code)),
        Column.Text<Finding>("姓名", 12, f => f.Name),
        Column.Code<Finding>("身份证号", 22, f => ids.TryGetValue(f.Person, out var id) ? id.ToString() : null),
        Column.Text<Finding>("学校", 36, f => string.Join('、', f.Schools.Select(s => schools[s.School].Name).Order(StringComparer.Ordinal))),
        Column.Text<Finding>("项目", 28, f => string.Join('、', f.ProgrammeCodes.Select(Chinese.Programme))),
        Column.Text<Finding>("影响", 14, f => f.Holds ? "暂不发放" : "提醒"),
        Column.Text<Finding>("说明与处理", 60, f => Chinese.Finding(f.Code, f.Detail)),
        Column.Date<Finding>("提出日期", 16, f => CountyTime.DayOf(f.RaisedAt)),
    ];
}
