using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using EduAid.Application.Archives;
using EduAid.Application.Storage;

namespace EduAid.Application.Tests.Archives;

/// <summary>Invented packages, and what somebody might do to one.</summary>
internal static class Packages
{
    public static readonly ArchiveSubject Subject = new(
        "341523", "示例县", "2020-spring", "compulsory-living", new(2020, 7, 1, 1, 30, 0, TimeSpan.Zero), "资助中心<甲>", new(412, 1, "A1B2C3"));

    public static readonly IReadOnlyList<ArchiveFile> Files =
    [
        ArchiveFile.Of("rosters/1002.xlsx", ArchiveKind.Roster, Encoding.UTF8.GetBytes("名册二")),
        ArchiveFile.Of("rosters/1001.xlsx", ArchiveKind.Roster, Encoding.UTF8.GetBytes("名册一")),
        ArchiveFile.Of("银行/PL0603.txt", ArchiveKind.BankFile, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("D|1|童一甲\n", 500)))),
        ArchiveFile.Of("vouchers/empty.pdf", ArchiveKind.Voucher, []),
    ];

    public static DataFolder Folder() => new(Directory.CreateTempSubdirectory("eduaid-archive-").FullName);

    public static async Task<(byte[] Zip, KeyFingerprint Key)> MakeAsync(DataFolder folder, IReadOnlyList<ArchiveFile>? files = null)
    {
        using var output = new MemoryStream();
        var (_, key) = await new ArchivePackage(new ArchiveKey(folder)).WriteAsync(output, Subject, files ?? Files, CancellationToken.None);
        return (output.ToArray(), key);
    }

    public static ArchiveVerdict Verify(byte[] zip, KeyFingerprint key, ArchiveLimits? limits = null) =>
        new ArchiveVerifier(key, limits).Verify(new MemoryStream(zip), CancellationToken.None);

    public static IReadOnlyList<(string Name, byte[] Content)> Entries(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return [.. archive.Entries.Select(e => (e.FullName, Read(e)))];
    }

    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> entries, string comment = "")
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            archive.Comment = comment;
            foreach (var (name, content) in entries)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(content);
            }
        }
        return output.ToArray();
    }

    /// <summary>The same package with one entry's content replaced.</summary>
    public static byte[] With(byte[] zip, string name, Func<byte[], byte[]> change) =>
        Zip(Entries(zip).Select(e => e.Name == name ? (e.Name, change(e.Content)) : e));

    public static byte[] Without(byte[] zip, string name) => Zip(Entries(zip).Where(e => e.Name != name));

    public static byte[] Adding(byte[] zip, string name, byte[] content) => Zip(Entries(zip).Append((name, content)));

    /// <summary>All of it made anew by somebody with a key of his own.</summary>
    public static byte[] Forge(byte[] zip, Func<string, string> manifest)
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var changed = Encoding.UTF8.GetBytes(manifest(Encoding.UTF8.GetString(Entries(zip).Single(e => e.Name == "manifest.json").Content)));
        return Zip(Entries(zip).Select(e => e.Name switch
        {
            "manifest.json" => (e.Name, changed),
            "manifest.sig" => (e.Name, own.SignData(changed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            "public-key.pem" => (e.Name, Encoding.ASCII.GetBytes(own.ExportSubjectPublicKeyInfoPem())),
            _ => e,
        }));
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
