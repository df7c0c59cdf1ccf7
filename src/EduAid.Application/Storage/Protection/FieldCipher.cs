using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EduAid.Application.Storage.Protection;

/// <summary>
/// Encrypts protected fields (AES-256-GCM, random nonce) and hashes them for lookup (HMAC-SHA-256 with a key of its own).
/// A ciphertext is bound to its table, column and row, so that it cannot be moved. One instance serves one unit of work.
/// </summary>
public sealed class FieldCipher(KeyRing keys) : IDisposable
{
    private const byte Format = 1;
    private const int NonceLength = 12, TagLength = 16, Overhead = 1 + 4 + NonceLength + TagLength;

    private readonly Dictionary<uint, AesGcm> _ciphers = [];

    /// <param name="place">Table, column and row key; the same must be given to <see cref="Decrypt"/>.</param>
    public byte[] Encrypt(string text, string place)
    {
        var (clear, key) = (Encoding.UTF8.GetBytes(text), keys.Current);
        var sealed_ = new byte[clear.Length + Overhead];
        sealed_[0] = Format;
        BinaryPrimitives.WriteUInt32BigEndian(sealed_.AsSpan(1), key);
        var nonce = sealed_.AsSpan(5, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        Cipher(key).Encrypt(
            nonce, clear, sealed_.AsSpan(5 + NonceLength, clear.Length), sealed_.AsSpan(5 + NonceLength + clear.Length, TagLength),
            Encoding.UTF8.GetBytes(place));
        return sealed_;
    }

    /// <exception cref="CryptographicException">The value was altered, moved from another place, or its key is missing.</exception>
    public string Decrypt(ReadOnlySpan<byte> value, string place)
    {
        if (value.Length < Overhead || value[0] != Format) throw new CryptographicException("The value is no encrypted field.");
        var length = value.Length - Overhead;
        var clear = new byte[length];
        Cipher(BinaryPrimitives.ReadUInt32BigEndian(value[1..])).Decrypt(
            value.Slice(5, NonceLength), value.Slice(5 + NonceLength, length), value.Slice(5 + NonceLength + length, TagLength), clear,
            Encoding.UTF8.GetBytes(place));
        return Encoding.UTF8.GetString(clear);
    }

    /// <summary>The key under which a value stands; 0 where it is none of ours.</summary>
    internal static uint KeyOf(ReadOnlySpan<byte> value) => value.Length < Overhead ? 0 : BinaryPrimitives.ReadUInt32BigEndian(value[1..]);

    /// <summary>The lookup hash of a value of one kind within one county.</summary>
    public byte[] Hash(string kind, string county, string value) => Hash(keys.Lookup, kind, county, value);

    internal static byte[] Hash(byte[] lookup, string kind, string county, string value) =>
        HMACSHA256.HashData(lookup, Encoding.UTF8.GetBytes($"{kind}\0{county}\0{value}"));

    /// <summary>The stored form of a row's content digest: without the key it gives nothing away by trying values.</summary>
    public byte[] Hash(UInt128 content)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, content);
        return HMACSHA256.HashData(keys.Content, bytes);
    }

    public void Dispose()
    {
        foreach (var cipher in _ciphers.Values) cipher.Dispose();
    }

    private AesGcm Cipher(uint key)
    {
        if (!_ciphers.TryGetValue(key, out var cipher)) _ciphers[key] = cipher = new AesGcm(keys.Field(key), TagLength);
        return cipher;
    }
}
