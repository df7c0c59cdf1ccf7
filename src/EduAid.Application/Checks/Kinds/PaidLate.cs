using EduAid.Domain.Checks;
using EduAid.Domain.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Checks.Kinds;

/// <summary>Paid, or approved and still not paid, so many days after the semester's last; and rosters that nobody has approved by then.</summary>
internal sealed class PaidLate : AuditCheck
{
    public override string Code => CheckCodes.PaidLate;

    public override async Task<IReadOnlyList<Caught>> FindAsync(CheckedSemester semester, CancellationToken stop)
    {
        var last = CheckRules.LastDayToPay(semester.Semester, semester.Settings.CheckLateDays);
        var found = new List<Caught>();
        foreach (var entry in semester.Entries)
        {
            var paid = semester.PaymentsOf(entry).Where(p => p.IsPaid).Max(p => p.CreditedOn);
            if (paid > last) found.Add(Caught.Of(entry, "paid", Caught.Day(last), Caught.Day(paid.Value)));
            else if (semester.Today > last && entry.Parts.Any(p => p is { State: RosterState.Approved, Closed: false } && !semester.Payments[p.Id].Any(x => x.IsPaid)))
                found.Add(Caught.Of(entry, "unpaid", Caught.Day(last)));
        }
        if (semester.Today > last) found.AddRange(await UnapprovedAsync(semester, Caught.Day(last), stop));
        return found;
    }

    private static async Task<IEnumerable<Caught>> UnapprovedAsync(CheckedSemester semester, string last, CancellationToken stop)
    {
        var rosters = await semester.Db.Rosters.Where(r => r.Semester == semester.Semester && r.State != RosterState.Approved && r.Entries > 0 && (r.Kind == RosterKind.Regular || r.Kind == RosterKind.Supplement))
            .OrderBy(r => r.Programme).ThenBy(r => r.School).ToListAsync(stop);
        return rosters.Select(r => new Caught($"roster:{r.Id.Value}", semester.Schools[r.School].Name, $"unapproved|{last}|{r.Programme}") { School = r.School, Roster = r.Id, Fen = r.Fen });
    }
}
