using System.Security.Cryptography;
using System.Text.Json;

namespace EduAid.Application.Storage.Protection;

/// <summary>The keys as they lie in <c>keys/keys.json</c>, owner-only, each in base 64. Every change replaces the file in one step.</summary>
/// <param name="Content">Key of the digests of rows' content; in rings made before it had one of its own, the lookup key of then.</param>
/// <param name="NextLookup">Set while the lookup key is being changed: which of the two the database has, is found by trying.</param>
internal sealed record KeyRingFile(
    uint Current, IReadOnlyList<FieldKey> Fields, string Lookup, string Audit, string RecoveryPublic, string? Content = null, string? NextLookup = null)
{
    public static string In(DataFolder folder) => Path.Combine(folder.Keys, "keys.json");

    public static KeyRingFile Read(DataFolder folder) =>
        JsonSerializer.Deserialize<KeyRingFile>(File.ReadAllBytes(In(folder)), JsonSerializerOptions.Web)!;

    public void Write(DataFolder folder) => DataFolder.WriteOwnerOnly(In(folder), JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web));

    public static KeyRingFile New(byte[] recoveryPublic) => new(1, [FieldKey.New(1)], Fresh(), Fresh(), Convert.ToBase64String(recoveryPublic), Fresh());

    /// <summary>With one more field key, with which everything is encrypted from now on. An ID is never used again.</summary>
    public KeyRingFile WithNewKey()
    {
        var id = Fields.Max(f => f.Id) + 1;
        return this with { Current = id, Fields = [.. Fields, FieldKey.New(id)] };
    }

    public KeyRingFile WithCurrentKeyOnly() => this with { Fields = [.. Fields.Where(f => f.Id == Current)] };

    public KeyRingFile WithNextLookup() => this with { NextLookup = NextLookup ?? Fresh(), Content = Content ?? Lookup };

    public KeyRingFile WithLookupChanged() => this with { Lookup = NextLookup!, NextLookup = null };

    private static string Fresh() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}

internal sealed record FieldKey(uint Id, string Key)
{
    public static FieldKey New(uint id) => new(id, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
}
