using EduAid.Application.Audit;
using EduAid.Application.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Application.Storage.Protection;

/// <param name="What">Table, or <c>files</c>.</param>
/// <param name="Values">Values encrypted anew so far in it.</param>
public sealed record RotationStep(string What, long Values);

/// <param name="Key">The key under which everything stands now.</param>
/// <param name="Resumed">An earlier rotation was cut short and has been brought to its end; no new key was made.</param>
/// <param name="Dropped">Keys that left the ring, since nothing stands under them any more.</param>
public sealed record RotationOutcome(uint Key, long Values, int Files, bool Resumed, IReadOnlyList<uint> Dropped);

/// <summary>
/// Puts a new field key into the ring and encrypts every protected value anew while people go on working: a few rows a transaction, and a
/// value that somebody changes meanwhile is left to them. Cut short anywhere it is taken up again by running it again; an old key leaves the
/// ring only when nothing stands under it.
/// </summary>
public sealed class RotateKeys(IServiceScopeFactory scopes, KeyRing keys, DataFolder folder, StoredFiles files, CountySettings county)
{
    /// <returns>Null where another rotation is under way.</returns>
    public async Task<RotationOutcome?> RunAsync(Actor actor, IProgress<RotationStep>? progress, CancellationToken stop)
    {
        using var alone = FolderLock.TryRotate(folder);
        if (alone is null) return null;
        var resumed = keys.Ids.Count > 1;
        if (!resumed)
        {
            keys.Change(f => f.WithNewKey());
            await RecordAsync(actor, new { Key = keys.Current, Stage = "begun" }, stop);
        }
        var (values, moved) = (0L, 0);
        IReadOnlyList<uint>? dropped = null;
        while (dropped is null)
        {
            foreach (var table in ProtectedColumns.All)
            {
                var before = values;
                var step = new Step(progress, table.Row.Name);
                values = before + await table.ReencryptAsync(scopes, keys, step, stop);
            }
            foreach (var file in files.All())
            {
                if (!await files.ReencryptAsync(file, stop)) continue;
                moved++;
                progress?.Report(new("files", moved));
            }
            dropped = await DropUnusedAsync(actor, values, moved, stop);
        }
        return new(keys.Current, values, moved, resumed, dropped);
    }

    // Behind the counties' turns nobody is in the midst of writing: what is not there now under an old key never will be.
    private async Task<IReadOnlyList<uint>?> DropUnusedAsync(Actor actor, long values, int moved, CancellationToken stop)
    {
        using var kept = await FolderLock.KeepKeysAsync(folder, stop);
        await using var services = Open();
        return await services.Work.ChangeAsync<IReadOnlyList<uint>?>(
            async () =>
            {
                await services.Db.Counties.ExecuteUpdateAsync(s => s.SetProperty(c => c.Turn, c => c.Turn), stop);
                var (current, used) = (keys.Current, new HashSet<uint>());
                foreach (var table in ProtectedColumns.All) await table.CountAsync(services.Db, (_, key) => used.Add(key), stop);
                foreach (var file in files.All())
                    if (files.KeyOf(file) is { } key) used.Add(key);
                used.Remove(current);
                if (used.Overlaps(keys.Ids)) return null;
                var unused = keys.Ids.Where(k => k != current).ToList();
                services.Trail.Record(actor, "keys.rotate", "keys", new { Key = current, Stage = "ended", Values = values, Files = moved, Dropped = unused });
                keys.Change(f => f.WithCurrentKeyOnly());
                return unused;
            },
            stop);
    }

    private async Task RecordAsync(Actor actor, object details, CancellationToken stop)
    {
        await using var services = Open();
        await services.Work.RecordAsync(actor, "keys.rotate", "keys", details, stop);
    }

    private EduAidServices Open()
    {
        var services = new EduAidServices(scopes.CreateAsyncScope());
        services.Db.Scope = Scope.WholeCounty(county.Code);
        return services;
    }

    private sealed class Step(IProgress<RotationStep>? progress, string what) : IProgress<long>
    {
        public void Report(long value) => progress?.Report(new(what, value));
    }
}
