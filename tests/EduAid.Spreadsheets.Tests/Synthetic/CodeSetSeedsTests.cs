using System.Text.Json;

namespace EduAid.Spreadsheets.Tests.Synthetic;

/// <summary>The code sets of the checkout: data that people edit, so their form is checked here.</summary>
public sealed class CodeSetSeedsTests
{
    private static readonly string[] Stages = ["preschool", "primary", "junior", "senior-high", "vocational"];

    public static TheoryData<string> Sets => [.. Directory.EnumerateFiles(Folder(), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order()];

    [Theory]
    [MemberData(nameof(Sets))]
    public void A_set_is_named_as_its_file_and_no_spelling_means_two_codes(string set)
    {
        var json = Read(set);

        json.GetProperty("set").GetString().Should().Be(set);
        var spellings = json.GetProperty("codes").EnumerateArray().SelectMany(Spellings).ToList();
        spellings.Should().OnlyHaveUniqueItems().And.OnlyContain(s => s.Length > 0 && s == s.Trim().Normalize());
        json.GetProperty("codes").EnumerateArray().Should().OnlyContain(code => Spellings(code).Contains(code.GetProperty("name").GetString()!));
    }

    [Theory]
    [InlineData("boarding", "寄宿,是,√,1,Y,住校", "走读,否,0,N,非寄宿")]
    [InlineData("full-time", "是,√,1,Y,全日制", "否,0,N,非全日制")]
    [InlineData("statuses", "在读,在校,在籍", "休学")]
    [InlineData("household-types", "农村,农业", "县镇")]
    [InlineData("sponsors", "公办", "普惠性民办")]
    public void Spellings_that_are_seen_in_real_lists_have_their_code(string set, string first, string second)
    {
        var codes = Read(set).GetProperty("codes").EnumerateArray().Select(Spellings).ToList();

        codes[0].Should().Contain(first.Split(','));
        codes[1].Should().Contain(second.Split(','));
    }

    [Theory]
    [InlineData("一年级", "primary", 1)]
    [InlineData("1年级", "primary", 1)]
    [InlineData("小六", "primary", 6)]
    [InlineData("七年级", "junior", 1)]
    [InlineData("9年级", "junior", 3)]
    [InlineData("初一", "junior", 1)]
    [InlineData("高三", "senior-high", 3)]
    [InlineData("中专一年级", "vocational", 1)]
    [InlineData("职二", "vocational", 2)]
    [InlineData("大班", "preschool", 3)]
    [InlineData("托班", "preschool", 0)]
    public void A_grade_tells_its_stage_and_its_number_within_it(string spelling, string stage, int grade)
    {
        var code = Read("grades").GetProperty("codes").EnumerateArray().Single(c => Spellings(c).Contains(spelling));

        code.GetProperty("stage").GetString().Should().Be(stage);
        code.GetProperty("grade").GetInt32().Should().Be(grade);
    }

    [Fact]
    public void Where_the_stage_is_known_a_spelling_is_unique_within_it()
    {
        var grades = Read("grades");

        foreach (var stage in Stages)
        {
            var own = new[] { "codes", "withStage" }.SelectMany(part => grades.GetProperty(part).EnumerateArray())
                .Where(c => c.GetProperty("stage").GetString() == stage).ToList();
            own.Should().NotBeEmpty();
            own.SelectMany(Spellings).Should().OnlyHaveUniqueItems();
        }
    }

    [Fact]
    public void A_kind_of_school_teaches_known_stages() =>
        Read("school-kinds").GetProperty("codes").EnumerateArray().SelectMany(kind => kind.GetProperty("stages").EnumerateArray())
            .Select(stage => stage.GetString()).Distinct().Should().BeEquivalentTo(Stages);

    private static IEnumerable<string> Spellings(JsonElement code) =>
        code.GetProperty("spellings").EnumerateArray().Select(s => s.GetString()!);

    private static JsonElement Read(string set) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), set + ".json"))).RootElement;

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "seeds", "codes")))
                return Path.Combine(folder.FullName, "seeds", "codes");
        throw new DirectoryNotFoundException("seeds/codes");
    }
}
