using System.Security.Cryptography;
using EduAid.Domain.Values;

namespace EduAid.Application.Archives;

/// <summary>SHA-256 of a public key (its SubjectPublicKeyInfo), written as 16 groups of four hex digits that a person can compare on paper.</summary>
public readonly record struct KeyFingerprint
{
    private const int Digits = 64, Group = 4;

    private readonly string? _hex;

    private KeyFingerprint(string hex) => _hex = hex;

    public static KeyFingerprint Of(ECDsa key) => new(Convert.ToHexString(SHA256.HashData(key.ExportSubjectPublicKeyInfo())));

    /// <summary>Reads it as it was printed or typed: spaces, dashes, colons and case do not count. Null for anything but 64 hex digits.</summary>
    public static KeyFingerprint? Parse(string? text)
    {
        var hex = Text.Fold(text).Replace("-", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal).ToUpperInvariant();
        return hex.Length == Digits && hex.All(char.IsAsciiHexDigit) ? new(hex) : null;
    }

    public override string ToString() => _hex is null ? "" : string.Join('-', _hex.Chunk(Group).Select(four => new string(four)));
}
