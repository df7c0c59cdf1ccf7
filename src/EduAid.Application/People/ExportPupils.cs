using EduAid.Application.Audit;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Application.People;

/// <summary>Writes the list of pupils as a workbook; the trail has the export, and whether IDs stand in it in full, before the first byte leaves.</summary>
public sealed class ExportPupils(EduAidDbContext db, PupilList list, PupilFacts facts, PersonDirectory people, Work work, AuditTrail trail)
{
    /// <param name="masked">IDs masked, for those who may not have them in full by the hundred (<see cref="Reveals.RevealRights"/>).</param>
    public async Task RunAsync(Actor actor, Semester semester, PupilFilter filter, Sought? sought, bool masked, Stream output, CancellationToken stop)
    {
        var table = await work.ChangeAsync(() => TableAsync(actor, semester, filter, sought, masked, stop), stop);
        TableWorkbook.Write(output, table, stop);
    }

    private async Task<TableSheet<PupilRow>> TableAsync(Actor actor, Semester semester, PupilFilter filter, Sought? sought, bool masked, CancellationToken stop)
    {
        var rows = await list.AllAsync(semester, filter, sought, stop);
        trail.Record(actor, "pupils.export", $"semester:{semester}", new { Values = masked ? "masked" : "full", Rows = rows.Count, School = filter.School?.Value, Sought = sought?.By.ToString() });
        var whom = rows.Select(r => r.Person).ToList();
        var (registered, granted, ids) = (await facts.RegisteredAsync(semester, whom, stop), await facts.GrantedAsync(semester, whom, stop), await people.RevealAsync(whom, stop));
        var schools = await SchoolLabels.LoadAsync(db, semester, stop);
        List<Column<PupilRow>> columns =
        [
            Column.Ordinal<PupilRow>(),
            Column.Text<PupilRow>("姓名", 12, r => r.Name),
            Column.Code<PupilRow>("身份证号", 22, r => !ids.TryGetValue(r.Person, out var id) ? null : masked ? id.ToString() : id.Reveal()),
            Column.Text<PupilRow>("学校", 26, r => r.School is { } school ? schools[school].Name : null),
            Column.Text<PupilRow>("学段", 10, r => r.Stage?.InChinese()),
            Column.Text<PupilRow>("年级", 10, r => r is { Stage: { } stage, Grade: { } grade } ? GradeName.Of(stage, grade) : null),
            Column.Text<PupilRow>("班级", 10, r => r.Class),
            Column.Text<PupilRow>("是否寄宿", 9, r => r.Boarding switch { true => "是", false => "否", null => null }),
            Column.Text<PupilRow>("在校状态", 10, r => r.Status?.InChinese()),
        ];
        if (db.Scope is { Schools: null })
        {
            columns.Add(Column.Text<PupilRow>("脱贫属性", 14, r => registered.GetValueOrDefault(r.Person)?.Category));
            columns.Add(Column.Text<PupilRow>("乡镇", 14, r => registered.GetValueOrDefault(r.Person)?.Township));
            columns.Add(Column.Text<PupilRow>("行政村", 14, r => registered.GetValueOrDefault(r.Person)?.Village));
            columns.Add(Column.Code<PupilRow>("户编号", 22, r => registered.GetValueOrDefault(r.Person)?.Household));
        }
        columns.Add(Column.Money<PupilRow>("本学期应发(元)", 16, r => granted.GetValueOrDefault(r.Person)?.Granted));
        columns.Add(Column.Money<PupilRow>("其中已发(元)", 16, r => granted.GetValueOrDefault(r.Person)?.Paid));
        return new("学生", $"{semester.ToChinese()}学生名册", columns, rows);
    }
}
