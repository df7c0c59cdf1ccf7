namespace EduAid.Domain.Tests.Programmes;

/// <summary>中职国家助学金, 二(二)5: 一、二年级,每生每年3000元,按学期打卡发放.</summary>
public sealed class VocationalGrantTests
{
    [Theory]
    [InlineData("2020-spring", 1, "未脱贫", "在读", "1,500.00")]
    [InlineData("2020-spring", 2, "未脱贫", "在读", "1,500.00")]
    [InlineData("2020-spring", 3, "未脱贫", "在读", "不发:年级不在范围")]
    [InlineData("2020-spring", 1, "已脱贫", "在读", "1,500.00")]
    [InlineData("2020-spring", 2, "建档立卡", "在读", "1,500.00")]
    [InlineData("2020-spring", 1, "", "在读", "不发:不在册")]
    [InlineData("2020-spring", 1, "特困救助供养", "在读", "不发:类别不计入")]
    [InlineData("2020-spring", 1, "未脱贫", "休学", "不发:不在读")]
    [InlineData("2020-spring", 1, "未脱贫", "转出", "不发:不在读")]
    [InlineData("2020-spring", 1, "未脱贫", "毕业", "不发:不在读")]
    [InlineData("2020-spring", 1, "未脱贫", "退学", "不发:不在读")]
    [InlineData("2024-autumn", 3, "未脱贫", "在读", "不发:年级不在范围")]
    [InlineData("2025-spring", 1, "未脱贫", "在读", "1,500.00")]
    [InlineData("2025-spring", 2, "未脱贫", "在读", "1,500.00")]
    [InlineData("2025-spring", 3, "未脱贫", "在读", "1,500.00")]
    [InlineData("2025-autumn", 3, "未脱贫", "在读", "1,500.00")]
    [InlineData("2025-autumn", 4, "未脱贫", "在读", "不发:年级不在范围")]
    public void Registered_students_of_the_years_in_force_get_half_of_3000(
        string semester, int grade, string registered, string status, string expected) =>
        new Pupil("中职") { Grade = grade, Registered = registered, Status = status }.Gets("vocational-grant", semester).Should().Be(expected);

    // Clause 5 does not ask for full-time enrolment or the household's type, clause 6 does.
    [Theory]
    [InlineData("否", "农村")]
    [InlineData("", "农村")]
    [InlineData("是", "城市")]
    [InlineData("是", "")]
    public void Full_time_and_household_are_not_asked_for(string fullTime, string household) =>
        new Pupil("中职") { FullTime = fullTime, Household = household }.Gets("vocational-grant", "2020-spring").Should().Be("1,500.00");

    [Theory]
    [InlineData(2, "待定:姓名不符")]
    [InlineData(3, "不发:年级不在范围")]
    public void A_name_that_differs_is_a_question_only_where_the_grant_would_be_paid(int grade, string expected) =>
        new Pupil("中职") { Grade = grade, RegisteredName = "王小名" }.Gets("vocational-grant", "2020-spring").Should().Be(expected);

    [Theory]
    [InlineData("初中")]
    [InlineData("普通高中")]
    public void Pupils_of_other_stages_get_none_of_it(string stage) =>
        new Pupil(stage).Gets("vocational-grant", "2020-spring").Should().Be("不发:学段不符");
}
