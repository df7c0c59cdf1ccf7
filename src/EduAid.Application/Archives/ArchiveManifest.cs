using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EduAid.Application.Audit;
using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Archives;

/// <summary>What a file of a package is (二(二)9).</summary>
public enum ArchiveKind
{
    Roster = 1,
    Notice,
    Approval,
    BankFile,
    BankReturn,
    Voucher,

    /// <summary>What each entry was computed from, as data.</summary>
    Explanation,

    /// <summary>A scan or other document that people added.</summary>
    Document,
    Cover,
}

/// <summary>Where the county's audit chain stood when a package was made.</summary>
/// <param name="Mac">In hex.</param>
public sealed record AuditPosition(long Number, int Epoch, string Mac)
{
    public static async Task<AuditPosition> ReadAsync(EduAidDbContext db, CancellationToken stop)
    {
        AuditHead head = await db.AuditHeads.SingleAsync(h => h.County == db.CountyCode, stop);
        return new(head.Number, head.Epoch, Convert.ToHexString(head.Mac));
    }
}

/// <summary>What a package is about.</summary>
/// <param name="Semester">As in commands: 2020-spring.</param>
/// <param name="Programme">Code of the programme.</param>
public sealed record ArchiveSubject(
    string CountyCode, string County, string Semester, string Programme, DateTimeOffset MadeAt, string MadeBy, AuditPosition Audit);

/// <param name="Name">With / between folders.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">In lower-case hex.</param>
public sealed record ArchivedFile(string Name, ArchiveKind Kind, long Size, string Sha256);

/// <summary>manifest.json, over whose very bytes the signature stands.</summary>
public sealed record ArchiveManifest(string Format, ArchiveSubject Subject, IReadOnlyList<ArchivedFile> Files)
{
    public const string ThisFormat = "eduaid-archive/1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Null where the bytes are no manifest of this format.</summary>
    public static ArchiveManifest? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize<ArchiveManifest>(bytes, Json);
            return manifest is { Format: ThisFormat } && manifest.Files.All(f => f is not null) ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
