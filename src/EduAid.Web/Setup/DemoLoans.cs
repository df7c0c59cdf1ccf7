using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Loans;
using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Setup;
using EduAid.Domain.Loans;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Setup;

/// <summary>A few invented loans of the academic year 2020–2021 by the demo's aid officer, through the verbs, so that each state and the queue are seen.</summary>
public sealed class DemoLoans(EduAidServices services)
{
    private const int Year = 2020, Borrowers = 12;

    private static readonly Actor Officer = new("officer", nameof(Role.AidOfficer), "demo");

    public async Task FillAsync(CancellationToken stop)
    {
        var graduates = await SemesterFacts.CurrentAdmissions(services.Db, Semester.Autumn(Year)).OrderBy(a => a.List).ThenBy(a => a.Line)
            .Select(a => new { a.Person, a.Name, a.University }).Take(Borrowers).ToListAsync(stop);
        var ids = await services.Get<PersonDirectory>().RevealAsync([.. graduates.Select(g => g.Person)], stop);
        foreach (var (graduate, n) in graduates.DistinctBy(g => g.Person).Select((g, n) => (g, n)))
        {
            var applied = await services.Get<ApplyForLoan>().RunAsync(
                Officer, new(Year, graduate.Name, ids[graduate.Person].Reveal(), LoanLevel.Undergraduate, graduate.University, Money.FromYuan(5000 + (n % 4 * 1000)), new(Year, 7, 20 + (n % 8))), stop);
            var loan = applied.Loan ?? throw new InvalidOperationException($"The demo's loan was refused: {applied.Refusal}.");
            // Of each four one waits, one has its contract, one its money; of the rest some are refused.
            if (n % 4 == 3) continue;
            if (n == 10) await MoveAsync(loan, LoanState.Refused, new(Year, 8, 20), null, "申请材料不齐,未在规定时间补交", stop);
            else await MoveAsync(loan, LoanState.Contracted, new(Year, 8, 12), $"HT{Year}-{n + 1:0000}", null, stop);
            if (n % 4 == 0) await MoveAsync(loan, LoanState.Disbursed, new(Year, 10, 28), null, null, stop);
        }
    }

    private async Task MoveAsync(Guid loan, LoanState to, DateOnly on, string? contract, string? why, CancellationToken stop)
    {
        var moved = await services.Get<MoveLoan>().RunAsync(Officer, loan, to, on, contract, why, stop);
        if (moved.Refusal is { } refusal) throw new InvalidOperationException($"The demo's loan did not become {to}: {refusal}.");
    }
}
