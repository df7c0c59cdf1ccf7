using EduAid.Application.Coverage;
using EduAid.Application.Intake;
using EduAid.Application.People;
using EduAid.Domain.Findings;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Tests.Counties;

/// <summary>What a county comes to, in the form of an <c>expected.json</c>.</summary>
internal static class Answers
{
    /// <summary>Fen by programme and citizen ID; a person twice in one programme fails.</summary>
    public static async Task<Dictionary<string, Dictionary<string, long>>> PayAsync(this CountyFixture county, Semester semester)
    {
        await using var services = county.Open();
        var entries = await (from entry in services.Db.RosterEntries
                             join roster in services.Db.Rosters on entry.Roster equals roster.Id
                             where roster.Semester == semester
                             select new { roster.Programme, entry.Person, entry.Fen }).ToListAsync();
        var ids = await services.Get<PersonDirectory>().RevealAsync([.. entries.Select(e => e.Person)], CountyFixture.Stop);
        return Programme.Of(semester).ToDictionary(
            p => p.Code, p => entries.Where(e => e.Programme == p.Code).ToDictionary(e => ids[e.Person].Reveal(), e => e.Fen));
    }

    public static async Task<List<(string Code, string CitizenId)>> HeldAsync(this CountyFixture county, Semester semester) =>
        [.. (await county.FindingsAsync(semester)).Where(f => FindingCodes.Holds(f.Code))];

    public static async Task<List<(string Code, string CitizenId)>> FindingsAsync(this CountyFixture county, Semester semester)
    {
        await using var services = county.Open();
        var findings = await services.Db.Findings.Where(f => f.Semester == semester).ToListAsync();
        var ids = await services.Get<PersonDirectory>().RevealAsync([.. findings.Select(f => f.Person)], CountyFixture.Stop);
        return [.. findings.Select(f => (f.Code, ids[f.Person].Reveal())).Order()];
    }

    public static async Task<List<(string CitizenId, AgeBand Band)>> MissedAsync(this CountyFixture county, Semester semester)
    {
        await using var services = county.Open();
        var missed = await services.Get<MissedChildren>().InAsync(semester, CountyFixture.Stop);
        var ids = await services.Get<PersonDirectory>().RevealAsync([.. missed.Select(m => m.Person)], CountyFixture.Stop);
        return [.. missed.Select(m => (ids[m.Person].Reveal(), m.Band)).Order()];
    }

    public static IEnumerable<(string File, string Code, int Row)> Refused(this ImportOutcome outcome) => outcome.Reports
        .SelectMany(r => r.Problems.Where(p => p.Severity == Severity.Error).Select(p => (r.File, p.Code, p.Row ?? 0)));

    /// <summary>Names what is there too much and too little, each as often as it is.</summary>
    public static void ShouldAgree<T>(IEnumerable<T> actual, IEnumerable<T> expected, string what)
        where T : notnull
    {
        var difference = actual.Select(a => (Item: a, By: 1)).Concat(expected.Select(e => (Item: e, By: -1)))
            .GroupBy(p => p.Item).Select(g => (g.Key, By: g.Sum(p => p.By))).Where(g => g.By != 0).ToList();
        difference.Should().BeEmpty("{0} should be as expected; +1 is too much, -1 too little", what);
    }

    /// <summary>Codes of all problems, in the order of files and rows.</summary>
    public static IEnumerable<string> Codes(this ImportOutcome outcome) => outcome.Reports.SelectMany(r => r.Problems).Select(p => p.Code);
}
