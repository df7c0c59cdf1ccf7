using EduAid.Domain.Programmes;
using EduAid.Domain.Schools;

namespace EduAid.Domain.Tests.Schools;

public sealed class SchoolTests
{
    [Theory]
    [InlineData("幼儿园", "学前")]
    [InlineData("完全小学", "小学")]
    [InlineData("教学点", "小学")]
    [InlineData("初级中学", "初中")]
    [InlineData("九年一贯制学校", "小学,初中")]
    [InlineData("十二年一贯制学校", "小学,初中,普通高中")]
    [InlineData("完全中学", "初中,普通高中")]
    [InlineData("高级中学", "普通高中")]
    [InlineData("中等职业学校", "中职")]
    [InlineData("特殊教育学校", "学前,小学,初中,普通高中,中职")]
    public void What_a_school_teaches_follows_from_its_kind(string kind, string stages) =>
        Enum.GetValues<SchoolKind>().Single(k => k.InChinese() == kind).Stages().Select(s => s.InChinese()).Should().Equal(stages.Split(','));

    [Theory]
    [InlineData(Sponsor.Private, Tier.ProvinceModel, Tier.Private)]
    [InlineData(Sponsor.Private, Tier.CityModel, Tier.Private)]
    [InlineData(Sponsor.Private, Tier.Unstated, Tier.Private)]
    [InlineData(Sponsor.Public, Tier.ProvinceModel, Tier.ProvinceModel)]
    [InlineData(Sponsor.Public, Tier.CityModel, Tier.CityModel)]
    [InlineData(Sponsor.Public, Tier.Unstated, Tier.Unstated)]
    [InlineData(null, Tier.ProvinceModel, Tier.ProvinceModel)]
    [InlineData(null, Tier.Unstated, Tier.Unstated)]
    public void Private_is_a_tier_of_its_own_whatever_else_stands_there(Sponsor? sponsor, Tier stated, Tier waiver) =>
        new SchoolFacts("1", "校", SchoolKind.SeniorHigh, sponsor, stated, null, true, false).WaiverTier.Should().Be(waiver);

    [Theory]
    [InlineData(Stage.Preschool, 0, "托班")]
    [InlineData(Stage.Preschool, 3, "大班")]
    [InlineData(Stage.Preschool, 4, "")]
    [InlineData(Stage.Primary, 1, "一年级")]
    [InlineData(Stage.Primary, 6, "六年级")]
    [InlineData(Stage.Primary, 7, "")]
    [InlineData(Stage.Primary, 0, "")]
    [InlineData(Stage.Junior, 1, "七年级")]
    [InlineData(Stage.Junior, 3, "九年级")]
    [InlineData(Stage.Junior, 4, "初四")]
    [InlineData(Stage.SeniorHigh, 3, "高三")]
    [InlineData(Stage.Vocational, 2, "二年级")]
    [InlineData(Stage.Vocational, -1, "")]
    public void Grades_have_the_names_that_schools_use(Stage stage, int grade, string name) => GradeName.Of(stage, grade).Should().Be(name);
}
