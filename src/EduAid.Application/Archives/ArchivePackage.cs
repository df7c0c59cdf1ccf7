using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using EduAid.Application.Jobs;

namespace EduAid.Application.Archives;

/// <summary>A file that goes into a package; opened when its turn comes.</summary>
/// <param name="Name">As <see cref="ArchiveNames.IsSafe"/> wants it: <c>rosters/1001.xlsx</c>.</param>
public sealed record ArchiveFile(string Name, ArchiveKind Kind, Func<CancellationToken, Task<Stream>> OpenAsync)
{
    public static ArchiveFile Of(string name, ArchiveKind kind, byte[] content) =>
        new(name, kind, _ => Task.FromResult<Stream>(new MemoryStream(content, writable: false)));
}

/// <summary>
/// Writes an archive package: a ZIP of the files in the order of their names, a cover sheet, a manifest with size and SHA-256 of each,
/// its ECDSA signature (DER, so that openssl verifies it too) and the public key.
/// </summary>
public sealed class ArchivePackage(ArchiveKey key)
{
    // A zip's own times would say when it was written, which the manifest does.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="output">Need not be seekable; stays open.</param>
    /// <exception cref="ArgumentException">A name is unsafe, the package's own, or there twice.</exception>
    public async Task<(ArchiveManifest Manifest, KeyFingerprint Key)> WriteAsync(
        Stream output, ArchiveSubject subject, IEnumerable<ArchiveFile> files, CancellationToken stop, IProgress<JobStep>? progress = null)
    {
        var ordered = files.OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        Check(ordered);
        using var signing = key.Open();
        var fingerprint = KeyFingerprint.Of(signing);
        await using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        var written = new List<ArchivedFile>(ordered.Count + 1);
        foreach (var file in ordered)
        {
            progress?.Report(new(JobPhase.Packing, written.Count, ordered.Count));
            await using var content = await file.OpenAsync(stop);
            written.Add(await AddAsync(zip, file.Name, file.Kind, content, stop));
        }
        await using var cover = new MemoryStream(Encoding.UTF8.GetBytes(ArchiveCover.Html(subject, written, fingerprint)));
        written.Add(await AddAsync(zip, ArchiveNames.Cover, ArchiveKind.Cover, cover, stop));
        var manifest = new ArchiveManifest(ArchiveManifest.ThisFormat, subject, written);
        var bytes = manifest.ToBytes();
        await AddAsync(zip, ArchiveNames.Manifest, bytes, stop);
        await AddAsync(zip, ArchiveNames.Signature, signing.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence), stop);
        await AddAsync(zip, ArchiveNames.PublicKey, Encoding.ASCII.GetBytes(signing.ExportSubjectPublicKeyInfoPem() + "\n"), stop);
        return (manifest, fingerprint);
    }

    private static void Check(List<ArchiveFile> files)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            if (!ArchiveNames.IsSafe(file.Name) || ArchiveNames.IsReserved(file.Name)) throw new ArgumentException($"{file.Name} is no name of a file in a package.", nameof(files));
            if (!names.Add(file.Name)) throw new ArgumentException($"{file.Name} is there twice.", nameof(files));
        }
    }

    private static async Task AddAsync(ZipArchive zip, string name, byte[] content, CancellationToken stop)
    {
        await using var stream = new MemoryStream(content);
        await AddAsync(zip, name, ArchiveKind.Cover, stream, stop);
    }

    private static async Task<ArchivedFile> AddAsync(ZipArchive zip, string name, ArchiveKind kind, Stream content, CancellationToken stop)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var part = await entry.OpenAsync(stop);
        var buffer = new byte[80 * 1024];
        long size = 0;
        for (int count; (count = await content.ReadAsync(buffer, stop)) > 0; size += count)
        {
            hash.AppendData(buffer, 0, count);
            await part.WriteAsync(buffer.AsMemory(0, count), stop);
        }
        return new(name, kind, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
