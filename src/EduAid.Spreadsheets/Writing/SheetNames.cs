using System.Text;

namespace EduAid.Spreadsheets.Writing;

/// <summary>Gives sheet names that Excel takes (ECMA-376 and its own limits): legal, at most 31 UTF-16 units, none twice.</summary>
internal sealed class SheetNames
{
    private const int Longest = 31;

    // Excel keeps this one for its own change log.
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase) { "History" };

    public string Take(string wanted)
    {
        var legal = Legal(wanted);
        var name = Cut(legal, Longest);
        for (var number = 2; !_taken.Add(name); number++)
        {
            var suffix = $" ({number})";
            name = Cut(legal, Longest - suffix.Length) + suffix;
        }

        return name;
    }

    private static string Legal(string wanted)
    {
        var legal = new StringBuilder();
        foreach (var rune in wanted.EnumerateRunes())
        {
            if (!Rune.IsControl(rune) && rune.Value is not (0xfffd or 0xfffe or 0xffff))
                legal.Append(":\\/?*[]".Contains((char)(rune.Value & 0xffff)) && rune.IsAscii ? "_" : rune.ToString());
        }

        var name = legal.ToString().Trim().Trim('\'').Trim();
        return name.Length == 0 ? "工作表" : name;
    }

    private static string Cut(string name, int length)
    {
        if (name.Length <= length)
            return name;
        var cut = char.IsHighSurrogate(name[length - 1]) ? length - 1 : length;
        return name[..cut].TrimEnd(' ', '\'');
    }
}
