using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Storage;
using EduAid.Domain.Duties;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Application.HomeTeaching;

/// <summary>The monthly report of home teaching as a workbook: a row a child, with what was owed and what was done.</summary>
public sealed class ExportHomeTeachingReport(HomeTeachingBoard board, Work work, AuditTrail trail, BusinessDay day)
{
    private static readonly Words.Words Chinese = Words.Words.Chinese;

    private static readonly Column<TaughtChild>[] Columns =
    [
        Column.Ordinal<TaughtChild>(),
        Column.Text<TaughtChild>("学校", 26, c => c.SchoolName),
        Column.Whole<TaughtChild>("登记号", 9, c => c.Number),
        Column.Text<TaughtChild>("儿童姓名", 12, c => c.Name),
        Column.Text<TaughtChild>("残疾类别", 12, c => c.Kind is { } kind ? Chinese.DisabilityKind(kind) : null),
        Column.Text<TaughtChild>("残疾等级", 10, c => c.Level is { } level ? Chinese.DisabilityLevel(level) : null),
        Column.Text<TaughtChild>("送教教师", 20, c => string.Join('、', c.Teachers)),
        Column.Whole<TaughtChild>("应送教(次)", 11, c => c.Standing.Owed),
        Column.Whole<TaughtChild>("已送教(次)", 11, c => c.Standing.Done),
        Column.Whole<TaughtChild>("时长(分钟)", 12, c => c.Minutes),
        Column.Whole<TaughtChild>("家长未签字", 11, c => c.WithoutSignature),
        Column.Text<TaughtChild>("情况", 14, c => Chinese.TeachingPace(c.Standing.Pace)),
    ];

    public async Task RunAsync(Actor actor, Month month, Stream output, CancellationToken stop)
    {
        var figures = await work.ChangeAsync(
            async () =>
            {
                var found = await board.InAsync(month, day.Today, stop);
                trail.Record(actor, "home-teaching.report", $"month:{month}", new { Children = found.Children.Count, found.Owed, found.Done });
                return found;
            },
            stop);
        TableWorkbook.Write(output, new TableSheet<TaughtChild>("送教上门月报", $"{month.ToChinese()}送教上门月报", Columns, figures.Children.OrderBy(c => c.SchoolName, StringComparer.Ordinal).ThenBy(c => c.Number)), stop);
    }
}
