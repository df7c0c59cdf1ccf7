using EduAid.Application.Checks;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Checks;

/// <summary>What the checks say of an invented county.</summary>
internal static class CheckedCounty
{
    public static async Task<CountyFixture> OpenAsync(TestDatabase on, IEnumerable<Child> registered, params IEnumerable<string> rows)
    {
        var county = await CountyFixture.OpenAsync(on);
        await county.Schools(SchoolsFile);
        await county.Specialties(SpecialtiesFile);
        await county.Registered(RegisteredOf("p.csv", registered));
        await county.Lists(List("a.csv", rows));
        await county.Generate(Spring2020);
        return county;
    }

    /// <summary>Runs them and gives back, in the order of names, what one of them says: the name, and the sentence.</summary>
    public static async Task<IReadOnlyList<(string Name, string Found)>> CheckAsync(this CountyFixture county, string code, Semester? semester = null)
    {
        (await county.Do(s => s.Get<RunChecks>().RunAsync(Staff.Officer, semester ?? Spring2020, Stop))).Should().NotBeNull();
        return await county.HitsAsync(code, semester);
    }

    /// <summary>What its last run said.</summary>
    public static async Task<IReadOnlyList<(string Name, string Found)>> HitsAsync(this CountyFixture county, string code, Semester? semester = null)
    {
        var of = semester ?? Spring2020;
        var hits = await county.Do(s => s.Db.CheckHits.Where(h => h.Semester == of && h.Code == code).ToListAsync());
        return [.. hits.OrderBy(h => h.Name, StringComparer.Ordinal).Select(h => (h.Name, EduAid.Application.Words.Words.Chinese.CheckFound(code, h.Detail)))];
    }
}
