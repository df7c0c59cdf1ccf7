using EduAid.Domain.Findings;
using EduAid.Domain.Policies;
using EduAid.Domain.Schools;

namespace EduAid.Domain.Programmes;

/// <summary>
/// 学前教育资助. Plan 二(二)1: registered children in register and attending an inclusive kindergarten, 800 yuan a year, by card each semester.
/// </summary>
public sealed class Preschool : Programme
{
    public override string Code => "preschool";

    public override string ChineseName => "学前教育资助";

    public override string Clause => "二(二)1";

    public override Payee Payee => Payee.Card;

    public override IReadOnlyList<Stage> Stages => [Stage.Preschool];

    // A public kindergarten is inclusive by its nature; a private one only where it is registered as 普惠性民办.
    // A kindergarten outside the programme gets nothing, but its registered children are listed for the county to look at.
    public override Judgement Judge(PupilCase pupil, Policy policy) => Assess(pupil, policy)
        .InSchool()
        .At(Stage.Preschool)
        .Registered()
        .Then(a => pupil.School.Sponsor switch
        {
            null => a.Question(FindingCodes.ParameterMissing, "sponsor-not-stated", pupil.School.Name),
            { } sponsor when !policy.Require("preschool.sponsors").Words.Contains(sponsor.InChinese()) =>
                a.NoWithNotice("kindergarten-not-inclusive", sponsor.InChinese(), FindingCodes.KindergartenOutside),
            { } sponsor => a.OneOf("preschool.sponsors", sponsor.InChinese(), "kindergarten-inclusive", "", ""),
        })
        .SameName()
        .HalfOf("preschool.annual-amount", "standard")
        .ToCard(pupil.Enrolment?.Card);
}
