using EduAid.Application.Loans;
using EduAid.Application.Retention;
using EduAid.Application.Tests.Counties;
using EduAid.Application.Tests.Dropouts;
using EduAid.Domain.Loans;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Ledgers;

/// <summary>What the ledgers say of a person goes with the person's identity, and not before.</summary>
public class LedgerRetentionTests
{
    [Theory, EveryDatabase]
    public async Task A_case_or_a_loan_within_the_period_keeps_its_person_and_beyond_it_nobody_is_named(TestDatabase on)
    {
        await using var county = await DropoutSteps.CountyAsync(on);
        var (child, borrower) = (Child(7, "2017-03-05"), Child(41, "2002-05-05"));
        var dropout = (await county.OpenAsync((await county.NobodyListsAsync(child.Name)) with { CitizenId = child.Id })).Case!.Value;
        (await county.Do(s => s.Get<ApplyForLoan>().RunAsync(
            Staff.Officer, new(2026, borrower.Name, borrower.Id, LoanLevel.Undergraduate, "某大学", Money.FromYuan(8000), DropoutSteps.Today), Stop))).Refusal.Should().BeNull();

        county.Clock.Advance(TimeSpan.FromDays(365 * 29));
        await ApplyAsync(county);
        (await county.CaseAsync(dropout)).Name.Should().Be(child.Name);
        (await county.Do(s => s.Db.Loans.Select(l => l.Name).SingleAsync(Stop))).Should().Be(borrower.Name);

        county.Clock.Advance(TimeSpan.FromDays(366 * 2));
        await ApplyAsync(county);
        (await county.CaseAsync(dropout)).Name.Should().Be("—");
        (await county.Do(s => s.Db.DropoutSteps.Select(x => x.Text).SingleAsync(Stop))).Should().Be("—");
        (await county.Do(s => s.Db.Loans.Select(l => l.Name).SingleAsync(Stop))).Should().Be("—");
        (await county.Do(async s => await s.Db.Loans.SumAsync(l => (long)l.AcademicYear, Stop))).Should().Be(2026, "the loan itself stays");
    }

    private static Task<RetentionOutcome> ApplyAsync(CountyFixture county) => county.Do(s => s.Get<ApplyRetention>().RunAsync(Clerk, Stop));
}
