using System.Security.Cryptography;
using System.Text;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Audit;

/// <param name="Events">Events that hold, up to the first broken one.</param>
/// <param name="BrokenAt">Number of the first broken record; null where the chain holds.</param>
/// <param name="Subject">What was changed behind the trail's back, where the trail itself holds: kind and key.</param>
public sealed record AuditVerdict(long Events, long? BrokenAt, string? What, string? Subject = null)
{
    public bool Holds => BrokenAt is null;
}

/// <summary>
/// Walks a county's audit chain and names the first broken record. Where the chain holds, the rows that its events have sealed are
/// compared with what was sealed.
/// </summary>
public sealed class VerifyAudit(EduAidDbContext db, EntryDigest digests, KeyRing keys, DataFolder folder)
{
    /// <param name="anchor">A head given out before, which the chain must still contain.</param>
    public async Task<AuditVerdict> RunAsync(CancellationToken stop, AuditAnchor? anchor = null)
    {
        var county = db.CountyCode;
        if (anchor is not null && (anchor.County != county || !anchor.IsGenuine(keys.Audit))) return new(0, anchor.Number, "anchor.foreign");
        var head = await db.AuditHeads.SingleOrDefaultAsync(h => h.County == county, stop);
        if (head is null) return new(0, 0, "head.missing");
        var copy = AuditTrail.ReadCopy(folder, county);
        var marks = new Dictionary<string, (long Number, byte[] Digest)>(StringComparer.Ordinal);
        var (previous, expected) = (Genesis(keys.Audit, county), 1L);
        var chain = from audit in db.AuditEvents
                    join detail in db.AuditDetails on audit.Number equals detail.Number into details
                    from detail in details.DefaultIfEmpty()
                    orderby audit.Number
                    select new { audit, HasDetail = detail != null, Json = detail == null ? null : detail.Json };
        await foreach (var link in chain.AsAsyncEnumerable().WithCancellation(stop))
        {
            if (link.audit.Number != expected) return new(expected - 1, expected, "event.missing");
            if (!CryptographicOperations.FixedTimeEquals(AuditTrail.Mac(keys.Audit, link.audit, previous), link.audit.Mac))
                return new(expected - 1, expected, "event.altered");
            if (!link.HasDetail) return new(expected - 1, expected, "detail.missing");
            // Details may lawfully be erased (null); what is still there must be what was written.
            if (link.Json is { } json && !SHA256.HashData(Encoding.UTF8.GetBytes(json)).AsSpan().SequenceEqual(link.audit.DetailHash))
                return new(expected - 1, expected, "detail.altered");
            // Cut off and grown again: the copy outside the database remembers another event of this number.
            if (copy?.Number == expected && copy.Epoch == head.Epoch && !copy.MacBytes.AsSpan().SequenceEqual(link.audit.Mac))
                return new(expected - 1, expected, "end.cut-off");
            if (anchor?.Number == expected && anchor.Mac != Convert.ToHexString(link.audit.Mac)) return new(expected - 1, expected, "anchor.missing");
            if (link.audit.Digest is { } digest) marks[link.audit.Subject] = (expected, digest);
            (previous, expected) = (link.audit.Mac, expected + 1);
        }
        var count = expected - 1;
        if (head.Number != count || !head.Mac.AsSpan().SequenceEqual(previous)) return new(count, count + 1, "end.cut-off");
        if (copy is not null && copy.Epoch == head.Epoch && copy.Number > count) return new(count, count + 1, "end.cut-off");
        if (anchor?.Number > count) return new(count, count + 1, "anchor.missing");
        if (await digests.FirstBrokenAsync(marks, stop) is { } changed) return new(count, changed.Number, "rows.altered", changed.Subject);
        return new(count, null, null);
    }

    /// <summary>What the first event is chained to.</summary>
    public static byte[] Genesis(byte[] key, string county) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"genesis:{county}"));
}
