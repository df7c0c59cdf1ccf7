using EduAid.Domain.Policies;
using EduAid.Domain.Schools;

namespace EduAid.Domain.Programmes;

/// <summary>
/// 中职国家助学金. Plan 二(二)5: registered vocational students of years 1 and 2 in register and attending, 3000 yuan a year, by card each semester.
/// Full-time enrolment is not asked for.
/// </summary>
public sealed class VocationalGrant : Programme
{
    public override string Code => "vocational-grant";

    public override string ChineseName => "中职国家助学金";

    public override string Clause => "二(二)5";

    public override Payee Payee => Payee.Card;

    public override IReadOnlyList<Stage> Stages => [Stage.Vocational];

    public override Judgement Judge(PupilCase pupil, Policy policy) => Assess(pupil, policy)
        .InSchool()
        .At(Stage.Vocational)
        .Registered()
        .GradeIn("vocational-grant.grades")
        .SameName()
        .HalfOf("vocational-grant.annual-amount", "standard")
        .ToCard(pupil.Enrolment?.Card);
}
