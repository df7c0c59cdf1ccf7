namespace EduAid.Domain.Tests.Programmes;

/// <summary>中职免学费, 二(二)6: 全日制正式学籍一、二、三年级农村(含县镇)学生,按专业每学期600到1500元.</summary>
public sealed class VocationalTuitionTests
{
    private static readonly Pupil Student = new("中职") { Registered = "" };

    [Theory]
    [InlineData(1, "是", "农村", "在读", "850.00")]
    [InlineData(2, "是", "农村", "在读", "850.00")]
    [InlineData(3, "是", "农村", "在读", "850.00")]
    [InlineData(4, "是", "农村", "在读", "不发:年级不在范围")]
    [InlineData(1, "是", "县镇", "在读", "850.00")]
    [InlineData(1, "是", "城市", "在读", "不发:户籍不在范围")]
    [InlineData(1, "否", "农村", "在读", "不发:非全日制")]
    [InlineData(1, "", "农村", "在读", "待定:是否全日制未填")]
    [InlineData(1, "是", "", "在读", "待定:户籍性质未填")]
    [InlineData(1, "", "", "在读", "待定:是否全日制未填、户籍性质未填")]
    [InlineData(1, "", "城市", "在读", "不发:户籍不在范围")]
    [InlineData(1, "否", "", "在读", "不发:非全日制")]
    [InlineData(4, "", "", "在读", "不发:年级不在范围")]
    [InlineData(1, "是", "农村", "休学", "不发:不在读")]
    [InlineData(1, "是", "农村", "转出", "不发:不在读")]
    [InlineData(1, "是", "农村", "毕业", "不发:不在读")]
    [InlineData(1, "", "", "退学", "不发:不在读")]
    public void Full_time_students_from_countryside_and_county_towns_pay_no_tuition_poor_or_not(
        int grade, string fullTime, string household, string status, string expected) =>
        (Student with { Grade = grade, FullTime = fullTime, Household = household, Status = status })
            .Gets("vocational-tuition", "2020-spring").Should().Be(expected);

    [Theory]
    [InlineData("599.99", "待定:标准超出范围")]
    [InlineData("600", "600.00")]
    [InlineData("600.01", "600.01")]
    [InlineData("1499.99", "1,499.99")]
    [InlineData("1500", "1,500.00")]
    [InlineData("1500.01", "待定:标准超出范围")]
    [InlineData("0", "待定:标准超出范围")]
    [InlineData("", "待定:标准未录入")]
    public void The_fee_of_the_specialty_lies_between_600_and_1500(string fee, string expected) =>
        (Student with { Fee = fee }).Gets("vocational-tuition", "2020-spring").Should().Be(expected);

    // A fault of the fee is a question only for those otherwise entitled.
    [Theory]
    [InlineData("", "农村", "", "待定:是否全日制未填")]
    [InlineData("是", "", "599.99", "待定:户籍性质未填")]
    [InlineData("否", "农村", "", "不发:非全日制")]
    [InlineData("是", "城市", "1500.01", "不发:户籍不在范围")]
    public void A_fault_of_the_fee_waits_until_the_student_is_known_to_be_entitled(string fullTime, string household, string fee, string expected) =>
        (Student with { FullTime = fullTime, Household = household, Fee = fee }).Gets("vocational-tuition", "2020-spring").Should().Be(expected);

    [Fact]
    public void A_row_without_a_specialty_has_no_fee()
    {
        var blank = Student with { Specialty = "", Fee = "" };
        blank.Gets("vocational-tuition", "2020-spring").Should().Be("待定:标准未录入");
    }

    [Theory]
    [InlineData("850", "", "850.00")]
    [InlineData("850", "850", "850.00")]
    [InlineData("850", "849.99", "849.99(按实收学费封顶)")]
    [InlineData("1500", "400", "400.00(按实收学费封顶)")]
    [InlineData("850", "0", "不发:学校不收学费(按实收学费封顶)")]
    [InlineData("1500.01", "400", "待定:标准超出范围")]
    public void A_waiver_never_exceeds_the_tuition_that_is_really_charged(string fee, string tuition, string expected) =>
        (Student with { Fee = fee, Tuition = tuition }).Gets("vocational-tuition", "2020-spring").Should().Be(expected);

    [Theory]
    [InlineData("未脱贫", "王小明")]
    [InlineData("未脱贫", "李强")]
    [InlineData("孤儿", "李强")]
    [InlineData("", "")]
    public void Registration_plays_no_part_not_even_under_another_name(string registered, string registeredName) =>
        (Student with { Registered = registered, RegisteredName = registeredName }).Gets("vocational-tuition", "2020-spring").Should().Be("850.00");

    [Theory]
    [InlineData("2019-autumn")]
    [InlineData("2024-spring")]
    [InlineData("2025-autumn")]
    public void The_shipped_range_and_grades_have_not_changed_since(string semester) =>
        (Student with { Grade = 3 }).Gets("vocational-tuition", semester).Should().Be("850.00");

    [Theory]
    [InlineData("初中")]
    [InlineData("普通高中")]
    public void Pupils_of_other_stages_get_none_of_it(string stage) =>
        new Pupil(stage).Gets("vocational-tuition", "2020-spring").Should().Be("不发:学段不符");
}
