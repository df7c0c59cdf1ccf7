namespace EduAid.Application.Storage.Protection;

/// <param name="Values">How many values stand under each key, by table and column; <c>files</c> for stored files.</param>
public sealed record KeyUse(uint Current, IReadOnlyList<uint> Ring, IReadOnlyDictionary<(string Place, uint Key), long> Values)
{
    /// <summary>A rotation was begun and not ended, or has still to be ended.</summary>
    public bool IsRotating => Ring.Count > 1;
}

/// <summary>Which keys there are and what stands under them.</summary>
public sealed class KeyStatus(EduAidDbContext db, KeyRing keys, StoredFiles files)
{
    public async Task<KeyUse> RunAsync(CancellationToken stop)
    {
        var values = new Dictionary<(string, uint), long>();
        foreach (var table in ProtectedColumns.All) await table.CountAsync(db, Count, stop);
        foreach (var file in files.All())
            if (files.KeyOf(file) is { } key) Count("files", key);
        return new(keys.Current, keys.Ids, values);

        void Count(string place, uint key) => values[(place, key)] = values.GetValueOrDefault((place, key)) + 1;
    }
}
