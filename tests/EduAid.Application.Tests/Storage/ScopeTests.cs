using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Storage;

/// <summary>Every kind of row that belongs to a county, found in the model: a new one is tested from the day it is mapped.</summary>
public class ScopeTests
{
    // What a school may read of others: the county's registers and rules, which name no child.
    private static readonly Type[] OpenToSchools =
        [typeof(Application.Schools.School), typeof(Application.Schools.SchoolVersion), typeof(Application.Specialties.SpecialtyVersion),
            typeof(Application.Policies.PolicyValueRow), typeof(Application.Policies.PolicyCase), typeof(Application.Audit.AuditHead), typeof(Application.Calendar.HolidayTable)];

    [Theory, EveryDatabase]
    public async Task Without_a_scope_there_are_no_rows(TestDatabase on)
    {
        await using var county = await Filled(on);
        (await CountsAsync(county.Open())).Where(c => c.Value > 0).Should().HaveCountGreaterThan(15, "otherwise this test looks at nothing");
        (await CountsAsync(county.OpenWithoutScope())).Where(c => c.Value > 0).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Two_counties_in_one_database_see_nothing_of_each_other(TestDatabase on)
    {
        await using var county = await Filled(on);
        var own = await CountsAsync(county.Open());
        await using var neighbour = await county.NeighbourAsync("341599");
        var fresh = await CountsAsync(neighbour.Open());
        fresh.Where(c => c.Value > 0).Select(c => c.Key.Name).Should().BeEquivalentTo("PolicyValueRow", "PolicyCase", "AuditEvent", "AuditDetail", "AuditHead", "HolidayTable");
        await neighbour.Schools(SchoolsFile);
        await neighbour.Registered(RegisteredOf("p.csv", Children(1, 2)));
        await neighbour.Lists(ListOf("a.csv", Children(1, 2)));
        await neighbour.Generate(Spring2020);
        (await CountsAsync(county.Open())).Should().BeEquivalentTo(own);
        (await neighbour.PayAsync(Spring2020))["compulsory-living"].Should().HaveCount(2);
        (await county.VerifyAudit()).Holds.Should().BeTrue();
        (await neighbour.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Theory, EveryDatabase]
    public async Task A_school_sees_its_own_rows_alone(TestDatabase on)
    {
        await using var county = await Filled(on);
        var second = await county.Do(s => s.Db.Schools.Where(x => x.Code == "3402").Select(x => x.Id).SingleAsync());
        var kindergarten = await county.Do(s => s.Db.Schools.Where(x => x.Code == "3406").Select(x => x.Id).SingleAsync());
        var nothing = await CountsAsync(county.Open(Scope.OfSchools(county.County, kindergarten)));
        nothing.Where(c => c.Value > 0).Select(c => c.Key).Should().BeSubsetOf(OpenToSchools);
        (await CountsAsync(county.Open(Scope.OfSchools(county.County)))).Where(c => c.Value > 0).Select(c => c.Key).Should().BeSubsetOf(OpenToSchools);

        await using var own = county.Open(Scope.OfSchools(county.County, second));
        (await own.Db.Enrolments.ToListAsync()).Should().HaveCount(2).And.OnlyContain(e => e.School == second);
        (await own.Db.SchoolLists.ToListAsync()).Should().HaveCount(1).And.OnlyContain(l => l.School == second);
        (await own.Db.SchoolListImports.ToListAsync()).Should().HaveCount(1);
        (await own.Db.Rosters.ToListAsync()).Should().NotBeEmpty().And.OnlyContain(r => r.School == second);
        (await own.Db.RosterEntries.ToListAsync()).Should().HaveCount(1).And.OnlyContain(e => e.School == second);
        (await own.Db.People.CountAsync()).Should().Be(2);
        (await own.Db.PersonIdNumbers.CountAsync()).Should().Be(2);
        (await own.Db.Findings.CountAsync()).Should().Be(1);
        (await own.Db.FindingSchools.ToListAsync()).Should().HaveCount(1).And.OnlyContain(f => f.School == second);
        (await own.Db.Imports.Select(i => i.Number).ToListAsync()).Should().Equal(5);
        (await own.Db.Registrations.CountAsync()).Should().Be(0);
        (await own.Db.AuditEvents.CountAsync()).Should().Be(0);
    }

    private static async Task<CountyFixture> Filled(TestDatabase on)
    {
        var county = await Tests.Intake.ImportAgainTests.WithSchools(on);
        await county.Registered(RegisteredOf("p.csv", [.. Children(1, 3), Child(11), Child(30, "2002-05-05")]));
        await county.Lists(ListOf("a.csv", Children(1, 3)));
        await county.Lists(List("b.csv", Row(Child(1), Second), Row(Child(11), Second)));
        await county.Admissions(Autumn2020, AdmissionsOf("q.csv", "江苏省", Child(30, "2002-05-05")));
        await county.Generate(Spring2020);
        await county.Generate(Autumn2020);
        return county;
    }

    private static async Task<Dictionary<Type, int>> CountsAsync(Application.Setup.EduAidServices services)
    {
        await using (services)
        {
            var counts = new Dictionary<Type, int>();
            foreach (var type in services.Db.Model.GetEntityTypes().Select(t => t.ClrType)
                .Where(t => typeof(ICountyRow).IsAssignableFrom(t) || t == typeof(Domain.Rosters.Roster)))
            {
                var counting = typeof(ScopeTests).GetMethod(nameof(CountAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
                counts[type] = await (Task<int>)counting.MakeGenericMethod(type).Invoke(null, [services.Db])!;
            }
            return counts;
        }
    }

    private static Task<int> CountAsync<T>(EduAidDbContext db)
        where T : class => db.Set<T>().CountAsync();
}
