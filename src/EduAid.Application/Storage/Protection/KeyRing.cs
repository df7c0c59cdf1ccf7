using System.Security.Cryptography;

namespace EduAid.Application.Storage.Protection;

/// <summary>
/// The keys of an installation, outside the database: a ring for field encryption, the lookup key (apart, changed only offline),
/// the audit chain's key and the public half of the recovery key. Another process may add and drop field keys meanwhile:
/// the ring is read again when its file has changed.
/// </summary>
public sealed class KeyRing
{
    private readonly DataFolder _folder;
    private volatile Loaded _loaded;

    private KeyRing(DataFolder folder) => (_folder, _loaded) = (folder, Loaded.From(folder));

    /// <summary>Key ID with which new values are encrypted.</summary>
    public uint Current => Fresh().File.Current;

    /// <summary>All key IDs, ascending; more than one while a rotation is under way.</summary>
    public IReadOnlyList<uint> Ids => [.. Fresh().Fields.Keys.Order()];

    /// <exception cref="InvalidOperationException">A change of the lookup key was cut short.</exception>
    public byte[] Lookup => _loaded.Next is null ? _loaded.Lookup
        : throw new InvalidOperationException("Changing the lookup key was cut short; run eduaid keys change-lookup again.");

    /// <summary>Key of the digests of rows' content, which say whether a later list says the same.</summary>
    public byte[] Content => _loaded.Content;

    public byte[] Audit => _loaded.Audit;

    /// <summary>Subject public key (P-256) to which backups are encrypted; its private half is printed once and kept nowhere.</summary>
    public byte[] RecoveryPublic => Convert.FromBase64String(_loaded.File.RecoveryPublic);

    internal byte[]? NextLookup => _loaded.Next;

    internal byte[] LookupBefore => _loaded.Lookup;

    public static string FileIn(DataFolder folder) => KeyRingFile.In(folder);

    public static bool ExistsIn(DataFolder folder) => File.Exists(FileIn(folder));

    /// <exception cref="InvalidOperationException">There are no keys: the installation has not been initialised.</exception>
    public static KeyRing Open(DataFolder folder)
    {
        if (!ExistsIn(folder)) throw new InvalidOperationException($"There are no keys in {folder.Keys}; run init first.");
        return new(folder);
    }

    /// <summary>Makes the keys of a new installation and returns the recovery key, which is shown once and kept nowhere.</summary>
    public static string Create(DataFolder folder)
    {
        var (recovery, publicKey) = RecoveryKey.Make();
        KeyRingFile.New(publicKey).Write(folder);
        return recovery;
    }

    internal byte[] Field(uint id)
    {
        if (_loaded.Fields.TryGetValue(id, out var key) || Fresh().Fields.TryGetValue(id, out key)) return key;
        throw new CryptographicException($"The key ring has no key {id}.");
    }

    internal void Change(Func<KeyRingFile, KeyRingFile> change)
    {
        change(KeyRingFile.Read(_folder)).Write(_folder);
        _loaded = Loaded.From(_folder);
    }

    private Loaded Fresh()
    {
        var loaded = _loaded;
        return loaded.State == Loaded.StateOf(_folder) ? loaded : _loaded = Loaded.From(_folder);
    }

    private sealed record Loaded(
        (DateTime Written, long Length) State, KeyRingFile File, IReadOnlyDictionary<uint, byte[]> Fields, byte[] Lookup, byte[]? Next, byte[] Content,
        byte[] Audit)
    {
        // The state is taken before the content: a change in between is met at the next look.
        public static Loaded From(DataFolder folder)
        {
            var (state, file) = (StateOf(folder), KeyRingFile.Read(folder));
            return new(
                state, file, file.Fields.ToDictionary(f => f.Id, f => Convert.FromBase64String(f.Key)), Convert.FromBase64String(file.Lookup),
                file.NextLookup is { } next ? Convert.FromBase64String(next) : null, Convert.FromBase64String(file.Content ?? file.Lookup),
                Convert.FromBase64String(file.Audit));
        }

        public static (DateTime, long) StateOf(DataFolder folder)
        {
            var file = new FileInfo(FileIn(folder));
            return (file.LastWriteTimeUtc, file.Length);
        }
    }
}
