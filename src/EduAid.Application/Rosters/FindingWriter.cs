using EduAid.Application.Review;
using EduAid.Application.Storage;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Rosters;

/// <summary>Replaces a semester's findings by those of the present generation; a finding that is raised again keeps its key and day.</summary>
internal sealed class FindingWriter(EduAidDbContext db, TimeProvider time)
{
    /// <param name="only">One person, whose findings alone are replaced; null for everybody.</param>
    public async Task RewriteAsync(SemesterFacts facts, IReadOnlyList<(PersonLines Person, PersonFinding Finding)> raised, CancellationToken stop, PersonId? only = null)
    {
        var (semester, county, now) = (facts.Semester, db.CountyCode, time.GetUtcNow());
        var before = (await db.Findings.Where(f => f.Semester == semester && (only == null || f.Person == only)).Include(f => f.Schools).ToListAsync(stop)).ToLookup(f => (f.Code, f.Person));
        var kept = new HashSet<Guid>();
        var (findings, schools) = (new List<Finding>(), new List<FindingSchool>());
        foreach (var (person, finding) in raised)
        {
            var concerned = finding.Schools.Select(code => facts.Schools[code].Id).ToList();
            var programmes = string.Join(',', finding.Programmes);
            var same = before[(finding.Code, person.Person)].FirstOrDefault(f =>
                f.Programmes == programmes && f.Detail == finding.Detail && f.Schools.Select(s => s.School).ToHashSet().SetEquals(concerned));
            if (same is not null)
            {
                kept.Add(same.Id);
                continue;
            }
            var id = Keys.New(now);
            findings.Add(new Finding
            {
                County = county,
                Id = id,
                Semester = semester,
                Code = finding.Code,
                Holds = finding.Holds,
                Person = person.Person,
                Name = person.Enrolments.Count > 0 ? person.Enrolments[0].Name : person.Admissions[0].Name,
                Programmes = programmes,
                Detail = finding.Detail,
                RaisedAt = now,
            });
            schools.AddRange(concerned.Select(s => new FindingSchool { County = county, Finding = id, School = s }));
        }
        var gone = before.SelectMany(g => g).Select(f => f.Id).Where(id => !kept.Contains(id)).ToList();
        foreach (var chunk in gone.Chunk(500))
        {
            await db.FindingSchools.Where(s => chunk.Contains(s.Finding)).ExecuteDeleteAsync(stop);
            await db.Findings.Where(f => chunk.Contains(f.Id)).ExecuteDeleteAsync(stop);
        }
        await db.InsertManyAsync(findings, stop);
        await db.InsertManyAsync(schools, stop);
    }
}
