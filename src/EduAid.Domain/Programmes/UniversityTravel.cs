using EduAid.Domain.Findings;
using EduAid.Domain.Policies;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;

namespace EduAid.Domain.Programmes;

/// <summary>
/// 高校入学路费资助. Plan 二(二)8: registered senior-high graduates who enter a university, once: 1000 yuan outside the province, 500 inside, by card.
/// It belongs to the autumn semester of the admission year; an admissions row is evidence enough of having graduated.
/// </summary>
public sealed class UniversityTravel : Programme
{
    public override string Code => "university-travel";

    public override string ChineseName => "高校入学路费资助";

    public override string Clause => "二(二)8";

    public override Payee Payee => Payee.Card;

    public override IReadOnlyList<Stage> Stages => [Stage.SeniorHigh];

    public override bool JudgesAdmissions => true;

    public override bool IsOf(Semester semester) => semester.IsAutumn;

    public override Judgement Judge(PupilCase pupil, Policy policy)
    {
        if (pupil.Admission is not { } admission) return Assess(pupil, policy).No("not-admitted", "").ToCard(null);
        var home = policy.Require("county.province");
        var inside = admission.Province is { } province && Provinces.Same(province, home.Value);
        return Assess(pupil, policy)
            .Require(pupil.School.Teaches(Stage.SeniorHigh), "no-senior-high-school", pupil.School.Name)
            .Noted("admitted", $"{admission.University} {admission.Province} {admission.Source}")
            .Registered()
            .SameName()
            .Then(a => pupil.TravelGrantedIn is { } earlier ? a.Question(FindingCodes.AlreadyPaid, "granted-before", earlier.ToChinese()) : a)
            .Then(a => admission.Province is null ? a.Question(FindingCodes.ProvinceUnknown, "province-not-stated", admission.University) : a)
            .Whole(inside ? "university-travel.inside" : "university-travel.outside", inside ? "inside-province" : "outside-province")
            .ToCard(admission.Card);
    }
}

/// <summary>Provinces are written with and without their kind: 安徽 and 安徽省 are one.</summary>
public static class Provinces
{
    private static readonly string[] Kinds = ["维吾尔自治区", "壮族自治区", "回族自治区", "特别行政区", "自治区", "省", "市"];

    public static bool Same(string a, string b) => Short(a) == Short(b);

    private static string Short(string name)
    {
        var folded = Text.Fold(name);
        foreach (var kind in Kinds)
            if (folded.EndsWith(kind, StringComparison.Ordinal)) return folded[..^kind.Length];
        return folded;
    }
}
