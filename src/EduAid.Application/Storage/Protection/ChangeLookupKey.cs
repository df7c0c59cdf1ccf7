using System.Security.Cryptography;
using EduAid.Application.Audit;
using EduAid.Application.People;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Storage.Protection;

/// <summary>
/// Changes the key of the lookup hashes and computes them all anew, in one transaction, while nothing else runs: between two keys nobody would
/// be found, and the same person could be stored twice. Cut short, it is brought to its end by running it again.
/// </summary>
public sealed class ChangeLookupKey(EduAidDbContext db, FieldCipher cipher, KeyRing keys, Work work, AuditTrail trail)
{
    private const string IdKind = "citizen-id", LastFourKind = "citizen-id.last-four";

    /// <summary>To be called by who holds the data folder alone (<see cref="FolderLock.TryUseAlone"/>). Returns how many numbers were hashed anew.</summary>
    public async Task<int> RunAsync(Actor actor, CancellationToken stop)
    {
        // The new key is on the disk before any hash needs it: of the two keys in the file one always fits the database.
        keys.Change(f => f.WithNextLookup());
        var done = await AlreadyChangedAsync(stop);
        if (done == 0) done = await work.ChangeAsync(() => RehashAsync(actor, stop), stop);
        keys.Change(f => f.WithLookupChanged());
        return done;
    }

    // Committed, but stopped before the key file was put right.
    private async Task<int> AlreadyChangedAsync(CancellationToken stop)
    {
        if (await db.PersonIdNumbers.IgnoreQueryFilters().FirstOrDefaultAsync(stop) is not { } any) return 0;
        var changed = Matches(any, keys.NextLookup!);
        if (!changed && !Matches(any, keys.LookupBefore)) throw new CryptographicException("Neither lookup key fits the database.");
        return changed ? await db.PersonIdNumbers.IgnoreQueryFilters().CountAsync(stop) : 0;
    }

    private bool Matches(PersonIdNumber number, byte[] lookup) =>
        FieldCipher.Hash(lookup, IdKind, number.County, Open(number)).AsSpan().SequenceEqual(number.NumberHash);

    private async Task<int> RehashAsync(Actor actor, CancellationToken stop)
    {
        var lookup = keys.NextLookup!;
        var numbers = await db.PersonIdNumbers.IgnoreQueryFilters().ToListAsync(stop);
        foreach (var number in numbers)
        {
            var (clear, before) = (Open(number), number.NumberHash);
            var hash = FieldCipher.Hash(lookup, IdKind, number.County, clear);
            var lastFour = FieldCipher.Hash(lookup, LastFourKind, number.County, CitizenId.FromStored(clear).LastFour);
            var moved = cipher.Encrypt(clear, Places.PersonNumber(number.County, hash));
            await db.PersonIdNumbers.IgnoreQueryFilters().Where(n => n.County == number.County && n.NumberHash == before).ExecuteUpdateAsync(
                s => s.SetProperty(n => n.NumberHash, hash).SetProperty(n => n.LastFourHash, lastFour).SetProperty(n => n.NumberCipher, moved), stop);
        }
        foreach (var table in ProtectedColumns.All) await table.RehashAsync(db, cipher, lookup, stop);
        trail.Record(actor, "keys.change-lookup", "keys", new { Numbers = numbers.Count });
        return numbers.Count;
    }

    private string Open(PersonIdNumber number) => cipher.Decrypt(number.NumberCipher, Places.PersonNumber(number.County, number.NumberHash));
}
