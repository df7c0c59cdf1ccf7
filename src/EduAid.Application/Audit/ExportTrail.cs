using System.Globalization;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Spreadsheets.Writing;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Audit;

/// <summary>Writes a part of the trail as a workbook, oldest first; being exported is an event of its own.</summary>
public sealed class ExportTrail(SearchTrail search, CountyScope scope, Work work, AuditTrail trail)
{
    private static readonly Words.Words Chinese = Words.Words.Chinese;

    public async Task RunAsync(Actor actor, TrailFilter filter, Stream output, CancellationToken stop)
    {
        var rows = await scope.RunAsync(() => work.ChangeAsync(
            async () =>
            {
                var found = await search.Rows(search.Found(filter)).ToListAsync(stop);
                trail.Record(actor, "audit.export", "audit", new { filter.From, filter.To, filter.Actor, filter.Action, filter.Subject, Events = found.Count });
                return found.OrderBy(r => r.Event.Number);
            },
            stop));
        TableWorkbook.Write(output, new TableSheet<TrailRow>("审计记录", "审计记录", Columns, rows), stop);
    }

    private static IReadOnlyList<Column<TrailRow>> Columns { get; } =
    [
        Column.Whole<TrailRow>("编号", 9, r => r.Event.Number),
        Column.Text<TrailRow>("时间", 20, r => TimeZoneInfo.ConvertTime(r.Event.At, CountyTime.Zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        Column.Text<TrailRow>("操作人", 16, r => r.Event.Actor),
        Column.Text<TrailRow>("角色", 16, r => Chinese.Role(r.Event.Role)),
        Column.Text<TrailRow>("来源", 16, r => r.Event.Origin),
        Column.Text<TrailRow>("操作", 24, r => Chinese.Audit(r.Event.Action)),
        Column.Text<TrailRow>("对象", 40, r => r.Event.Subject),
        Column.Text<TrailRow>("内容", 80, r => string.Join(';', EventDetails.Read(r.Json).Select(d => $"{Chinese.Detail(d.Name)}:{d.Value}"))),
        Column.Code<TrailRow>("校验码", 20, r => Convert.ToHexString(r.Event.Mac.AsSpan(0, 8))),
    ];
}
