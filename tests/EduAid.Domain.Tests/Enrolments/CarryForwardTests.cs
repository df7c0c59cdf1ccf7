using EduAid.Domain.Enrolments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Enrolments;

/// <summary>A row: where the pupil stands, the state, the kind of school, the semester to come, and where the pupil stands then.</summary>
public sealed class CarryForwardTests
{
    [Theory]
    // In autumn everybody goes up a grade.
    [InlineData("小班", Stage.Preschool, EnrolmentStatus.InSchool, SchoolKind.Kindergarten, "2020-autumn", "中班")]
    [InlineData("中班", Stage.Preschool, EnrolmentStatus.InSchool, SchoolKind.Kindergarten, "2020-autumn", "大班")]
    [InlineData("托班", Stage.Preschool, EnrolmentStatus.InSchool, SchoolKind.Kindergarten, "2020-autumn", "小班")]
    [InlineData("一年级", Stage.Primary, EnrolmentStatus.InSchool, SchoolKind.Primary, "2020-autumn", "二年级")]
    [InlineData("五年级", Stage.Primary, EnrolmentStatus.InSchool, SchoolKind.Primary, "2020-autumn", "六年级")]
    [InlineData("七年级", Stage.Junior, EnrolmentStatus.InSchool, SchoolKind.Junior, "2020-autumn", "八年级")]
    [InlineData("八年级", Stage.Junior, EnrolmentStatus.InSchool, SchoolKind.NineYear, "2020-autumn", "九年级")]
    [InlineData("高一", Stage.SeniorHigh, EnrolmentStatus.InSchool, SchoolKind.SeniorHigh, "2020-autumn", "高二")]
    [InlineData("二年级", Stage.Vocational, EnrolmentStatus.InSchool, SchoolKind.Vocational, "2020-autumn", "三年级")]
    // Whoever has done the last grade leaves.
    [InlineData("大班", Stage.Preschool, EnrolmentStatus.InSchool, SchoolKind.Kindergarten, "2020-autumn", "毕业")]
    [InlineData("六年级", Stage.Primary, EnrolmentStatus.InSchool, SchoolKind.Primary, "2020-autumn", "毕业")]
    [InlineData("九年级", Stage.Junior, EnrolmentStatus.InSchool, SchoolKind.Junior, "2020-autumn", "毕业")]
    [InlineData("九年级", Stage.Junior, EnrolmentStatus.InSchool, SchoolKind.CompleteSecondary, "2020-autumn", "毕业")]
    [InlineData("高三", Stage.SeniorHigh, EnrolmentStatus.InSchool, SchoolKind.SeniorHigh, "2020-autumn", "毕业")]
    [InlineData("三年级", Stage.Vocational, EnrolmentStatus.InSchool, SchoolKind.Vocational, "2020-autumn", "毕业")]
    // From primary to junior within one school the pupil goes on.
    [InlineData("六年级", Stage.Primary, EnrolmentStatus.InSchool, SchoolKind.NineYear, "2020-autumn", "七年级")]
    [InlineData("六年级", Stage.Primary, EnrolmentStatus.InSchool, SchoolKind.TwelveYear, "2020-autumn", "七年级")]
    [InlineData("大班", Stage.Preschool, EnrolmentStatus.InSchool, SchoolKind.Special, "2020-autumn", "毕业")]
    // In spring nobody goes up.
    [InlineData("大班", Stage.Preschool, EnrolmentStatus.InSchool, SchoolKind.Kindergarten, "2021-spring", "大班")]
    [InlineData("六年级", Stage.Primary, EnrolmentStatus.InSchool, SchoolKind.Primary, "2021-spring", "六年级")]
    [InlineData("高三", Stage.SeniorHigh, EnrolmentStatus.InSchool, SchoolKind.SeniorHigh, "2021-spring", "高三")]
    // On leave the grade stays; who has left is not carried at all.
    [InlineData("六年级", Stage.Primary, EnrolmentStatus.Suspended, SchoolKind.Primary, "2020-autumn", "六年级")]
    [InlineData("高二", Stage.SeniorHigh, EnrolmentStatus.TransferredOut, SchoolKind.SeniorHigh, "2020-autumn", "已离校")]
    [InlineData("高二", Stage.SeniorHigh, EnrolmentStatus.TransferredOut, SchoolKind.SeniorHigh, "2021-spring", "已离校")]
    [InlineData("高三", Stage.SeniorHigh, EnrolmentStatus.Graduated, SchoolKind.SeniorHigh, "2020-autumn", "已离校")]
    [InlineData("七年级", Stage.Junior, EnrolmentStatus.Withdrawn, SchoolKind.Junior, "2021-spring", "已离校")]
    [InlineData("七年级", Stage.Junior, EnrolmentStatus.Deceased, SchoolKind.Junior, "2021-spring", "已离校")]
    public void A_list_is_carried_into_the_next_semester(string grade, Stage stage, EnrolmentStatus status, SchoolKind kind, string into, string expected)
    {
        Semester.TryParse(into, out var semester).Should().BeTrue();
        var at = Enumerable.Range(0, 7).First(g => GradeName.Of(stage, g) == grade);
        var carried = CarryForward.Into(semester, stage, at, status, kind.Stages());
        var stands = carried.Not switch { NotCarried.Finished => "毕业", NotCarried.Left => "已离校", _ => GradeName.Of(carried.Stage, carried.Grade) };
        stands.Should().Be(expected);
    }
}
