using EduAid.Application.Intake;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.Invented;
using static EduAid.Application.Tests.Intake.ImportAgainTests;

namespace EduAid.Application.Tests.Intake;

public class SweepUploadsTests
{
    [Theory, EveryDatabase]
    public async Task An_upload_that_nobody_decides_on_goes_after_its_days_with_its_files(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        var upload = await StageAsync(county, "a.csv");
        Kept(county).Should().HaveCount(1);
        county.Clock.Advance(TimeSpan.FromDays(UploadKeeping.Default.KeptDays) - TimeSpan.FromMinutes(1));
        (await county.Do(s => s.Get<SweepUploads>().RunAsync(CountyFixture.Stop))).Should().Be(0);
        Kept(county).Should().HaveCount(1);
        county.Clock.Advance(TimeSpan.FromMinutes(2));
        (await county.Do(s => s.Get<SweepUploads>().RunAsync(CountyFixture.Stop))).Should().Be(1);
        Kept(county).Should().BeEmpty();
        (await county.Do(s => s.Get<PreviewUpload>().RunAsync(upload, CountyFixture.Stop))).Should().BeNull();
        var recorded = await county.Do(s => s.Db.AuditEvents.Where(e => e.Action == "upload.expire").Join(s.Db.AuditDetails, e => e.Number, d => d.Number, (_, d) => d.Json).ToListAsync());
        recorded.Should().ContainSingle().Which.Should().Contain(upload.ToString()).And.Contain("a.csv");
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Theory, EveryDatabase]
    public async Task What_was_accepted_or_discarded_is_none_of_its_business(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        var accepted = await StageAsync(county, "a.csv");
        var shown = await county.Do(s => s.Get<PreviewUpload>().RunAsync(accepted, CountyFixture.Stop));
        (await county.Do(s => s.Get<AcceptUpload>().RunAsync(CountyFixture.Clerk, accepted, new(shown!.Preview.Basis), CountyFixture.Stop))).Refusal.Should().BeNull();
        var discarded = await StageAsync(county, "b.csv");
        await county.Do(async s => await s.Get<DiscardUpload>().RunAsync(CountyFixture.Clerk, discarded, CountyFixture.Stop));
        county.Clock.Advance(TimeSpan.FromDays(400));
        var events = await county.Do(s => s.Db.AuditEvents.CountAsync());
        (await county.Do(s => s.Get<SweepUploads>().RunAsync(CountyFixture.Stop))).Should().Be(0);
        Kept(county).Should().HaveCount(1, "the original of an import stays");
        (await county.Do(s => s.Db.AuditEvents.CountAsync())).Should().Be(events);
    }

    [Theory, EveryDatabase]
    public async Task Whoever_uploads_next_clears_away_what_others_have_forgotten(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        await StageAsync(county, "county.csv");
        county.Clock.Advance(TimeSpan.FromDays(15));
        var school = await county.Do(s => s.Db.Schools.OrderBy(x => x.Code).Select(x => x.Id).FirstAsync());
        await StageAsync(county, "own.csv", school, Scope.OfSchools(county.County, school));
        Kept(county).Should().HaveCount(1);
        var left = await county.Do(s => s.Db.StagedUploads.ToListAsync());
        left.Where(u => !u.IsDiscarded).Should().ContainSingle().Which.SentFiles()[0].Name.Should().Be("own.csv");
        left.Should().HaveCount(2, "the reserved import number is never given again");
    }

    private static string[] Kept(CountyFixture county) => Directory.GetFiles(county.Folder.Files, "*.bin");

    private static async Task<Guid> StageAsync(CountyFixture county, string name, SchoolId? school = null, Scope? scope = null)
    {
        var list = ListOf(name, Children(1, 2));
        using var content = new MemoryStream();
        await using (var stream = list.Open()) await stream.CopyToAsync(content);
        var outcome = await county.Do(
            s => s.Get<StageUpload>().RunAsync(CountyFixture.Clerk, new(ListKind.Enrolments, Spring2020, school, [new(name, content.ToArray())]), CountyFixture.Stop), scope);
        return outcome.Upload!.Value;
    }
}
