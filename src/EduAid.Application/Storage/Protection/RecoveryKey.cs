using System.Security.Cryptography;

namespace EduAid.Application.Storage.Protection;

/// <summary>
/// The key with which a backup can be opened: the private half of a P-256 pair, written in groups of letters and digits
/// that a person can copy from paper. The installation keeps only the public half.
/// </summary>
public static class RecoveryKey
{
    // Without I, L, O and U, which are misread (Crockford's base 32).
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static (string Written, byte[] PublicKey) Make()
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return (Write(pair.ExportParameters(true).D!), pair.ExportSubjectPublicKeyInfo());
    }

    /// <summary>The pair of a written key; null where it is none.</summary>
    public static ECDiffieHellman? Read(string written)
    {
        var letters = written.ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1')
            .Where(c => Alphabet.Contains(c, StringComparison.Ordinal)).ToArray();
        if (letters.Length != 52) return null;
        var bits = letters.SelectMany(c => Enumerable.Range(0, 5).Select(i => (Alphabet.IndexOf(c, StringComparison.Ordinal) >> (4 - i)) & 1)).Take(256).ToArray();
        var scalar = new byte[32];
        for (var i = 0; i < 256; i++) scalar[i / 8] |= (byte)(bits[i] << (7 - (i % 8)));
        try
        {
            return ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar });
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Write(byte[] scalar)
    {
        var bits = scalar.SelectMany(b => Enumerable.Range(0, 8).Select(i => (b >> (7 - i)) & 1)).ToList();
        while (bits.Count % 5 != 0) bits.Add(0);
        var letters = bits.Chunk(5).Select(five => Alphabet[five.Aggregate(0, (sum, bit) => (sum << 1) | bit)]);
        return string.Join('-', letters.Chunk(4).Select(group => new string(group)));
    }
}
