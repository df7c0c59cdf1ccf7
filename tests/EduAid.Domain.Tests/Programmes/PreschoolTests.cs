namespace EduAid.Domain.Tests.Programmes;

/// <summary>学前教育资助, 二(二)1: 每生每年800元,按学期打卡发放.</summary>
public sealed class PreschoolTests
{
    private static readonly Pupil Child = new("学前");

    [Theory]
    [InlineData("公办", "未脱贫", "在读", "400.00")]
    [InlineData("公办", "已脱贫", "在读", "400.00")]
    [InlineData("公办", "建档立卡", "在读", "400.00")]
    [InlineData("普惠性民办", "未脱贫", "在读", "400.00")]
    [InlineData("普惠性民办", "已脱贫", "在读", "400.00")]
    [InlineData("公办", "", "在读", "不发:不在册")]
    [InlineData("公办", "边缘易致贫户", "在读", "不发:类别不计入")]
    [InlineData("公办", "农村低保", "在读", "不发:类别不计入")]
    [InlineData("公办", "未脱贫", "休学", "不发:不在读")]
    [InlineData("公办", "未脱贫", "转出", "不发:不在读")]
    [InlineData("公办", "未脱贫", "毕业", "不发:不在读")]
    [InlineData("公办", "未脱贫", "退学", "不发:不在读")]
    public void Registered_children_attending_an_inclusive_kindergarten_get_half_of_800(
        string sponsor, string registered, string status, string expected) =>
        (Child with { Sponsor = sponsor, Registered = registered, Status = status }).Gets("preschool", "2020-spring").Should().Be(expected);

    [Theory]
    [InlineData("民办", "未脱贫", "不发:非普惠园(请县里关注)")]
    [InlineData("民办", "已脱贫", "不发:非普惠园(请县里关注)")]
    [InlineData("民办", "", "不发:不在册")]
    [InlineData("", "未脱贫", "待定:标准未录入")]
    [InlineData("", "", "不发:不在册")]
    public void A_private_kindergarten_that_is_not_inclusive_gets_nothing_but_its_registered_children_are_listed(
        string sponsor, string registered, string expected) =>
        (Child with { Sponsor = sponsor, Registered = registered }).Gets("preschool", "2020-spring").Should().Be(expected);

    [Fact]
    public void A_name_that_differs_is_no_question_where_nothing_would_be_paid_anyway() =>
        (Child with { Sponsor = "民办", RegisteredName = "李强" }).Gets("preschool", "2020-spring").Should().Be("不发:非普惠园(请县里关注)");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_class_of_the_kindergarten_counts(int grade) =>
        (Child with { Grade = grade }).Gets("preschool", "2020-spring").Should().Be("400.00");

    [Theory]
    [InlineData("小学")]
    [InlineData("初中")]
    [InlineData("普通高中")]
    [InlineData("中职")]
    public void Pupils_of_other_stages_get_none_of_it(string stage) =>
        new Pupil(stage).Gets("preschool", "2020-spring").Should().Be("不发:学段不符");

    [Theory]
    [InlineData("2019-autumn")]
    [InlineData("2020-spring")]
    [InlineData("2024-spring")]
    [InlineData("2025-autumn")]
    public void The_shipped_amount_has_not_changed_since(string semester) => Child.Gets("preschool", semester).Should().Be("400.00");
}
