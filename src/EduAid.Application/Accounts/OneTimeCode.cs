using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace EduAid.Application.Accounts;

/// <summary>Time-based one-time codes of six digits, a new one every 30 seconds (RFC 6238 with HMAC-SHA-1, which every authenticator has).</summary>
public static class OneTimeCode
{
    public const int Digits = 6;

    private const int SecondsAStep = 30, SecretBytes = 20;

    // A clock may be one step off (RFC 6238 section 5.2).
    private const int Tolerance = 1;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>160 bits in base 32, as authenticators take it when it is typed.</summary>
    public static string NewSecret() => ToBase32(RandomNumberGenerator.GetBytes(SecretBytes));

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / SecondsAStep;

    public static string At(string secret, long step) => Truncate(FromBase32(secret), step);

    /// <summary>The code of a moment.</summary>
    public static string At(string secret, DateTimeOffset now) => At(secret, StepAt(now));

    /// <summary>The step whose code it is; null for a wrong code, and for one of a step not later than the last one used (RFC 6238 section 5.2: once only).</summary>
    public static long? Match(string secret, string code, DateTimeOffset now, long lastUsed)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        if (digits.Length != Digits) return null;
        var key = FromBase32(secret);
        var typed = System.Text.Encoding.ASCII.GetBytes(digits);
        for (var step = StepAt(now) - Tolerance; step <= StepAt(now) + Tolerance; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Truncate(key, step)), typed) && step > lastUsed) return step;
        }
        return null;
    }

    /// <summary>What a QR code says to an authenticator.</summary>
    public static string Address(string issuer, string userName, string secret) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(userName)}?secret={secret}&issuer={Uri.EscapeDataString(issuer)}&digits={Digits}&period={SecondsAStep}";

    // Dynamic truncation, RFC 4226 section 5.3. SHA-1 is what the standard and the authenticators agree on; no collision helps against an HMAC.
    private static string Truncate(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & 0x7fff_ffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static string ToBase32(byte[] bytes)
    {
        var (text, buffer, bits) = (new System.Text.StringBuilder(), 0, 0);
        foreach (var value in bytes)
        {
            (buffer, bits) = (((buffer << 8) | value) & 0xffff, bits + 8);
            for (; bits >= 5; bits -= 5) text.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
        }
        if (bits > 0) text.Append(Alphabet[(buffer << (5 - bits)) & 31]);
        return text.ToString();
    }

    private static byte[] FromBase32(string text)
    {
        var (bytes, buffer, bits) = (new List<byte>(), 0, 0);
        foreach (var letter in text)
        {
            (buffer, bits) = (((buffer << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal)) & 0xffff, bits + 5);
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)((buffer >> bits) & 0xff));
        }
        return [.. bytes];
    }
}
