using System.Security.Cryptography;
using System.Text;
using EduAid.Application.Storage.Protection;

namespace EduAid.Application.Storage;

/// <summary>Original files that people sent, kept encrypted in the data folder under keys of their own; a file name never becomes a path.</summary>
public sealed class StoredFiles(DataFolder folder, KeyRing keys)
{
    private const int NonceLength = 12, TagLength = 16;

    public async Task SaveAsync(Guid key, byte[] content, CancellationToken stop)
    {
        uint used;
        do
        {
            used = keys.Current;
            var sealed_ = Seal(key, content, used);
            stop.ThrowIfCancellationRequested();
            await Task.Run(() => DataFolder.WriteOwnerOnly(PathOf(key), sealed_), stop);
        }
        // A rotation that began meanwhile may have counted this file's key as unused.
        while (used != keys.Current);
    }

    /// <summary>Null where the file is no longer kept.</summary>
    public async Task<byte[]?> ReadAsync(Guid key, CancellationToken stop)
    {
        if (!File.Exists(PathOf(key))) return null;
        var sealed_ = await File.ReadAllBytesAsync(PathOf(key), stop);
        var content = new byte[sealed_.Length - 4 - NonceLength - TagLength];
        using var cipher = new AesGcm(keys.Field(BitConverter.ToUInt32(sealed_)), TagLength);
        cipher.Decrypt(
            sealed_.AsSpan(4, NonceLength), sealed_.AsSpan(4 + NonceLength, content.Length), sealed_.AsSpan(4 + NonceLength + content.Length),
            content, Encoding.UTF8.GetBytes(Places.StoredFile(key)));
        return content;
    }

    public void Delete(Guid key) => File.Delete(PathOf(key));

    /// <summary>The kept files, by name.</summary>
    internal IReadOnlyList<Guid> All() =>
        [.. Directory.EnumerateFiles(folder.Files, "*.bin").Select(f => Guid.TryParse(Path.GetFileNameWithoutExtension(f), out var key) ? key : default).Where(k => k != default)];

    /// <summary>The key under which a file lies; null where it is no longer kept.</summary>
    internal uint? KeyOf(Guid key)
    {
        try
        {
            using var file = File.OpenRead(PathOf(key));
            var id = new byte[4];
            return file.ReadAtLeast(id, 4, throwOnEndOfStream: false) == 4 ? BitConverter.ToUInt32(id) : 0;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Encrypts a file anew under the current key; false where it lay under that already, or is no longer kept.</summary>
    internal async Task<bool> ReencryptAsync(Guid key, CancellationToken stop)
    {
        if (KeyOf(key) is not { } used || used == keys.Current) return false;
        if (await ReadAsync(key, stop) is not { } content) return false;
        await SaveAsync(key, content, stop);
        return true;
    }

    private byte[] Seal(Guid key, byte[] content, uint under)
    {
        var sealed_ = new byte[4 + NonceLength + content.Length + TagLength];
        BitConverter.TryWriteBytes(sealed_, under);
        RandomNumberGenerator.Fill(sealed_.AsSpan(4, NonceLength));
        using var cipher = new AesGcm(keys.Field(under), TagLength);
        cipher.Encrypt(
            sealed_.AsSpan(4, NonceLength), content, sealed_.AsSpan(4 + NonceLength, content.Length),
            sealed_.AsSpan(4 + NonceLength + content.Length), Encoding.UTF8.GetBytes(Places.StoredFile(key)));
        return sealed_;
    }

    private string PathOf(Guid key) => Path.Combine(folder.Files, $"{key:N}.bin");
}
