using EduAid.Domain.Enrolments;
using EduAid.Domain.Findings;
using EduAid.Domain.Schools;
using EduAid.Spreadsheets.Intake;
using EduAid.Spreadsheets.Reading;

namespace EduAid.Spreadsheets.Tests.Intake;

public class ValuesTests
{
    [Theory]
    [InlineData("'{0}")]
    [InlineData(" {0} ")]
    [InlineData("‘{0}")]
    [InlineData("\u3000{0}\u200B")]
    public void Apostrophes_and_spaces_around_a_number_do_not_matter(string form) =>
        Read(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, Sent.Id())).Value!.Id.Should().Be(Sent.Id());

    [Fact]
    public void Inner_spaces_full_width_digits_and_a_lower_case_x_are_read()
    {
        var withX = Enumerable.Range(1, 400).Select(n => Sent.Id(number: n)).First(id => id.EndsWith('X'));
        Read(withX.ToLowerInvariant()).Value!.Id.Should().Be(withX);
        Read($"{withX[..6]} {withX[6..14]} {withX[14..]}").Value!.Id.Should().Be(withX);
        Read(string.Concat(withX.Select(c => (char)(c + 0xFEE0)))).Value!.Id.Should().Be(withX);
    }

    [Fact]
    public void Spaces_inside_names_do_not_matter()
    {
        var row = Sent.List(Sent.Heading, $"县第一小学,张 　三,{Sent.Id()},三年级,是,在读").Rows.Single();
        row.Value!.Name.Should().Be("张三");
    }

    [Theory]
    [InlineData("2010-03-05")]
    [InlineData("2010-3-5")]
    [InlineData("2010/3/5")]
    [InlineData("2010.03.05")]
    [InlineData("2010年3月5日")]
    [InlineData("20100305")]
    [InlineData("40242")]
    [InlineData("2010-03-05 00:00:00")]
    [InlineData("2010年3月")]
    [InlineData("2010-03")]
    [InlineData("201003")]
    public void Birth_dates_are_read_in_every_usual_form(string written)
    {
        Dates.Read(Cell.FromText(written)).Should().NotBeNull();
        Sent.With("出生日期", written).Problems.Should().BeEmpty();
        Sent.With("出生日期", written, id: Sent.Id("2011-04-06")).Codes(Severity.Warning).Should().Equal(FindingCodes.BirthMismatch);
    }

    [Fact]
    public void Real_dates_and_serial_numbers_are_dates()
    {
        Dates.Read(Cell.FromSerialDate(40242)).Should().Be(new WrittenDate(new(2010, 3, 5), false));
        Dates.Read(Cell.FromNumber(40242)).Should().Be(new WrittenDate(new(2010, 3, 5), false));
        Dates.Read(Cell.FromText("未知")).Should().BeNull();
    }

    [Theory]
    [InlineData("是", true)]
    [InlineData("√", true)]
    [InlineData("1", true)]
    [InlineData("Y", true)]
    [InlineData("y", true)]
    [InlineData("寄宿", true)]
    [InlineData("住校", true)]
    [InlineData("否", false)]
    [InlineData("×", false)]
    [InlineData("0", false)]
    [InlineData("N", false)]
    [InlineData("走读", false)]
    [InlineData("非寄宿", false)]
    [InlineData("非住校", false)]
    public void Every_spelling_of_boarding_is_read(string written, bool boards)
    {
        Boarding(written).Value!.Boarding.Should().Be(boards);
        if (written is "是" or "√" or "1" or "Y" or "否" or "0" or "N")
            Sent.With("是否全日制", written, "县职业学校", "一年级", Sent.Id("2003-05-05")).Value!.FullTime.Should().Be(boards);
    }

    [Theory]
    [InlineData("")]
    [InlineData("未知")]
    [InlineData("有时")]
    public void A_blank_or_unread_boarding_cell_is_asked_about_never_no(string written)
    {
        Boarding(written).Codes(Severity.Error).Should().Equal(FindingCodes.BoardingUnknown);
        Sent.List(Sent.Heading, $"县高级中学,童一甲,{Sent.Id("2003-05-05")},高一,{written},在读").Rows.Single().Value!.Boarding.Should().BeNull();
        Sent.With("是否全日制", written, "县职业学校", "一年级", Sent.Id("2003-05-05")).Value!.FullTime.Should().BeNull();
    }

    [Theory]
    [InlineData("一年级", "县第一小学", Stage.Primary, 1)]
    [InlineData("1年级", "县第一小学", Stage.Primary, 1)]
    [InlineData("小一", "县第一小学", Stage.Primary, 1)]
    [InlineData("三年级2班", "县第一小学", Stage.Primary, 3)]
    [InlineData("六年级", "下湾教学点", Stage.Primary, 6)]
    [InlineData("七年级", "县第一中学", Stage.Junior, 1)]
    [InlineData("初一", "县第一中学", Stage.Junior, 1)]
    [InlineData("一年级", "县第一中学", Stage.Junior, 1)]
    [InlineData("七年级", "县九年制学校", Stage.Junior, 1)]
    [InlineData("一年级", "县九年制学校", Stage.Primary, 1)]
    [InlineData("高一", "县高级中学", Stage.SeniorHigh, 1)]
    [InlineData("高三", "县完全中学", Stage.SeniorHigh, 3)]
    [InlineData("九年级", "县十二年制学校", Stage.Junior, 3)]
    [InlineData("中专一年级", "县职业学校", Stage.Vocational, 1)]
    [InlineData("二年级", "县职业学校", Stage.Vocational, 2)]
    [InlineData("大班", "县幼儿园", Stage.Preschool, 3)]
    [InlineData("大班", "县特殊教育学校", Stage.Preschool, 3)]
    [InlineData("高二", "县特殊教育学校", Stage.SeniorHigh, 2)]
    public void Stage_and_grade_follow_from_the_spelling_and_the_school(string written, string school, Stage stage, int grade)
    {
        var row = Sent.List(Sent.Heading, $"{school},童一甲,{Sent.Id()},{written},是,在读").Rows.Single().Value!;
        (row.Stage, row.Grade).Should().Be((stage, grade));
    }

    [Theory]
    [InlineData("县第一小学", "", "七年级", FindingCodes.StageMismatch)]
    [InlineData("县第一小学", "初中", "一年级", FindingCodes.StageMismatch)]
    [InlineData("县完全中学", "", "三年级", FindingCodes.GradeUnknown)]
    [InlineData("县第一小学", "", "实验部", FindingCodes.GradeUnknown)]
    [InlineData("县第一小学", "", "", FindingCodes.GradeUnknown)]
    [InlineData("县第一小学", "小学", "初一", FindingCodes.GradeUnknown)]
    public void A_grade_that_the_school_does_not_teach_or_nobody_knows_is_refused(string school, string stage, string grade, string code) =>
        Sent.List(Sent.Heading + ",学段", $"{school},童一甲,{Sent.Id()},{grade},是,在读,{stage}").Rows.Single().Codes(Severity.Error).Should().Equal(code);

    [Fact]
    public void A_stated_stage_decides_between_two_that_the_school_teaches() =>
        Sent.With("就读学段", "初中", "县完全中学", "三年级", Sent.Id("2005-03-03")).Value!.Stage.Should().Be(Stage.Junior);

    [Theory]
    [InlineData("在读", EnrolmentStatus.InSchool)]
    [InlineData("休学", EnrolmentStatus.Suspended)]
    [InlineData("转出", EnrolmentStatus.TransferredOut)]
    [InlineData("毕业", EnrolmentStatus.Graduated)]
    [InlineData("退学", EnrolmentStatus.Withdrawn)]
    public void Every_status_is_read(string written, EnrolmentStatus status) =>
        Sent.List(Sent.Heading, $"县第一小学,童一甲,{Sent.Id()},三年级,是,{written}").Rows.Single().Value!.Status.Should().Be(status);

    [Theory]
    [InlineData("")]
    [InlineData("不详")]
    public void A_blank_or_unread_status_is_refused(string written)
    {
        var row = Sent.List(Sent.Heading, $"县第一小学,童一甲,{Sent.Id()},三年级,是,{written}").Rows.Single();
        row.Problems.Select(p => (p.Code, p.Row, p.Column)).Should().Equal((FindingCodes.StatusUnknown, 2, "在校状态"));
    }

    [Fact]
    public void Transfer_dates_are_read_and_a_dash_is_a_blank()
    {
        Sent.With("转出日期", "2020.3.20").Value!.TransferredOut.Should().Be(new DateOnly(2020, 3, 20));
        foreach (var blank in (string[])["", "无", "/", "-"]) Sent.With("转出日期", blank).Value!.TransferredOut.Should().BeNull();
        Sent.With("转入日期", "上学期").Codes(Severity.Error).Should().Equal(FindingCodes.DateUnknown);
    }

    private static ReadRow<EnrolmentRow> Read(string id) => Sent.List(Sent.Heading, $"县第一小学,童一甲,{id},三年级,是,在读").Rows.Single();

    private static ReadRow<EnrolmentRow> Boarding(string written) => Sent.List(Sent.Heading, $"县第一小学,童一甲,{Sent.Id()},三年级,{written},在读").Rows.Single();
}
