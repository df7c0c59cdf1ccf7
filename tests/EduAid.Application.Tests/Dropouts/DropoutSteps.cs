using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Dropouts;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Dropouts;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;
using static EduAid.Application.Tests.Intake.ImportAgainTests;

namespace EduAid.Application.Tests.Dropouts;

/// <summary>A county with four registered children in the east and one in the west, of whom the first is on a list at home; the day is 24 November 2026.</summary>
internal static class DropoutSteps
{
    public const string East = "东河镇", West = "西河镇";

    public static readonly DateOnly Today = new(2026, 11, 24);

    public static async Task<CountyFixture> CountyAsync(TestDatabase on)
    {
        var county = await WithSchools(on);
        await county.Registered(RegisteredOf("p.csv", [.. Children(1, 4), Child(5) with { Township = West }]));
        await county.Lists(ListOf("a.csv", [Child(1)]));
        return county;
    }

    public static Task<SchoolId> SchoolAsync(this CountyFixture county, string code) => county.Do(s => s.Db.Schools.Where(x => x.Code == code).Select(x => x.Id).SingleAsync(Stop));

    public static async Task<SentDropout> NobodyListsAsync(this CountyFixture county, string name = "无名童", int born = 2017, string township = East, string school = "3401", DateOnly? on = null) =>
        new(null, name, null, born, new(township, "下湾村", "李村干", await county.SchoolAsync(school), "王老师"), on ?? Today, "外县迁入,未就读");

    public static Task<DropoutOutcome> OpenAsync(this CountyFixture county, SentDropout sent, Actor? by = null, Scope? scope = null) =>
        county.Do(s => s.Get<OpenDropout>().RunAsync(by ?? Staff.Officer, sent, Stop), scope);

    public static Task<DropoutOutcome> StepAsync(this CountyFixture county, Guid dropout, DropoutStepKind kind, DateOnly? on = null, string text = "情况", string? place = null, Actor? by = null, Scope? scope = null) =>
        county.Do(s => s.Get<StepDropout>().RunAsync(by ?? Staff.Officer, new(dropout, kind, on ?? Today, text, place), Stop), scope);

    public static Task<DropoutCase> CaseAsync(this CountyFixture county, Guid id) => county.Do(s => s.Db.DropoutCases.SingleAsync(c => c.Id == id, Stop));

    public static Task<DropoutFigures> FiguresAsync(this CountyFixture county, DateOnly? on = null, Scope? scope = null) =>
        county.Do(s => DropoutFigures.LoadAsync(s.Db, on ?? Today, Stop), scope);

    public static Task<Scope> TownshipAsync(this CountyFixture county, string township) => county.Do(async s =>
        Scope.OfTownship(county.County, township, await AssignmentScope.SchoolsOf(s.Db, county.County, township).ToListAsync(Stop)));
}
