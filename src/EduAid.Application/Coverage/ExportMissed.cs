using System.Globalization;
using EduAid.Application.Audit;
using EduAid.Application.People;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Application.Coverage;

/// <summary>Writes the missed list (应助未助) as a workbook for those who go and look, by township and village. IDs are masked; the export is recorded all the same.</summary>
public sealed class ExportMissed(MissedChildren missed, ResponsiblePeople responsible, PersonDirectory people, Work work, AuditTrail trail)
{
    private static readonly Words.Words Chinese = Words.Words.Chinese;

    /// <param name="band">One age band only, or null for all.</param>
    /// <param name="township">One township only, or null for all.</param>
    public async Task RunAsync(Actor actor, Semester semester, AgeBand? band, string? township, Stream output, CancellationToken stop)
    {
        var table = await work.ChangeAsync(
            async () =>
            {
                var found = (await missed.InAsync(semester, stop)).Where(m => (band is null || m.Band == band) && (township is null || m.Township == township))
                    .OrderBy(m => m.Band).ToList();
                trail.Record(actor, "missed.export", $"semester:{semester}", new { Band = band?.ToString(), Township = township, Children = found.Count });
                var ids = await people.RevealAsync([.. found.Select(m => m.Person)], stop);
                return new TableSheet<MissedChild>("应助未助", $"{semester.ToChinese()}应助未助名单", Columns(ids, await responsible.ByTownshipAsync(stop)), found);
            },
            stop);
        TableWorkbook.Write(output, table, stop);
    }

    private static Column<MissedChild>[] Columns(Dictionary<PersonId, CitizenId> ids, IReadOnlyDictionary<string, string> responsible) =>
    [
        Column.Ordinal<MissedChild>(),
        Column.Text<MissedChild>("乡镇", 16, m => m.Township),
        Column.Text<MissedChild>("行政村", 16, m => m.Village),
        Column.Code<MissedChild>("户编号", 22, m => m.Household),
        Column.Text<MissedChild>("户主姓名", 12, m => m.Head),
        Column.Text<MissedChild>("姓名", 12, m => m.Name),
        Column.Code<MissedChild>("身份证号", 22, m => ids.TryGetValue(m.Person, out var id) ? id.ToString() : null),
        Column.Whole<MissedChild>("年龄", 8, m => m.Age),
        Column.Text<MissedChild>("情况", 26, m => Chinese.AgeBand(m.Band)),
        Column.Text<MissedChild>("责任人", 16, m => responsible.GetValueOrDefault(m.Township)),
        Column.Text<MissedChild>("核实结果", 30, m => m.Outcome is { } kind ? Chinese.Outcome(kind) : null),
        Column.Text<MissedChild>("核实日期", 14, m => m.On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    ];
}
