namespace EduAid.Domain.Tests.Programmes;

/// <summary>普通高中国家助学金, 二(二)3: 每生每年3000元,按学期打卡发放.</summary>
public sealed class SeniorHighGrantTests
{
    [Theory]
    [InlineData("2020-spring", 1, "未脱贫", "在读", "1,500.00")]
    [InlineData("2020-spring", 2, "未脱贫", "在读", "1,500.00")]
    [InlineData("2020-spring", 3, "未脱贫", "在读", "1,500.00")]
    [InlineData("2020-spring", 1, "已脱贫", "在读", "1,500.00")]
    [InlineData("2020-spring", 1, "建档立卡", "在读", "1,500.00")]
    [InlineData("2020-spring", 1, "", "在读", "不发:不在册")]
    [InlineData("2020-spring", 1, "孤儿", "在读", "不发:类别不计入")]
    [InlineData("2020-spring", 1, "未脱贫", "休学", "不发:不在读")]
    [InlineData("2020-spring", 1, "未脱贫", "转出", "不发:不在读")]
    [InlineData("2020-spring", 3, "未脱贫", "毕业", "不发:不在读")]
    [InlineData("2020-spring", 1, "未脱贫", "退学", "不发:不在读")]
    [InlineData("2020-autumn", 1, "未脱贫", "在读", "1,500.00")]
    [InlineData("2024-spring", 1, "未脱贫", "在读", "1,500.00")]
    [InlineData("2025-autumn", 1, "未脱贫", "在读", "1,500.00")]
    public void Registered_students_get_half_of_3000(string semester, int grade, string registered, string status, string expected) =>
        new Pupil("普通高中") { Grade = grade, Registered = registered, Status = status }
            .Gets("senior-high-grant", semester).Should().Be(expected);

    [Theory]
    [InlineData("公办", "省示范")]
    [InlineData("公办", "")]
    [InlineData("民办", "")]
    [InlineData("", "")]
    public void The_kind_of_school_makes_no_difference_to_the_grant(string sponsor, string tier) =>
        new Pupil("普通高中") { Sponsor = sponsor, Tier = tier }.Gets("senior-high-grant", "2020-spring").Should().Be("1,500.00");

    [Theory]
    [InlineData("学前")]
    [InlineData("初中")]
    [InlineData("中职")]
    public void Pupils_of_other_stages_get_none_of_it(string stage) =>
        new Pupil(stage).Gets("senior-high-grant", "2020-spring").Should().Be("不发:学段不符");
}
