using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Storage;
using EduAid.Domain.Policies;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Policies;

/// <summary>Records that somebody has compared values in force with the rules; asked again each school year.</summary>
public sealed class CheckPolicies(EduAidDbContext db, Work work, AuditTrail trail, BusinessDay day, TimeProvider time)
{
    /// <param name="source">What they were compared with.</param>
    public Task<PolicyRefusal?> RunAsync(Actor actor, IReadOnlyCollection<string> parameters, string source, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!PolicyRights.MayPropose(actor)) return PolicyRefusal.NotYourRole;
            if (source.Trim().Length is 0 or > PolicyProposal.LongestText) return PolicyRefusal.ReasonMissing;
            var (today, semester) = (day.Today, Semester.Of(day.Today));
            var rows = (await db.PolicyValues.Where(v => parameters.Contains(v.Parameter) && v.From <= semester).ToListAsync(stop))
                .GroupBy(v => v.Parameter).Select(g => g.OrderBy(v => v.From).ThenBy(v => v.Revision).Last()).ToList();
            if (rows.Count == 0) return PolicyRefusal.ParameterUnknown;
            foreach (var row in rows)
                db.PolicyChecks.Add(new PolicyCheck
                {
                    County = db.CountyCode,
                    Id = Keys.New(time.GetUtcNow()),
                    Parameter = row.Parameter,
                    From = row.From,
                    Revision = row.Revision,
                    On = today,
                    By = actor.Name,
                    Source = source.Trim(),
                });
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "policy.check", "catalogue", new { Values = rows.Select(r => $"{r.Parameter} {r.From} {r.Value}"), Why = source.Trim() });
            return (PolicyRefusal?)null;
        },
        stop);

    /// <summary>The day on which the school year of a day began; what was checked before it is asked about again.</summary>
    public static DateOnly YearBegan(DateOnly today) => new(Semester.Of(today).SchoolYear, 8, 1);

    /// <summary>Parameters with a value in force that nobody has checked since a day.</summary>
    public static IQueryable<string> Unchecked(EduAidDbContext db, Semester semester, DateOnly since) =>
        db.PolicyValues.Where(v => v.From <= semester).Select(v => v.Parameter).Distinct()
            .Where(p => !db.PolicyValues.Any(v => v.Parameter == p && v.From <= semester && v.CheckedOn >= since) && !db.PolicyChecks.Any(c => c.Parameter == p && c.On >= since));
}
