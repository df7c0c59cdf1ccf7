using EduAid.Domain.Findings;
using EduAid.Domain.Policies;
using EduAid.Domain.Schools;

namespace EduAid.Domain.Programmes;

/// <summary>
/// 义务教育生活补助. Plan 二(二)2: registered pupils of compulsory education; boarders 1000 yuan a year in primary and 1250 in junior school,
/// the others half of that, by card each semester.
/// </summary>
public sealed class CompulsoryLiving : Programme
{
    public override string Code => "compulsory-living";

    public override string ChineseName => "义务教育生活补助";

    public override string Clause => "二(二)2";

    public override Payee Payee => Payee.Card;

    public override IReadOnlyList<Stage> Stages => [Stage.Primary, Stage.Junior];

    public override Judgement Judge(PupilCase pupil, Policy policy)
    {
        var row = pupil.Enrolment;
        var assessment = Assess(pupil, policy)
            .InSchool()
            .At(Stage.Primary, Stage.Junior)
            .Registered()
            .Then(a => row!.Boarding is null ? a.Question(FindingCodes.BoardingUnknown, "boarding-not-stated", "") : a)
            .SameName()
            .HalfOf(row?.Stage == Stage.Junior ? "compulsory-living.boarder.junior" : "compulsory-living.boarder.primary", "boarder-standard");
        if (row?.Boarding == false) assessment.Keep("compulsory-living.non-boarder-percent", "non-boarder");
        return assessment.ToCard(row?.Card);
    }
}
