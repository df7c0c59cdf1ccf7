using EduAid.Domain.Policies;
using EduAid.Domain.Programmes;
using EduAid.Domain.Tests.Policies;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Programmes;

/// <summary>普通高中免学费, 二(二)4: 省示范850元、市示范700元、民办350元,每生每学期.</summary>
public sealed class SeniorHighTuitionTests
{
    private static readonly Pupil Student = new("普通高中") { Tier = "省示范" };

    [Theory]
    [InlineData("公办", "省示范", "未脱贫", "在读", "850.00")]
    [InlineData("公办", "市示范", "未脱贫", "在读", "700.00")]
    [InlineData("民办", "", "未脱贫", "在读", "350.00")]
    [InlineData("民办", "省示范", "未脱贫", "在读", "350.00")]
    [InlineData("民办", "市示范", "未脱贫", "在读", "350.00")]
    [InlineData("公办", "省示范", "已脱贫", "在读", "850.00")]
    [InlineData("公办", "市示范", "建档立卡", "在读", "700.00")]
    [InlineData("公办", "省示范", "", "在读", "不发:不在册")]
    [InlineData("公办", "省示范", "农村低保", "在读", "不发:类别不计入")]
    [InlineData("公办", "省示范", "未脱贫", "休学", "不发:不在读")]
    [InlineData("公办", "省示范", "未脱贫", "转出", "不发:不在读")]
    [InlineData("公办", "省示范", "未脱贫", "毕业", "不发:不在读")]
    [InlineData("公办", "省示范", "未脱贫", "退学", "不发:不在读")]
    [InlineData("公办", "", "未脱贫", "在读", "待定:标准未录入")]
    [InlineData("公办", "", "", "在读", "不发:不在册")]
    [InlineData("公办", "", "未脱贫", "休学", "不发:不在读")]
    public void The_school_gets_the_amount_of_its_tier_in_full_each_semester(
        string sponsor, string tier, string registered, string status, string expected) =>
        (Student with { Sponsor = sponsor, Tier = tier, Registered = registered, Status = status })
            .Gets("senior-high-tuition", "2020-spring").Should().Be(expected);

    // The plan gives no amount for a public school without a tier: none is guessed until one is entered with its document.
    [Fact]
    public void An_amount_entered_for_schools_without_a_tier_is_paid_from_its_semester_on()
    {
        var plain = Student with { Tier = "" };
        var entered = ShippedCatalogue.Value("senior-high-tuition.unstated", "2020-autumn", "500", Unit.YuanPerSemester);

        plain.Gets("senior-high-tuition", ShippedCatalogue.With("2020-spring", entered)).Should().Be("待定:标准未录入");
        plain.Gets("senior-high-tuition", ShippedCatalogue.With("2020-autumn", entered)).Should().Be("500.00");
        plain.JudgementOf("senior-high-tuition", ShippedCatalogue.With("2020-autumn", entered)).Reasons
            .Should().ContainSingle(r => r.Part != null).Which.Document.Should().Be("县教〔2020〕9号");
    }

    [Theory]
    [InlineData("省示范", "", "850.00")]
    [InlineData("省示范", "1000", "850.00")]
    [InlineData("省示范", "850", "850.00")]
    [InlineData("省示范", "849.99", "849.99(按实收学费封顶)")]
    [InlineData("市示范", "500", "500.00(按实收学费封顶)")]
    [InlineData("省示范", "0", "不发:学校不收学费(按实收学费封顶)")]
    [InlineData("", "500", "待定:标准未录入")]
    public void A_waiver_never_exceeds_the_tuition_that_is_really_charged(string tier, string tuition, string expected) =>
        (Student with { Tier = tier, Tuition = tuition }).Gets("senior-high-tuition", "2020-spring").Should().Be(expected);

    [Fact]
    public void The_cap_is_a_part_of_the_explanation()
    {
        var capped = (Student with { Tuition = "500" }).JudgementOf("senior-high-tuition", ShippedCatalogue.In("2020-spring"));

        capped.Reasons.Where(r => r.Part is not null).Select(r => (r.Fact, r.Part!.Value)).Should().Equal(
            ("tuition-standard", Money.FromYuan(850)), ("capped", Money.FromYuan(-350)));
        capped.Should().BeOfType<Entitlement>().Which.Payee.Should().Be(Payee.School);
    }

    [Theory]
    [InlineData("2019-autumn", "850.00")]
    [InlineData("2024-spring", "850.00")]
    [InlineData("2025-autumn", "850.00")]
    public void The_shipped_amounts_have_not_changed_since(string semester, string expected) =>
        Student.Gets("senior-high-tuition", semester).Should().Be(expected);

    [Theory]
    [InlineData("初中")]
    [InlineData("中职")]
    public void Pupils_of_other_stages_get_none_of_it(string stage) =>
        new Pupil(stage) { Tier = "省示范" }.Gets("senior-high-tuition", "2020-spring").Should().Be("不发:学段不符");
}
