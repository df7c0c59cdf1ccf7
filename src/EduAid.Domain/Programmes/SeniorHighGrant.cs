using EduAid.Domain.Policies;
using EduAid.Domain.Schools;

namespace EduAid.Domain.Programmes;

/// <summary>普通高中国家助学金. Plan 二(二)3: registered senior-high students in register and attending, 3000 yuan a year, by card each semester.</summary>
public sealed class SeniorHighGrant : Programme
{
    public override string Code => "senior-high-grant";

    public override string ChineseName => "普通高中国家助学金";

    public override string Clause => "二(二)3";

    public override Payee Payee => Payee.Card;

    public override IReadOnlyList<Stage> Stages => [Stage.SeniorHigh];

    public override Judgement Judge(PupilCase pupil, Policy policy) => Assess(pupil, policy)
        .InSchool()
        .At(Stage.SeniorHigh)
        .Registered()
        .SameName()
        .HalfOf("senior-high-grant.annual-amount", "standard")
        .ToCard(pupil.Enrolment?.Card);
}
