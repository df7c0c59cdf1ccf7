namespace EduAid.Domain.Enrolments;

/// <summary>Which of a child's rows holds the child on the semester's reference date; more than one is a conflict.</summary>
/// <param name="Holding">The rows whose school has the child in its register and in school that day.</param>
/// <param name="TransferUndated">A school reports the child as 转出 without a date while another reports it in school.</param>
public sealed record Residence(IReadOnlyList<EnrolmentFacts> Holding, bool TransferUndated)
{
    /// <summary>
    /// The school whose register holds the pupil on the reference date pays (domain.md section 1). A day of transfer counts
    /// for the school that the pupil goes to. Of a departure and an arrival of which only one is dated, the other fell on the same day.
    /// Only rows in school conflict: where the new school had the pupil before the old one let go, the new school holds it.
    /// </summary>
    public static Residence On(DateOnly referenceDate, IReadOnlyCollection<EnrolmentFacts> rows)
    {
        var inSchool = rows.Where(r => r.Status == EnrolmentStatus.InSchool && ArrivedBy(r, referenceDate)
            && !(r.TransferredOut <= referenceDate && !CameBack(r))).ToList();
        if (inSchool.Any(r => r.TransferredIn is not null)) return new(inSchool, AnyUndated(rows));

        var left = rows.Where(r => r.Status == EnrolmentStatus.TransferredOut && ArrivedBy(r, referenceDate)).ToList();
        var stayed = left.Where(r => r.TransferredOut > referenceDate).ToList();
        if (stayed.Count > 0) return new(stayed, false);
        if (inSchool.Count > 0) return new(inSchool, AnyUndated(rows));

        var arrivesLater = rows.Any(r => r.Status == EnrolmentStatus.InSchool && r.TransferredIn > referenceDate);
        var undated = left.Where(r => r.TransferredOut is null).ToList();
        return arrivesLater && undated.Count > 0 ? new(undated, true) : new([], false);
    }

    private static bool ArrivedBy(EnrolmentFacts row, DateOnly day) => !(row.TransferredIn > day);

    // A pupil in school whose row bears a departure and a later arrival has come back, or states when it left the school before.
    private static bool CameBack(EnrolmentFacts row) => row.TransferredIn >= row.TransferredOut;

    private static bool AnyUndated(IEnumerable<EnrolmentFacts> rows) =>
        rows.Any(r => r.Status == EnrolmentStatus.TransferredOut && r.TransferredOut is null);
}
