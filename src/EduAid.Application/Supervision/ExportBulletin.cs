using System.Globalization;
using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Spreadsheets.Writing;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Supervision;

/// <summary>A published bulletin as a workbook: its ranking, as it was frozen.</summary>
public sealed class ExportBulletin(EduAidDbContext db, Work work, AuditTrail trail)
{
    /// <returns>The bulletin's number, or null where there is none within the scope.</returns>
    public async Task<string?> RunAsync(Actor actor, Guid id, Stream output, CancellationToken stop)
    {
        var found = await work.ChangeAsync(
            async () =>
            {
                if (await db.Bulletins.Include(b => b.Units).SingleOrDefaultAsync(b => b.Id == id, stop) is not { } bulletin) return null;
                trail.Record(actor, "bulletin.export", $"bulletin:{id}", new { bulletin.Number });
                return bulletin;
            },
            stop);
        if (found is null) return null;
        var title = string.Create(CultureInfo.InvariantCulture, $"{found.Number} {found.Title}(截至{found.On.Year}年{found.On.Month}月{found.On.Day}日)");
        TableWorkbook.Write(output, new TableSheet<BulletinUnit>("通报", title, Columns, found.Units.OrderBy(u => u.Position)), stop);
        return found.Number;
    }

    private static readonly Column<BulletinUnit>[] Columns =
    [
        Column.Whole<BulletinUnit>("名次", 8, u => u.Rank),
        Column.Text<BulletinUnit>("责任单位", 30, u => u.Unit),
        Column.Whole<BulletinUnit>("事项", 8, u => u.Items),
        Column.Whole<BulletinUnit>("已完成", 10, u => u.Done),
        Column.Whole<BulletinUnit>("正常", 10, u => u.OnTrack),
        Column.Whole<BulletinUnit>("滞后", 10, u => u.Behind),
        Column.Whole<BulletinUnit>("逾期或严重滞后", 16, u => u.Late),
        Column.Whole<BulletinUnit>("逾期督办单", 14, u => u.OverdueOrders),
    ];
}
