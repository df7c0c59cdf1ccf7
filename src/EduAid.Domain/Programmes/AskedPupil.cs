using EduAid.Domain.Enrolments;
using EduAid.Domain.Policies;
using EduAid.Domain.Registrations;
using EduAid.Domain.Schools;

namespace EduAid.Domain.Programmes;

/// <summary>
/// What somebody says of a pupil when asking what is due, without a name: the same programmes judge it as judge the lists. What is not said
/// stays unknown, and is asked about.
/// </summary>
/// <param name="Stage">Null for a senior-high graduate who enters university.</param>
/// <param name="Category">Of the registered list, such as 未脱贫; null where the pupil is not on it.</param>
/// <param name="OutsideProvince">Of the university.</param>
public sealed record AskedPupil(
    Stage? Stage, int Grade, bool? Boarding, Sponsor Sponsor, Tier Tier, string? Category, SpecialtyFee? Specialty, bool? FullTime, HouseholdType? Household, bool OutsideProvince)
{
    private const string Nobody = "—";

    /// <summary>What each programme for that stage says, in the plan's order.</summary>
    public IReadOnlyList<(Programme Programme, Judgement Judgement)> Judge(Policy policy)
    {
        var pupil = Case(policy);
        return [.. Programme.All.Where(p => Stage is { } stage ? !p.JudgesAdmissions && p.Stages.Contains(stage) : p.JudgesAdmissions).Select(p => (p, p.Judge(pupil, policy)))];
    }

    private PupilCase Case(Policy policy) => new()
    {
        Enrolment = Stage is { } stage ? new(
            "", Nobody, stage, Grade, null, Boarding, EnrolmentStatus.InSchool, null, null, Specialty?.Specialty, FullTime, Household, AccountState.Usable, "") : null,
        HeldOnReferenceDate = true,
        School = new("", Nobody, Kind, Sponsor, Tier, ActualTuition: null, HasAccount: true, OutsideCounty: false),
        Registration = Category is { } category ? new RegistrationFacts(Nobody, category, "", null, "") : null,
        Specialty = Specialty,
        // Any other province will do: the rule asks only whether it is the county's own.
        Admission = Stage is null ? new(Nobody, Nobody, OutsideProvince ? Elsewhere(policy) : policy.Require("county.province").Value, AccountState.Usable, "") : null,
    };

    private SchoolKind Kind => Stage switch
    {
        Schools.Stage.Preschool => SchoolKind.Kindergarten,
        Schools.Stage.Primary => SchoolKind.Primary,
        Schools.Stage.Junior => SchoolKind.Junior,
        Schools.Stage.Vocational => SchoolKind.Vocational,
        _ => SchoolKind.SeniorHigh,
    };

    private static string Elsewhere(Policy policy) => Provinces.Find(policy.Require("county.province").Value) == "北京" ? "上海" : "北京";
}
