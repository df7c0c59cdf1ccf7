using EduAid.Application.Audit;
using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Writing;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Checks;

/// <summary>Writes what checks have pointed out as a workbook (稽核疑点), waived ones with their reason. IDs are masked; the export is recorded all the same.</summary>
public sealed class ExportHits(EduAidDbContext db, PersonDirectory people, Work work, AuditTrail trail)
{
    private static readonly Words.Words Chinese = Words.Words.Chinese;

    /// <param name="code">One check's, or null for all.</param>
    public async Task RunAsync(Actor actor, Semester semester, string? code, Stream output, CancellationToken stop)
    {
        var table = await work.ChangeAsync(
            async () =>
            {
                var hits = await db.CheckHits.Where(h => h.Semester == semester && (code == null || h.Code == code)).OrderBy(h => h.Code).ThenBy(h => h.Subject).ToListAsync(stop);
                var waivers = (await CheckHits.Standing(db, semester).ToListAsync(stop)).ToLookup(w => (w.Code, w.Subject, w.Detail));
                trail.Record(actor, "checks.export", $"semester:{semester}", new { Code = code, Hits = hits.Count });
                var ids = await people.RevealAsync([.. hits.Where(h => h.Person is not null).Select(h => h.Person!.Value).Distinct()], stop);
                var columns = Columns(await SchoolLabels.LoadAsync(db, semester, stop), ids, h => waivers[(h.Code, h.Subject, h.Detail)].FirstOrDefault());
                return new TableSheet<CheckHit>("稽核疑点", $"{semester.ToChinese()}稽核疑点", columns, hits);
            },
            stop);
        TableWorkbook.Write(output, table, stop);
    }

    private static Column<CheckHit>[] Columns(SchoolLabels schools, Dictionary<PersonId, CitizenId> ids, Func<CheckHit, CheckWaiver?> waiver) =>
    [
        Column.Ordinal<CheckHit>(),
        Column.Text<CheckHit>("稽核项", 24, h => Chinese.CheckTitle(h.Code)),
        Column.Text<CheckHit>("对象", 24, h => Chinese.CheckName(h)),
        Column.Code<CheckHit>("身份证号", 22, h => h.Person is { } person && ids.TryGetValue(person, out var id) ? id.ToString() : null),
        Column.Text<CheckHit>("学校", 36, h => h.School is { } school ? schools[school].Name : null),
        Column.Text<CheckHit>("发现", 60, h => Chinese.CheckFound(h.Code, h.Detail)),
        Column.Money<CheckHit>("涉及金额(元)", 16, h => h.Fen),
        Column.Date<CheckHit>("首次发现", 16, h => CountyTime.DayOf(h.FoundAt)),
        Column.Text<CheckHit>("排除理由", 40, h => waiver(h)?.Reason),
        Column.Text<CheckHit>("排除人", 16, h => waiver(h)?.By),
    ];
}
