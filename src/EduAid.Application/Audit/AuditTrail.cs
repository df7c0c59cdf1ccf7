using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EduAid.Application.Accounts;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Audit;

/// <summary>Who does something, in which role and from where.</summary>
public sealed record Actor(string Name, string Role, string Origin)
{
    /// <summary>The role as an account holds it; null for the command line and the system.</summary>
    internal Role? Held => Enum.TryParse<Role>(Role, out var role) && Enum.IsDefined(role) ? role : null;
}

/// <summary>
/// Writes a county's audit chain: each event's MAC covers the one before, with a key outside the database.
/// The head is read and locked last in a transaction and copied outside the database after it, so that truncation shows.
/// </summary>
public sealed class AuditTrail(EduAidDbContext db, KeyRing keys, DataFolder folder, TimeProvider time)
{
    // An event that seals or releases rows has one field more, and a version of its own: dropping the digest does not turn it into the other.
    private const byte Version = 1, VersionWithDigest = 2;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<(Actor Actor, string Action, string Subject, byte[]? Digest, string Json)> _pending = [];

    /// <param name="action">Stable code, <c>subject.verb</c>.</param>
    /// <param name="subject">Kind and key of what it concerns.</param>
    /// <param name="details">What happened, protected fields masked.</param>
    public void Record(Actor actor, string action, string subject, object details) =>
        _pending.Add((actor, action, subject, null, JsonSerializer.Serialize(details, Json)));

    /// <summary>An event that seals the rows of its subject, or releases them.</summary>
    public void Record(Actor actor, string action, DigestMark mark, object details) =>
        _pending.Add((actor, action, mark.ToString(), mark.Digest, JsonSerializer.Serialize(details, Json)));

    /// <summary>Appends what was recorded; to be called last in the transaction that made the changes.</summary>
    public async Task SealAsync(CancellationToken stop)
    {
        if (_pending.Count == 0) return;
        var county = db.CountyCode;
        // Taking the row for writing before reading it makes writers wait for each other on every database.
        await db.AuditHeads.Where(h => h.County == county).ExecuteUpdateAsync(s => s.SetProperty(h => h.Epoch, h => h.Epoch), stop);
        var head = await db.AuditHeads.AsTracking().SingleAsync(h => h.County == county, stop);
        foreach (var (actor, action, subject, digest, json) in _pending)
        {
            var unsealed = new AuditEvent
            {
                County = county,
                Number = head.Number + 1,
                Epoch = head.Epoch,
                At = Microseconds(time.GetUtcNow()),
                Actor = actor.Name,
                Role = actor.Role,
                Origin = actor.Origin,
                Action = action,
                Subject = subject,
                DetailHash = SHA256.HashData(Encoding.UTF8.GetBytes(json)),
                Digest = digest,
                Mac = [],
            };
            var audit = WithMac(unsealed, Mac(keys.Audit, unsealed, head.Mac));
            db.AuditEvents.Add(audit);
            db.AuditDetails.Add(new AuditDetail { County = county, Number = audit.Number, Json = json });
            (head.Number, head.Mac) = (audit.Number, audit.Mac);
        }
        await db.SaveChangesAsync(stop);
        _pending.Clear();
    }

    /// <summary>Forgets what was recorded and not sealed: the change has failed.</summary>
    public void Discard() => _pending.Clear();

    /// <summary>Copies the head outside the database; to be called after the transaction.</summary>
    public async Task CopyHeadAsync(CancellationToken stop)
    {
        var head = await db.AuditHeads.SingleAsync(h => h.County == db.CountyCode, stop);
        // A chain that was cut off and has grown again must not wipe out the proof of it: the copy that contradicts it stays.
        if (ReadCopy(folder, head.County) is { } before && before.Epoch == head.Epoch && before.Number > 0
            && !await db.AuditEvents.IgnoreQueryFilters([EduAidDbContext.CountyFilter])
                .AnyAsync(e => e.County == head.County && e.Number == before.Number && e.Mac == before.MacBytes, stop)) return;
        var copy = JsonSerializer.SerializeToUtf8Bytes(new HeadCopy(head.County, head.Epoch, head.Number, Convert.ToHexString(head.Mac)), Json);
        DataFolder.WriteOwnerOnly(HeadFile(folder, head.County), copy);
    }

    public static string HeadFile(DataFolder folder, string county) => Path.Combine(folder.Audit, $"head-{county}.json");

    internal static HeadCopy? ReadCopy(DataFolder folder, string county)
    {
        var file = HeadFile(folder, county);
        return File.Exists(file) ? JsonSerializer.Deserialize<HeadCopy>(File.ReadAllBytes(file), Json) : null;
    }

    /// <summary>The MAC that an event must have after the one before: over a version and length-prefixed fields, so that nothing can slide from one into the next.</summary>
    public static byte[] Mac(byte[] key, AuditEvent audit, byte[] previous)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Span<byte> number = stackalloc byte[8];
        mac.AppendData([audit.Digest is null ? Version : VersionWithDigest]);
        foreach (var text in (ReadOnlySpan<string>)[audit.County, audit.Actor, audit.Role, audit.Origin, audit.Action, audit.Subject])
            Append(Encoding.UTF8.GetBytes(text), mac);
        foreach (var value in (ReadOnlySpan<long>)[audit.Epoch, audit.Number, audit.At.UtcTicks / 10])
        {
            BinaryPrimitives.WriteInt64BigEndian(number, value);
            mac.AppendData(number);
        }
        Append(audit.DetailHash, mac);
        Append(previous, mac);
        if (audit.Digest is { } digest) Append(digest, mac);
        return mac.GetHashAndReset();

        static void Append(byte[] bytes, IncrementalHash mac)
        {
            Span<byte> length = stackalloc byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            mac.AppendData(length);
            mac.AppendData(bytes);
        }
    }

    private static DateTimeOffset Microseconds(DateTimeOffset at) => new(at.UtcTicks / 10 * 10, TimeSpan.Zero);

    private static AuditEvent WithMac(AuditEvent audit, byte[] mac) => new()
    {
        County = audit.County,
        Number = audit.Number,
        Epoch = audit.Epoch,
        At = audit.At,
        Actor = audit.Actor,
        Role = audit.Role,
        Origin = audit.Origin,
        Action = audit.Action,
        Subject = audit.Subject,
        DetailHash = audit.DetailHash,
        Digest = audit.Digest,
        Mac = mac,
    };

    internal sealed record HeadCopy(string County, int Epoch, long Number, string Mac)
    {
        [JsonIgnore]
        public byte[] MacBytes => Convert.FromHexString(Mac);
    }
}
