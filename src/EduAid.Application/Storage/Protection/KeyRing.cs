using System.Security.Cryptography;
using System.Text.Json;

namespace EduAid.Application.Storage.Protection;

/// <summary>
/// The keys of an installation, outside the database: a ring for field encryption, the lookup key (apart, changed only offline),
/// the audit chain's key and the public half of the recovery key.
/// </summary>
public sealed class KeyRing
{
    private readonly Dictionary<uint, byte[]> _fields;

    private KeyRing(RingFile file)
    {
        _fields = file.Fields.ToDictionary(f => f.Id, f => Convert.FromBase64String(f.Key));
        Current = file.Current;
        Lookup = Convert.FromBase64String(file.Lookup);
        Audit = Convert.FromBase64String(file.Audit);
        RecoveryPublic = Convert.FromBase64String(file.RecoveryPublic);
    }

    /// <summary>Key ID with which new values are encrypted.</summary>
    public uint Current { get; }

    public byte[] Lookup { get; }

    public byte[] Audit { get; }

    /// <summary>Subject public key (P-256) to which backups are encrypted; its private half is printed once and kept nowhere.</summary>
    public byte[] RecoveryPublic { get; }

    public static string FileIn(DataFolder folder) => Path.Combine(folder.Keys, "keys.json");

    public static bool ExistsIn(DataFolder folder) => File.Exists(FileIn(folder));

    /// <exception cref="InvalidOperationException">There are no keys: the installation has not been initialised.</exception>
    public static KeyRing Open(DataFolder folder)
    {
        if (!ExistsIn(folder)) throw new InvalidOperationException($"There are no keys in {folder.Keys}; run init first.");
        return new(JsonSerializer.Deserialize<RingFile>(File.ReadAllBytes(FileIn(folder)), JsonSerializerOptions.Web)!);
    }

    /// <summary>Makes the keys of a new installation and returns the recovery key, which is shown once and kept nowhere.</summary>
    public static string Create(DataFolder folder)
    {
        var (recovery, publicKey) = RecoveryKey.Make();
        var file = new RingFile(
            1, [new FieldKey(1, Fresh())], Fresh(), Fresh(), Convert.ToBase64String(publicKey));
        DataFolder.WriteOwnerOnly(FileIn(folder), JsonSerializer.SerializeToUtf8Bytes(file, JsonSerializerOptions.Web));
        return recovery;
    }

    internal byte[] Field(uint id) =>
        _fields.TryGetValue(id, out var key) ? key : throw new CryptographicException($"The key ring has no key {id}.");

    private static string Fresh() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private sealed record RingFile(uint Current, IReadOnlyList<FieldKey> Fields, string Lookup, string Audit, string RecoveryPublic);

    private sealed record FieldKey(uint Id, string Key);
}
