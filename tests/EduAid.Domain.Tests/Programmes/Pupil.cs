using EduAid.Domain.Enrolments;
using EduAid.Domain.Policies;
using EduAid.Domain.Programmes;
using EduAid.Domain.Registrations;
using EduAid.Domain.Schools;
using EduAid.Domain.Tests.Policies;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Programmes;

/// <summary>
/// One row of a school's list with the school that it stands on, in the trade's words, so that the tables of the tests can be
/// read beside the plan. An empty word is an empty cell. The defaults are those of a child whom everything is known about.
/// </summary>
internal sealed record Pupil(string Stage)
{
    public int Grade { get; init; } = 1;

    public string Name { get; init; } = "王小明";

    public string Boarding { get; init; } = "走读";

    public string Status { get; init; } = "在读";

    /// <summary>转入日期 and 转出日期.</summary>
    public string In { get; init; } = "";

    public string Out { get; init; } = "";

    public string Specialty { get; init; } = "会计";

    /// <summary>The registered fee of the specialty; empty where none is registered.</summary>
    public string Fee { get; init; } = "850";

    public string FullTime { get; init; } = "是";

    public string Household { get; init; } = "农村";

    /// <summary>有, 无 or 错.</summary>
    public string Card { get; init; } = "有";

    /// <summary>脱贫属性 of the person on the registered list; empty where the person is not on it.</summary>
    public string Registered { get; init; } = "未脱贫";

    public string RegisteredName { get; init; } = "王小明";

    public string School { get; init; } = "甲校";

    public string Sponsor { get; init; } = "公办";

    public string Tier { get; init; } = "";

    /// <summary>实际学费 per semester.</summary>
    public string Tuition { get; init; } = "";

    public bool SchoolHasAccount { get; init; } = true;

    public bool OutsideCounty { get; init; }

    /// <summary>What this programme says of the pupil, as <see cref="Outcome"/> words it.</summary>
    public string Gets(string programme, string semester) => Gets(programme, ShippedCatalogue.In(semester));

    public string Gets(string programme, Policy policy) => Outcome.Of(JudgementOf(programme, policy));

    public Judgement JudgementOf(string programme, Policy policy) =>
        Judge(policy, this).Results.Single(r => r.Programme.Code == programme).Judgement;

    /// <summary>Judges one child by all its rows; the registration is that of the first.</summary>
    public static SemesterJudgement Judge(Policy policy, params IReadOnlyList<Pupil> rows)
    {
        var person = new PersonInSemester([.. rows.Select(r => r.Facts())], [], rows[0].Registration());
        return SemesterJudgement.Of(person, policy, code => rows.First(r => r.School == code).SchoolFacts(), _ => rows[0].SpecialtyFee());
    }

    public EnrolmentFacts Facts() => new(
        School, Name, TradeWords.StageOf(Stage), Grade, "1班", TradeWords.Boarding(Boarding), TradeWords.Status(Status), TradeWords.Day(In), TradeWords.Day(Out),
        Stage == "中职" ? Specialty : null, TradeWords.YesNo(FullTime), TradeWords.Household(Household), TradeWords.Card(Card), "名单 第5行");

    public RegistrationFacts? Registration() =>
        Registered.Length == 0 ? null : new(RegisteredName, Registered, "34152300000417", Registered == "已脱贫" ? 2018 : null, "建档立卡名单 第8行");

    public SchoolFacts SchoolFacts() => new(
        School, School, TradeWords.KindFor(Stage), TradeWords.Sponsor(Sponsor), TradeWords.Tier(Tier), TradeWords.Yuan(Tuition), SchoolHasAccount, OutsideCounty);

    public SpecialtyFee? SpecialtyFee() => Fee.Length == 0 ? null : new(Specialty, TradeWords.Yuan(Fee), "专业目录 第2行");
}
