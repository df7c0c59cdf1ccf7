using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Checks;

/// <summary>What one check has found.</summary>
/// <param name="Hits">Waived ones included.</param>
public sealed record RanCheck(string Code, int Hits);

/// <summary>
/// Runs the checks of a semester: after every generation, and whenever somebody asks. What is pointed out again keeps its key and the day on
/// which it was first seen; what is not any more is gone.
/// </summary>
public sealed class RunChecks(EduAidDbContext db, FieldCipher cipher, Work work, AuditTrail trail, BusinessDay day, TimeProvider time)
{
    /// <returns>Null where the actor may not.</returns>
    public Task<IReadOnlyList<RanCheck>?> RunAsync(Actor actor, Semester semester, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!ChecksRights.MayRun(actor)) return null;
            var ran = await WriteAsync(actor, semester, stop);
            trail.Record(actor, "checks.run", $"semester:{semester}", new { Hits = Counts(ran) });
            return ran;
        },
        stop);

    /// <summary>What was found by check, for the trail; checks that found nothing are left out.</summary>
    internal static Dictionary<string, int> Counts(IReadOnlyList<RanCheck> ran) => ran.Where(r => r.Hits > 0).ToDictionary(r => r.Code, r => r.Hits);

    /// <summary>Within another verb's transaction, whose event says what was found.</summary>
    internal async Task<IReadOnlyList<RanCheck>> WriteAsync(Actor actor, Semester semester, CancellationToken stop)
    {
        var (county, now) = (db.CountyCode, time.GetUtcNow());
        var facts = await CheckedSemester.LoadAsync(db, cipher, semester, day, stop);
        var before = await db.CheckHits.Where(h => h.Semester == semester).ToDictionaryAsync(h => (h.Code, h.Subject), stop);
        var (hits, ran) = (new List<CheckHit>(), new List<RanCheck>());
        foreach (var check in AuditCheck.All)
        {
            var found = (await check.FindAsync(facts, stop)).DistinctBy(c => c.Subject).ToList();
            ran.Add(new(check.Code, found.Count));
            foreach (var caught in found)
            {
                var same = before.TryGetValue((check.Code, caught.Subject), out var hit) && hit.Detail == caught.Detail ? hit : null;
                hits.Add(new()
                {
                    County = county,
                    Id = same?.Id ?? Keys.New(now),
                    Semester = semester,
                    Code = check.Code,
                    Subject = caught.Subject,
                    Name = caught.Name,
                    Detail = caught.Detail,
                    Person = caught.Person,
                    School = caught.School,
                    Roster = caught.Roster,
                    Fen = caught.Fen,
                    FoundAt = same?.FoundAt ?? now,
                });
            }
        }
        await db.CheckHits.Where(h => h.Semester == semester).ExecuteDeleteAsync(stop);
        await db.CheckRuns.Where(r => r.Semester == semester).ExecuteDeleteAsync(stop);
        await db.InsertManyAsync(hits, stop);
        await db.InsertManyAsync(ran.Select(r => new CheckRun { County = county, Semester = semester, Code = r.Code, At = now, By = actor.Name, Hits = r.Hits }), stop);
        return ran;
    }
}
