using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;

namespace EduAid.Spreadsheets.Intake;

/// <summary>Tells whether two rows mean the same.</summary>
public static class RowDigest
{
    /// <summary>Of a typed row's values: as JSON, which is the same in every culture.</summary>
    public static UInt128 Of<T>(T value)
        where T : class => OfBytes(JsonSerializer.SerializeToUtf8Bytes(value));

    internal static UInt128 OfBytes(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
