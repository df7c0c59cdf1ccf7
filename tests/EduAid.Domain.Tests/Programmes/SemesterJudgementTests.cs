using EduAid.Domain.Findings;
using EduAid.Domain.Policies;
using EduAid.Domain.Programmes;
using EduAid.Domain.Tests.Policies;

namespace EduAid.Domain.Tests.Programmes;

/// <summary>What holds for a child over all programmes and schools: two schools, names, cards and accounts, schools outside the county.</summary>
public sealed class SemesterJudgementTests
{
    private static readonly Policy Spring2020 = ShippedCatalogue.In("2020-spring");

    private static readonly Pupil InA = new("小学") { School = "甲校" };

    private static readonly Pupil InB = new("小学") { School = "乙校" };

    [Fact]
    public void A_child_in_school_at_two_schools_is_paid_at_neither_until_a_person_decides()
    {
        var judged = Pupil.Judge(Spring2020, InA, InB);

        OutcomesOf("compulsory-living", judged).Should().Equal("甲校 待定:两校在读", "乙校 待定:两校在读");
        judged.Results.Should().NotContain(r => r.Judgement is Entitlement);
        judged.Findings.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new PersonFinding("enrolment.conflict", ["甲校", "乙校"], ["compulsory-living"], ""));
    }

    [Fact]
    public void Two_schools_at_which_nothing_would_be_paid_are_no_conflict()
    {
        var judged = Pupil.Judge(Spring2020, InA with { Registered = "" }, InB with { Registered = "" });

        judged.Findings.Should().BeEmpty();
        judged.Results.Select(r => r.Judgement).Should().AllBeOfType<Nothing>();
    }

    [Fact]
    public void One_school_at_which_something_would_be_paid_makes_the_conflict()
    {
        var judged = Pupil.Judge(Spring2020, InA, new Pupil("学前") { School = "乙园", Sponsor = "民办" });

        judged.Findings.Select(f => f.Code).Should().Equal("enrolment.conflict");
        OutcomesOf("compulsory-living", judged).Should().Equal("甲校 待定:两校在读", "乙园 不发:学段不符");
        OutcomesOf("preschool", judged).Should().Equal("甲校 不发:学段不符", "乙园 不发:非普惠园(请县里关注)");
    }

    [Theory]
    [InlineData("姓名不符")]
    [InlineData("是否寄宿未填")]
    [InlineData("无银行卡")]
    public void A_conflict_stands_in_place_of_the_childs_other_findings(string other)
    {
        Pupil Faulty(Pupil pupil) => other switch
        {
            "姓名不符" => pupil with { RegisteredName = "李强" },
            "是否寄宿未填" => pupil with { Boarding = "" },
            _ => pupil with { Card = "无" },
        };

        Faulty(InA).Gets("compulsory-living", Spring2020).Should().Contain(other, "the fault alone is a finding");
        Pupil.Judge(Spring2020, Faulty(InA), Faulty(InB)).Findings.Should().ContainSingle().Which.Code.Should().Be("enrolment.conflict");
    }

    [Theory]
    [InlineData("休学")]
    [InlineData("转出")]
    [InlineData("毕业")]
    [InlineData("退学")]
    public void Only_rows_in_school_conflict(string status)
    {
        var judged = Pupil.Judge(Spring2020, InA with { Status = status }, InB);

        judged.Findings.Should().NotContain(f => f.Holds);
        OutcomesOf("compulsory-living", judged).Should().ContainSingle().Which.Should().StartWith("乙校 250.00");
    }

    [Fact]
    public void Someone_in_two_private_kindergartens_is_pointed_out_to_the_county()
    {
        var first = new Pupil("学前") { School = "甲园", Sponsor = "民办", OutsideCounty = true };
        var judged = Pupil.Judge(Spring2020, first, new Pupil("学前") { School = "乙园", Sponsor = "民办" });

        judged.Findings.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new PersonFinding("kindergarten.outside-programme", ["乙园"], ["preschool"], "民办"));
    }

    [Theory]
    [InlineData("学前", "preschool")]
    [InlineData("小学", "compulsory-living")]
    [InlineData("普通高中", "senior-high-grant,senior-high-tuition")]
    [InlineData("中职", "vocational-grant")]
    public void A_name_that_differs_from_the_registered_one_holds_the_programmes_that_depend_on_registration(string stage, string held)
    {
        var judged = Pupil.Judge(Spring2020, new Pupil(stage) { Tier = "省示范", RegisteredName = "王小名" });

        judged.Results.Where(r => r.Judgement is Held).Select(r => r.Programme.Code).Should().Equal(held.Split(','));
        judged.Results.Where(r => r.Judgement is Held).Select(r => Outcome.Of(r.Judgement)).Should().AllBe("待定:姓名不符");
        var finding = judged.Findings.Should().ContainSingle().Subject;
        finding.Code.Should().Be("name.mismatch");
        finding.Programmes.Should().Equal(held.Split(','));
        finding.Detail.Should().Be("王小明 / 王小名");
    }

    [Fact]
    public void The_vocational_waiver_goes_on_under_another_name() =>
        OutcomesOf("vocational-tuition", Pupil.Judge(Spring2020, new Pupil("中职") { RegisteredName = "王小名" }))
            .Should().Equal("甲校 850.00");

    [Theory]
    [InlineData("小学", "休学")]
    [InlineData("普通高中", "毕业")]
    [InlineData("中职", "转出")]
    public void A_name_that_differs_is_no_question_where_nothing_would_be_paid(string stage, string status) =>
        Pupil.Judge(Spring2020, new Pupil(stage) { Status = status, RegisteredName = "王小名" }).Findings.Should().BeEmpty();

    [Theory]
    [InlineData("王小明", "王小明", "250.00")]
    [InlineData("王 小明", "王小明", "250.00")]
    [InlineData("王　小　明", "王小明", "250.00")]
    [InlineData("阿依古丽·买买提", "阿依古丽买买提", "250.00")]
    [InlineData("阿依古丽•买买提", "阿依古丽·买买提", "250.00")]
    [InlineData("阿依古丽・买买提", "阿依古丽.买买提", "250.00")]
    [InlineData("ＡＢ李", "AB李", "250.00")]
    [InlineData("王小明", "王晓明", "待定:姓名不符")]
    [InlineData("王小明", "王小", "待定:姓名不符")]
    [InlineData("王明", "王小明", "待定:姓名不符")]
    public void Names_are_compared_without_spaces_dots_and_full_width(string name, string registeredName, string expected) =>
        (InA with { Name = name, RegisteredName = registeredName }).Gets("compulsory-living", Spring2020).Should().Be(expected);

    [Theory]
    [InlineData("preschool", "学前", "无", "400.00(无银行卡)")]
    [InlineData("preschool", "学前", "错", "400.00(卡号有误)")]
    [InlineData("compulsory-living", "小学", "无", "250.00(无银行卡)")]
    [InlineData("compulsory-living", "小学", "错", "250.00(卡号有误)")]
    [InlineData("senior-high-grant", "普通高中", "无", "1,500.00(无银行卡)")]
    [InlineData("vocational-grant", "中职", "错", "1,500.00(卡号有误)")]
    [InlineData("senior-high-tuition", "普通高中", "无", "850.00")]
    [InlineData("vocational-tuition", "中职", "错", "850.00")]
    public void Without_a_usable_card_the_amount_stays_with_a_flag_and_a_payment_to_the_school_needs_none(
        string programme, string stage, string card, string expected) =>
        new Pupil(stage) { Card = card, Tier = "省示范" }.Gets(programme, Spring2020).Should().Be(expected);

    [Theory]
    [InlineData("senior-high-tuition", "普通高中", "850.00(学校无账号)")]
    [InlineData("vocational-tuition", "中职", "850.00(学校无账号)")]
    [InlineData("senior-high-grant", "普通高中", "1,500.00")]
    [InlineData("vocational-grant", "中职", "1,500.00")]
    public void Without_an_account_of_the_school_the_waiver_stays_with_a_flag(string programme, string stage, string expected) =>
        new Pupil(stage) { SchoolHasAccount = false, Tier = "省示范" }.Gets(programme, Spring2020).Should().Be(expected);

    [Fact]
    public void A_cap_and_a_missing_account_are_two_flags() =>
        new Pupil("普通高中") { SchoolHasAccount = false, Tier = "省示范", Tuition = "500" }.Gets("senior-high-tuition", Spring2020)
            .Should().Be("500.00(按实收学费封顶、学校无账号)");

    [Fact]
    public void One_finding_names_every_programme_that_it_touches()
    {
        var judged = Pupil.Judge(Spring2020, new Pupil("普通高中") { Tier = "省示范", Card = "无", SchoolHasAccount = false });

        judged.Findings.Select(f => (f.Code, string.Join(',', f.Programmes), f.Holds)).Should().Equal(
            ("card.missing", "senior-high-grant", false), ("account.missing", "senior-high-tuition", false));
    }

    [Theory]
    [InlineData("学前", "preschool")]
    [InlineData("小学", "compulsory-living")]
    [InlineData("普通高中", "senior-high-grant")]
    [InlineData("普通高中", "senior-high-tuition")]
    [InlineData("中职", "vocational-grant")]
    [InlineData("中职", "vocational-tuition")]
    public void For_a_school_outside_the_county_the_place_of_schooling_pays_unless_the_county_decides_otherwise(string stage, string programme)
    {
        var outside = new Pupil(stage) { OutsideCounty = true, Tier = "省示范" };
        var inside = outside with { OutsideCounty = false };
        var paying = ShippedCatalogue.With("2020-spring", ShippedCatalogue.Value("outside-county.pays", "2020-spring", "yes", Unit.YesNo));

        outside.Gets(programme, Spring2020).Should().Be("不发:县外就读");
        outside.Gets(programme, paying).Should().Be(inside.Gets(programme, Spring2020)).And.NotStartWith("不发");
    }

    [Fact]
    public void A_child_on_no_list_gets_nothing_and_raises_nothing()
    {
        var judged = SemesterJudgement.Of(new PersonInSemester([], [], InA.Registration()), Spring2020, _ => InA.SchoolFacts(), _ => null);

        judged.Results.Should().BeEmpty();
        judged.Findings.Should().BeEmpty();
    }

    [Fact]
    public void What_holds_an_amount_is_told_from_what_only_flags_it()
    {
        string[] holding =
        [
            FindingCodes.EnrolmentConflict, FindingCodes.NameMismatch, FindingCodes.ParameterMissing, FindingCodes.ParameterOutOfRange,
            FindingCodes.FullTimeUnknown, FindingCodes.HouseholdUnknown, FindingCodes.AlreadyPaid,
        ];
        string[] flagging =
            [FindingCodes.CardMissing, FindingCodes.CardInvalid, FindingCodes.AccountMissing, FindingCodes.ParameterCapped, FindingCodes.TransferUndated];

        holding.Should().OnlyContain(code => FindingCodes.Holds(code));
        flagging.Should().NotContain(code => FindingCodes.Holds(code));
    }

    private static IEnumerable<string> OutcomesOf(string programme, SemesterJudgement judged) =>
        judged.Results.Where(r => r.Programme.Code == programme).Select(r => $"{r.SchoolCode} {Outcome.Of(r.Judgement)}");
}
