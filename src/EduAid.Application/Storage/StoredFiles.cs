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
        var sealed_ = new byte[4 + NonceLength + content.Length + TagLength];
        BitConverter.TryWriteBytes(sealed_, keys.Current);
        RandomNumberGenerator.Fill(sealed_.AsSpan(4, NonceLength));
        using (var cipher = new AesGcm(keys.Field(keys.Current), TagLength))
        {
            cipher.Encrypt(
                sealed_.AsSpan(4, NonceLength), content, sealed_.AsSpan(4 + NonceLength, content.Length),
                sealed_.AsSpan(4 + NonceLength + content.Length), Encoding.UTF8.GetBytes(Places.StoredFile(key)));
        }
        stop.ThrowIfCancellationRequested();
        await Task.Run(() => DataFolder.WriteOwnerOnly(PathOf(key), sealed_), stop);
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

    private string PathOf(Guid key) => Path.Combine(folder.Files, $"{key:N}.bin");
}
