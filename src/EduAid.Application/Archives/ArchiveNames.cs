using System.Text;

namespace EduAid.Application.Archives;

/// <summary>Names of files inside a package: relative, with / between folders, good on every system, so that unpacking writes nowhere else.</summary>
public static class ArchiveNames
{
    public const string Cover = "cover.html", Manifest = "manifest.json", Signature = "manifest.sig", PublicKey = "public-key.pem";

    private const int Longest = 200, LongestPart = 80;
    private const string Unsafe = "\\:*?\"<>|";

    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "LPT1", "LPT2", "LPT3"];

    /// <summary>Of the package itself; no file of the caller's may have one.</summary>
    public static bool IsReserved(string name) =>
        new[] { Cover, Manifest, Signature, PublicKey }.Contains(name, StringComparer.OrdinalIgnoreCase);

    public static bool IsSafe(string name) =>
        name.Length is > 0 and <= Longest && name.Split('/').All(part =>
            part.Length > 0 && part.Trim(' ', '.') == part && !part.Any(c => char.IsControl(c) || Unsafe.Contains(c, StringComparison.Ordinal))
            && !Devices.Contains(part.Split('.')[0], StringComparer.OrdinalIgnoreCase));

    /// <summary>One part of a name from what people typed or uploaded: 扫描件/1.pdf becomes 扫描件_1.pdf.</summary>
    public static string Part(string text)
    {
        var part = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize().EnumerateRunes())
            part.Append(Rune.IsControl(rune) || rune.Value == '/' || (rune.IsAscii && Unsafe.Contains((char)rune.Value, StringComparison.Ordinal)) ? "_" : rune.ToString());
        var safe = part.ToString().Trim(' ', '.');
        if (safe.Length > LongestPart)
        {
            var ending = Path.GetExtension(safe) is { Length: <= 6 } known ? known : "";
            var cut = LongestPart - ending.Length;
            safe = safe[..(char.IsHighSurrogate(safe[cut - 1]) ? cut - 1 : cut)].TrimEnd(' ', '.') + ending;
        }
        return IsSafe(safe) ? safe : "_" + safe;
    }
}
