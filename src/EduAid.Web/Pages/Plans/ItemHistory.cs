using EduAid.Application.Documents;
using EduAid.Application.Plans;
using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Domain.Plans;
using EduAid.Domain.Supervision;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Plans;

/// <param name="CorrectedBy">Whether a later report has put it right.</param>
public sealed record ReportRow(ProgressReport Report, string By, bool CorrectedBy);

/// <summary>One item with every report ever made of it, their papers, and the supervision orders about it.</summary>
/// <param name="Board">Holds this item alone.</param>
/// <param name="Reports">The latest first.</param>
public sealed record ItemHistory(PlanBoard Board, IReadOnlyList<ReportRow> Reports, ILookup<string, StoredDocument> Papers, IReadOnlyList<SupervisionOrder> Orders)
{
    public ItemView View => Board.Items[0];

    /// <summary>Five questions. Null where there is no such item within the scope, or a heading.</summary>
    public static async Task<ItemHistory?> LoadAsync(EduAidDbContext db, int year, string number, DateOnly? on, DateOnly today, CancellationToken stop)
    {
        if (await PlanReading.Items(db, year).SingleOrDefaultAsync(i => i.Number == number && !i.Heading, stop) is not { } item) return null;
        var rows = await db.ProgressReports.Where(r => r.Year == year && r.Item == number).OrderBy(r => r.On).ThenBy(r => r.Id)
            .Select(r => new { Report = r, By = db.Users.Where(u => u.UserName == r.By).Select(u => u.DisplayName).FirstOrDefault() ?? r.By }).ToListAsync(stop);
        var rule = (await SettingBook.LoadAsync(db, today, stop)).PlanPace;
        var reports = rows.ConvertAll(r => r.Report);
        var board = PlanBoard.Of(new(year, "", "", [PlanReading.OutlineOf(item)]), reports, on ?? PlanBoard.DayFor(year, today, reports.Count > 0 ? reports[^1].On : null), rule);
        var corrected = reports.Select(r => r.Corrects).OfType<Guid>().ToHashSet();
        var papers = await StoredDocument.OfEachAsync(db, DocumentSubject.Progress, reports.ConvertAll(r => $"{r.Id}"), stop);
        var orders = await db.SupervisionOrders.Where(o => o.PlanYear == year && o.Item == number).OrderByDescending(o => o.Id).ToListAsync(stop);
        return new(board, [.. rows.OrderByDescending(r => r.Report.At).Select(r => new ReportRow(r.Report, r.By, corrected.Contains(r.Report.Id)))], papers, orders);
    }

    public IEnumerable<StoredDocument> PapersOf(ProgressReport report) => Papers[$"{report.Id}"];

    /// <summary>Of what a report speaks; empty for words alone.</summary>
    public string SubjectOf(ProgressReport report) => report.Step ?? View.Item.Measures.FirstOrDefault(m => m.Code == report.Measure)?.Title ?? "";
}
