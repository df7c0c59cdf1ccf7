using EduAid.Domain.Programmes;
using EduAid.Domain.Tests.Policies;
using EduAid.Domain.Tests.Programmes;

namespace EduAid.Domain.Tests.Enrolments;

/// <summary>
/// The school whose register holds the pupil on the reference date pays: 1 April in spring, 1 October in autumn.
/// A row of the tables is the old school's row (status, 转出日期), the new school's (status, 转入日期), and who pays what.
/// </summary>
public sealed class ResidenceTests
{
    [Theory]
    [InlineData("2020-spring", "2020-03-01", "2020-03-01", "新校 250.00")]
    [InlineData("2020-spring", "2020-03-31", "2020-03-31", "新校 250.00")]
    [InlineData("2020-spring", "2020-04-01", "2020-04-01", "新校 250.00")]
    [InlineData("2020-spring", "2020-04-02", "2020-04-02", "旧校 250.00")]
    [InlineData("2020-spring", "2020-05-20", "2020-05-20", "旧校 250.00")]
    [InlineData("2020-autumn", "2020-09-30", "2020-09-30", "新校 250.00")]
    [InlineData("2020-autumn", "2020-10-01", "2020-10-01", "新校 250.00")]
    [InlineData("2020-autumn", "2020-10-02", "2020-10-02", "旧校 250.00")]
    [InlineData("2020-spring", "2020-04-10", "", "旧校 250.00")]
    [InlineData("2020-spring", "2020-03-10", "", "新校 250.00")]
    [InlineData("2020-spring", "", "2020-03-10", "新校 250.00(转出未填日期)")]
    [InlineData("2020-spring", "", "", "新校 250.00(转出未填日期)")]
    [InlineData("2020-spring", "", "2020-04-10", "旧校 250.00(转出未填日期)")]
    [InlineData("2020-spring", "2020-03-10", "2020-04-10", "")]
    [InlineData("2020-spring", "2020-04-10", "2020-03-20", "新校 250.00")]
    public void Of_a_transfer_the_school_that_holds_the_pupil_on_the_reference_date_pays(string semester, string leftOn, string arrivedOn, string expected)
    {
        var left = new Pupil("小学") { School = "旧校", Status = "转出", Out = leftOn };
        var arrived = new Pupil("小学") { School = "新校", In = arrivedOn };

        PaidBy(semester, left, arrived).Should().Be(expected);
        PaidBy(semester, arrived, left).Should().Be(expected, "the order of the lists plays no part");
    }

    [Theory]
    [InlineData("在读", "", "", "甲校 250.00")]
    [InlineData("在读", "2020-04-01", "", "甲校 250.00")]
    [InlineData("在读", "2020-04-02", "", "")]
    [InlineData("在读", "", "2020-05-01", "甲校 250.00")]
    [InlineData("在读", "", "2020-04-01", "")]
    [InlineData("在读", "2020-03-20", "2020-03-10", "甲校 250.00")]
    [InlineData("在读", "2020-03-10", "2020-03-10", "甲校 250.00")]
    [InlineData("在读", "2020-02-10", "2020-03-10", "")]
    [InlineData("转出", "", "", "")]
    [InlineData("转出", "", "2020-03-31", "")]
    [InlineData("转出", "", "2020-04-01", "")]
    [InlineData("转出", "", "2020-04-02", "甲校 250.00")]
    [InlineData("转出", "2020-04-02", "2020-05-10", "")]
    [InlineData("休学", "", "2020-05-10", "")]
    [InlineData("退学", "", "2020-05-10", "")]
    public void Of_one_school_alone_the_dates_on_its_row_decide(string status, string arrivedOn, string leftOn, string expected) =>
        PaidBy("2020-spring", new Pupil("小学") { Status = status, In = arrivedOn, Out = leftOn }).Should().Be(expected);

    [Fact]
    public void Two_schools_both_in_school_conflict_although_one_bears_a_date_before_the_reference_date()
    {
        var judged = Pupil.Judge(ShippedCatalogue.In("2020-spring"),
            new Pupil("小学") { School = "旧校" }, new Pupil("小学") { School = "新校", In = "2020-03-10" });

        judged.Findings.Select(f => f.Code).Should().Equal("enrolment.conflict");
    }

    [Fact]
    public void An_arrival_after_the_reference_date_leaves_the_semester_with_the_school_of_that_day() =>
        PaidBy("2020-spring", new Pupil("小学") { School = "旧校" }, new Pupil("小学") { School = "新校", In = "2020-05-10" })
            .Should().Be("旧校 250.00");

    [Fact]
    public void Old_and_new_school_are_paid_by_their_own_stage_and_boarding() =>
        PaidBy("2020-spring", new Pupil("小学") { School = "旧校", Status = "转出", Out = "2020-03-05", Boarding = "寄宿" },
            new Pupil("初中") { School = "新校", In = "2020-03-05", Boarding = "走读" }).Should().Be("新校 312.50");

    [Fact]
    public void An_undated_departure_is_a_warning_that_holds_nothing()
    {
        var judged = Pupil.Judge(ShippedCatalogue.In("2020-spring"),
            new Pupil("小学") { School = "旧校", Status = "转出" }, new Pupil("小学") { School = "新校" });

        var finding = judged.Findings.Should().ContainSingle().Subject;
        (finding.Code, finding.Holds).Should().Be(("transfer.undated", false));
    }

    [Fact]
    public void Reference_dates_are_dated_parameters()
    {
        var moved = ShippedCatalogue.With("2021-spring",
            ShippedCatalogue.Value("reference-date.spring", "2021-spring", "03-15", EduAid.Domain.Policies.Unit.MonthDay));

        moved.ReferenceDate.Should().Be(new DateOnly(2021, 3, 15));
        ShippedCatalogue.In("2020-spring").ReferenceDate.Should().Be(new DateOnly(2020, 4, 1));
        ShippedCatalogue.In("2020-autumn").ReferenceDate.Should().Be(new DateOnly(2020, 10, 1));
    }

    private static string PaidBy(string semester, params IReadOnlyList<Pupil> rows)
    {
        var judged = Pupil.Judge(ShippedCatalogue.In(semester), rows);
        judged.Findings.Should().NotContain(f => f.Holds);
        return string.Join(';', judged.Results.Where(r => r.Judgement is Entitlement).Select(r => $"{r.SchoolCode} {Outcome.Of(r.Judgement)}"));
    }
}
