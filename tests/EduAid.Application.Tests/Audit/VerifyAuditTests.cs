using EduAid.Application.Audit;
using EduAid.Application.Tests.Counties;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Audit;

/// <summary>What somebody with the database alone can do to the trail is named; the key lies outside it.</summary>
public class VerifyAuditTests
{
    [Theory, EveryDatabase]
    public async Task A_chain_of_real_work_holds(TestDatabase on)
    {
        await using var county = await Worked(on);
        var verdict = await county.VerifyAudit();
        (verdict.Holds, verdict.Events).Should().Be((true, 8));
    }

    [Theory, EveryDatabase]
    public async Task An_edited_event_is_named(TestDatabase on)
    {
        foreach (var column in (string[])["Actor", "Role", "Origin", "Action", "Subject"])
            (await AfterAsync(on, $"UPDATE \"AuditEvents\" SET \"{column}\" = 'x' WHERE \"Number\" = 3")).Should().Be((3L, "event.altered"));
        (await AfterAsync(on, "UPDATE \"AuditEvents\" SET \"At\" = \"At\" + 1 WHERE \"Number\" = 3")).Should().Be((3L, "event.altered"));
        (await AfterAsync(on, "UPDATE \"AuditEvents\" SET \"Epoch\" = 2 WHERE \"Number\" = 1")).Should().Be((1L, "event.altered"));
    }

    [Theory, EveryDatabase]
    public async Task A_deleted_event_is_named(TestDatabase on) =>
        (await AfterAsync(on, "DELETE FROM \"AuditEvents\" WHERE \"Number\" = 2")).Should().Be((2L, "event.missing"));

    [Theory, EveryDatabase]
    public async Task Events_in_another_order_are_named(TestDatabase on) =>
        (await AfterAsync(on, "UPDATE \"AuditEvents\" SET \"Number\" = 99 WHERE \"Number\" = 2; UPDATE \"AuditEvents\" SET \"Number\" = 2 WHERE \"Number\" = 3; UPDATE \"AuditEvents\" SET \"Number\" = 3 WHERE \"Number\" = 99"))
        .Should().Be((2L, "event.altered"));

    [Theory, EveryDatabase]
    public async Task Edited_deleted_and_exchanged_details_are_named(TestDatabase on)
    {
        (await AfterAsync(on, "UPDATE \"AuditDetails\" SET \"Json\" = '{}' WHERE \"Number\" = 4")).Should().Be((4L, "detail.altered"));
        (await AfterAsync(on, "DELETE FROM \"AuditDetails\" WHERE \"Number\" = 4")).Should().Be((4L, "detail.missing"));
        (await AfterAsync(on, "UPDATE \"AuditDetails\" SET \"Json\" = (SELECT o.\"Json\" FROM \"AuditDetails\" o WHERE o.\"Number\" = 2) WHERE \"Number\" = 3"))
            .Should().Be((3L, "detail.altered"));
    }

    [Theory, EveryDatabase]
    public async Task Details_erased_at_the_end_of_their_retention_do_not_break_the_chain(TestDatabase on) =>
        (await AfterAsync(on, "UPDATE \"AuditDetails\" SET \"Json\" = NULL WHERE \"Number\" < 4")).Should().Be(((long?)null, (string?)null));

    [Theory, EveryDatabase]
    public async Task A_cut_off_end_is_named_also_where_the_head_was_cut_with_it(TestDatabase on)
    {
        const string cut = "DELETE FROM \"AuditEvents\" WHERE \"Number\" > 4; DELETE FROM \"AuditDetails\" WHERE \"Number\" > 4;";
        const string head = "UPDATE \"AuditHeads\" SET \"Number\" = 4, \"Mac\" = (SELECT e.\"Mac\" FROM \"AuditEvents\" e WHERE e.\"Number\" = 4);";
        (await AfterAsync(on, cut)).Should().Be((5L, "end.cut-off"));
        (await AfterAsync(on, cut + head)).Should().Be((5L, "end.cut-off"));
        (await AfterAsync(on, "DELETE FROM \"AuditHeads\"")).Should().Be((0L, "head.missing"));
        (await AfterAsync(on, "UPDATE \"AuditHeads\" SET \"Number\" = 5")).Item2.Should().Be("end.cut-off");
    }

    [Theory, EveryDatabase]
    public async Task A_chain_that_was_cut_off_and_has_grown_again_is_named(TestDatabase on)
    {
        await using var county = await Worked(on);
        await county.Sql("DELETE FROM \"AuditEvents\" WHERE \"Number\" > 4; DELETE FROM \"AuditDetails\" WHERE \"Number\" > 4; "
            + "UPDATE \"AuditHeads\" SET \"Number\" = 4, \"Mac\" = (SELECT e.\"Mac\" FROM \"AuditEvents\" e WHERE e.\"Number\" = 4)");
        for (var i = 0; i < 5; i++) await county.Generate(Spring2020);
        var verdict = await county.VerifyAudit();
        (verdict.BrokenAt, verdict.What).Should().Be((8L, "end.cut-off"));
    }

    [Theory, EveryDatabase]
    public async Task A_change_that_failed_leaves_no_event_behind(TestDatabase on)
    {
        await using var county = await Worked(on);
        await using var services = county.Open();
        var failing = () => services.Work.ChangeAsync<int>(
            () =>
            {
                services.Trail.Record(CountyFixture.Clerk, "test.failed", "nothing", new { });
                throw new InvalidOperationException("stopped");
            },
            CountyFixture.Stop);
        await failing.Should().ThrowAsync<InvalidOperationException>();
        await services.Work.ChangeAsync(() => Task.FromResult(0), CountyFixture.Stop);
        (await county.VerifyAudit()).Events.Should().Be(8);
    }

    private static async Task<(long?, string?)> AfterAsync(TestDatabase on, string sql)
    {
        await using var county = await Worked(on);
        await county.Sql(sql);
        AuditVerdict verdict = await county.VerifyAudit();
        return (verdict.BrokenAt, verdict.What);
    }

    // Events: 1 catalogue, 2 worked cases, 3 holidays, 4 schools, 5 specialties, 6 registered list, 7 school list, 8 generation.
    private static async Task<CountyFixture> Worked(TestDatabase on)
    {
        var county = await Tests.Intake.ImportAgainTests.WithSchools(on);
        await county.Registered(RegisteredOf("p.csv", Children(1, 2)));
        await county.Lists(ListOf("a.csv", Children(1, 3)));
        await county.Generate(Spring2020);
        return county;
    }
}
