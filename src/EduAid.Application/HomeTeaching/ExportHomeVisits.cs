using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Duties;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.HomeTeaching;

/// <summary>The visits of a month within the scope as a workbook (<see cref="HomeVisitSheet"/>), corrections and what they put right among them.</summary>
public sealed class ExportHomeVisits(EduAidDbContext db, Work work, AuditTrail trail)
{
    /// <param name="month">Null for all that there are.</param>
    public async Task RunAsync(Actor actor, Month? month, Stream output, CancellationToken stop)
    {
        var rows = await work.ChangeAsync(
            async () =>
            {
                var found = await RowsAsync(month, stop);
                trail.Record(actor, "home-teaching.export", "home-visits", new { Month = month?.ToString(), Visits = found.Count });
                return found;
            },
            stop);
        HomeVisitSheet.Write(output, month is { } of ? $"{of.ToChinese()}送教上门记录" : "送教上门记录", rows, stop);
    }

    private async Task<IReadOnlyList<HomeVisitRow>> RowsAsync(Month? month, CancellationToken stop)
    {
        var book = await HomeVisitBook.LoadAsync(db, null, stop);
        var teachers = book.Children.SelectMany(c => book.VisitsOf(c.Id)).Select(v => v.Teacher).Distinct().ToList();
        var accounts = await db.Users.Where(u => teachers.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.UserName!, stop);
        return
        [
            .. from child in book.Children.OrderBy(c => c.Number)
               let visits = book.VisitsOf(child.Id).ToList()
               from visit in visits
               where month is not { } of || Month.Of(visit.On) == of
               select new HomeVisitRow(
                   child.Number, child.Name, visit.Number, accounts.GetValueOrDefault(visit.Teacher, ""), visit.On, visit.Minutes, visit.Content, visit.SignedBy,
                   visits.Find(v => v.Id == visit.Corrects)?.Number, visit.Withdrawn),
        ];
    }
}
