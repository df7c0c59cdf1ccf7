using EduAid.Application.Documents;
using EduAid.Application.Loans;
using EduAid.Application.Retention;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Application.Tests.Dropouts;
using EduAid.Domain.Dropouts;
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

    [Theory, EveryDatabase]
    public async Task A_case_that_is_known_by_name_alone_goes_by_the_day_of_its_last_step_with_its_words_and_papers(TestDatabase on)
    {
        await using var county = await DropoutSteps.CountyAsync(on);
        var old = (await county.OpenAsync(await county.NobodyListsAsync("无名甲", on: new(2026, 9, 1)))).Case!.Value;
        var placed = await county.StepAsync(old, DropoutStepKind.Place, new(2026, 9, 10), place: "外县某校");
        var later = (await county.OpenAsync(await county.NobodyListsAsync("无名乙", on: new(2026, 11, 24)))).Case!.Value;
        (await county.Do(s => s.Get<AttachDocument>().RunAsync(Staff.Officer, new(DocumentSubject.Dropout, $"{placed.Step}", null, "a.pdf", "%PDF-1.4 x"u8.ToArray()), Stop))).Should().BeNull();
        var paper = await county.Do(s => s.Db.StoredDocuments.Select(d => d.File).SingleAsync(Stop));

        county.Clock.Advance(new DateTime(2056, 9, 10) - DropoutSteps.Today.ToDateTime(TimeOnly.MinValue));
        (await ErasedAsync(county)).Should().Be(0, "thirty years are over with that day, not before it");
        (await county.CaseAsync(old)).Name.Should().Be("无名甲");

        county.Clock.Advance(TimeSpan.FromDays(1));
        (await county.Do(s => s.Get<RetentionPlan>().RunAsync(Stop))).Single(c => c.Kind == RetentionKind.Identity).Count.Should().Be(1);
        (await ErasedAsync(county)).Should().Be(1);
        (await county.CaseAsync(old)).Should().Match<DropoutCase>(c => c.Name == "—" && c.Village == "" && c.State == DropoutState.Placed && c.BirthYear == 2017);
        (await county.CaseAsync(later)).Should().Match<DropoutCase>(c => c.Name == "无名乙" && c.Village == "下湾村");
        (await county.Do(s => s.Db.DropoutSteps.Where(x => x.Case == old).Select(x => new { x.Text, x.Place, x.On }).ToListAsync(Stop)))
            .Should().HaveCount(2).And.OnlyContain(x => x.Text == "—" && x.Place == null).And.Contain(x => x.On == new DateOnly(2026, 9, 10));
        (await county.Do(s => s.Db.DropoutSteps.SingleAsync(x => x.Case == later, Stop))).Text.Should().NotBe("—");
        (await county.Do(s => s.Db.StoredDocuments.AnyAsync(Stop))).Should().BeFalse();
        (await county.Do(s => s.Get<StoredFiles>().ReadAsync(paper, Stop))).Should().BeNull("the paper itself is gone");
        (await ErasedAsync(county)).Should().Be(0, "a second time there is nothing to do");
    }

    private static async Task<int> ErasedAsync(CountyFixture county) => (await ApplyAsync(county)).Erased.Single(c => c.Kind == RetentionKind.Identity).Count;

    private static Task<RetentionOutcome> ApplyAsync(CountyFixture county) => county.Do(s => s.Get<ApplyRetention>().RunAsync(Clerk, Stop));
}
