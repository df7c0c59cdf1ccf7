using EduAid.Application.Jobs;
using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Policies;

/// <summary>
/// Effects and forecasts that were computed before: from the shelf of this node, or from the stored file of the job that computed them, wherever it ran.
/// </summary>
public sealed class KeptEffects(EduAidDbContext db, PolicyShelf shelf, StoredFiles stored)
{
    /// <summary>What they are called where a job says that it has made a file; nobody takes it out.</summary>
    public const string FileName = "effect.json";

    public const string ForecastSubject = "forecast";

    public static string SubjectOf(Guid key) => $"effect:{key}";

    public async Task<Shelved<PolicyEffect>?> EffectAsync(Guid key, CancellationToken stop)
    {
        if (shelf.Effect(db.CountyCode, key) is { } here) return here;
        if (await FindAsync<PolicyEffect>(SubjectOf(key), stop) is not { } found) return null;
        shelf.Put(db.CountyCode, key, found);
        return found;
    }

    public async Task<Shelved<Forecast>?> ForecastAsync(CancellationToken stop)
    {
        if (shelf.Forecast(db.CountyCode) is { } here) return here;
        if (await FindAsync<Forecast>(ForecastSubject, stop) is not { } found) return null;
        shelf.Put(db.CountyCode, found);
        return found;
    }

    internal async Task KeepAsync(Guid key, Guid job, Shelved<PolicyEffect> effect, CancellationToken stop)
    {
        await stored.SaveAsync(job, JobJson.Bytes(effect), stop);
        shelf.Put(db.CountyCode, key, effect);
    }

    internal async Task KeepAsync(Guid job, Shelved<Forecast> forecast, CancellationToken stop)
    {
        await stored.SaveAsync(job, JobJson.Bytes(forecast), stop);
        shelf.Put(db.CountyCode, forecast);
    }

    private async Task<Shelved<T>?> FindAsync<T>(string subject, CancellationToken stop)
    {
        // What a changed value means for people is the county's.
        if (db.Scope is not { Schools: null }) return null;
        var job = await db.Jobs.Where(j => j.Subject == subject && j.State == JobState.Done).OrderByDescending(j => j.EndedAt).Select(j => (Guid?)j.Id).FirstOrDefaultAsync(stop);
        return job is { } id && await stored.ReadAsync(id, stop) is { } content ? JobJson.Read<Shelved<T>>(content) : null;
    }
}
