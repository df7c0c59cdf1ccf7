using EduAid.Application.Coverage;
using EduAid.Application.Enrolments;
using EduAid.Application.Intake;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Synthetic;

namespace EduAid.Application.Tests.Trials;

/// <summary>Invented counties against their own answers, which were worked out from the plan apart from the product's rules.</summary>
public class SyntheticTrialTests
{
    private static readonly int Seeds = Environment.GetEnvironmentVariable("EDUAID_FULL") == "1" ? 50 : 6;

    public static TheoryData<int, bool, TestDatabase> Trials
    {
        get
        {
            var trials = new TheoryData<int, bool, TestDatabase>();
            foreach (var database in TestDatabases.All)
                for (var seed = 1; seed <= (database == TestDatabase.Sqlite ? Seeds : Math.Max(1, Seeds / 10)); seed++)
                {
                    trials.Add(seed, false, database);
                    trials.Add(seed, true, database);
                }
            return trials;
        }
    }

    [Theory, MemberData(nameof(Trials))]
    public async Task A_county_comes_out_as_its_own_answer(int seed, bool messy, TestDatabase on)
    {
        await using var county = await CountyFixture.OpenAsync(on);
        var invented = SyntheticCounty.Make(SyntheticCountyOptions.Trial(seed, messy));
        var refused = await TakeInAsync(county, invented);
        await CompareAsync(county, invented.Answer("2020-spring"), refused);
    }

    /// <summary>312.50 is the junior non-boarder's half-year before 2024 and the primary non-boarder's after.</summary>
    [Theory, EveryDatabase]
    public async Task The_same_pupils_are_paid_by_the_standards_of_each_semester(TestDatabase on)
    {
        string[] semesters = ["2020-spring", "2024-spring", "2025-autumn"];
        await using var county = await CountyFixture.OpenAsync(on);
        var invented = SyntheticCounty.Make(SyntheticCountyOptions.Trial(3, messy: false) with { Semesters = semesters, FaultyRows = 0 });
        await TakeInAsync(county, invented);
        foreach (var semester in semesters) await CompareAsync(county, invented.Answer(semester), null);

        var before = await county.PayAsync(Parse(semesters[0]));
        await county.Generate(Parse("2020-spring"));
        (await county.PayAsync(Parse(semesters[0]))).Should().BeEquivalentTo(before, "an old semester keeps its standards after later ones");
        (await county.PayAsync(Parse("2024-spring")))["compulsory-living"].Values.Distinct().Should().BeEquivalentTo([62500, 75000, 31250, 37500]);
        before["compulsory-living"].Values.Distinct().Should().BeEquivalentTo([50000, 62500, 25000, 31250]);
    }

    private static Semester Parse(string text) => Semester.TryParse(text, out var semester) ? semester : throw new ArgumentException(text);

    private static async Task<List<(string File, string Code, int Row)>> TakeInAsync(CountyFixture county, SyntheticCounty invented)
    {
        var files = invented.Files().ToLookup(f => f.Kind);
        foreach (var file in files[SyntheticFileKind.Schools]) (await county.Schools(Sent(file))).HasErrors.Should().BeFalse();
        foreach (var file in files[SyntheticFileKind.Specialties]) (await county.Specialties(Sent(file))).HasErrors.Should().BeFalse();
        foreach (var file in files[SyntheticFileKind.Poverty]) (await county.Registered(Sent(file), partial: true)).HasErrors.Should().BeFalse();
        var refused = new List<(string, string, int)>();
        foreach (var lists in files[SyntheticFileKind.Enrolments].GroupBy(f => f.Semester!))
            refused.AddRange((await county.Lists(new ListImport(Parse(lists.Key), [.. lists.Select(Sent)], Partial: true))).Refused());
        foreach (var file in files[SyntheticFileKind.Admissions])
            (await county.Admissions(Parse(file.Semester!), Sent(file))).HasErrors.Should().BeFalse();
        return refused;
    }

    private static async Task CompareAsync(CountyFixture county, SyntheticAnswer answer, List<(string File, string Code, int Row)>? refused)
    {
        var (semester, autumn) = (Parse(answer.Semester), Parse(answer.AdmissionSemester));
        await county.Generate(semester);
        if (autumn != semester) await county.Generate(autumn);
        var pay = await county.PayAsync(semester);
        pay["university-travel"] = (await county.PayAsync(autumn))["university-travel"];
        foreach (var (programme, expected) in answer.Pay)
            Answers.ShouldAgree(pay.GetValueOrDefault(programme, []).Select(p => (p.Key, p.Value)), expected.Select(p => (p.Key, p.Value)), $"{programme} of {answer.Semester}");
        var held = await county.HeldAsync(semester);
        Answers.ShouldAgree(held, autumn == semester ? answer.Review.Concat(answer.AdmissionReview) : answer.Review, "review");
        if (autumn != semester) Answers.ShouldAgree(await county.HeldAsync(autumn), answer.AdmissionReview, "review of admissions");
        Answers.ShouldAgree(
            (await county.MissedAsync(semester)).Where(m => m.Band == AgeBand.Compulsory).Select(m => m.CitizenId), answer.Missed, "missed");
        if (refused is not null) Answers.ShouldAgree(refused, answer.Reject, "refused rows");
    }

    private static SentFile Sent(SyntheticFile file) => new(Path.GetFileName(file.Name), () => new MemoryStream(file.Content.ToArray()));
}
