using EduAid.Domain.Findings;
using EduAid.Domain.Policies;
using EduAid.Domain.Schools;

namespace EduAid.Domain.Programmes;

/// <summary>
/// 中职免学费. Plan 二(二)6: full-time, formally enrolled vocational students of years 1 to 3 from the countryside and county towns pay no tuition;
/// by specialty 600 to 1500 yuan a semester, to the school. Poverty is not asked for, so a name that differs from the registered list is no obstacle.
/// </summary>
public sealed class VocationalTuition : Programme
{
    public override string Code => "vocational-tuition";

    public override string ChineseName => "中职免学费";

    public override string Clause => "二(二)6";

    public override Payee Payee => Payee.School;

    public override IReadOnlyList<Stage> Stages => [Stage.Vocational];

    // Both blanks are asked about at once: the school should be written to only once.
    public override Judgement Judge(PupilCase pupil, Policy policy) => Assess(pupil, policy)
        .InSchool()
        .At(Stage.Vocational)
        .GradeIn("vocational-tuition.grades")
        .Then(a => pupil.Enrolment!.HouseholdType is { } type
            ? a.OneOf("vocational-tuition.household-types", type.InChinese(), "household-covered", "household-not-covered", FindingCodes.HouseholdUnknown)
            : a)
        .Stated(pupil.Enrolment?.FullTime, "full-time", "not-full-time", FindingCodes.FullTimeUnknown)
        .Then(a => pupil.Enrolment!.HouseholdType is null
            ? a.OneOf("vocational-tuition.household-types", null, "household-covered", "household-not-covered", FindingCodes.HouseholdUnknown)
            : a)
        .SpecialtyFee("vocational-tuition.fee-minimum", "vocational-tuition.fee-maximum")
        .CappedByTuition()
        .ToSchool();
}
