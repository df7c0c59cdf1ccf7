using EduAid.Application.Audit;
using EduAid.Application.Rosters;
using EduAid.Application.Tests.Counties;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Audit;

/// <summary>A row that was confirmed and then changed by somebody with the database alone is found, and its roster named.</summary>
public class EntryDigestTests
{
    [Theory, EveryDatabase]
    public async Task A_sealed_roster_that_nobody_touched_holds(TestDatabase on)
    {
        await using var county = await Sealed(on);
        await county.Generate(Spring2020);
        (await county.VerifyAudit()).Holds.Should().BeTrue();
        (await HoldsAsync(county)).Should().BeTrue();
    }

    [Theory, EveryDatabase]
    public async Task Whatever_decides_who_gets_how_much_where_is_covered(TestDatabase on)
    {
        const string first = "(SELECT MIN(o.\"Line\") FROM \"RosterEntries\" o WHERE o.\"Roster\" = \"RosterEntries\".\"Roster\")";
        string[] changes =
        [
            $"UPDATE \"RosterEntries\" SET \"Fen\" = \"Fen\" + 1 WHERE \"Line\" = {first}",
            "UPDATE \"RosterEntries\" SET \"Fen\" = CASE \"Line\" WHEN 1 THEN \"Fen\" + 100 WHEN 2 THEN \"Fen\" - 100 ELSE \"Fen\" END",
            "UPDATE \"RosterEntries\" SET \"Payee\" = 2 WHERE \"Line\" = 1",
            "DELETE FROM \"RosterEntries\" WHERE \"Line\" = 1",
            "UPDATE \"RosterEntries\" SET \"Person\" = (SELECT p.\"Id\" FROM \"People\" p WHERE p.\"Id\" NOT IN (SELECT e.\"Person\" FROM \"RosterEntries\" e) ORDER BY p.\"Id\" LIMIT 1) WHERE \"Line\" = 1",
            "UPDATE \"RosterEntries\" SET \"Line\" = 3 WHERE \"Line\" = 1",
            "UPDATE \"Enrolments\" SET \"CardCipher\" = (SELECT o.\"CardCipher\" FROM \"Enrolments\" o WHERE o.\"Line\" = 2) WHERE \"Line\" = 1",
            "UPDATE \"Enrolments\" SET \"CardCipher\" = NULL WHERE \"Line\" = 1",
            "UPDATE \"Rosters\" SET \"Fen\" = \"Fen\" + 1",
            "UPDATE \"Rosters\" SET \"Entries\" = \"Entries\" + 1",
        ];
        foreach (var sql in changes)
        {
            await using var county = await Sealed(on);
            (await county.Sql(sql)).Should().BePositive(sql);
            var verdict = await county.VerifyAudit();
            (verdict.BrokenAt, verdict.What).Should().Be((9L, "rows.altered"), sql);
            verdict.Subject.Should().Be($"roster:{await RosterAsync(county)}");
            (await HoldsAsync(county)).Should().BeFalse(sql);
        }
    }

    [Theory, EveryDatabase]
    public async Task The_seal_itself_can_be_neither_dropped_nor_replaced(TestDatabase on)
    {
        foreach (var value in (string[])["NULL", "(SELECT o.\"Digest\" FROM \"AuditEvents\" o WHERE o.\"Number\" = 10)", "(SELECT o.\"DetailHash\" FROM \"AuditEvents\" o WHERE o.\"Number\" = 1)"])
        {
            await using var county = await Sealed(on);
            await Record(county, r => Task.FromResult(DigestMark.Released(RosterDigestRows.Roster, r)));
            await county.Sql($"UPDATE \"AuditEvents\" SET \"Digest\" = {value} WHERE \"Number\" = 9");
            var verdict = await county.VerifyAudit();
            (verdict.BrokenAt, verdict.What).Should().Be((9L, "event.altered"));
        }
    }

    [Theory, EveryDatabase]
    public async Task What_was_sent_back_may_change_and_is_sealed_anew(TestDatabase on)
    {
        await using var county = await Sealed(on);
        await Record(county, r => Task.FromResult(DigestMark.Released(RosterDigestRows.Roster, r)));
        await county.Sql("UPDATE \"RosterEntries\" SET \"Fen\" = \"Fen\" + 100 WHERE \"Line\" = 1");
        (await county.VerifyAudit()).Holds.Should().BeTrue();
        (await HoldsAsync(county)).Should().BeFalse("released rows are sealed by nothing");
        await Seal(county);
        (await county.VerifyAudit()).Holds.Should().BeTrue();
        await county.Sql("UPDATE \"RosterEntries\" SET \"Fen\" = \"Fen\" - 100 WHERE \"Line\" = 1");
        var verdict = await county.VerifyAudit();
        (verdict.BrokenAt, verdict.What).Should().Be((11L, "rows.altered"), "the last seal counts, not that of before");
    }

    [Fact]
    public void Fields_cannot_slide_into_one_another()
    {
        var (key, subject, entry) = (new byte[32], Guid.Parse("00000000-0000-0000-0000-000000000001"), Guid.Parse("00000000-0000-0000-0000-000000000002"));
        byte[] Of(params DigestLine[] lines) => EntryDigest.Compute(key, "341523", "roster", subject, lines);
        DigestLine line = new(entry, subject, 1, "6217", 50000), other = line with { Entry = subject };
        Of(line, other).Should().Equal(Of(other, line), "the order is that of the keys");
        byte[][] different =
        [
            Of(), Of(line), Of(line, line), Of(line with { Account = "621" }), Of(line with { Account = "" }), Of(line with { Fen = 50001 }),
            Of(line with { Payee = 2 }), Of(line with { Person = entry }), Of(other), EntryDigest.Compute(key, "341524", "roster", subject, [line]),
            EntryDigest.Compute(key, "341523", "batch", subject, [line]), EntryDigest.Compute([1, .. new byte[31]], "341523", "roster", subject, [line]),
        ];
        different.Select(Convert.ToHexString).Should().OnlyHaveUniqueItems();
    }

    // Events: 1 to 8 as in VerifyAuditTests, 9 the seal.
    private static async Task<CountyFixture> Sealed(TestDatabase on)
    {
        var county = await Tests.Intake.ImportAgainTests.WithSchools(on);
        await county.Registered(RegisteredOf("p.csv", Children(1, 2)));
        await county.Lists(ListOf("a.csv", Children(1, 3)));
        await county.Generate(Spring2020);
        await Seal(county);
        return county;
    }

    private static Task<int> Seal(CountyFixture county) =>
        county.Do(s => Record(s, r => s.Get<EntryDigest>().OfAsync(RosterDigestRows.Roster, r, CountyFixture.Stop)));

    private static Task<int> Record(CountyFixture county, Func<Guid, Task<DigestMark>> mark) => county.Do(s => Record(s, mark));

    private static async Task<int> Record(Setup.EduAidServices services, Func<Guid, Task<DigestMark>> mark) => await services.Work.ChangeAsync(
        async () =>
        {
            var roster = (await services.Db.Rosters.SingleAsync(r => r.Programme == "compulsory-living" && r.Entries > 0)).Id.Value;
            services.Trail.Record(CountyFixture.Clerk, "test.mark", await mark(roster), new { });
            return 0;
        },
        CountyFixture.Stop);

    private static Task<Guid> RosterAsync(CountyFixture county) =>
        county.Do(async s => (await s.Db.Rosters.SingleAsync(r => r.Programme == "compulsory-living" && r.Entries > 0)).Id.Value);

    private static async Task<bool> HoldsAsync(CountyFixture county)
    {
        var roster = await RosterAsync(county);
        return await county.Do(s => s.Get<EntryDigest>().HoldsAsync(RosterDigestRows.Roster, roster, CountyFixture.Stop));
    }
}
