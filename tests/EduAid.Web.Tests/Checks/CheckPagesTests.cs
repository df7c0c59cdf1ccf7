using EduAid.Application.Accounts;
using EduAid.Application.Checks;
using EduAid.Domain.Checks;
using EduAid.Web.Tests.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Checks;

public sealed class CheckPagesTests(RosterApp app) : IClassFixture<RosterApp>
{
    private const string Spring = "semester=2020-spring";

    [Fact]
    public async Task Every_check_stands_there_with_how_it_works_and_opens()
    {
        using var auditor = await app.SignInAsAsync(Role.Auditor);
        var page = await auditor.OpenAsync("/Checks?" + Spring);
        page.Rows("checks").Should().HaveCount(CheckCodes.All.Count);
        page.QuerySelectorAll("#checks tbody td.long").Should().OnlyContain(cell => cell.TextContent.Trim().Length > 20);
        (await app.QueriesAsync(() => auditor.OpenAsync("/Checks"))).Should().BeLessThanOrEqualTo(8);
        foreach (var code in CheckCodes.All)
        {
            var check = await auditor.OpenAsync("/Checks/Check/" + code);
            check.QuerySelectorAll("h1").Single().TextContent.Should().NotContain(code);
            (await app.QueriesAsync(() => auditor.OpenAsync("/Checks/Check/" + code + "?state=open"))).Should().BeLessThanOrEqualTo(8, code);
        }
        using var unknown = await auditor.Client.GetAsync("/Checks/Check/nothing");
        unknown.StatusCode.Should().Be(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_director_waives_a_hit_with_a_reason_and_takes_it_back()
    {
        await using var work = app.Work();
        var hit = await HitAsync(work);
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        (await officer.OpenAsync($"/Checks/Hit/{hit.Id}?{Spring}")).QuerySelectorAll("form[action*=Waive]").Should().BeEmpty("the director does");

        using var director = await app.SignInAsAsync(Role.AidDirector);
        using var refused = await director.SendAsync($"/Checks/Hit/{hit.Id}?{Spring}", "form[action*=Waive]", ("Why", " "));
        (await refused.Content.ReadAsStringAsync()).Should().Contain("请写明理由");
        using var waived = await director.SendAsync($"/Checks/Hit/{hit.Id}", "form[action*=Waive]", ("Why", "已到校核对名册"));
        (await work.Db.CheckWaivers.CountAsync(w => w.TakenBackAt == null && w.Reason == "已到校核对名册")).Should().Be(1);
        (await director.OpenAsync($"/Checks/Check/{hit.Code}?state=waived")).Rows("hits").Should().ContainSingle();
        (await director.OpenAsync($"/Checks/Hit/{hit.Id}")).DocumentElement.TextContent.Should().Contain("已到校核对名册");
        (await app.QueriesAsync(() => director.OpenAsync($"/Checks/Hit/{hit.Id}"))).Should().BeLessThanOrEqualTo(8);

        using var back = await director.SendAsync($"/Checks/Hit/{hit.Id}", "form[action*=TakeBack]");
        (await director.OpenAsync($"/Checks/Check/{hit.Code}?state=waived")).Rows("hits").Should().BeEmpty();
        (await director.OpenAsync($"/Checks/Check/{hit.Code}?state=open")).Rows("hits").Should().NotBeEmpty();
    }

    [Fact]
    public async Task Checks_run_on_demand_and_a_noted_charge_is_pointed_out_when_the_school_claims_waivers()
    {
        await using var work = app.Work();
        var school = await work.Db.Schools.OrderBy(s => s.Code).Select(s => s.Id).FirstAsync();
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        using var wrong = await officer.SendAsync($"/Checks/Check/{CheckCodes.TuitionCharged}?{Spring}", "form[action*=Charge]", ("School", school.Value.ToString()), ("Sum", "-1"), ("Source", "收据"));
        (await wrong.Content.ReadAsStringAsync()).Should().Contain("大于 0");
        using var noted = await officer.SendAsync($"/Checks/Check/{CheckCodes.TuitionCharged}", "form[action*=Charge]", ("School", school.Value.ToString()), ("Sum", "300"), ("Source", "家长提供收据"));
        (await work.Db.TuitionCharges.SingleAsync(c => c.TakenBackAt == null)).Fen.Should().Be(30000);

        using var ran = await officer.SendAsync($"/Checks?{Spring}", "form[action*=Run]");
        (await officer.OpenAsync("/Checks")).DocumentElement.TextContent.Should().Contain("最近一次");
        (await work.Db.CheckRuns.CountAsync(r => r.Semester == RosterApp.Spring)).Should().Be(CheckCodes.All.Count);
        using var struck = await officer.SendAsync($"/Checks/Check/{CheckCodes.TuitionCharged}", "form[action*=Strike]");
        (await work.Db.TuitionCharges.AnyAsync(c => c.TakenBackAt == null)).Should().BeFalse();
    }

    private static async Task<CheckHit> HitAsync(Application.Setup.EduAidServices work)
    {
        if (await work.Db.CheckHits.FirstOrDefaultAsync(h => h.Semester == RosterApp.Spring) is { } there) return there;
        var school = await work.Db.Schools.OrderBy(s => s.Code).Select(s => s.Id).FirstAsync();
        var hit = new CheckHit
        {
            County = work.Db.CountyCode,
            Id = Guid.CreateVersion7(),
            Semester = RosterApp.Spring,
            Code = CheckCodes.BoardersJump,
            Subject = $"school:{school.Value}",
            Name = "某小学",
            Detail = "3|23",
            School = school,
            FoundAt = TimeProvider.System.GetUtcNow(),
        };
        work.Db.CheckHits.Add(hit);
        await work.Db.SaveChangesAsync();
        return hit;
    }
}
