using EduAid.Application.Payments;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Domain.Payments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Overview;

/// <summary>Money of one programme in the semester, in fen.</summary>
/// <param name="Budget">What is planned for it; null where nobody has said.</param>
/// <param name="Appropriated">Sum of the vouchers: what the treasury has given for it.</param>
public sealed record ProgrammeMoney(string Programme, int Entries, long? Budget, long Granted, long Approved, long Appropriated, long Paid);

/// <param name="States">Rosters that stand in each state.</param>
public sealed record TownshipProgress(string Township, int Schools, int Sent, IReadOnlyDictionary<RosterState, int> States)
{
    public int Rosters => States.Values.Sum();

    public int Approved => States.GetValueOrDefault(RosterState.Approved);
}

/// <param name="Month">First day of the month in which the bank credited it; null where the bank named no day.</param>
public sealed record MonthPaid(DateOnly? Month, string Programme, long Fen);

/// <summary>A semester for those who lead: money, progress and months; sums only, no names. Two questions.</summary>
public sealed record OverviewFigures(IReadOnlyList<ProgrammeMoney> Programmes, IReadOnlyList<TownshipProgress> Townships, IReadOnlyList<MonthPaid> Months)
{
    private const int Paid = 1, Given = 2, Budgeted = 3;

    public static async Task<OverviewFigures> LoadAsync(EduAidDbContext db, Semester semester, CancellationToken stop)
    {
        var lists = db.SchoolLists.Where(l => l.Current && l.Semester == semester);
        var schools = await SchoolRegister.Holding(db, semester).Select(v => new
        {
            v.School,
            v.Township,
            Sent = lists.Any(l => l.School == v.School),
            Rosters = db.Rosters.Where(r => r.School == v.School && r.Semester == semester).Select(r => new { r.Programme, r.State, r.Kind, r.Entries, r.Fen }).ToList(),
        }).ToListAsync(stop);
        // What comes back is not added to what is granted.
        var rosters = schools.SelectMany(s => s.Rosters).Where(r => r.Kind is RosterKind.Regular or RosterKind.Supplement).ToLookup(r => r.Programme);
        // Paid lines, vouchers and budgets in one question: all are sums by programme.
        var money = await (
            from line in db.PaymentLines
            join batch in db.Batches on line.Batch equals batch.Id
            where batch.Semester == semester && line.State == LineState.Paid
            group line.Fen by new { batch.Programme, line.CreditedOn } into g
            select new { Kind = Paid, g.Key.Programme, On = g.Key.CreditedOn, Fen = g.Sum() })
            .Concat(db.Vouchers.Where(v => v.Semester == semester && v.CancelledAt == null).GroupBy(v => v.Programme)
                .Select(g => new { Kind = Given, Programme = g.Key, On = (DateOnly?)null, Fen = g.Sum(v => v.Fen) }))
            .Concat(ProgrammeBudget.InForce(db, semester).Select(b => new { Kind = Budgeted, b.Programme, On = (DateOnly?)null, b.Fen })).ToListAsync(stop);
        var programmes = Programme.Of(semester).Select(p => p.Code).Select(code =>
        {
            var own = rosters[code].ToList();
            return new ProgrammeMoney(
                code, own.Sum(r => r.Entries), money.Find(m => m.Kind == Budgeted && m.Programme == code)?.Fen, own.Sum(r => r.Fen),
                own.Where(r => r.State == RosterState.Approved).Sum(r => r.Fen), money.Where(m => m.Kind == Given && m.Programme == code).Sum(m => m.Fen),
                money.Where(m => m.Kind == Paid && m.Programme == code).Sum(m => m.Fen));
        });
        var townships = schools.Where(s => !SchoolVersion.OutsideTownships.Contains(s.Township)).GroupBy(s => s.Township).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new TownshipProgress(
            g.Key, g.Count(), g.Count(s => s.Sent), g.SelectMany(s => s.Rosters).GroupBy(r => r.State).ToDictionary(s => s.Key, s => s.Count())));
        var months = money.Where(m => m.Kind == Paid).GroupBy(m => (Month: m.On is { } day ? new DateOnly(day.Year, day.Month, 1) : (DateOnly?)null, m.Programme))
            .OrderBy(g => g.Key.Month).Select(g => new MonthPaid(g.Key.Month, g.Key.Programme, g.Sum(m => m.Fen)));
        return new([.. programmes], [.. townships], [.. months]);
    }
}
