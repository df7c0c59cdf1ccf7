using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace EduAid.Web.Tests.Parts;

public sealed partial class TextTests
{
    private static readonly string Web = Path.Combine(Root(), "src", "EduAid.Web");

    [Fact]
    public void Both_languages_have_the_same_keys_and_none_is_empty()
    {
        var (chinese, english) = (Texts("Texts.resx"), Texts("Texts.en.resx"));
        chinese.Should().NotBeEmpty();
        english.Keys.Should().BeEquivalentTo(chinese.Keys);
        chinese.Concat(english).Should().OnlyContain(t => t.Value.Trim().Length > 0);
    }

    [Fact]
    public void Both_languages_have_the_same_places_to_fill_in()
    {
        var english = Texts("Texts.en.resx");
        foreach (var (key, text) in Texts("Texts.resx"))
            Places(english[key]).Should().BeEquivalentTo(Places(text), key);
    }

    [Fact]
    public void Every_text_that_a_page_asks_for_is_there()
    {
        var keys = Texts("Texts.resx").Keys;
        var asked = Sources("*.cshtml").Concat(Sources("*.cs")).SelectMany(f => Asked().Matches(File.ReadAllText(f)))
            .Select(m => m.Groups[1].Value).Distinct().ToList();
        asked.Count.Should().BeGreaterThan(20);
        asked.Except(keys).Should().BeEmpty();
    }

    [Fact]
    public void The_lock_file_names_no_host() =>
        File.ReadAllText(Path.Combine(Web, "package-lock.json")).Should().Contain("bootstrap").And.NotContain("://");

    private static Dictionary<string, string> Texts(string file) => XDocument.Load(Path.Combine(Web, "Resources", file))
        .Root!.Elements("data").ToDictionary(d => (string)d.Attribute("name")!, d => (string)d.Element("value")!);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Distinct();

    private static IEnumerable<string> Sources(string pattern) => new[] { "Parts", "Pages" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Web, folder), pattern, SearchOption.AllDirectories));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "EduAid.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex("""\b(?:T|texts)\["([A-Za-z.]+[A-Za-z])"[,\]]""")]
    private static partial Regex Asked();

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Place();
}
