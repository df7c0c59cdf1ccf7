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

    // What was granted in the same semester is this very grant, computed again; in any other it is the once in a lifetime.
    public override Judgement Judge(PupilCase pupil, Policy policy)
    {
        if (pupil.Admission is not { } admission) return Assess(pupil, policy).No("not-admitted", "").ToCard(null);
        var (home, there) = (Provinces.Find(policy.Require("county.province").Value), Provinces.Find(admission.Province));
        var inside = home == there;
        return Assess(pupil, policy)
            .PaidByTheCounty()
            .Require(pupil.School.Teaches(Stage.SeniorHigh), "no-senior-high-school", pupil.School.Name)
            .Noted("admitted", $"{admission.University} {admission.Province} {admission.Source}")
            .Registered()
            .SameName()
            .Then(a => pupil.TravelGrantedIn is { } earlier && earlier != policy.Semester ? a.Question(FindingCodes.AlreadyPaid, "granted-before", earlier.ToChinese()) : a)
            .Then(a => home is null || there is null
                ? a.Question(FindingCodes.ProvinceUnknown, "province-not-stated", $"{admission.University} {admission.Province}") : a)
            .Whole(inside ? "university-travel.inside" : "university-travel.outside", inside ? "inside-province" : "outside-province")
            .ToCard(admission.Card);
    }
}

/// <summary>Provinces are written with and without their kind: 安徽 and 安徽省 are one.</summary>
public static class Provinces
{
    private static readonly string[] Kinds = ["维吾尔自治区", "壮族自治区", "回族自治区", "特别行政区", "自治区", "省", "市"];

    // GB/T 2260.
    private static readonly HashSet<string> Names =
    [
        "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北",
        "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆", "台湾", "香港", "澳门",
    ];

    /// <summary>
    /// The short name of a province. Null for a blank and for anything else, such as 合肥市 or 省内: what is no province
    /// must not count as one outside the county's own.
    /// </summary>
    public static string? Find(string? written)
    {
        var name = Text.Fold(written);
        foreach (var kind in Kinds)
        {
            if (!name.EndsWith(kind, StringComparison.Ordinal)) continue;
            name = name[..^kind.Length];
            break;
        }
        return Names.Contains(name) ? name : null;
    }
}
