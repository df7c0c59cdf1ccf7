using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;

namespace EduAid.Application.Ledgers;

/// <summary>A workbook that was checked and waits to be taken in.</summary>
public sealed record CheckedFile(string Name, byte[] Content);

/// <summary>
/// Keeps a checked workbook for half an hour in memory, under a key that only who sent it knows, so that it need not be sent again to be taken
/// in. Nothing of it is written to a disk.
/// </summary>
public sealed class CheckedFiles : IDisposable
{
    private const long BytesKept = 200L * 1024 * 1024;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private readonly MemoryCache _shelf = new(new MemoryCacheOptions { SizeLimit = BytesKept });

    /// <param name="ledger">Of which ledger the workbook is.</param>
    public string Put(string county, string user, string ledger, CheckedFile file)
    {
        var key = RandomNumberGenerator.GetHexString(32, lowercase: true);
        _shelf.Set((county, user, ledger, key), file, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Kept, Size = file.Content.Length + 1 });
        return key;
    }

    /// <summary>Null where it is kept no longer, or somebody else's.</summary>
    public CheckedFile? Find(string county, string user, string ledger, string? key) => _shelf.Get<CheckedFile>((county, user, ledger, key ?? ""));

    public void Remove(string county, string user, string ledger, string key) => _shelf.Remove((county, user, ledger, key));

    public void Dispose() => _shelf.Dispose();
}
