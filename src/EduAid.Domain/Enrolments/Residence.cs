namespace EduAid.Domain.Enrolments;

/// <summary>Which of a child's rows holds the child on the semester's reference date; more than one is a conflict.</summary>
/// <param name="Holding">The rows whose school has the child in its register and in school that day.</param>
/// <param name="TransferUndated">A school reports the child as 转出 without a date while another reports it in school.</param>
public sealed record Residence(IReadOnlyList<EnrolmentFacts> Holding, bool TransferUndated)
{
    /// <summary>
    /// The school whose register holds the pupil on the reference date pays (domain.md section 1). A day of transfer counts
    /// for the school that the pupil goes to. A dated departure after the reference date leaves the semester with the old school,
    /// and the new school's row, where it bears no date, then begins with that departure.
    /// </summary>
    public static Residence On(DateOnly referenceDate, IReadOnlyCollection<EnrolmentFacts> rows)
    {
        var stayed = rows.Where(r => r.Status == EnrolmentStatus.TransferredOut && r.TransferredOut > referenceDate
            && !(r.TransferredIn > referenceDate)).ToList();
        var inSchool = rows.Where(r => r.Status == EnrolmentStatus.InSchool
            && !(r.TransferredIn > referenceDate) && !(r.TransferredOut <= referenceDate)).ToList();
        if (stayed.Count > 0) inSchool.RemoveAll(r => r.TransferredIn is null);
        var undated = inSchool.Count > 0 && rows.Any(r => r.Status == EnrolmentStatus.TransferredOut && r.TransferredOut is null);
        return new([.. stayed, .. inSchool], undated);
    }
}
