using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Policies;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Policies;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Setup;

/// <param name="RecoveryKey">Set the first time: shown once and kept nowhere.</param>
/// <param name="NewPolicyValues">Values of the shipped catalogue that were not there yet.</param>
public sealed record InitialisationOutcome(string? RecoveryKey, int NewPolicyValues);

/// <summary>
/// Makes or upgrades an installation: keys, database, county, policy catalogue. Idempotent; values that are there already
/// are never overwritten, whoever entered them.
/// </summary>
public sealed class Initialise(DataFolder folder, Func<KeyRing, EduAidServices> services, CountySettings county, TimeProvider time)
{
    public async Task<InitialisationOutcome> RunAsync(Actor actor, CancellationToken stop)
    {
        var recovery = KeyRing.ExistsIn(folder) ? null : KeyRing.Create(folder);
        await using var scope = services(KeyRing.Open(folder));
        var db = scope.Db;
        await db.Database.MigrateAsync(stop);
        db.Scope = Scope.WholeCounty(county.Code);
        if (!await db.Counties.AnyAsync(c => c.Code == county.Code, stop))
        {
            db.Counties.Add(new County { Code = county.Code, Name = county.Name });
            db.AuditHeads.Add(new AuditHead { County = county.Code, Number = 0, Epoch = 1, Mac = VerifyAudit.Genesis(scope.Keys.Audit, county.Code) });
            await db.SaveChangesAsync(stop);
        }
        await NamePeople.RunAsync(db, stop);
        var added = await LoadCatalogueAsync(scope, actor, stop);
        await LoadCasesAsync(scope, actor, stop);
        await LoadHolidaysAsync(scope, actor, stop);
        return new(recovery, added);
    }

    private async Task<int> LoadCatalogueAsync(EduAidServices scope, Actor actor, CancellationToken stop)
    {
        var shipped = Seeds.Policies().ToList();
        var known = (await scope.Db.PolicyValues.Select(v => new { v.Parameter, v.From }).ToListAsync(stop)).Select(v => (v.Parameter, v.From)).ToHashSet();
        var missing = shipped.Where(v => !known.Contains((v.Parameter, v.From))).ToList();
        if (missing.Count == 0) return 0;
        return await scope.Work.ChangeAsync(
            async () =>
            {
                var now = time.GetUtcNow();
                foreach (var value in missing) scope.Db.PolicyValues.Add(PolicyValueRow.Of(value, scope.Db.CountyCode, 1, now));
                await scope.Db.SaveChangesAsync(stop);
                scope.Trail.Record(actor, "policies.load", "catalogue", new { Values = missing.Select(v => $"{v.Parameter} {v.From} {v.Value}") });
                return missing.Count;
            },
            stop);
    }

    private static async Task LoadCasesAsync(EduAidServices scope, Actor actor, CancellationToken stop)
    {
        var known = (await scope.Db.PolicyCases.Select(c => c.Key).ToListAsync(stop)).ToHashSet(StringComparer.Ordinal);
        var missing = Seeds.Cases().Where(c => !known.Contains(c.Key)).ToList();
        if (missing.Count == 0) return;
        await scope.Work.ChangeAsync(
            async () =>
            {
                foreach (var worked in missing) scope.Db.PolicyCases.Add(PolicyCase.Of(worked, scope.Db.CountyCode, null));
                await scope.Db.SaveChangesAsync(stop);
                scope.Trail.Record(actor, "policies.cases", "catalogue", new { Cases = missing.Select(c => c.Key) });
                return missing.Count;
            },
            stop);
    }

    private static async Task LoadHolidaysAsync(EduAidServices scope, Actor actor, CancellationToken stop)
    {
        var known = await scope.Db.HolidayTables.Select(t => t.Year).ToListAsync(stop);
        var missing = Seeds.Holidays().Where(h => !known.Contains(h.Key)).OrderBy(h => h.Key).ToList();
        if (missing.Count == 0) return;
        await scope.Work.ChangeAsync(
            async () =>
            {
                foreach (var (year, json) in missing)
                    scope.Db.HolidayTables.Add(new HolidayTable { County = scope.Db.CountyCode, Year = year, Json = json });
                await scope.Db.SaveChangesAsync(stop);
                scope.Trail.Record(actor, "holidays.load", "holidays", new { Years = missing.Select(m => m.Key) });
                return 0;
            },
            stop);
    }
}

/// <summary>Which county this installation serves; configuration keys <c>County:Code</c> and <c>County:Name</c>.</summary>
public sealed record CountySettings(string Code, string Name)
{
    public static CountySettings Default { get; } = new("341523", "本县");
}
