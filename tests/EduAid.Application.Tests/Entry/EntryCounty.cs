using EduAid.Application.Audit;
using EduAid.Application.Entry;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Entry;

/// <summary>What clerks do with drafts, as steps of tests.</summary>
internal static class EntryCounty
{
    public static readonly Actor SchoolClerk = new("专干甲", "SchoolClerk", "test");

    public static async Task<CountyFixture> OpenAsync(TestDatabase on)
    {
        var county = await Tests.Intake.ImportAgainTests.WithSchools(on);
        return county;
    }

    public static Task<SchoolId> SchoolAsync(this CountyFixture county, string code) => county.Do(s => s.Db.Schools.Where(x => x.Code == code).Select(x => x.Id).SingleAsync());

    public static async Task<Scope> ScopeAsync(this CountyFixture county, string code) => Scope.OfSchools(county.County, await county.SchoolAsync(code));

    /// <summary>A whole row as typed.</summary>
    public static RowEdit Typed(int line, Child child, string grade = "三年级", string boarding = "是", long version = 0, string? id = null) => new(
        line, version, new Dictionary<Field, string>
        {
            [Field.Name] = child.Name,
            [Field.CitizenId] = id ?? child.Id,
            [Field.Grade] = grade,
            [Field.Class] = "1班",
            [Field.Boarding] = boarding,
            [Field.Status] = "在读",
            [Field.Card] = child.Card,
        }, new Dictionary<Field, string>());

    public static RowEdit Cell(int line, long version, Field field, string text) => new(line, version, new Dictionary<Field, string> { [field] = text }, new Dictionary<Field, string>());

    public static async Task<DraftSaving> SaveAsync(this CountyFixture county, string code, Semester semester, params IReadOnlyList<RowEdit> edits)
    {
        var school = await county.SchoolAsync(code);
        return (await county.Do(s => s.Get<SaveDraft>().RunAsync(SchoolClerk, school, semester, edits, CountyFixture.Stop), await county.ScopeAsync(code)))!;
    }

    public static async Task<OpenedDraft> DraftAsync(this CountyFixture county, string code, Semester semester)
    {
        var school = await county.SchoolAsync(code);
        return (await county.Do(s => s.Get<OpenDraft>().RunAsync(school, semester, CountyFixture.Stop), await county.ScopeAsync(code)))!;
    }

    public static async Task<DraftStarted> StartAsync(this CountyFixture county, string code, Semester semester, DraftStart with, bool discard = false)
    {
        var school = await county.SchoolAsync(code);
        return await county.Do(s => s.Get<StartDraft>().RunAsync(SchoolClerk, school, semester, with, discard, CountyFixture.Stop), await county.ScopeAsync(code));
    }

    public static string Text(this OpenedDraft draft, int line, Field field) => draft.Lines.Single(l => l.Line == line).Cells[draft.Columns.ToList().IndexOf(field)];
}
