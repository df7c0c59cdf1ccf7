using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EduAid.Domain.Values;

namespace EduAid.Spreadsheets.Banking;

/// <summary>
/// A line's fingerprint of payee, account and amount: HMAC-SHA-256 over length-prefixed fields, its first 60 bits as 15 letters.
/// It is keyed, so that whoever exchanges an account on the way cannot make the fingerprint that goes with it; and letters
/// alone, because a spreadsheet program takes digits around an E for a number. The name is folded as names are compared.
/// </summary>
public static class LineFingerprint
{
    public const int Length = 15;

    /// <param name="key">Of the installation, at least 16 bytes; the same for ever, or old returns no longer match.</param>
    public static string Of(ReadOnlySpan<byte> key, string payee, string account, long fen)
    {
        if (key.Length < 16) throw new ArgumentException("A fingerprint key has at least 16 bytes.", nameof(key));
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Letters.Append(mac, "eduaid bank line 1", PersonName.FoldName(payee), Text.Fold(account), fen.ToString(CultureInfo.InvariantCulture));
        return Letters.Of(mac.GetHashAndReset(), Length);
    }
}

/// <summary>
/// The checksum that a file carries: SHA-256 over batch, count, sum and each line's sequence, payee, account and fen, length-prefixed
/// in UTF-8, its first 64 bits as 16 letters. Over what the file says, not over its bytes, so that it holds in a workbook too.
/// </summary>
public static class FileChecksum
{
    public const int Length = 16;

    public static string Of(string batch, IReadOnlyCollection<BankFileLine> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Letters.Append(hash, "eduaid bank file 1", batch, Number(lines.Count), Number(lines.Sum(l => l.Fen)));
        foreach (var line in lines) Letters.Append(hash, Number(line.Sequence), line.Payee, line.Account, Number(line.Fen));
        return Letters.Of(hash.GetHashAndReset(), Length);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

internal static class Letters
{
    // No vowels, so no words, and no letter that is misread.
    private const string Alphabet = "BCDFGHJKMNPQRTVW";

    public static string Of(ReadOnlySpan<byte> digest, int length)
    {
        Span<char> letters = stackalloc char[length];
        for (var i = 0; i < length; i++) letters[i] = Alphabet[i % 2 == 0 ? digest[i / 2] >> 4 : digest[i / 2] & 15];
        return letters.ToString();
    }

    public static void Append(IncrementalHash hash, params ReadOnlySpan<string> fields)
    {
        Span<byte> length = stackalloc byte[4];
        foreach (var field in fields)
        {
            var bytes = Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
    }
}
