using System.Globalization;
using EduAid.Domain.Checks;
using EduAid.Domain.Rosters;

namespace EduAid.Application.Checks.Kinds;

/// <summary>Paid, or approved and still not paid, so many days after the semester's last.</summary>
internal sealed class PaidLate : AuditCheck
{
    public override string Code => CheckCodes.PaidLate;

    public override Task<IReadOnlyList<Caught>> FindAsync(CheckedSemester semester, CancellationToken stop)
    {
        var last = CheckRules.LastDayToPay(semester.Semester, semester.Settings.CheckLateDays);
        var found = new List<Caught>();
        foreach (var entry in semester.Entries)
        {
            var paid = semester.PaidOn(entry.Id);
            if (paid > last) found.Add(Caught.Of(entry, "paid", Day(last), Day(paid.Value)));
            else if (entry.State == RosterState.Approved && !semester.IsPaid(entry.Id) && semester.Today > last) found.Add(Caught.Of(entry, "unpaid", Day(last)));
        }
        return Task.FromResult<IReadOnlyList<Caught>>(found);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
