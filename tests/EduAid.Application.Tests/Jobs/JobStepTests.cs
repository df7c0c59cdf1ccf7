using EduAid.Application.Enrolments;
using EduAid.Application.Jobs;
using EduAid.Application.Policies;
using EduAid.Application.Rosters;
using EduAid.Application.Setup;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Programmes;
using EduAid.Spreadsheets.Synthetic;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Jobs;

/// <summary>Long verbs say how far they are: in order, never past the end, by people and rows.</summary>
public class JobStepTests
{
    [Fact]
    public async Task Long_verbs_say_how_far_they_are()
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite);
        await county.Do(s => s.Get<LoadSyntheticCounty>().RunAsync(Clerk, new SyntheticCountyOptions { Schools = 12, Pupils = 1500, Seed = 3, RegisteredShare = 0.9 }, null, Stop));
        var programme = Programme.Find("compulsory-living")!;

        var generated = await StepsAsync((s, p) => s.Get<GenerateRosters>().RunAsync(Clerk, Spring2020, null, Stop, p));
        generated.Select(x => x.Phase).Distinct().Should().Equal(JobPhase.Reading, JobPhase.Judging, JobPhase.Writing, JobPhase.Checking);
        generated.Where(x => x.Phase == JobPhase.Judging).Should().HaveCountGreaterThan(3);

        using var book = new MemoryStream();
        var exported = await StepsAsync(async (s, p) => { await s.Get<ExportRosters>().RunAsync(Clerk, Spring2020, programme, null, book, Stop, progress: p); return 0; });
        exported.Select(x => x.Phase).Distinct().Should().Equal(JobPhase.Reading, JobPhase.Writing);
        exported[^1].Total.Should().Be(await county.Do(async s => (await s.Get<GenerateRosters>().RunAsync(Clerk, Spring2020, programme, Stop)).Single().Entries));

        var effect = await StepsAsync((s, p) => s.Get<PolicyEffects>().OfAsync([], Stop, p));
        effect.Should().Contain(x => x.Phase == JobPhase.Judging && x.Total > 1000);

        var forecast = await StepsAsync((s, p) => s.Get<BudgetForecast>().RunAsync(Stop, p));
        forecast.Where(x => x.Phase == JobPhase.Judging).Should().HaveCount(BudgetForecast.SemestersAhead + 1);

        async Task<List<JobStep>> StepsAsync<T>(Func<EduAidServices, IProgress<JobStep>, Task<T>> verb)
        {
            var steps = new Steps();
            await county.Do(s => verb(s, steps));
            Holds(steps.Taken);
            return steps.Taken;
        }
    }

    [Fact]
    public async Task An_import_says_how_many_rows_it_has_read_and_written()
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite);
        await county.Schools(SchoolsFile);
        var steps = new Steps();
        var (first, second) = (ListOf("1.csv", Children(1, 900)), ListOf("2.csv", Children(1, 900, "2011-03-05"), Second));
        await county.Lists(new ListImport(Spring2020, [first, second]) { Progress = steps });
        Holds(steps.Taken);
        steps.Taken.Should().Contain(s => s.Phase == JobPhase.Reading && s.Done > 900);
        steps.Taken.Where(s => s.Phase == JobPhase.Writing).Should().Equal(new JobStep(JobPhase.Writing, 0, 1800), new JobStep(JobPhase.Writing, 900, 1800));
    }

    private static void Holds(List<JobStep> steps)
    {
        steps.Should().NotBeEmpty().And.OnlyContain(s => s.Done >= 0 && (s.Total == 0 || s.Done <= s.Total));
        foreach (var (before, after) in steps.Zip(steps.Skip(1)).Where(p => p.First.Phase == p.Second.Phase && p.First.Total == p.Second.Total))
            after.Done.Should().BeGreaterThanOrEqualTo(before.Done);
    }

    private sealed class Steps : IProgress<JobStep>
    {
        public List<JobStep> Taken { get; } = [];

        public void Report(JobStep value) => Taken.Add(value);
    }
}
