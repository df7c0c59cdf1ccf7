using System.Globalization;
using EduAid.Domain.Canteens;
using EduAid.Domain.Duties;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Canteens;

/// <summary>Who owes which month: stated by the 10th of the next.</summary>
public class SchoolLedgerTests
{
    private static readonly CanteenRule Rule = new(10, Money.FromYuan(4), 10, 2);

    [Theory]
    [InlineData("the month runs", "2020-09-15", null, StatementState.Open)]
    [InlineData("the tenth of October: the last day in time", "2020-10-10", null, StatementState.Open)]
    [InlineData("the eleventh", "2020-10-11", null, StatementState.Missing)]
    [InlineData("stated on the tenth", "2020-12-01", "2020-10-10", StatementState.Done)]
    [InlineData("stated on the eleventh", "2020-12-01", "2020-10-11", StatementState.DoneLate)]
    [InlineData("stated before it was over", "2020-12-01", "2020-09-28", StatementState.Done)]
    public void A_month_is_due_on_the_tenth_of_the_next(string why, string today, string? statedOn, StatementState state) =>
        StatementDuty.Of(true, statedOn is null ? null : Day(statedOn), StatementDuty.DueOn(Of("2020-09"), 10), Day(today)).Should().Be(state, why);

    [Fact]
    public void A_school_that_is_not_on_the_programme_owes_nothing_and_what_it_has_stated_stays_stated()
    {
        StatementDuty.Of(false, null, Day("2020-10-10"), Day("2020-12-01")).Should().Be(StatementState.NotOwed);
        StatementDuty.Of(false, Day("2020-10-01"), Day("2020-10-10"), Day("2020-12-01")).Should().Be(StatementState.Done);
    }

    [Theory]
    [InlineData("December is due in January", "2020-12", 10, "2021-01-10")]
    [InlineData("January on the 28th of February", "2021-01", 28, "2021-02-28")]
    public void The_due_day_lies_in_the_next_month(string why, string month, int dueDay, string due) => StatementDuty.DueOn(Of(month), dueDay).Should().Be(Day(due), why);

    [Theory]
    [InlineData("never on the programme", "", "2020-12-20", "")]
    [InlineData("joined today", "2020-12-20 Canteen", "2020-12-20", "")]
    [InlineData("joined on the last of September: that month is owed", "2020-09-30 Canteen", "2020-12-10", "2020-09 2020-10")]
    [InlineData("and November from the eleventh of December on", "2020-09-30 Canteen", "2020-12-11", "2020-09 2020-10 2020-11")]
    [InlineData("left on the first of November: October is the last", "2020-09-01 Canteen,2020-11-01 Left", "2021-03-20", "2020-09 2020-10")]
    [InlineData("left on the second: one day of November is owed", "2020-09-01 Canteen,2020-11-02 Left", "2021-03-20", "2020-09 2020-10 2020-11")]
    [InlineData("left and back again", "2020-06-01 Canteen,2020-07-01 Left,2020-09-10 Packed", "2020-11-20", "2020-06 2020-09 2020-10")]
    [InlineData("another way of supply is no gap", "2020-08-01 Canteen,2020-09-01 Company", "2020-11-05", "2020-08 2020-09")]
    public void Every_month_with_a_day_on_the_programme_is_owed(string why, string supply, string today, string missing) =>
        Ledger(supply, [], today).Missing.Select(m => $"{m}").Should().Equal(missing.Split(' ', StringSplitOptions.RemoveEmptyEntries), why);

    [Fact]
    public void Months_that_were_stated_are_not_missing_and_carry_their_balance_on()
    {
        var ledger = Ledger("2020-08-01 Canteen", [Stated("2020-08", 0, 500, "2020-09-09"), Stated("2020-10", 500, 100, "2020-11-12")], "2020-12-20");
        ledger.Missing.Should().Equal(Of("2020-09"), Of("2020-11"));
        ledger.Months.Select(m => m.State).Should().Equal(StatementState.Done, StatementState.Missing, StatementState.DoneLate, StatementState.Missing, StatementState.Open);
        (ledger.OpeningOf(Of("2020-08")), ledger.OpeningOf(Of("2020-09")), ledger.OpeningOf(Of("2020-10")), ledger.OpeningOf(Of("2020-12")))
            .Should().Be((Money.Zero, Money.FromYuan(500), Money.FromYuan(500), Money.FromYuan(600)));
    }

    [Fact]
    public void What_is_late_or_lacks_is_a_finding_with_its_due_day()
    {
        var ledger = Ledger("2020-08-01 Packed", [Stated("2020-08", 0, 500, "2020-09-11")], "2020-10-11");
        ledger.In(Of("2020-08")).Findings.Should().ContainSingle().Which.Should().Be(new CanteenFinding(CanteenCheck.Late, Day("2020-09-11").DayNumber, Day("2020-09-10").DayNumber));
        ledger.In(Of("2020-09")).Findings.Should().ContainSingle().Which.Should().Be(new CanteenFinding(CanteenCheck.Missing, 0, Day("2020-10-10").DayNumber));
        ledger.In(Of("2020-10")).Findings.Should().BeEmpty();
        ledger.In(Of("2020-11")).State.Should().Be(StatementState.Open, "the month to come is not due");
    }

    [Fact]
    public void Figures_that_are_being_typed_are_held_against_the_months_before_them_alone()
    {
        var ledger = Ledger("2020-08-01 Packed", [Stated("2020-08", 0, 500, "2020-09-01"), Stated("2020-09", 400, 0, "2020-10-01")], "2020-11-01");
        ledger.In(Of("2020-09")).Findings.Select(f => f.Check).Should().Contain(CanteenCheck.OpeningDiffers);
        ledger.Try(ledger.In(Of("2020-09")).Figures! with { Opening = Money.FromYuan(500) }).Select(f => f.Check).Should().NotContain(CanteenCheck.OpeningDiffers, "it is put right");
    }

    [Fact]
    public void A_changed_due_day_holds_for_the_months_it_is_set_for()
    {
        var ledger = new SchoolLedger(new([new(1, CanteenFactKind.Supply, Day("2020-08-01"), "Packed")]), [], m => Rule with { DueDay = m < Of("2020-09") ? 10 : 20 }, Day("2020-10-15"));
        ledger.Missing.Should().Equal(Of("2020-08"));
    }

    private static SchoolLedger Ledger(string supply, IEnumerable<StatedMonth> stated, string today) => new(
        new(supply.Split(',', StringSplitOptions.RemoveEmptyEntries).Select((s, n) => new CanteenFact(n + 1, CanteenFactKind.Supply, Day(s.Split(' ')[0]), s.Split(' ')[1]))), stated, _ => Rule, Day(today));

    private static StatedMonth Stated(string month, int opening, int received, string on) =>
        new(new(Of(month), Money.FromYuan(opening), Money.FromYuan(received), Money.Zero, Money.Zero, 0, 0, 0), Day(on), 1);

    private static Month Of(string month) => Month.TryParse(month, out var parsed) ? parsed : throw new ArgumentException(month);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
