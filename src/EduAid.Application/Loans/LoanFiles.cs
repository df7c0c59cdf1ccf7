using System.Globalization;
using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Ledgers;
using EduAid.Application.People;
using EduAid.Application.Reveals;
using EduAid.Application.Storage;
using EduAid.Domain.Loans;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Loans;

/// <summary>
/// Takes in loans from a workbook, all or none. A row is known by borrower, academic year and the day of the application: what is new is taken up,
/// steps that a known loan lacks are added, and a row that says otherwise than the ledger is a finding.
/// </summary>
public sealed class ImportLoans(EduAidDbContext db, ApplyForLoan apply, MoveLoan move, PersonDirectory people, Work work, BusinessDay day)
{
    private static readonly Words.Words Chinese = Words.Words.Chinese;

    /// <param name="dryRun">Says what would happen and writes nothing.</param>
    public Task<LedgerImport> RunAsync(Actor actor, CheckedFile file, bool dryRun, CancellationToken stop) => TrialRun.RunAsync(
        work, dryRun,
        async () =>
        {
            if (actor.Held is not { } role || !LoanRights.MayKeep(role)) return LedgerImport.Refused(Chinese.Refusal(LoanRefusal.NotYourRole));
            using var content = new MemoryStream(file.Content, writable: false);
            var (rows, unread) = LoanSheet.Read(content, file.Name, day.Today);
            var (findings, seen) = (unread.ToList(), new HashSet<(int, string?, DateOnly)>());
            var (added, changed, same) = (0, 0, 0);
            foreach (var (number, row) in rows)
            {
                if (!seen.Add((row.AcademicYear, row.CitizenId, row.AppliedOn)))
                {
                    findings.Add(new(number, LoanSheet.Id, SheetProblem.Twice, row.Name));
                    continue;
                }
                var before = findings.Count;
                var (isNew, steps) = await TakeAsync(actor, number, row, findings, stop);
                if (findings.Count > before) continue;
                if (isNew) added++;
                else if (steps > 0) changed++;
                else same++;
            }
            return new(added, changed, same, findings, true);
        },
        stop);

    private async Task<(bool IsNew, int Steps)> TakeAsync(Actor actor, int number, LoanRow row, List<SheetFinding> findings, CancellationToken stop)
    {
        var id = CitizenId.FromStored(row.CitizenId!);
        var known = await people.FindAsync(id, stop) is { } person
            ? await db.Loans.SingleOrDefaultAsync(l => l.AcademicYear == row.AcademicYear && l.Borrower == person && l.AppliedOn == row.AppliedOn, stop) : null;
        var loan = known?.Id;
        var done = new List<LoanStep>();
        if (known is null)
        {
            var applied = await apply.RunAsync(actor, new(row.AcademicYear, row.Name, row.CitizenId, row.Level, row.University, row.Amount, row.AppliedOn), stop);
            if (applied.Refusal is { } refusal) findings.Add(new(number, HeadingOf(refusal), SheetProblem.Refused, Chinese.Refusal(applied)));
            loan = applied.Loan;
        }
        else
        {
            done = await db.LoanSteps.Where(s => s.Loan == known.Id && s.Number > 1).OrderBy(s => s.Number).ToListAsync(stop);
            if (Differing(known, done, row) is { } heading) findings.Add(new(number, heading, SheetProblem.Refused, Chinese["LoanImport.Differs"]));
        }
        if (loan is not { } key || findings.Exists(f => f.Row == number)) return (false, 0);
        var lacking = row.Steps.Skip(done.Count).ToList();
        foreach (var (to, on) in lacking)
        {
            var moved = await move.RunAsync(actor, key, to, on, row.Contract, to.NeedsText() ? row.Why : null, stop);
            if (moved.Refusal is not { } refusal) continue;
            findings.Add(new(number, HeadingOf(refusal, to), SheetProblem.Refused, Chinese.Refusal(refusal)));
            break;
        }
        return (known is null, lacking.Count);
    }

    // The first column in which the row says otherwise; a row that knows fewer steps than the ledger is older, not wrong.
    private static string? Differing(Loan known, List<LoanStep> done, LoanRow row) =>
        known.Name != row.Name ? LoanSheet.Name
        : known.Level != row.Level ? LoanSheet.Level
        : known.University != row.University ? LoanSheet.University
        : known.Amount != row.Amount ? LoanSheet.Amount
        : known.Contract is { } contract && row.Contract is { } other && !string.Equals(contract, Text.Fold(other), StringComparison.OrdinalIgnoreCase) ? LoanSheet.Contract
        : row.Steps.Zip(done).FirstOrDefault(p => p.First.To != p.Second.To || p.First.On != p.Second.On) is { Second: not null } pair ? HeadingOf(LoanRefusal.DayOutside, pair.First.To)
        : null;

    private static string HeadingOf(LoanRefusal refusal, LoanState to = LoanState.Applied) => refusal switch
    {
        LoanRefusal.YearOutside => LoanSheet.Year,
        LoanRefusal.NameMissing => LoanSheet.Name,
        LoanRefusal.UniversityMissing => LoanSheet.University,
        LoanRefusal.AmountMissing or LoanRefusal.AmountAbove => LoanSheet.Amount,
        LoanRefusal.ContractMissing or LoanRefusal.ContractTaken => LoanSheet.Contract,
        LoanRefusal.TextMissing => LoanSheet.Why,
        LoanRefusal.DayOutside or LoanRefusal.WrongState => to switch
        {
            LoanState.Applied => LoanSheet.Applied,
            LoanState.Contracted => LoanSheet.Contracted,
            LoanState.Disbursed => LoanSheet.Disbursed,
            LoanState.Settled => LoanSheet.Settled,
            _ => LoanSheet.EndedOn,
        },
        _ => LoanSheet.Id,
    };
}

/// <summary>A year's loans as a workbook; IDs in full for those alone who may carry them out.</summary>
public sealed class ExportLoans(EduAidDbContext db, PersonDirectory people, Work work, AuditTrail trail)
{
    public async Task RunAsync(Actor actor, int year, Stream output, CancellationToken stop)
    {
        var rows = await work.ChangeAsync(
            async () =>
            {
                var full = actor.Held is { } role && RevealRights.MayExportFull(role);
                var lines = await LoanBoard.LoadAsync(db, year, stop);
                var ids = await people.RevealAsync([.. lines.Select(l => l.Loan.Borrower)], stop);
                var steps = (await (from loan in db.Loans join step in db.LoanSteps on loan.Id equals step.Loan where loan.AcademicYear == year select step).ToListAsync(stop)).ToLookup(s => s.Loan);
                trail.Record(actor, "loan.export", $"loans:{year}", new { Loans = lines.Count, Full = full });
                return lines.Select(l => RowOf(l, ids.TryGetValue(l.Loan.Borrower, out var id) ? full ? id.Reveal() : id.ToString() : null, [.. steps[l.Loan.Id]])).ToList();
            },
            stop);
        LoanSheet.Write(rows, string.Create(CultureInfo.InvariantCulture, $"{year}-{year + 1}学年生源地信用助学贷款台账"), output, stop);
    }

    private static LoanRow RowOf(LoanLine line, string? id, List<LoanStep> steps)
    {
        var loan = line.Loan;
        var ended = steps.Find(s => s.To.NeedsText());
        return new(
            loan.AcademicYear, loan.Name, id, loan.Level, loan.University, loan.Amount, loan.AppliedOn, loan.Contract,
            On(LoanState.Contracted), On(LoanState.Disbursed), On(LoanState.Settled), ended?.To, ended?.On, ended?.Text ?? "")
        {
            Registered = line.Registered,
        };

        DateOnly? On(LoanState to) => steps.Find(s => s.To == to)?.On;
    }
}
