using EduAid.Domain.Checks;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Checks.Kinds;

/// <summary>A school claims waivers and was found to charge tuition all the same.</summary>
internal sealed class TuitionCharged : AuditCheck
{
    public override string Code => CheckCodes.TuitionCharged;

    public override async Task<IReadOnlyList<Caught>> FindAsync(CheckedSemester semester, CancellationToken stop)
    {
        var charges = await semester.Db.TuitionCharges.Where(c => c.Semester == semester.Semester && c.TakenBackAt == null).OrderBy(c => c.At).ToListAsync(stop);
        if (charges.Count == 0) return [];
        var waived = semester.Entries.Where(e => e.Payee == Payee.School).GroupBy(e => e.School).ToDictionary(g => g.Key, g => g.Sum(e => e.Fen));
        return
        [
            .. from school in charges.GroupBy(c => c.School)
               where waived.ContainsKey(school.Key)
               let last = school.Last()
               select new Caught($"school:{school.Key.Value}", semester.Schools[school.Key].Name, $"{Money.FromFen(last.Fen)}|{last.Source.Replace('|', ' ')}") { School = school.Key, Fen = waived[school.Key] },
        ];
    }
}
