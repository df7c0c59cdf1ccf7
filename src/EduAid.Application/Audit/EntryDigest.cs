using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Audit;

/// <summary>One amount that was confirmed, approved or sent: who, to which payee and account, how much.</summary>
/// <param name="Payee">The payee's kind as a number of its enumeration.</param>
/// <param name="Account">The account in full, or empty; it goes into the digest only.</param>
/// <param name="Fen">Whole fen.</param>
public sealed record DigestLine(Guid Entry, Guid Person, int Payee, string Account, long Fen)
{
    /// <summary>Stands for an account whose ciphertext was altered or moved.</summary>
    public const string Unreadable = "\0";
}

/// <summary>What an event says of the rows of its subject: with these it was sealed, or from here on they may change again.</summary>
/// <param name="Digest">32 bytes; none where the rows are released.</param>
public sealed record DigestMark(string Kind, Guid Subject, byte[] Digest)
{
    /// <summary>For an event that sends something back: its rows may change until they are sealed anew.</summary>
    public static DigestMark Released(string kind, Guid subject) => new(kind, subject, []);

    /// <summary>The event's subject.</summary>
    public override string ToString() => Name(Kind, Subject);

    internal static string Name(string kind, Guid subject) => $"{kind}:{subject}";

    internal static (string Kind, Guid Subject)? Read(string subject) =>
        subject.Split(':', 2) is [var kind, var id] && Guid.TryParse(id, out var key) ? (kind, key) : null;
}

/// <summary>The rows of one kind of subject, such as a roster, as they stand in the database now. Each kind that is sealed registers one.</summary>
public abstract class DigestedRows
{
    /// <summary>First part of the event's subject, such as <c>roster</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The lines of each subject in any order, whatever the scope; a subject that is gone has none.</summary>
    public abstract Task<ILookup<Guid, DigestLine>> ReadAsync(IReadOnlyCollection<Guid> subjects, CancellationToken stop);
}

/// <summary>
/// Digests of what was confirmed, approved and batched: recorded with the event, covered by its MAC, and computed again by every later
/// step and by <see cref="VerifyAudit"/>, so that a row changed behind the product's back is found.
/// </summary>
public sealed class EntryDigest(EduAidDbContext db, IEnumerable<DigestedRows> kinds, KeyRing keys)
{
    private const byte Version = 1;
    private const int Chunk = 50;

    /// <summary>The digest of a subject's present rows, to be recorded with the event that seals them.</summary>
    public async Task<DigestMark> OfAsync(string kind, Guid subject, CancellationToken stop) =>
        new(kind, subject, (await ComputeAsync(kind, [subject], stop))[subject]);

    /// <summary>Whether a sealed subject's rows are still those of its last event; false also where it was never sealed, or was released.</summary>
    public async Task<bool> HoldsAsync(string kind, Guid subject, CancellationToken stop)
    {
        var name = DigestMark.Name(kind, subject);
        var last = await LatestAsync(name, stop);
        if (last is not { Length: > 0 }) return false;
        var now = await ComputeAsync(kind, [subject], stop);
        return last.AsSpan().SequenceEqual(now[subject]);
    }

    /// <summary>The first of many sealed subjects whose rows are no longer those that were sealed; null where all are.</summary>
    /// <param name="sealed_">Number of the event and digest, by subject.</param>
    internal async Task<(string Subject, long Number)?> FirstBrokenAsync(
        IReadOnlyDictionary<string, (long Number, byte[] Digest)> sealed_, CancellationToken stop)
    {
        var known = kinds.Select(k => k.Kind).ToHashSet(StringComparer.Ordinal);
        var subjects = sealed_.Where(s => s.Value.Digest.Length > 0).Select(s => (s.Key, s.Value.Number, s.Value.Digest, Name: DigestMark.Read(s.Key)))
            .Where(s => s.Name is { } name && known.Contains(name.Kind)).ToList();
        (string Subject, long Number)? first = null;
        foreach (var chunk in subjects.GroupBy(s => s.Name!.Value.Kind).SelectMany(g => g.Chunk(Chunk)))
        {
            var now = await ComputeAsync(chunk[0].Name!.Value.Kind, [.. chunk.Select(s => s.Name!.Value.Subject)], stop);
            foreach (var (subject, number, digest, name) in chunk)
            {
                if (digest.AsSpan().SequenceEqual(now[name!.Value.Subject]) || number > first?.Number) continue;
                // Sealed anew or sent back while the trail was read: the rows are then not those of this event any more.
                if (await LatestAsync(subject, stop) is { } latest && !latest.AsSpan().SequenceEqual(digest)) continue;
                first = (subject, number);
            }
        }
        return first;
    }

    /// <summary>What is sealed now: by subject the last event that sealed it, where no later one has released it.</summary>
    internal async Task<IReadOnlyDictionary<string, (long Number, byte[] Digest)>> SealedAsync(CancellationToken stop)
    {
        var marks = new Dictionary<string, (long, byte[])>(StringComparer.Ordinal);
        var events = db.AuditEvents.Where(e => e.Digest != null).OrderBy(e => e.Number).Select(e => new { e.Subject, e.Number, e.Digest });
        await foreach (var mark in events.AsAsyncEnumerable().WithCancellation(stop)) marks[mark.Subject] = (mark.Number, mark.Digest!);
        return marks.Where(m => m.Value.Item2.Length > 0).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>New digests of those sealed subjects whose rows the product itself has just changed.</summary>
    internal async Task<IReadOnlyList<DigestMark>> ChangedAsync(IReadOnlyDictionary<string, (long Number, byte[] Digest)> sealed_, CancellationToken stop)
    {
        var marks = new List<DigestMark>();
        foreach (var (subject, (_, digest)) in sealed_)
        {
            if (DigestMark.Read(subject) is not { } name || kinds.All(k => k.Kind != name.Kind)) continue;
            var now = await OfAsync(name.Kind, name.Subject, stop);
            if (!now.Digest.AsSpan().SequenceEqual(digest)) marks.Add(now);
        }
        return marks;
    }

    private Task<byte[]?> LatestAsync(string subject, CancellationToken stop)
    {
        // The trail is hidden from a school; that its own rows are still what was signed is not.
        var county = db.CountyCode;
        return db.AuditEvents.IgnoreQueryFilters([EduAidDbContext.CountyFilter]).Where(e => e.County == county && e.Subject == subject && e.Digest != null)
            .OrderByDescending(e => e.Number).Select(e => e.Digest).FirstOrDefaultAsync(stop);
    }

    private async Task<Dictionary<Guid, byte[]>> ComputeAsync(string kind, IReadOnlyCollection<Guid> subjects, CancellationToken stop)
    {
        var lines = await kinds.Single(k => k.Kind == kind).ReadAsync(subjects, stop);
        return subjects.Distinct().ToDictionary(s => s, s => Compute(keys.Audit, db.CountyCode, kind, s, lines[s]));
    }

    /// <summary>A MAC over the version, the subject and the lines in the order of their keys, every field of variable length preceded by its length.</summary>
    public static byte[] Compute(byte[] key, string county, string kind, Guid subject, IEnumerable<DigestLine> lines)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        mac.AppendData([Version]);
        foreach (var text in (ReadOnlySpan<string>)["digest", county, kind]) Text(text);
        mac.AppendData(subject.ToByteArray(bigEndian: true));
        foreach (var line in lines.OrderBy(l => l.Entry))
        {
            mac.AppendData(line.Entry.ToByteArray(bigEndian: true));
            mac.AppendData(line.Person.ToByteArray(bigEndian: true));
            Number(line.Payee);
            Text(line.Account);
            Number(line.Fen);
        }
        return mac.GetHashAndReset();

        void Text(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Number(bytes.Length);
            mac.AppendData(bytes);
        }

        void Number(long number)
        {
            Span<byte> bytes = stackalloc byte[8];
            BinaryPrimitives.WriteInt64BigEndian(bytes, number);
            mac.AppendData(bytes);
        }
    }
}
