using EduAid.Domain.Checks;
using EduAid.Domain.Findings;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Checks.Kinds;

/// <summary>Registered children at kindergartens for which the programme does not pay.</summary>
internal sealed class KindergartenOutside : AuditCheck
{
    public override string Code => CheckCodes.KindergartenOutside;

    public override async Task<IReadOnlyList<Caught>> FindAsync(CheckedSemester semester, CancellationToken stop)
    {
        var findings = await semester.Db.Findings.Where(f => f.Semester == semester.Semester && f.Code == FindingCodes.KindergartenOutside)
            .OrderBy(f => f.Person).Include(f => f.Schools).ToListAsync(stop);
        return
        [
            .. findings.DistinctBy(f => f.Person).Select(f => new Caught($"person:{f.Person.Value}", f.Name, f.Detail)
            {
                Person = f.Person,
                School = f.Schools.Count > 0 ? f.Schools[0].School : null,
            }),
        ];
    }
}
