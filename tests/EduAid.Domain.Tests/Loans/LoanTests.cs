using System.Globalization;
using CsCheck;
using EduAid.Domain.Loans;
using EduAid.Domain.Values;
using static EduAid.Domain.Loans.LoanState;

namespace EduAid.Domain.Tests.Loans;

public class LoanTests
{
    private static readonly DateOnly Applied = new(2020, 7, 20), Today = new(2020, 12, 31);

    [Theory]
    [InlineData("applied, then a contract", LoanState.Applied, Contracted, true)]
    [InlineData("or a refusal", LoanState.Applied, Refused, true)]
    [InlineData("or it is withdrawn", LoanState.Applied, Withdrawn, true)]
    [InlineData("no money without a contract", LoanState.Applied, Disbursed, false)]
    [InlineData("the contract, then the money", Contracted, Disbursed, true)]
    [InlineData("a contract may be withdrawn from before the money comes", Contracted, Withdrawn, true)]
    [InlineData("but is refused no more", Contracted, Refused, false)]
    [InlineData("money that came is not withdrawn", Disbursed, Withdrawn, false)]
    [InlineData("it is paid back", Disbursed, Settled, true)]
    [InlineData("nothing to pay back before", Contracted, Settled, false)]
    [InlineData("a refusal is final", Refused, Contracted, false)]
    [InlineData("so is a withdrawal", Withdrawn, Contracted, false)]
    [InlineData("and the end of the debt", Settled, Disbursed, false)]
    public void Each_step_has_its_turn(string why, LoanState from, LoanState to, bool leads) => LoanWay.Leads(from, to).Should().Be(leads, why);

    [Theory]
    [InlineData(LoanState.Applied, false, true)]
    [InlineData(Contracted, true, true)]
    [InlineData(Disbursed, true, true)]
    [InlineData(Settled, true, true)]
    [InlineData(Refused, false, false)]
    [InlineData(Withdrawn, false, false)]
    public void A_contract_makes_a_borrower_and_who_was_refused_may_apply_again(LoanState state, bool borrows, bool holds) => (state.Borrows(), state.Holds()).Should().Be((borrows, holds));

    [Theory]
    [InlineData("the day of the application", "2020-07-20", null)]
    [InlineData("today", "2020-12-31", null)]
    [InlineData("before the application", "2020-07-19", LoanRefusal.DayOutside)]
    [InlineData("tomorrow", "2021-01-01", LoanRefusal.DayOutside)]
    public void A_step_lies_between_the_one_before_and_today(string why, string on, LoanRefusal? refusal) =>
        New().Move(Contracted, DateOnly.ParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture), Today, "HT-1").Should().Be(refusal, why);

    [Fact]
    public void The_contract_has_its_number_and_keeps_it()
    {
        var loan = New();
        loan.Move(Contracted, Applied, Today, " ").Should().Be(LoanRefusal.ContractMissing);
        (loan.State, loan.Version).Should().Be((LoanState.Applied, 0L), "a refusal changes nothing");
        loan.Move(Contracted, Applied, Today, "HT-1").Should().BeNull();
        loan.Move(Disbursed, Applied.AddDays(40), Today, "HT-2").Should().BeNull();
        (loan.Contract, loan.StateOn).Should().Be(("HT-1", Applied.AddDays(40)));
    }

    [Fact]
    public void The_lending_rate_counts_borrowers_among_the_students_and_names_the_rest()
    {
        var (a, b, c, d) = (Person(1), Person(2), Person(3), Person(4));
        var students = new Dictionary<PersonId, Semester> { [a] = Semester.Autumn(2020), [b] = Semester.Autumn(2020), [c] = Semester.Autumn(2018) };
        var rate = LendingRate.Of(students, new HashSet<PersonId> { a, c, d });
        (rate.Students, rate.Borrowers, rate.Unlisted).Should().Be((3, 2, 1));
        rate.Cohorts.Should().Equal((Semester.Autumn(2020), 2), (Semester.Autumn(2018), 1));
    }

    [Fact]
    public void The_rate_never_passes_the_whole_and_loses_nobody() => Gen.Select(Gen.Int[0, 30].List[0, 40], Gen.Int[0, 30].List[0, 40]).Sample((students, borrowers) =>
    {
        var of = students.Distinct().ToDictionary(Person, n => Semester.Autumn(2017 + (n % 4)));
        var set = borrowers.Select(Person).ToHashSet();
        var rate = LendingRate.Of(of, set);
        rate.Borrowers.Should().BeLessThanOrEqualTo(rate.Students);
        (rate.Borrowers + rate.Unlisted).Should().Be(set.Count);
        rate.Cohorts.Sum(x => x.Students).Should().Be(rate.Students);
    });

    private static PersonId Person(int n) => new(new Guid(n + 1, 0, 0, new byte[8]));

    private static Loan New() => Loan.Apply("341523", Keys.New(DateTimeOffset.UnixEpoch), 2020, Person(1), "童甲", LoanLevel.Undergraduate, "某大学", Money.FromYuan(8000), Applied);
}
