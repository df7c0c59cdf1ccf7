using System.Security.Cryptography;
using ClosedXML.Excel;
using EduAid.Spreadsheets.Synthetic;

namespace EduAid.Spreadsheets.Tests.Synthetic;

public sealed class SyntheticCountyTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others(bool messy)
    {
        Prints(SyntheticCountyOptions.Trial(7, messy)).Should().Equal(Prints(SyntheticCountyOptions.Trial(7, messy)));
        Prints(SyntheticCountyOptions.Trial(7, messy)).Where(print => !print.StartsWith("specialties", StringComparison.Ordinal))
            .Should().NotIntersectWith(Prints(SyntheticCountyOptions.Trial(18, messy)), "only the list of fees is the same everywhere");
    }

    [Fact]
    public void Asking_for_the_answer_first_changes_no_file()
    {
        var asked = SyntheticCounty.Make(SyntheticCountyOptions.Trial(7, messy: true));
        _ = asked.Answer("2020-spring");

        asked.Files().Select(Print).Should().Equal(Prints(SyntheticCountyOptions.Trial(7, messy: true)));
    }

    [Fact]
    public void The_files_are_the_five_inputs_in_the_order_of_import()
    {
        var files = SyntheticCounty.Make(SyntheticCountyOptions.Trial(2, messy: false)).Files().ToList();

        files.Select(f => f.Name).Take(3).Should().Equal("schools.xlsx", "specialties.csv", "poverty.xlsx");
        files[^1].Should().Match<SyntheticFile>(f => f.Name == "admissions.xlsx" && f.Semester == "2020-autumn");
        files.Where(f => f.Kind == SyntheticFileKind.Enrolments).Should().HaveCount(14)
            .And.OnlyContain(f => f.Semester == "2020-spring" && f.Name.StartsWith("lists/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(12, 480)]
    [InlineData(40, 1500)]
    public void A_county_has_the_schools_and_pupils_asked_for(int schools, int pupils)
    {
        var county = SyntheticCounty.Make(new SyntheticCountyOptions { Schools = schools, Pupils = pupils, Seed = 5 });
        var files = county.Files().ToList();

        CountyFiles.Read(files[0]).Should().HaveCount(schools);
        var rows = files.Where(f => f.Kind == SyntheticFileKind.Enrolments).SelectMany(CountyFiles.Read).ToList();
        rows.Count.Should().BeInRange(pupils, pupils + (pupils / 20) + 10, "conflicts, moves and repeated rows come on top");
    }

    [Fact]
    public void About_the_asked_share_of_pupils_is_registered_in_households_with_a_head()
    {
        var files = SyntheticCounty.Make(new SyntheticCountyOptions { Schools = 30, Pupils = 2500, Seed = 3 }).Files().ToList();
        var people = CountyFiles.Read(files.Single(f => f.Kind == SyntheticFileKind.Poverty));
        var households = people.GroupBy(person => person["户编号"]).ToList();

        people.Count(person => person["与户主关系"] is "之子" or "之女").Should().BeInRange(290, 430);
        households.Should().OnlyContain(h => h.Count(p => p["与户主关系"] == "户主") == 1 && h.Count() >= 2 && h.Count() <= 5);
        people.Should().OnlyContain(p => (p["脱贫属性"] == "已脱贫") == (p["脱贫年度"].Length > 0));
        people.Select(p => p["证件号码"][..18]).Should().OnlyHaveUniqueItems();
        people.Should().Contain(p => p["证件号码"].Length == 20);
    }

    [Fact]
    public void The_demo_has_two_semesters_with_the_same_pupils_in_the_same_grade()
    {
        var county = SyntheticCounty.Make(SyntheticCountyOptions.Demo);

        var (autumn, spring) = (Grades(county, "2019-autumn"), Grades(county, "2020-spring"));

        county.Semesters.Should().Equal("2019-autumn", "2020-spring");
        spring.Keys.Intersect(autumn.Keys).Should().HaveCountGreaterThan(550);
        spring.Where(p => autumn.ContainsKey(p.Key)).Should().OnlyContain(p => autumn[p.Key] == p.Value);
        county.Files().Where(f => f.Kind == SyntheticFileKind.Enrolments).Select(f => f.Name)
            .Should().Contain("2019-autumn/lists/001.xlsx").And.Contain("2020-spring/lists/001.xlsx");
    }

    [Fact]
    public void In_autumn_everyone_is_a_grade_further_and_new_children_come()
    {
        var county = SyntheticCounty.Make(SyntheticCountyOptions.Demo with { Semesters = ["2020-spring", "2020-autumn"], FaultyRows = 0 });

        var (spring, autumn) = (Grades(county, "2020-spring"), Grades(county, "2020-autumn"));

        var next = new Dictionary<string, string[]>
        {
            ["小班"] = ["中班"],
            ["中班"] = ["大班"],
            ["大班"] = ["一年级"],
            ["五年级"] = ["六年级"],
            ["六年级"] = ["七年级"],
            ["九年级"] = ["高一", "一年级"],
            ["高一"] = ["高二"],
        };
        foreach (var (before, after) in next)
            autumn.Where(p => spring.GetValueOrDefault(p.Key) == before).Should().NotBeEmpty().And.OnlyContain(p => after.Contains(p.Value));
        autumn.Keys.Except(spring.Keys).Should().NotBeEmpty().And.OnlyContain(id => autumn[id] == "小班");
        autumn.Should().NotContain(p => spring.GetValueOrDefault(p.Key) == "高三");
    }

    [Fact]
    public void Messy_lists_come_in_every_form_under_names_that_do_not_always_tell()
    {
        var files = Enumerable.Range(1, 12)
            .SelectMany(seed => SyntheticCounty.Make(SyntheticCountyOptions.Trial(seed, messy: true)).Files())
            .Where(f => f.Kind == SyntheticFileKind.Enrolments).ToList();

        files.Select(Form).Distinct().Should().BeEquivalentTo(
            "xlsx zip", "xls ole", "xls zip", "xls html", "xls text", "csv utf-8 bom", "csv utf-16", "csv text");
    }

    [Fact]
    public void Messy_workbooks_have_hidden_sheets_classes_apart_and_deep_headers_and_open_in_another_library()
    {
        var sheets = 0;
        var hidden = 0;
        var deep = 0;
        foreach (var file in Enumerable.Range(1, 3).SelectMany(seed => SyntheticCounty.Make(SyntheticCountyOptions.Trial(seed, messy: true)).Files())
            .Where(f => f.Name.EndsWith(".xlsx", StringComparison.Ordinal) && f.Kind == SyntheticFileKind.Enrolments))
        {
            using var book = new XLWorkbook(new MemoryStream(file.Content.ToArray()));
            sheets += book.Worksheets.Count > 3 ? 1 : 0;
            hidden += book.Worksheets.Any(s => s.Visibility == XLWorksheetVisibility.Hidden && s.Name == "旧名单") ? 1 : 0;
            deep += book.Worksheets.Any(s => s.CellsUsed(c => c.GetString().StartsWith("7.", StringComparison.Ordinal)).Any()) ? 1 : 0;
        }

        sheets.Should().BePositive("some list a sheet a class");
        hidden.Should().BePositive("some hide last year's list");
        deep.Should().BePositive("some have more than ten rows above the header");
    }

    [Theory]
    [InlineData(0, 10, "2020-spring")]
    [InlineData(12, 5, "2020-spring")]
    [InlineData(12, 500, "2020-summer")]
    [InlineData(12, 500, "spring")]
    public void Options_that_make_no_county_are_refused(int schools, int pupils, string semester)
    {
        var make = () => SyntheticCounty.Make(new SyntheticCountyOptions { Schools = schools, Pupils = pupils, Semesters = [semester] });

        make.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_semester_that_the_county_does_not_have_has_no_answer() =>
        SyntheticCounty.Make(SyntheticCountyOptions.Demo).Invoking(c => c.Answer("2021-spring")).Should().Throw<ArgumentException>();

    private static List<string> Prints(SyntheticCountyOptions options) => [.. SyntheticCounty.Make(options).Files().Select(Print)];

    private static string Print(SyntheticFile file) =>
        $"{file.Name} {Convert.ToHexString(SHA256.HashData(file.Content.Span))}";

    private static Dictionary<string, string> Grades(SyntheticCounty county, string semester) => county.Files()
        .Where(f => f.Kind == SyntheticFileKind.Enrolments && f.Semester == semester).SelectMany(CountyFiles.Read)
        .Where(line => line["身份证号"].Length == 18).GroupBy(line => line["身份证号"]).ToDictionary(p => p.Key, p => p.First()["年级"]);

    private static string Form(SyntheticFile file) => Path.GetExtension(file.Name)[1..] + file.Content.Span switch
    {
        [0x50, 0x4B, ..] => " zip",
        [0xD0, 0xCF, ..] => " ole",
        [0xEF, 0xBB, 0xBF, ..] => " utf-8 bom",
        [0xFF, 0xFE, ..] => " utf-16",
        [(byte)'<', (byte)'h', ..] => " html",
        _ => " text",
    };
}
