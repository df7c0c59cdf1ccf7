using EduAid.Domain.Checks;
using EduAid.Domain.Programmes;

namespace EduAid.Application.Checks.Kinds;

/// <summary>On a roster of a programme for registered households, and by now on no registered list of the semester. The vocational waiver asks for none (二(二)6).</summary>
internal sealed class PaidNotRegistered : AuditCheck
{
    /// <summary>The programme that asks for no registration.</summary>
    internal static readonly string ForAll = Programme.All.OfType<VocationalTuition>().Single().Code;

    public override string Code => CheckCodes.PaidNotRegistered;

    public override Task<IReadOnlyList<Caught>> FindAsync(CheckedSemester semester, CancellationToken stop) => Task.FromResult<IReadOnlyList<Caught>>(
        [.. semester.Entries.Where(e => e.Programme != ForAll && !semester.IsRegistered(e.Person)).Select(e => Caught.Of(e, e.Programme))]);
}
