using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace EduAid.Application.Archives;

/// <summary>
/// Checks a package against the fingerprint on its printed cover, without database or keys. It unpacks nothing to disk and reads no more
/// of a file than the manifest says it has. Whatever the bytes, the answer is a verdict.
/// </summary>
public sealed class ArchiveVerifier(KeyFingerprint expected, ArchiveLimits? limits = null)
{
    private const int LargestSmallPart = 16 * 1024;

    private readonly ArchiveLimits _limits = limits ?? new();
    private readonly List<ArchiveFault> _faults = [];

    /// <param name="package">Seekable; stays open.</param>
    public ArchiveVerdict Verify(Stream package, CancellationToken stop)
    {
        _faults.Clear();
        try
        {
            using var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8);
            return Verify(zip, stop);
        }
        catch (Exception thrown) when (IsOfTheFile(thrown))
        {
            return new(null, null, [new(ArchiveFaults.Unreadable)]);
        }
    }

    private ArchiveVerdict Verify(ZipArchive zip, CancellationToken stop)
    {
        if (zip.Entries.Count > _limits.MaxEntries) return new(null, null, [new(ArchiveFaults.TooLarge)]);
        if (zip.Comment.Length > 0 || zip.Entries.Any(e => e.Comment.Length > 0)) _faults.Add(new(ArchiveFaults.CommentAdded));
        var entries = ByName(zip);
        var manifestBytes = Small(entries, ArchiveNames.Manifest, _limits.MaxManifestBytes, ArchiveFaults.ManifestMissing, ArchiveFaults.ManifestUnreadable);
        var key = Key(entries, manifestBytes);
        var manifest = manifestBytes is null ? null : ArchiveManifest.Read(manifestBytes);
        if (manifest is null)
        {
            if (manifestBytes is not null) _faults.Add(new(ArchiveFaults.ManifestUnreadable, ArchiveNames.Manifest));
            return new(null, key, _faults);
        }
        CheckFiles(entries, manifest, stop);
        return new(manifest, key, _faults);
    }

    private Dictionary<string, ZipArchiveEntry> ByName(ZipArchive zip)
    {
        // Two names that differ in case alone are one file on many systems.
        var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in zip.Entries)
        {
            if (!ArchiveNames.IsSafe(entry.FullName)) _faults.Add(new(ArchiveFaults.NameUnsafe, entry.FullName));
            if (!entries.TryAdd(entry.FullName, entry)) _faults.Add(new(ArchiveFaults.FileTwice, entry.FullName));
        }
        return entries;
    }

    private KeyFingerprint? Key(Dictionary<string, ZipArchiveEntry> entries, byte[]? manifest)
    {
        var signature = Small(entries, ArchiveNames.Signature, LargestSmallPart, ArchiveFaults.SignatureMissing, ArchiveFaults.SignatureWrong);
        if (Small(entries, ArchiveNames.PublicKey, LargestSmallPart, ArchiveFaults.KeyMissing, ArchiveFaults.KeyWrong) is not { } pem) return null;
        using var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(Encoding.UTF8.GetString(pem));
            var fingerprint = KeyFingerprint.Of(key);
            if (fingerprint != expected) _faults.Add(new(ArchiveFaults.KeyWrong, ArchiveNames.PublicKey));
            if (manifest is not null && signature is not null && !key.VerifyData(manifest, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence))
                _faults.Add(new(ArchiveFaults.SignatureWrong, ArchiveNames.Signature));
            return fingerprint;
        }
        catch (Exception thrown) when (IsOfTheFile(thrown))
        {
            _faults.Add(new(ArchiveFaults.KeyWrong, ArchiveNames.PublicKey));
            return null;
        }
    }

    private void CheckFiles(Dictionary<string, ZipArchiveEntry> entries, ArchiveManifest manifest, CancellationToken stop)
    {
        long total = 0;
        var listed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in manifest.Files)
        {
            stop.ThrowIfCancellationRequested();
            if (!listed.Add(file.Name)) _faults.Add(new(ArchiveFaults.FileTwice, file.Name));
            else if (!entries.TryGetValue(file.Name, out var entry) || entry.FullName != file.Name) _faults.Add(new(ArchiveFaults.FileMissing, file.Name));
            else if (file.Size < 0 || file.Size > _limits.MaxBytes - total) _faults.Add(new(ArchiveFaults.TooLarge, file.Name));
            else
            {
                total += file.Size;
                if (!IsAsListed(entry, file, stop)) _faults.Add(new(ArchiveFaults.FileAltered, file.Name));
            }
        }
        var exact = manifest.Files.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries.Values)
            if (!exact.Contains(entry.FullName) && !IsPart(entry.FullName))
                _faults.Add(new(ArchiveFaults.FileAdded, entry.FullName));
    }

    private static bool IsPart(string name) => name is ArchiveNames.Manifest or ArchiveNames.Signature or ArchiveNames.PublicKey;

    private static bool IsAsListed(ZipArchiveEntry entry, ArchivedFile file, CancellationToken stop)
    {
        try
        {
            // Other programs would ask for a password where this one reads on.
            if (entry.IsEncrypted) return false;
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using var content = entry.Open();
            var buffer = new byte[80 * 1024];
            long size = 0;
            for (int count; (count = content.Read(buffer)) > 0;)
            {
                stop.ThrowIfCancellationRequested();
                size += count;
                if (size > file.Size) return false; // a bomb is read no further than it was promised to be long
                hash.AppendData(buffer, 0, count);
            }
            return size == file.Size && Convert.ToHexStringLower(hash.GetHashAndReset()) == file.Sha256;
        }
        catch (Exception thrown) when (IsOfTheFile(thrown))
        {
            return false;
        }
    }

    private byte[]? Small(Dictionary<string, ZipArchiveEntry> entries, string name, int largest, string missing, string unreadable)
    {
        if (!entries.TryGetValue(name, out var entry) || entry.FullName != name)
        {
            _faults.Add(new(missing, name));
            return null;
        }
        try
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            var buffer = new byte[16 * 1024];
            for (int count; (count = content.Read(buffer)) > 0;)
            {
                bytes.Write(buffer, 0, count);
                if (bytes.Length > largest) throw new InvalidDataException();
            }
            return bytes.ToArray();
        }
        catch (Exception thrown) when (IsOfTheFile(thrown))
        {
            _faults.Add(new(unreadable, name));
            return null;
        }
    }

    private static bool IsOfTheFile(Exception thrown) => thrown is not (OutOfMemoryException or OperationCanceledException);
}
