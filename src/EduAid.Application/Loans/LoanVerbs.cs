using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.People;
using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Domain.Loans;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Loans;

/// <param name="AcademicYear">The calendar year in which it begins.</param>
/// <param name="Amount">Null where what was typed is no amount.</param>
public sealed record SentLoan(int? AcademicYear, string? Name, string? CitizenId, LoanLevel Level, string? University, Money? Amount, DateOnly On);

/// <param name="Most">The limit that an amount is above.</param>
public sealed record LoanOutcome(LoanRefusal? Refusal, Guid? Loan = null, Money? Most = null);

/// <summary>Takes an application into the queue.</summary>
public sealed class ApplyForLoan(EduAidDbContext db, PersonDirectory people, Work work, AuditTrail trail, BusinessDay day, TimeProvider time)
{
    public const int LongestUniversity = 100;

    public Task<LoanOutcome> RunAsync(Actor actor, SentLoan sent, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (actor.Held is not { } role || !LoanRights.MayKeep(role)) return new LoanOutcome(LoanRefusal.NotYourRole);
            if (sent.AcademicYear is not { } year || year < Loan.FirstYear || year > day.Today.Year) return new LoanOutcome(LoanRefusal.YearOutside);
            if (PersonName.Parse(sent.Name) is not { } name || name.Written.Length > 100) return new LoanOutcome(LoanRefusal.NameMissing);
            var id = CitizenId.Parse(Text.Fold(sent.CitizenId), day.Today);
            if (!id.IsValid) return new LoanOutcome(LoanRefusal.IdInvalid);
            var university = sent.University?.Trim() ?? "";
            if (university.Length is 0 or > LongestUniversity) return new LoanOutcome(LoanRefusal.UniversityMissing);
            if (sent.On > day.Today) return new LoanOutcome(LoanRefusal.DayOutside);
            if (sent.Amount is not { } amount || amount < Money.FromYuan(1)) return new LoanOutcome(LoanRefusal.AmountMissing);
            // Nobody's limit is guessed: where none is set nothing is held against it, and the pages say so.
            var most = (await SettingBook.LoadAsync(db, day.Today, stop)).LoanMost(sent.Level).On(sent.On);
            if (most is { } limit && amount > limit) return new LoanOutcome(LoanRefusal.AmountAbove, Most: limit);
            var borrower = (await people.FindOrAddAsync([(id.Id.Reveal(), name.Written)], stop))[id.Id.Reveal()];
            if (await db.Loans.AnyAsync(l => l.AcademicYear == year && l.Borrower == borrower && l.State != LoanState.Refused && l.State != LoanState.Withdrawn, stop)) return new LoanOutcome(LoanRefusal.BorrowerTaken);
            var now = time.GetUtcNow();
            var loan = Loan.Apply(db.CountyCode, Keys.New(now), year, borrower, name.Written, sent.Level, university, amount, sent.On);
            db.Loans.Add(loan);
            db.LoanSteps.Add(MoveLoan.Row(loan, 1, "", actor, now));
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "loan.apply", $"loan:{loan.Id}", new { year, loan.Amount.Fen, loan.University, Most = most?.Fen });
            return new LoanOutcome(null, loan.Id);
        },
        stop);
}

/// <summary>Records what became of an application: the contract, the money, a refusal, a withdrawal, the end of the debt.</summary>
public sealed class MoveLoan(EduAidDbContext db, Work work, AuditTrail trail, BusinessDay day, TimeProvider time)
{
    public const int LongestContract = 60;

    public Task<LoanOutcome> RunAsync(Actor actor, Guid id, LoanState to, DateOnly on, string? contract, string? why, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (actor.Held is not { } role || !LoanRights.MayKeep(role)) return new LoanOutcome(LoanRefusal.NotYourRole);
            if (await db.Loans.AsTracking().SingleOrDefaultAsync(l => l.Id == id, stop) is not { } loan) return new LoanOutcome(LoanRefusal.NotFound);
            var (number, text, before) = (Text.Fold(contract).ToUpperInvariant(), why?.Trim() ?? "", loan.State);
            if (number.Length > LongestContract) return new LoanOutcome(LoanRefusal.ContractMissing);
            if ((to.NeedsText() && text.Length == 0) || text.Length > LoanStep.LongestText) return new LoanOutcome(LoanRefusal.TextMissing);
            if (to == LoanState.Contracted && await db.Loans.AnyAsync(l => l.Contract == number && l.Id != id, stop)) return new LoanOutcome(LoanRefusal.ContractTaken);
            if (loan.Move(to, on, day.Today, number) is { } refusal) return new LoanOutcome(refusal);
            var steps = await db.LoanSteps.CountAsync(s => s.Loan == id, stop);
            db.LoanSteps.Add(Row(loan, steps + 1, text, actor, time.GetUtcNow()));
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "loan.move", $"loan:{id}", new { Before = before.ToString(), After = to.ToString(), On = on, loan.Contract });
            return new LoanOutcome(null, id);
        },
        stop);

    internal static LoanStep Row(Loan loan, int number, string text, Actor actor, DateTimeOffset at) => new()
    {
        County = loan.County,
        Loan = loan.Id,
        Number = number,
        To = loan.State,
        On = loan.StateOn,
        Text = text,
        By = actor.Name,
        At = at,
    };
}
