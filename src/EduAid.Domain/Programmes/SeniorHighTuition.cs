using EduAid.Domain.Policies;
using EduAid.Domain.Schools;

namespace EduAid.Domain.Programmes;

/// <summary>
/// 普通高中免学费. Plan 二(二)4: registered senior-high students pay no tuition; the school gets 850 yuan a semester as a province model school,
/// 700 as a city model school, 350 as a private one.
/// </summary>
public sealed class SeniorHighTuition : Programme
{
    public override string Code => "senior-high-tuition";

    public override string ChineseName => "普通高中免学费";

    public override string Clause => "二(二)4";

    public override Payee Payee => Payee.School;

    public override IReadOnlyList<Stage> Stages => [Stage.SeniorHigh];

    // The plan gives no amount for a public school without a tier: none is guessed, the parameter has to be entered.
    public override Judgement Judge(PupilCase pupil, Policy policy) => Assess(pupil, policy)
        .InSchool()
        .At(Stage.SeniorHigh)
        .Registered()
        .SameName()
        .Noted("tier", pupil.School.WaiverTier.InChinese())
        .Whole(Parameter(pupil.School.WaiverTier), "tuition-standard")
        .CappedByTuition()
        .ToSchool();

    private static string Parameter(Tier tier) => tier switch
    {
        Tier.ProvinceModel => "senior-high-tuition.province-model",
        Tier.CityModel => "senior-high-tuition.city-model",
        Tier.Private => "senior-high-tuition.private",
        _ => "senior-high-tuition.unstated",
    };
}
