using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using EduAid.Spreadsheets.Synthetic;

namespace EduAid.Spreadsheets.Tests.Synthetic;

/// <summary>
/// The answer is worked out again from the clean files as a clerk would, and must agree. Only the clean form: reading
/// the messy one is the product's business, and the plan behind both is the same.
/// </summary>
public sealed class SyntheticAnswerTests
{
    private static readonly ConcurrentDictionary<int, (IReadOnlyList<SyntheticFile>, SyntheticAnswer)> Made = new();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(4, 6)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Refused_rows_are_those_whose_fault_stands_in_the_file(int seed)
    {
        var (files, answer) = Clean(seed);

        var found = Lists(files).SelectMany(FaultsOf).ToList();

        found.Should().BeEquivalentTo(answer.Reject);
        found.Should().NotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Living_aid_and_kindergarten_aid_agree_with_the_files(int seed)
    {
        var (files, answer) = Clean(seed);
        var sponsors = CountyFiles.Read(Only(files, SyntheticFileKind.Schools)).ToDictionary(s => s["学校名称"], s => s["举办者"]);
        var registered = Registered(files);
        var held = answer.Review.Where(r => r.Code is "enrolment.conflict" or "name.mismatch").Select(r => r.CitizenId).ToHashSet();

        var expected = Lists(files).Where(line => !FaultsOf(line).Any() && line["在校状态"] == "在读")
            .Where(line => registered.TryGetValue(line["身份证号"], out var name) && Folded(name) == Folded(line["姓名"]))
            .GroupBy(line => line["身份证号"])
            .Where(child => child.Select(line => line["学校名称"]).Distinct().Count() == 1 && !held.Contains(child.Key))
            .Select(child => (Id: child.Key, Fen: Living(child.First(), sponsors)))
            .Where(child => child.Fen > 0).ToDictionary(child => child.Id, child => child.Fen);

        expected.Should().BeEquivalentTo(answer.Pay["compulsory-living"].Concat(answer.Pay["preschool"]).ToDictionary());
        expected.Should().NotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Missed_are_the_registered_of_compulsory_age_on_no_accepted_row(int seed)
    {
        var (files, answer) = Clean(seed);
        var listed = Lists(files).Where(line => !FaultsOf(line).Any()).Select(line => line["身份证号"]).ToHashSet();

        var missed = Registered(files).Keys
            .Where(id => Born(id) is var born && born > new DateOnly(2004, 9, 1) && born <= new DateOnly(2013, 9, 1) && !listed.Contains(id));

        missed.Should().BeEquivalentTo(answer.Missed);
        answer.Missed.Should().HaveCountGreaterThanOrEqualTo(3);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_conflict_is_a_registered_child_in_school_on_two_lists_and_is_paid_nothing(int seed)
    {
        var (files, answer) = Clean(seed);
        var registered = Registered(files);
        var twice = Lists(files).Where(line => !FaultsOf(line).Any() && line["在校状态"] == "在读")
            .GroupBy(line => line["身份证号"]).Where(child => child.Select(line => line.File).Distinct().Count() > 1)
            .Select(child => child.Key).ToHashSet();

        var conflicts = answer.Review.Where(r => r.Code == "enrolment.conflict").Select(r => r.CitizenId).ToList();

        conflicts.Should().BeSubsetOf(twice.Where(registered.ContainsKey));
        answer.Review.Where(r => twice.Contains(r.CitizenId)).Should().OnlyContain(r => r.Code == "enrolment.conflict");
        answer.Pay.Where(pay => pay.Key != "university-travel").SelectMany(pay => pay.Value.Keys).Should().NotContain(id => twice.Contains(id));
    }

    [Theory]
    [InlineData("2020-spring", 62500, 31250)]
    [InlineData("2023-autumn", 62500, 31250)]
    [InlineData("2024-spring", 75000, 37500)]
    public void Living_aid_follows_the_standard_of_its_semester(string semester, long juniorBoarder, long juniorDay)
    {
        var options = SyntheticCountyOptions.Trial(3, messy: false) with { Semesters = [semester] };

        var amounts = SyntheticCounty.Make(options).Answer(semester).Pay["compulsory-living"].Values.Distinct();

        amounts.Should().Contain([juniorBoarder, juniorDay]).And.HaveCountLessThanOrEqualTo(4);
        amounts.Max().Should().Be(juniorBoarder);
    }

    [Fact]
    public void A_third_year_of_vocational_grant_comes_in_2025_spring()
    {
        int Granted(string semester) => SyntheticCounty.Make(SyntheticCountyOptions.Trial(4, messy: false) with { Semesters = [semester] })
            .Answer(semester).Pay["vocational-grant"].Count;

        Granted("2025-spring").Should().BeGreaterThan(Granted("2024-spring"));
    }

    [Fact]
    public void The_json_has_the_fields_of_an_expected_file()
    {
        var answer = SyntheticCounty.Make(SyntheticCountyOptions.Trial(1, messy: true)).Answer("2020-spring");

        var json = JsonDocument.Parse(answer.ToJson()).RootElement;

        json.GetProperty("semester").GetString().Should().Be("2020-spring");
        json.GetProperty("pay").EnumerateObject().Select(p => p.Name).Should().HaveCount(7);
        json.GetProperty("pay").GetProperty("compulsory-living").EnumerateObject().Should().HaveCount(answer.Pay["compulsory-living"].Count);
        json.GetProperty("review")[0].GetArrayLength().Should().Be(2);
        json.GetProperty("reject")[0][2].GetInt32().Should().BePositive();
        json.GetProperty("missed")[0].GetString().Should().HaveLength(18);
    }

    [Fact]
    public void Over_some_seeds_every_kind_of_refusal_and_hold_occurs()
    {
        var answers = Enumerable.Range(1, 20)
            .Select(seed => SyntheticCounty.Make(SyntheticCountyOptions.Trial(seed, messy: true)).Answer("2020-spring")).ToList();

        answers.SelectMany(a => a.Reject).Select(r => r.Code).Distinct().Should().BeEquivalentTo(
            "id.missing", "id.length", "id.checksum", "id.birth-date", "id.precision-lost", "name.missing", "school.unknown",
            "grade.unknown", "stage.mismatch", "boarding.unknown", "status.unknown", "duplicate.conflicting");
        answers.SelectMany(a => a.Review).Select(r => r.Code).Distinct().Should().BeEquivalentTo(
            "enrolment.conflict", "name.mismatch", "parameter.missing", "parameter.out-of-range", "full-time.unknown", "household.unknown");
        answers.SelectMany(a => a.AdmissionReview).Select(r => r.Code).Distinct().Should().Equal("name.mismatch");
        answers.SelectMany(a => a.Pay).GroupBy(p => p.Key).Should().OnlyContain(p => p.Any(pay => pay.Value.Count > 0));
    }

    /// <summary>Made once for all tests of a seed.</summary>
    private static (IReadOnlyList<SyntheticFile> Files, SyntheticAnswer Answer) Clean(int seed) => Made.GetOrAdd(seed, static number =>
    {
        var county = SyntheticCounty.Make(SyntheticCountyOptions.Trial(number, messy: false));
        return ([.. county.Files()], county.Answer("2020-spring"));
    });

    private static IEnumerable<Line> Lists(IEnumerable<SyntheticFile> files) =>
        files.Where(file => file.Kind == SyntheticFileKind.Enrolments).SelectMany(CountyFiles.Read);

    private static IEnumerable<(string, string, int)> FaultsOf(Line line)
    {
        var id = line["身份证号"];
        if (line.Cells["身份证号"] is double || id.Contains("E+", StringComparison.Ordinal))
            yield return (line.File, "id.precision-lost", line.Row);
        else if (!Passes(id))
            yield return (line.File, "id.checksum", line.Row);
        if (line["姓名"].Length == 0)
            yield return (line.File, "name.missing", line.Row);
    }

    private static long Living(Line line, Dictionary<string, string> sponsors) => line["学段"] switch
    {
        "学前" => sponsors[line["学校名称"]] == "民办" ? 0 : 40000,
        "小学" => line["是否寄宿"] == "是" ? 50000 : 25000,
        "初中" => line["是否寄宿"] == "是" ? 62500 : 31250,
        _ => 0,
    };

    private static SyntheticFile Only(IEnumerable<SyntheticFile> files, SyntheticFileKind kind) => files.Single(f => f.Kind == kind);

    private static Dictionary<string, string> Registered(IEnumerable<SyntheticFile> files)
    {
        var lines = CountyFiles.Read(Only(files, SyntheticFileKind.Poverty));
        var heading = lines[0].Cells.ContainsKey("证件号码") ? "证件号码" : "身份证号";
        return lines.ToDictionary(line => line[heading][..18], line => line["姓名"]);
    }

    private static string Folded(string name) =>
        string.Concat(name.Where(c => !char.IsWhiteSpace(c) && !"·•・".Contains(c, StringComparison.Ordinal)));

    private static DateOnly Born(string id) => DateOnly.ParseExact(id.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>GB 11643 by its weights, not by the generator's own sum.</summary>
    private static bool Passes(string id)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return "10X98765432"[weights.Select((weight, at) => weight * (id[at] - '0')).Sum() % 11] == id[17];
    }
}
