using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Audit;

/// <summary>
/// The head of a chain at one moment, kept away from the installation on paper or in an archive: whatever is done to database and data folder
/// later, the chain must still contain it.
/// </summary>
/// <param name="Mac">MAC of the last event, hexadecimal.</param>
/// <param name="Signature">MAC over the other fields with the audit key, hexadecimal: nobody makes up an anchor.</param>
public sealed record AuditAnchor(string County, int Epoch, long Number, string Mac, DateTimeOffset At, string Signature)
{
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web);

    /// <summary>Null where the file is no anchor.</summary>
    public static AuditAnchor? Read(ReadOnlySpan<byte> file)
    {
        try
        {
            var anchor = JsonSerializer.Deserialize<AuditAnchor>(file, JsonSerializerOptions.Web);
            return anchor is { County: not null, Mac: not null, Signature: not null } ? anchor : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static AuditAnchor Sign(byte[] key, AuditHead head, DateTimeOffset at)
    {
        var unsigned = new AuditAnchor(head.County, head.Epoch, head.Number, Convert.ToHexString(head.Mac), at, "");
        return unsigned with { Signature = unsigned.SignatureWith(key) };
    }

    /// <summary>Whether this installation made it.</summary>
    internal bool IsGenuine(byte[] key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Signature), Encoding.ASCII.GetBytes(SignatureWith(key)));

    private string SignatureWith(byte[] key) => Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"anchor:{County.Length}:{County}:{Epoch}:{Number}:{Mac.Length}:{Mac}:{At.UtcTicks}"))));
}

/// <summary>Gives out the present head of the chain; being given out is the event that it ends with.</summary>
public sealed class MakeAnchor(EduAidDbContext db, CountyScope scope, Work work, KeyRing keys, TimeProvider time)
{
    public Task<AuditAnchor> RunAsync(Actor actor, CancellationToken stop) => scope.RunAsync(async () =>
    {
        await work.RecordAsync(actor, "audit.anchor", "audit", new { }, stop);
        return AuditAnchor.Sign(keys.Audit, await db.AuditHeads.SingleAsync(stop), time.GetUtcNow());
    });
}
