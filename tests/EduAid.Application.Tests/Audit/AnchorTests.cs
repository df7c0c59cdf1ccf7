using EduAid.Application.Audit;
using EduAid.Application.Tests.Counties;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Audit;

/// <summary>Somebody with database and data folder can cut off the end and the copy of the head; an anchor kept elsewhere still shows it.</summary>
public class AnchorTests
{
    [Theory, EveryDatabase]
    public async Task A_chain_that_has_only_grown_contains_its_anchor(TestDatabase on)
    {
        await using var county = await Intake.ImportAgainTests.WithSchools(on);
        var anchor = await Make(county);
        await county.Lists(ListOf("a.csv", Children(1, 3)));
        (await Verify(county, AuditAnchor.Read(anchor.Write()))).Holds.Should().BeTrue();
    }

    [Theory, EveryDatabase]
    public async Task A_chain_cut_off_with_head_and_copy_does_not_contain_it_even_when_it_has_grown_again(TestDatabase on)
    {
        await using var county = await Intake.ImportAgainTests.WithSchools(on);
        await county.Lists(ListOf("a.csv", Children(1, 3)));
        var anchor = await Make(county);
        await county.Sql("DELETE FROM \"AuditEvents\" WHERE \"Number\" > 3; DELETE FROM \"AuditDetails\" WHERE \"Number\" > 3; "
            + "UPDATE \"AuditHeads\" SET \"Number\" = 3, \"Mac\" = (SELECT e.\"Mac\" FROM \"AuditEvents\" e WHERE e.\"Number\" = 3)");
        File.Delete(AuditTrail.HeadFile(county.Folder, county.County));
        (await county.VerifyAudit()).Holds.Should().BeTrue("without the anchor nothing tells");
        (await Verify(county, anchor)).Should().BeEquivalentTo(new { BrokenAt = 4L, What = "anchor.missing" });
        for (var i = 0; i < 5; i++) await county.Generate(Spring2020);
        (await Verify(county, anchor)).Should().BeEquivalentTo(new { BrokenAt = anchor.Number, What = "anchor.missing" });
    }

    [Fact]
    public async Task An_anchor_of_another_installation_or_one_that_was_altered_proves_nothing()
    {
        await using var county = await CountyFixture.OpenAsync(TestDatabase.Sqlite);
        var anchor = await Make(county);
        foreach (var altered in (AuditAnchor[])[anchor with { County = "341524" }, anchor with { Number = 1 }, anchor with { Mac = new string('0', 64) }, anchor with { Epoch = 2 }, anchor with { Signature = "00" }])
            (await Verify(county, altered)).What.Should().Be("anchor.foreign");
        AuditAnchor.Read("{}"u8).Should().BeNull();
        AuditAnchor.Read("keine"u8).Should().BeNull();
    }

    [Theory, EveryDatabase]
    public async Task The_trail_is_searched_without_a_scope_and_its_export_is_an_event(TestDatabase on)
    {
        await using var county = await Intake.ImportAgainTests.WithSchools(on);
        await county.Lists(ListOf("a.csv", Children(1, 3)));
        await using (var services = county.OpenWithoutScope())
        {
            var all = await services.Get<SearchTrail>().RunAsync(new(), 0, 100, CountyFixture.Stop);
            all.Rows.Select(r => r.Event.Number).Should().BeInDescendingOrder().And.HaveCount(all.Count);
            services.Db.Scope.Should().BeNull("it is lent, not given");
            Task<TrailPage> Of(TrailFilter filter) => services.Get<SearchTrail>().RunAsync(filter, 0, 100, CountyFixture.Stop);
            (await Of(new(Action: "enrolments.import"))).Rows.Should().ContainSingle().Which.Json.Should().Contain("a.csv");
            (await Of(new(Actor: "甲"))).Count.Should().Be(all.Count);
            (await Of(new(Actor: "乙"))).Count.Should().Be(0);
            (await Of(new(Subject: "import:"))).Count.Should().Be(3);
            var today = new DateOnly(2026, 11, 24);
            (await Of(new(From: today, To: today, Action: "schools.import"))).Count.Should().Be(1);
            (await Of(new(To: today.AddDays(-1), Action: "schools.import"))).Count.Should().Be(0);
            using var book = new MemoryStream();
            await services.Get<ExportTrail>().RunAsync(CountyFixture.Clerk, new(Action: "schools.import"), book, CountyFixture.Stop);
            book.Length.Should().BePositive();
        }
        (await county.Do(s => s.Db.AuditEvents.CountAsync(e => e.Action == "audit.export"))).Should().Be(1);
    }

    private static Task<AuditAnchor> Make(CountyFixture county) => county.Do(s => s.Get<MakeAnchor>().RunAsync(CountyFixture.Clerk, CountyFixture.Stop));

    private static Task<AuditVerdict> Verify(CountyFixture county, AuditAnchor? anchor) => county.Do(s => s.Get<VerifyAudit>().RunAsync(CountyFixture.Stop, anchor));
}
