using System.Security.Cryptography;

namespace EduAid.Application.Accounts;

/// <summary>Makes passwords that are read from a screen or paper: four groups, no letters or digits that look alike, some 70 bits.</summary>
public static class InitialPassword
{
    private const string Upper = "ABCDEFGHJKLMNPQRSTUVWXYZ", Lower = "abcdefghijkmnpqrstuvwxyz", Digits = "23456789";

    public static string New() => string.Join('-', Enumerable.Range(0, 4).Select(_ => Group()));

    // Each group has all kinds, whatever is drawn, so that the result keeps the rules for passwords.
    private static string Group() => string.Concat(
        RandomNumberGenerator.GetItems<char>(Upper, 1)[0], RandomNumberGenerator.GetItems<char>(Lower, 1)[0],
        RandomNumberGenerator.GetItems<char>(Digits, 1)[0], RandomNumberGenerator.GetItems<char>(Lower + Digits, 1)[0]);
}
