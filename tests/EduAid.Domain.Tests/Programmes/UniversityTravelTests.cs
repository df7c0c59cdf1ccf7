using EduAid.Domain.Enrolments;
using EduAid.Domain.Policies;
using EduAid.Domain.Programmes;
using EduAid.Domain.Registrations;
using EduAid.Domain.Schools;
using EduAid.Domain.Tests.Policies;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Programmes;

/// <summary>高校入学路费资助, 二(二)8: 省外高校每人一次性1000元、省内500元.</summary>
public sealed class UniversityTravelTests
{
    [Theory]
    [InlineData("江苏省", "未脱贫", "1,000.00")]
    [InlineData("江苏", "未脱贫", "1,000.00")]
    [InlineData("上海市", "未脱贫", "1,000.00")]
    [InlineData("新疆维吾尔自治区", "已脱贫", "1,000.00")]
    [InlineData("内蒙古自治区", "已脱贫", "1,000.00")]
    [InlineData("安徽省", "未脱贫", "500.00")]
    [InlineData("安徽", "未脱贫", "500.00")]
    [InlineData(" 安 徽 省 ", "已脱贫", "500.00")]
    [InlineData("安徽省", "建档立卡", "500.00")]
    [InlineData("安徽省", "", "不发:不在册")]
    [InlineData("江苏省", "", "不发:不在册")]
    [InlineData("江苏省", "边缘易致贫户", "不发:类别不计入")]
    public void Registered_graduates_get_1000_outside_the_province_and_500_inside(string province, string registered, string expected) =>
        Gets(province, registered: registered).Should().Be(expected);

    // What is no province is not "outside": it would be paid twice the amount.
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("合肥市")]
    [InlineData("省内")]
    [InlineData("本省")]
    [InlineData("省")]
    public void A_blank_or_unknown_province_is_asked_about(string? province) => Gets(province).Should().Be("待定:院校所在省不明");

    [Theory]
    [InlineData(null, "2020-autumn", "1,000.00")]
    [InlineData("2020-autumn", "2020-autumn", "1,000.00")]
    [InlineData("2019-autumn", "2020-autumn", "待定:已领过")]
    [InlineData("2020-autumn", "2021-autumn", "待定:已领过")]
    [InlineData("2020-autumn", "2025-autumn", "待定:已领过")]
    [InlineData("2021-autumn", "2020-autumn", "待定:已领过")]
    public void It_is_granted_once_in_a_lifetime(string? before, string semester, string expected) =>
        Gets("江苏省", semester, before: before).Should().Be(expected);

    [Fact]
    public void A_second_claim_is_refused_naming_the_first()
    {
        var judged = Judge("2021-autumn", [("甲中", Admission("江苏省"))], before: "2020-autumn");

        judged.Findings.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new PersonFinding("already.paid", ["甲中"], ["university-travel"], "2020年秋季学期"));
    }

    [Fact]
    public void It_belongs_to_the_autumn_semester() =>
        Judge("2021-spring", [("甲中", Admission("江苏省"))]).Results.Should().BeEmpty();

    [Fact]
    public void An_admission_is_evidence_enough_and_no_row_of_the_school_is_needed() =>
        Judge("2020-autumn", [("甲中", Admission("江苏省"))]).Results.Should().ContainSingle()
            .Which.Judgement.Should().BeOfType<Entitlement>().Which.Payee.Should().Be(Payee.Card);

    [Theory]
    [InlineData("高级中学", "1,000.00")]
    [InlineData("完全中学", "1,000.00")]
    [InlineData("十二年一贯制学校", "1,000.00")]
    [InlineData("初级中学", "不发:毕业学校无高中")]
    [InlineData("中等职业学校", "不发:毕业学校无高中")]
    public void The_school_of_graduation_teaches_senior_high(string kind, string expected) => Gets("江苏省", kind: kind).Should().Be(expected);

    [Theory]
    [InlineData("王小明", "有", "1,000.00")]
    [InlineData("王小明", "无", "1,000.00(无银行卡)")]
    [InlineData("王小明", "错", "1,000.00(卡号有误)")]
    [InlineData("王小名", "有", "待定:姓名不符")]
    public void Card_and_name_are_those_of_the_admissions_list(string registeredName, string card, string expected) =>
        Gets("江苏省", registeredName: registeredName, card: card).Should().Be(expected);

    [Fact]
    public void A_graduate_of_a_school_outside_the_county_is_paid_there()
    {
        Gets("江苏省", outsideCounty: true).Should().Be("不发:县外就读");
        Outcome.Of(Judge("2020-autumn", [("甲中", Admission("江苏省"))], outsideCounty: true,
            added: ShippedCatalogue.Value("outside-county.pays", "2020-spring", "yes", Unit.YesNo)).Results[0].Judgement).Should().Be("1,000.00");
    }

    [Fact]
    public void Two_schools_that_claim_one_graduate_are_a_conflict_and_neither_is_paid()
    {
        var judged = Judge("2020-autumn", [("甲中", Admission("江苏省")), ("乙中", Admission("安徽省"))]);

        judged.Results.Select(r => Outcome.Of(r.Judgement)).Should().Equal("待定:两校在读", "待定:两校在读");
        judged.Findings.Should().ContainSingle().Which.Code.Should().Be("enrolment.conflict");
    }

    [Fact]
    public void Two_schools_that_claim_someone_who_is_not_registered_are_no_conflict()
    {
        var judged = Judge("2020-autumn", [("甲中", Admission("江苏省")), ("乙中", Admission("安徽省"))], registered: "");

        judged.Results.Select(r => Outcome.Of(r.Judgement)).Should().Equal("不发:不在册");
        judged.Findings.Should().BeEmpty();
    }

    private static string Gets(
        string? province, string semester = "2020-autumn", string registered = "未脱贫", string registeredName = "王小明",
        string? before = null, string card = "有", string kind = "高级中学", bool outsideCounty = false) =>
        Outcome.Of(Judge(semester, [("甲中", Admission(province, card))], registered, registeredName, before, kind, outsideCounty)
            .Results.Should().ContainSingle().Subject.Judgement);

    private static AdmissionFacts Admission(string? province, string card = "有") => new("王小明", "某大学", province, TradeWords.Card(card), "录取名单 第2行");

    private static SemesterJudgement Judge(
        string semester, IReadOnlyList<(string, AdmissionFacts)> admissions, string registered = "未脱贫", string registeredName = "王小明",
        string? before = null, string kind = "高级中学", bool outsideCounty = false, params ParameterValue[] added)
    {
        Semester? granted = before is null ? null : ShippedCatalogue.SemesterOf(before);
        RegistrationFacts? registration = registered.Length == 0 ? null : new(registeredName, registered, "34152300000417", null, "建档立卡名单 第8行");
        var kinds = Enum.GetValues<SchoolKind>().Single(k => k.InChinese() == kind);
        return SemesterJudgement.Of(
            new PersonInSemester([], admissions, registration, granted), ShippedCatalogue.With(semester, added),
            code => new SchoolFacts(code, code, kinds, Sponsor.Public, Tier.Unstated, null, true, outsideCounty), _ => null);
    }
}
