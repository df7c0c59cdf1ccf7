using EduAid.Application.Accounts;
using EduAid.Application.Payments;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;

namespace EduAid.Application.Tests.Payments;

public class SetBudgetTests
{
    private const string Living = "compulsory-living";

    [Theory, EveryDatabase]
    public async Task The_latest_budget_holds_and_the_earlier_ones_stay_on_record(TestDatabase on)
    {
        await using var county = await CountyFixture.OpenAsync(on);
        (await SetAsync(county, 500_000_00, "县财教〔2020〕3号")).Should().BeNull();
        (await SetAsync(county, 500_000_00, "县财教〔2020〕3号")).Should().Be(BudgetRefusal.Unchanged);
        (await SetAsync(county, 620_000_00, "县财教〔2020〕9号")).Should().BeNull();
        (await county.Do(s => s.Db.ProgrammeBudgets.CountAsync())).Should().Be(2);
        var holds = await county.Do(s => ProgrammeBudget.InForce(s.Db, Semester.Spring(2020)).SingleAsync());
        (holds.Fen, holds.Document, holds.Revision, holds.By).Should().Be((620_000_00, "县财教〔2020〕9号", 2, Staff.Finance.Name));
        (await county.Do(s => s.Db.AuditEvents.CountAsync(e => e.Action == "budget.set"))).Should().Be(2, "what changes nothing is no event");
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Theory]
    [InlineData(Role.Finance, "no-such-programme", 1, "文", BudgetRefusal.ProgrammeUnknown)]
    [InlineData(Role.Finance, Living, -1, "文", BudgetRefusal.AmountNegative)]
    [InlineData(Role.Finance, Living, 1, "  ", BudgetRefusal.DocumentMissing)]
    [InlineData(Role.AidDirector, Living, 1, "文", BudgetRefusal.NotYourRole)]
    [InlineData(Role.Finance, Living, 0, "文", null)]
    public async Task A_budget_has_a_programme_a_sum_and_a_document_and_is_finances(Role role, string programme, long fen, string document, BudgetRefusal? refusal)
    {
        await using var county = await CountyFixture.OpenAsync(TestDatabase.Sqlite);
        (await county.Do(s => s.Get<SetBudget>().RunAsync(Staff.As("somebody", role), Semester.Spring(2020), programme, Money.FromFen(fen), document, Stop))).Should().Be(refusal);
        (await county.Do(s => s.Db.ProgrammeBudgets.AnyAsync())).Should().Be(refusal is null);
    }

    private static Task<BudgetRefusal?> SetAsync(CountyFixture county, long fen, string document) =>
        county.Do(s => s.Get<SetBudget>().RunAsync(Staff.Finance, Semester.Spring(2020), Living, Money.FromFen(fen), document, Stop));
}
