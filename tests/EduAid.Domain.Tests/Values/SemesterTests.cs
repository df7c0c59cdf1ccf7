using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Values;

public sealed class SemesterTests
{
    // 2020年春季学期 is the second term of school year 2019–2020.
    [Theory]
    [InlineData("2020-spring", 4040, 2019, "2019-09-01", "2020年春季学期")]
    [InlineData("2020-autumn", 4041, 2020, "2020-09-01", "2020年秋季学期")]
    [InlineData("2019-autumn", 4039, 2019, "2019-09-01", "2019年秋季学期")]
    [InlineData("1990-spring", 3980, 1989, "1989-09-01", "1990年春季学期")]
    [InlineData("2100-autumn", 4201, 2100, "2100-09-01", "2100年秋季学期")]
    public void A_semester_knows_its_school_year_and_the_day_on_which_ages_are_taken(
        string text, int number, int schoolYear, string ageDay, string chinese)
    {
        Semester.TryParse(text, out var semester).Should().BeTrue();

        (semester.Number, semester.SchoolYear, semester.AgeDay, semester.ToChinese(), semester.ToString())
            .Should().Be((number, schoolYear, DateOnly.Parse(ageDay, null), chinese, text));
        Semester.FromNumber(number).Should().Be(semester);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2020")]
    [InlineData("2020-")]
    [InlineData("2020-summer")]
    [InlineData("2020-Spring")]
    [InlineData("2020_spring")]
    [InlineData("20-spring")]
    [InlineData("+202-spring")]
    [InlineData("2020-spring ")]
    [InlineData("1989-autumn")]
    [InlineData("2101-spring")]
    [InlineData("always")]
    public void What_is_no_semester_is_refused(string? text)
    {
        Semester.TryParse(text, out var semester).Should().BeFalse();
        semester.Should().Be(Semester.Always);
    }

    // January belongs to the autumn before.
    [Theory]
    [InlineData("2020-01-01", "2019-autumn")]
    [InlineData("2020-01-31", "2019-autumn")]
    [InlineData("2020-02-01", "2020-spring")]
    [InlineData("2020-04-01", "2020-spring")]
    [InlineData("2020-07-31", "2020-spring")]
    [InlineData("2020-08-01", "2020-autumn")]
    [InlineData("2020-10-01", "2020-autumn")]
    [InlineData("2020-12-31", "2020-autumn")]
    public void Every_day_belongs_to_a_semester(string day, string semester) => Semester.Of(DateOnly.Parse(day, null)).ToString().Should().Be(semester);

    [Fact]
    public void They_are_ordered_by_time_and_not_by_their_text()
    {
        Semester[] inTime = [Semester.Always, Semester.Autumn(2019), Semester.Spring(2020), Semester.Autumn(2020), Semester.Spring(2021)];

        inTime.Reverse().Order().Should().Equal(inTime);
        (inTime[1] < inTime[2], inTime[3] > inTime[2], inTime[2] <= inTime[2], inTime[2] >= inTime[3]).Should().Be((true, true, true, false));
        inTime[2].Next.Should().Be(inTime[3]);
        inTime[2].Previous.Should().Be(inTime[1]);
    }
}
