using System.Text;
using EduAid.Application.Accounts;
using EduAid.Application.Archives;
using EduAid.Application.Intake;
using EduAid.Application.Jobs;
using EduAid.Application.Jobs.Kinds;
using EduAid.Application.Policies;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Policies;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Reading;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;
using static EduAid.Application.Tests.Policies.PolicySteps;

namespace EduAid.Application.Tests.Jobs;

/// <summary>What jobs make lies encrypted, is given to who asked for it and nobody else, and goes when its time is over.</summary>
public class JobFilesTests
{
    [Theory, EveryDatabase]
    public async Task A_workbook_holds_the_scope_of_who_asked_and_only_they_get_it(TestDatabase on)
    {
        await using var county = await RunJobsTests.WithListsAsync(on);
        await county.Generate(Spring2020);
        var school = await county.Do(s => s.Db.Schools.Where(x => x.Code == "3402").Select(x => x.Id).SingleAsync());
        var (clerk, other) = (await county.AskerAsync(Role.SchoolClerk, "林专干", school), await county.AskerAsync(Role.SchoolClerk, "梁专干", school));
        var id = await county.AskAsync(clerk, JobKind.Export, new ExportArguments(Spring2020, "compulsory-living", null, Masked: false, "名册"));
        var job = await county.RunAllAsync(id);
        (job.State, job.FileName).Should().Be((JobState.Done, "名册.xlsx"));

        var own = Scope.OfSchools(county.County, school);
        (await Take(other, inFull: true)).Should().BeNull("it is somebody else's");
        (await Take(clerk with { Assignment = other.Assignment }, inFull: true)).Should().BeNull("it was asked for in another role");
        (await Take(clerk, inFull: false)).Should().BeNull("who may no longer have full numbers gets none");
        (await county.EventsAsync("rosters.download")).Should().Be(0);
        var (name, content) = (await Take(clerk, inFull: true))!.Value;
        name.Should().Be("名册.xlsx");
        (await county.EventsAsync("rosters.download")).Should().Be(1);
        var text = Cells(content);
        foreach (var child in Children(4, 2)) text.Should().Contain(child.Id);
        foreach (var child in Children(1, 3)) text.Should().NotContain(child.Id, "another school's");

        // Nothing of it is in clear anywhere but in the hands of who took it.
        var kept = await county.Do(s => s.Db.Jobs.Select(j => j.Arguments + j.Answer + j.FileName + j.Subject).ToListAsync());
        var files = Directory.GetFiles(county.Folder.Files).Select(File.ReadAllBytes).Select(Encoding.Latin1.GetString).ToList();
        files.Should().NotBeEmpty();
        foreach (var child in Children(1, 5))
        {
            kept.Should().NotContain(k => k!.Contains(child.Id) || k.Contains(child.Name) || k.Contains(child.Card));
            files.Should().NotContain(f => f.Contains(child.Id));
        }

        Task<(string Name, byte[] Content)?> Take(JobAsker asker, bool inFull) =>
            county.Do(s => s.Get<TakeJobFile>().RunAsync(Staff.SchoolClerk, asker, id, inFull, Stop), own);
    }

    [Theory, EveryDatabase]
    public async Task An_effect_is_there_after_a_restart_and_says_the_same(TestDatabase on)
    {
        await using var county = await WithListsAsync(on);
        var officer = await county.AskerAsync(Role.AidOfficer, "何经办");
        var key = Keys.New(county.Clock.GetUtcNow());
        var id = await county.AskAsync(
            officer, JobKind.Effect, new EffectArguments(key, false, [new("preschool.annual-amount", "1200", Unit.YuanPerYear, "第二条")]), KeptEffects.SubjectOf(key));
        (await county.RunAllAsync(id)).State.Should().Be(JobState.Done);
        var here = (await county.Do(s => s.Get<KeptEffects>().EffectAsync(key, Stop)))!;
        here.Value.Lines.Should().NotBeEmpty();

        using var emptied = new PolicyShelf();
        var after = (await county.Do(s => new KeptEffects(s.Db, emptied, s.Get<StoredFiles>()).EffectAsync(key, Stop)))!;
        after.Value.Semesters.Should().Equal(here.Value.Semesters);
        after.Value.Lines.Should().Equal(here.Value.Lines);
        after.Value.Programmes.Should().Equal(here.Value.Programmes);
        (after.Turn, after.At).Should().Be((here.Turn, here.At));
        after.Changes.Should().Equal(here.Changes);
        (await county.Do(s => new KeptEffects(s.Db, new PolicyShelf(), s.Get<StoredFiles>()).EffectAsync(key, Stop), Scope.OfSchools(county.County))).Should().BeNull("it is the county's");

        var forecast = await county.RunAllAsync(await county.AskAsync(officer, JobKind.Forecast, new { }, KeptEffects.ForecastSubject));
        forecast.State.Should().Be(JobState.Done);
        (await county.Do(s => new KeptEffects(s.Db, emptied, s.Get<StoredFiles>()).ForecastAsync(Stop)))!.Value.Cells.Should()
            .Equal((await county.Do(s => s.Get<BudgetForecast>().RunAsync(Stop)))!.Cells);
    }

    [Fact]
    public async Task Ended_jobs_go_with_their_files_when_their_time_is_over()
    {
        await using var county = await RunJobsTests.WithListsAsync(TestDatabase.Sqlite);
        await county.Generate(Spring2020);
        var officer = await county.AskerAsync(Role.AidOfficer, "何经办");
        var id = await county.AskAsync(officer, JobKind.Export, new ExportArguments(Spring2020, "compulsory-living", null, true, "名册"));
        await county.RunAllAsync(id);
        var waiting = await county.AskAsync(officer, JobKind.Forecast, new { });
        county.Clock.Advance(TimeSpan.FromDays(JobLimits.Default.KeptDays) - TimeSpan.FromMinutes(1));
        (await county.Do(s => s.Get<SweepJobs>().RunAsync(Stop))).Should().Be(0);
        (await county.Do(s => s.Get<StoredFiles>().ReadAsync(id, Stop))).Should().NotBeNull();
        county.Clock.Advance(TimeSpan.FromMinutes(2));
        (await county.Do(s => s.Get<SweepJobs>().RunAsync(Stop))).Should().Be(1);
        (await county.Do(s => s.Get<StoredFiles>().ReadAsync(id, Stop))).Should().BeNull();
        (await county.Do(s => s.Db.Jobs.Select(j => j.Id).ToListAsync())).Should().Equal(waiting);
    }

    public static TheoryData<string> Refusals => [.. new[] { typeof(AcceptRefusal), typeof(ImportRefusal), typeof(ClosingRefusal) }
        .SelectMany(t => t.GetNestedTypes()).Where(t => t.IsSealed).Select(t => t.FullName!)];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Every_refusal_can_be_an_answer(string name)
    {
        var type = typeof(Job).Assembly.GetType(name)!;
        var refusal = Activator.CreateInstance(type, [.. type.GetConstructors()[0].GetParameters().Select(p => ValueOf(p.ParameterType))])!;
        object again = refusal switch
        {
            AcceptRefusal accept => JobJson.Read<AcceptAnswer>(JobJson.Write(new AcceptAnswer([], 0, 0, 0, 0, accept))).Refusal!,
            ImportRefusal import => ((AcceptRefusal.Import)JobJson.Read<AcceptAnswer>(JobJson.Write(new AcceptAnswer([], 0, 0, 0, 0, new AcceptRefusal.Import(import)))).Refusal!).Why,
            _ => JobJson.Read<CloseAnswer>(JobJson.Write(new CloseAnswer((ClosingRefusal)refusal))).Refusal!,
        };
        again.Should().Be(refusal);
    }

    private static object ValueOf(Type type) => type == typeof(int) ? 7 : type == typeof(string) ? "x"
        : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 12, 1, 3, 4, 5, TimeSpan.Zero) : new ImportRefusal.OtherSchool("县第一小学");

    private static string Cells(byte[] content)
    {
        using var file = SpreadsheetFile.Open(new MemoryStream(content), "x.xlsx", new ReadingLimits()).File!;
        return string.Join('|', file.Sheets().SelectMany(s => s.Rows().Select(r => string.Join('|', Enumerable.Range(0, r.Count).Select(i => r[i].Text)))));
    }
}
