namespace EduAid.Application.Tests.Words;

public sealed class LanguagesTests
{
    public static TheoryData<string, string> Translations
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var name in Resources.Names)
                foreach (var language in Resources.Languages.Where(l => l != "zh-Hans")) all.Add(name, language);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_translation_has_the_keys_of_the_original(string name, string language) =>
        Resources.Of(name, language).Keys.Should().BeEquivalentTo(Resources.Of(name, "zh-Hans").Keys);

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_translation_fills_in_what_the_original_fills_in(string name, string language)
    {
        var translated = Resources.Of(name, language);
        foreach (var (key, text) in Resources.Of(name, "zh-Hans"))
            Resources.Places(translated[key]).Should().Equal(Resources.Places(text), "{0} says the same in {1}", key, language);
    }

    [Theory]
    [MemberData(nameof(Resources.AllLanguages), MemberType = typeof(Resources))]
    public void Each_text_is_plain(string language)
    {
        foreach (var (key, text) in Resources.Names.SelectMany(n => Resources.Of(n, language)))
        {
            text.Should().NotBeNullOrWhiteSpace(key);
            text.Should().NotContainAny(["!", "\uFF01"], "{0} speaks calmly", key);
        }
    }

    [Fact]
    public void Each_language_speaks_its_own()
    {
        Resources.In("zh-Hans")["Cli.CitizenId"].Should().Be("身份证号");
        Resources.In("zh-Hant")["Cli.CitizenId"].Should().Be("身份證號");
        Resources.In("en")["Cli.CitizenId"].Should().Be("Citizen ID");
    }

    [Theory]
    [InlineData("zh-CN", "身份证号")]
    [InlineData("zh-TW", "身份證號")]
    [InlineData("en-GB", "Citizen ID")]
    [InlineData("fr", "身份证号")]
    public void A_language_without_a_file_gets_the_nearest_one(string language, string expected) =>
        Resources.In(language)["Cli.CitizenId"].Should().Be(expected);

    [Fact]
    public void An_unknown_key_shows_itself() => Resources.In("en")["Cli.NoSuchKey", 1].Should().Be("Cli.NoSuchKey");
}
