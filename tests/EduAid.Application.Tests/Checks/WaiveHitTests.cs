using EduAid.Application.Checks;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Checks;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Checks;

public class WaiveHitTests
{
    [Theory, EveryDatabase]
    public async Task A_waiver_holds_as_long_as_the_check_says_the_same(TestDatabase on)
    {
        await using var county = await CheckedCounty.OpenAsync(on, Children(1, 3), Row(Child(1)), Row(Child(2), card: Child(1).Card), Row(Child(3)));
        var hits = await county.Do(s => s.Db.CheckHits.Where(h => h.Code == CheckCodes.CardShared).OrderBy(h => h.Name).ToListAsync());
        hits.Should().HaveCount(2);
        (await WaiveAsync(county, Staff.Officer, hits[0].Id, "兄弟同卡")).Should().Be(WaiverRefusal.NotYourRole);
        (await WaiveAsync(county, Staff.Director, hits[0].Id, "  ")).Should().Be(WaiverRefusal.ReasonMissing);
        (await WaiveAsync(county, Staff.Director, hits[0].Id, new string('长', CheckWaiver.LongestReason + 1))).Should().Be(WaiverRefusal.ReasonMissing);
        (await WaiveAsync(county, Staff.Director, Guid.Empty, "兄弟同卡")).Should().Be(WaiverRefusal.NotFound);
        (await WaiveAsync(county, Staff.Director, hits[0].Id, "兄弟同卡,户口簿已核")).Should().BeNull();
        (await WaiveAsync(county, Staff.Director, hits[0].Id, "再来")).Should().Be(WaiverRefusal.WaivedAlready);
        (await OpenAsync(county)).Should().Equal(hits[1].Id);

        await county.Generate(Spring2020);
        (await OpenAsync(county)).Should().Equal([hits[1].Id], "the next run says the same, and its hits keep their keys");
        await county.Lists(List("later.csv", [Row(Child(1)), Row(Child(2), card: Child(1).Card), Row(Child(3), card: Child(1).Card)]));
        await county.Generate(Spring2020);
        (await OpenAsync(county)).Should().HaveCount(3, "three pupils on a card is something else than the two that were looked at");
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Theory, EveryDatabase]
    public async Task A_waiver_that_is_taken_back_stays_on_record_and_the_hit_is_open(TestDatabase on)
    {
        await using var county = await CheckedCounty.OpenAsync(on, Children(1, 2), Row(Child(1)), Row(Child(2), card: Child(1).Card));
        var hit = await county.Do(s => s.Db.CheckHits.Where(h => h.Code == CheckCodes.CardShared).Select(h => h.Id).FirstAsync());
        Task<WaiverRefusal?> Back(Application.Audit.Actor by) => county.Do(s => s.Get<TakeBackWaiver>().RunAsync(by, hit, Stop));
        (await Back(Staff.Director)).Should().Be(WaiverRefusal.NotFound, "it is not waived");
        (await WaiveAsync(county, Staff.Director, hit, "看过")).Should().BeNull();
        (await Back(Staff.Auditor)).Should().Be(WaiverRefusal.NotYourRole);
        (await Back(Staff.SecondDirector)).Should().BeNull();
        (await OpenAsync(county)).Should().Contain(hit);
        var waiver = await county.Do(s => s.Db.CheckWaivers.SingleAsync());
        (waiver.Reason, waiver.By, waiver.TakenBackBy).Should().Be(("看过", Staff.Director.Name, Staff.SecondDirector.Name));
        (await county.Do(s => s.Db.AuditEvents.Where(e => e.Action.StartsWith("check.")).OrderBy(e => e.Number).Select(e => e.Action).ToListAsync()))
            .Should().Equal("check.waive", "check.take-back");
    }

    [Fact]
    public async Task A_school_sees_nothing_of_it_and_runs_nothing()
    {
        await using var county = await CheckedCounty.OpenAsync(TestDatabase.Sqlite, Children(1, 2), Row(Child(1)), Row(Child(2), card: Child(1).Card));
        var school = await county.Do(s => s.Db.RosterEntries.Select(e => e.School).FirstAsync());
        var own = Scope.OfSchools(county.County, school);
        (await county.Do(s => s.Db.CheckHits.CountAsync(), own)).Should().Be(0);
        (await county.Do(s => s.Db.CheckRuns.CountAsync(), own)).Should().Be(0);
        (await county.Do(s => s.Get<RunChecks>().RunAsync(Staff.SchoolClerk, Spring2020, Stop), own)).Should().BeNull();
        (await county.Do(s => s.Db.CheckHits.CountAsync(h => h.Code == CheckCodes.CardShared))).Should().Be(2);
    }

    [Fact]
    public async Task The_workbook_names_check_child_and_reason_and_no_number_in_full()
    {
        await using var county = await CheckedCounty.OpenAsync(TestDatabase.Sqlite, Children(1, 2), Row(Child(1)), Row(Child(2), card: Child(1).Card));
        var hit = await county.Do(s => s.Db.CheckHits.Where(h => h.Name == Child(1).Name && h.Code == CheckCodes.CardShared).Select(h => h.Id).SingleAsync());
        await WaiveAsync(county, Staff.Director, hit, "兄弟同卡,户口簿已核");
        var file = new MemoryStream();
        await county.Do(async s =>
        {
            await s.Get<ExportHits>().RunAsync(Staff.Auditor, Spring2020, CheckCodes.CardShared, file, Stop);
            return 0;
        });
        using var book = new ClosedXML.Excel.XLWorkbook(new MemoryStream(file.ToArray()));
        var cells = book.Worksheets.Single().CellsUsed().Select(c => c.GetString()).ToList();
        cells.Should().Contain(["一卡多人", Child(1).Name, Child(2).Name, "2 名学生用同一张卡", "兄弟同卡,户口簿已核", Staff.Director.Name]);
        cells.Should().NotContain([Child(1).Id, Child(1).Card]);
        (await county.Do(s => s.Db.AuditEvents.CountAsync(e => e.Action == "checks.export"))).Should().Be(1);
    }

    private static Task<WaiverRefusal?> WaiveAsync(CountyFixture county, Application.Audit.Actor by, Guid hit, string reason) =>
        county.Do(s => s.Get<WaiveHit>().RunAsync(by, hit, reason, Stop));

    private static Task<List<Guid>> OpenAsync(CountyFixture county) => county.Do(s => CheckHits.Open(s.Db, Spring2020).Where(h => h.Code == CheckCodes.CardShared).OrderBy(h => h.Name).Select(h => h.Id).ToListAsync());
}
