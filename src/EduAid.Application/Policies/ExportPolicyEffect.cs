using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Application.Policies;

/// <summary>Writes an effect as workbooks: the people whose amount differs, or the sums by school. No ID stands in them; the export is recorded all the same.</summary>
public sealed class ExportPolicyEffect(Work work, AuditTrail trail)
{
    private static readonly Words.Words Chinese = Words.Words.Chinese;

    public async Task PeopleAsync(Actor actor, PolicyEffect effect, string title, Stream output, CancellationToken stop)
    {
        await RecordAsync(actor, title, effect.Lines.Count, stop);
        TableWorkbook.Write(output, new TableSheet<EffectLine>("变化名单", title, LineColumns, effect.Lines), stop);
    }

    public async Task SchoolsAsync(Actor actor, PolicyEffect effect, string title, Stream output, CancellationToken stop)
    {
        await RecordAsync(actor, title, effect.Schools.Count, stop);
        TableWorkbook.Write(output, new TableSheet<EffectSum>("分校汇总", title, SumColumns, effect.Schools), stop);
    }

    public async Task ForecastAsync(Actor actor, Forecast forecast, string title, Stream output, CancellationToken stop)
    {
        await RecordAsync(actor, title, forecast.Cells.Count, stop);
        TableWorkbook.Write(output, new TableSheet<ForecastCell>("经费测算", title, ForecastColumns, forecast.Cells), stop);
    }

    private Task<int> RecordAsync(Actor actor, string title, int rows, CancellationToken stop) => work.ChangeAsync(
        () =>
        {
            trail.Record(actor, "policy.export", "catalogue", new { What = title, Rows = rows });
            return Task.FromResult(rows);
        },
        stop);

    private static Column<EffectLine>[] LineColumns =>
    [
        Column.Ordinal<EffectLine>(),
        Column.Text<EffectLine>("学期", 16, l => l.Semester.ToChinese()),
        Column.Text<EffectLine>("资助项目", 20, l => Chinese.Programme(l.Programme)),
        Column.Text<EffectLine>("学校", 24, l => l.SchoolName),
        Column.Text<EffectLine>("姓名", 12, l => l.Name),
        Column.Text<EffectLine>("变化", 12, l => Chinese.Effect(l.Kind)),
        Column.Money<EffectLine>("现行金额(元)", 16, l => l.FenBefore),
        Column.Money<EffectLine>("调整后金额(元)", 16, l => l.FenAfter),
        Column.Money<EffectLine>("差额(元)", 16, l => l.FenAfter - l.FenBefore),
    ];

    private static Column<EffectSum>[] SumColumns =>
    [
        Column.Ordinal<EffectSum>(),
        Column.Text<EffectSum>("学期", 16, s => s.Semester.ToChinese()),
        Column.Text<EffectSum>("资助项目", 20, s => Chinese.Programme(s.Programme)),
        Column.Text<EffectSum>("学校", 24, s => s.SchoolName),
        Column.Whole<EffectSum>("现行人数", 12, s => s.Before),
        Column.Whole<EffectSum>("调整后人数", 12, s => s.After),
        Column.Money<EffectSum>("现行金额(元)", 16, s => s.FenBefore),
        Column.Money<EffectSum>("调整后金额(元)", 16, s => s.FenAfter),
        Column.Money<EffectSum>("差额(元)", 16, s => s.Difference),
    ];

    private static Column<ForecastCell>[] ForecastColumns =>
    [
        Column.Ordinal<ForecastCell>(),
        Column.Text<ForecastCell>("学期", 16, c => c.Semester.ToChinese()),
        Column.Text<ForecastCell>("资助项目", 20, c => Chinese.Programme(c.Programme)),
        Column.Whole<ForecastCell>("人数", 12, c => c.People),
        Column.Money<ForecastCell>("在校学生(元)", 16, c => c.FenCarried),
        Column.Money<ForecastCell>("预计新生(元)", 16, c => c.FenEntering),
        Column.Money<ForecastCell>("合计(元)", 16, c => c.Fen),
    ];
}
