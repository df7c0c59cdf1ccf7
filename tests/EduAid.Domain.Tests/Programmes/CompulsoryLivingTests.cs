using EduAid.Domain.Policies;
using EduAid.Domain.Tests.Policies;

namespace EduAid.Domain.Tests.Programmes;

/// <summary>义务教育生活补助, 二(二)2: 寄宿生小学1000元、初中1250元一年,非寄宿生按50%,按学期打卡发放.</summary>
public sealed class CompulsoryLivingTests
{
    [Theory]
    [InlineData("2020-spring", "小学", "寄宿", "未脱贫", "在读", "500.00")]
    [InlineData("2020-spring", "小学", "走读", "未脱贫", "在读", "250.00")]
    [InlineData("2020-spring", "初中", "寄宿", "未脱贫", "在读", "625.00")]
    [InlineData("2020-spring", "初中", "走读", "未脱贫", "在读", "312.50")]
    [InlineData("2020-spring", "小学", "寄宿", "已脱贫", "在读", "500.00")]
    [InlineData("2020-spring", "小学", "走读", "已脱贫", "在读", "250.00")]
    [InlineData("2020-spring", "初中", "寄宿", "已脱贫", "在读", "625.00")]
    [InlineData("2020-spring", "初中", "走读", "已脱贫", "在读", "312.50")]
    [InlineData("2020-spring", "小学", "寄宿", "建档立卡", "在读", "500.00")]
    [InlineData("2020-spring", "小学", "寄宿", "", "在读", "不发:不在册")]
    [InlineData("2020-spring", "初中", "走读", "", "在读", "不发:不在册")]
    [InlineData("2020-spring", "小学", "寄宿", "脱贫不稳定户", "在读", "不发:类别不计入")]
    [InlineData("2020-spring", "小学", "寄宿", "边缘易致贫户", "在读", "不发:类别不计入")]
    [InlineData("2020-spring", "小学", "寄宿", "突发严重困难户", "在读", "不发:类别不计入")]
    [InlineData("2020-spring", "小学", "寄宿", "农村低保", "在读", "不发:类别不计入")]
    [InlineData("2020-spring", "小学", "寄宿", "特困救助供养", "在读", "不发:类别不计入")]
    [InlineData("2020-spring", "小学", "寄宿", "困难残疾", "在读", "不发:类别不计入")]
    [InlineData("2020-spring", "小学", "寄宿", "孤儿", "在读", "不发:类别不计入")]
    [InlineData("2020-spring", "小学", "寄宿", "未脱贫", "休学", "不发:不在读")]
    [InlineData("2020-spring", "小学", "寄宿", "未脱贫", "转出", "不发:不在读")]
    [InlineData("2020-spring", "初中", "走读", "未脱贫", "毕业", "不发:不在读")]
    [InlineData("2020-spring", "初中", "走读", "未脱贫", "退学", "不发:不在读")]
    public void Registered_pupils_get_the_boarders_rate_or_half_of_it(
        string semester, string stage, string boarding, string registered, string status, string expected) =>
        new Pupil(stage) { Boarding = boarding, Registered = registered, Status = status }
            .Gets("compulsory-living", semester).Should().Be(expected);

    // 312.50 is the junior non-boarder's half-year before 2024 and the primary non-boarder's after.
    [Theory]
    [InlineData("2019-spring", "小学", "走读", "250.00")]
    [InlineData("2023-autumn", "小学", "寄宿", "500.00")]
    [InlineData("2023-autumn", "小学", "走读", "250.00")]
    [InlineData("2023-autumn", "初中", "寄宿", "625.00")]
    [InlineData("2023-autumn", "初中", "走读", "312.50")]
    [InlineData("2024-spring", "小学", "寄宿", "625.00")]
    [InlineData("2024-spring", "小学", "走读", "312.50")]
    [InlineData("2024-spring", "初中", "寄宿", "750.00")]
    [InlineData("2024-spring", "初中", "走读", "375.00")]
    [InlineData("2025-autumn", "小学", "寄宿", "625.00")]
    [InlineData("2025-autumn", "小学", "走读", "312.50")]
    [InlineData("2025-autumn", "初中", "寄宿", "750.00")]
    [InlineData("2025-autumn", "初中", "走读", "375.00")]
    public void The_standard_of_the_semester_counts(string semester, string stage, string boarding, string expected) =>
        new Pupil(stage) { Boarding = boarding }.Gets("compulsory-living", semester).Should().Be(expected);

    [Theory]
    [InlineData("小学", "未脱贫", "在读", "待定:是否寄宿未填")]
    [InlineData("初中", "未脱贫", "在读", "待定:是否寄宿未填")]
    [InlineData("小学", "", "在读", "不发:不在册")]
    [InlineData("小学", "未脱贫", "休学", "不发:不在读")]
    public void A_blank_boarding_cell_is_asked_about_where_the_answer_matters(string stage, string registered, string status, string expected) =>
        new Pupil(stage) { Boarding = "", Registered = registered, Status = status }.Gets("compulsory-living", "2020-spring").Should().Be(expected);

    [Theory]
    [InlineData("小学", "寄宿", "500.00")]
    [InlineData("小学", "走读", "200.00")]
    [InlineData("初中", "走读", "250.00")]
    public void The_non_boarders_share_is_a_parameter(string stage, string boarding, string expected) =>
        new Pupil(stage) { Boarding = boarding }.Gets("compulsory-living", ShippedCatalogue.With(
            "2020-autumn", ShippedCatalogue.Value("compulsory-living.non-boarder-percent", "2020-autumn", "40", Unit.Percent))).Should().Be(expected);

    [Theory]
    [InlineData("学前")]
    [InlineData("普通高中")]
    [InlineData("中职")]
    public void Pupils_of_other_stages_get_none_of_it(string stage) =>
        new Pupil(stage) { Boarding = "寄宿" }.Gets("compulsory-living", "2020-spring").Should().Be("不发:学段不符");
}
