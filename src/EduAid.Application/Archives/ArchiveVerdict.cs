namespace EduAid.Application.Archives;

/// <summary>What is wrong with a package; stable codes with words in <c>Terms.resx</c> under <c>Archive.</c></summary>
public static class ArchiveFaults
{
    public const string Unreadable = "package.unreadable";

    /// <summary>More unpacked bytes or entries than a package may have.</summary>
    public const string TooLarge = "package.too-large";

    /// <summary>A comment was written into the package.</summary>
    public const string CommentAdded = "comment.added";
    public const string ManifestMissing = "manifest.missing";
    public const string ManifestUnreadable = "manifest.unreadable";
    public const string SignatureMissing = "signature.missing";

    /// <summary>The manifest or its signature was altered.</summary>
    public const string SignatureWrong = "signature.wrong";
    public const string KeyMissing = "key.missing";

    /// <summary>Signed with another key than the one on the cover sheet: whoever made it made all of it.</summary>
    public const string KeyWrong = "key.wrong";
    public const string FileAltered = "file.altered";
    public const string FileMissing = "file.missing";
    public const string FileAdded = "file.added";

    /// <summary>Two entries of one name, of which programs unpack either.</summary>
    public const string FileTwice = "file.twice";

    /// <summary>A name that would be written outside the folder it is unpacked into.</summary>
    public const string NameUnsafe = "name.unsafe";

    public static IReadOnlyList<string> All { get; } =
    [
        Unreadable, TooLarge, CommentAdded, ManifestMissing, ManifestUnreadable, SignatureMissing, SignatureWrong, KeyMissing, KeyWrong,
        FileAltered, FileMissing, FileAdded, FileTwice, NameUnsafe,
    ];
}

/// <param name="Code">One of <see cref="ArchiveFaults"/>.</param>
/// <param name="Name">The file in question; null for the package as a whole.</param>
public sealed record ArchiveFault(string Code, string? Name = null);

/// <param name="Manifest">As it stands in the package, whether it may be believed or not.</param>
public sealed record ArchiveVerdict(ArchiveManifest? Manifest, KeyFingerprint? Key, IReadOnlyList<ArchiveFault> Faults)
{
    public bool Holds => Faults.Count == 0;
}

/// <summary>How much checking a package may ask of the machine.</summary>
public sealed record ArchiveLimits
{
    public int MaxEntries { get; init; } = 200_000;

    /// <summary>Bytes of all files together, unpacked.</summary>
    public long MaxBytes { get; init; } = 16L << 30;

    public int MaxManifestBytes { get; init; } = 64 << 20;
}
