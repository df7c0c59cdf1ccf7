using CsCheck;
using EduAid.Application.Enrolments;
using EduAid.Application.Intake;
using EduAid.Application.Rosters;
using EduAid.Application.Tests.Counties;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Rosters;

/// <summary>Whatever is imported, replaced, added, taken back and generated in whatever order: sums agree and nobody is paid twice.</summary>
public class SumsTests
{
    private static readonly int Sequences = Environment.GetEnvironmentVariable("EDUAID_FULL") == "1" ? 40 : 5;

    private static readonly Gen<(int What, int School, int From, int Count)[]> Steps =
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 1], Gen.Int[1, 12], Gen.Int[1, 6]).Array[6, 14];

    [Theory, EveryDatabase]
    public Task Sums_agree_after_any_sequence_of_work(TestDatabase on) => Steps.SampleAsync(steps => RunAsync(on, steps), iter: Sequences, threads: 1);

    private static async Task RunAsync(TestDatabase on, (int What, int School, int From, int Count)[] steps)
    {
        await using var county = await Tests.Intake.ImportAgainTests.WithSchools(on);
        await county.Registered(RegisteredOf("p.csv", Children(1, 9)));
        foreach (var (what, school, from, count) in steps)
        {
            var list = ListOf("a.csv", Children(from, count), school == 0 ? First : Second);
            switch (what)
            {
                case 0 or 1: await county.Lists(list); break;
                case 2: await county.Lists(new ListImport(Spring2020, [list], Mode: ListMode.Add)); break;
                case 3: await county.Undo(from); break;
                case 4: await county.Registered(RegisteredOf("p.csv", Children(from, count)), from: Spring2020); break;
                default: await county.Generate(Spring2020); break;
            }
        }
        await county.Generate(Spring2020);
        await CheckAsync(county);
        (await county.Generate(Spring2020)).Should().OnlyContain(g => g.Added == 0 && g.Removed == 0 && g.Changed == 0);
    }

    private static async Task CheckAsync(CountyFixture county)
    {
        await using var services = county.Open();
        var rosters = await services.Db.Rosters.ToListAsync();
        var entries = (await services.Db.RosterEntries.ToListAsync()).ToLookup(e => e.Roster);
        foreach (var roster in rosters)
        {
            (roster.Fen, roster.Entries).Should().Be((entries[roster.Id].Sum(e => e.Fen), entries[roster.Id].Count()));
            roster.Stale.Should().BeFalse();
        }
        var all = entries.SelectMany(e => e).ToList();
        all.Where(e => Explanation.Read(e.Reasons).Sum(r => r.Part?.Fen ?? 0) != e.Fen).Should().BeEmpty();
        foreach (var programme in rosters.GroupBy(r => r.Programme))
            programme.SelectMany(r => entries[r.Id]).Select(e => e.Person).Should().OnlyHaveUniqueItems();
        var current = await SemesterFacts.CurrentEnrolments(services.Db, Spring2020).ToListAsync();
        all.Where(e => !current.Any(c => c.List == e.List && c.Line == e.Line && c.Person == e.Person)).Should().BeEmpty();
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }
}
