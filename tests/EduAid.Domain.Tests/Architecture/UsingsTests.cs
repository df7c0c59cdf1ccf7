using System.Text.RegularExpressions;

namespace EduAid.Domain.Tests.Architecture;

/// <summary>Usings stand in the order in which a formatter puts them, so that two changes of one file do not meet there.</summary>
public sealed partial class UsingsTests
{
    [Fact]
    public void Usings_are_sorted_in_every_file()
    {
        var files = Directory.EnumerateFiles(SourceTree.Root, "*.cs", SearchOption.AllDirectories).Where(f => !Made().IsMatch(f)).ToList();
        files.Should().HaveCountGreaterThan(500);
        files.Where(f => !IsSorted(Namespaces(File.ReadLines(f)))).Select(f => Path.GetRelativePath(SourceTree.Root, f)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("System.Text,System.IO", false)]
    [InlineData("EduAid.A,System.IO", false)]
    [InlineData("System,System.IO,EduAid.A,EduAid.A.B,Microsoft.X", true)]
    [InlineData("EduAid.Rosters,EduAid.Review", false)]
    public void The_guard_sees_what_it_is_there_for(string usings, bool sorted) => IsSorted(usings.Split(',')).Should().Be(sorted);

    private static bool IsSorted(IEnumerable<string> namespaces)
    {
        var keys = namespaces.Select(n => (Second: n != "System" && !n.StartsWith("System.", StringComparison.Ordinal), Name: n)).ToList();
        return keys.SequenceEqual(keys.OrderBy(k => k.Second).ThenBy(k => k.Name.Split('.'), Comparer<string[]>.Create(ByPart)));
    }

    // EduAid.A stands before EduAid.A.B, and both before EduAid.AB.
    private static int ByPart(string[] one, string[] other)
    {
        for (var i = 0; i < Math.Min(one.Length, other.Length); i++)
            if (string.Compare(one[i], other[i], StringComparison.OrdinalIgnoreCase) is var order and not 0) return order;
        return one.Length - other.Length;
    }

    private static IEnumerable<string> Namespaces(IEnumerable<string> lines) =>
        lines.TakeWhile(l => !l.StartsWith("namespace ", StringComparison.Ordinal)).Select(l => Plain().Match(l)).Where(m => m.Success).Select(m => m.Groups[1].Value);

    // Plain ones: aliases and static ones follow after them.
    [GeneratedRegex(@"^using ([A-Za-z][\w.]*);")]
    private static partial Regex Plain();

    [GeneratedRegex(@"[\\/](obj|bin|node_modules|Migrations)[\\/]")]
    private static partial Regex Made();
}
