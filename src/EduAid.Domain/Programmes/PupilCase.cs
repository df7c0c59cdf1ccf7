using EduAid.Domain.Enrolments;
using EduAid.Domain.Registrations;
using EduAid.Domain.Review;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;

namespace EduAid.Domain.Programmes;

/// <summary>The facts of one child in one semester at one school: all that a rule may look at.</summary>
public sealed record PupilCase
{
    /// <summary>The row that is judged; null for a graduate of whom only the admission is known.</summary>
    public EnrolmentFacts? Enrolment { get; init; }

    /// <summary>Whether that row's school holds the child on the reference date.</summary>
    public bool HeldOnReferenceDate { get; init; }

    /// <summary>Another school reports the child as 转出 without a date.</summary>
    public bool TransferUndated { get; init; }

    public required SchoolFacts School { get; init; }

    /// <summary>Null where the person (not merely the household) is on no registered list valid in the semester.</summary>
    public RegistrationFacts? Registration { get; init; }

    /// <summary>The fee of the row's specialty per semester; null where none is registered.</summary>
    public SpecialtyFee? Specialty { get; init; }

    public AdmissionFacts? Admission { get; init; }

    /// <summary>The semester in which the once-in-a-lifetime travel money was granted before.</summary>
    public Semester? TravelGrantedIn { get; init; }

    /// <summary>What people have decided about the child.</summary>
    public PersonDecisions Decisions { get; init; } = PersonDecisions.None;

    /// <summary>The row's school was named by a decision, where several report the child.</summary>
    public bool HeldByDecision { get; init; }

    /// <summary>A blank cell of the row was answered by a decision.</summary>
    public bool Answered { get; init; }
}

/// <param name="Fee">Fen per semester; null where the specialty is registered without a fee.</param>
public sealed record SpecialtyFee(string Specialty, Money? Fee, string Source);

/// <summary>A row of a university admissions list: evidence enough of having graduated.</summary>
/// <param name="Province">院校所在省; null where the list leaves it blank.</param>
public sealed record AdmissionFacts(string Name, string University, string? Province, AccountState Card, string Source);
