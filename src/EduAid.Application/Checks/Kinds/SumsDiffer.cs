using EduAid.Application.Payments;
using EduAid.Domain.Checks;
using EduAid.Domain.Payments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Checks.Kinds;

/// <summary>Money has gone to the bank, and the sums of rosters and vouchers of the programme are not the same (二(二)9).</summary>
internal sealed class SumsDiffer : AuditCheck
{
    public override string Code => CheckCodes.SumsDiffer;

    public override async Task<IReadOnlyList<Caught>> FindAsync(CheckedSemester semester, CancellationToken stop)
    {
        var sent = await semester.Db.Batches.Where(b => b.Semester == semester.Semester && (b.State == BatchState.Released || b.State == BatchState.HandedOver))
            .Select(b => b.Programme).Distinct().ToListAsync(stop);
        var found = new List<Caught>();
        foreach (var programme in Programme.Of(semester.Semester).Where(p => sent.Contains(p.Code)))
        {
            var sums = await FourSums.ReadAsync(semester.Db, semester.Semester, programme.Code, stop);
            if (sums.Agree) continue;
            found.Add(new($"programme:{programme.Code}", programme.Code, string.Join('|', new[] { sums.RosterFen, sums.DocumentFen, sums.BankFen, sums.VoucherFen }.Select(f => Money.FromFen(f).ToString())))
            {
                Fen = Math.Abs(sums.RosterFen - sums.VoucherFen),
            });
        }
        return found;
    }
}
