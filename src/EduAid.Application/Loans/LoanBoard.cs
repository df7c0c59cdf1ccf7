using EduAid.Application.Rosters;
using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Domain.Loans;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Loans;

/// <param name="Registered">Whether the borrower is registered (建档立卡) in the autumn in which the academic year begins.</param>
public sealed record LoanLine(Loan Loan, bool Registered);

/// <summary>The loans of an academic year. A county has some thousands, so they are read whole, in one question.</summary>
public static class LoanBoard
{
    /// <summary>The queue first, registered applicants before the others, then as they applied; what is settled last.</summary>
    public static async Task<IReadOnlyList<LoanLine>> LoadAsync(EduAidDbContext db, int year, CancellationToken stop)
    {
        var registered = SemesterFacts.Valid(db, Semester.Autumn(year)).Select(r => r.Person);
        var rows = await db.Loans.Where(l => l.AcademicYear == year).Select(l => new { Loan = l, Registered = registered.Contains(l.Borrower) }).ToListAsync(stop);
        return
        [
            .. rows.Select(r => new LoanLine(r.Loan, r.Registered)).OrderBy(l => l.Loan.State != LoanState.Applied).ThenByDescending(l => l.Registered)
                .ThenBy(l => l.Loan.AppliedOn).ThenBy(l => l.Loan.Id),
        ];
    }
}

/// <summary>The figures of a day without a name, for overviews: the academic year that the day belongs to, as its loans stood then.</summary>
/// <param name="Contracted">Of all borrowers, whole fen.</param>
/// <param name="RegisteredBorrowers">Registered, with a contract.</param>
/// <param name="StudyYears">For how many years an admission makes a university student.</param>
public sealed record LoanFigures(
    int AcademicYear, DateOnly On, IReadOnlyDictionary<LoanState, int> States, int Borrowers, int RegisteredBorrowers, Money Contracted, Money Disbursed, LendingRate Rate, int StudyYears)
{
    /// <param name="year">The academic year, by the calendar year in which it begins.</param>
    public static async Task<LoanFigures> LoadAsync(EduAidDbContext db, int year, DateOnly day, CancellationToken stop)
    {
        var years = (await SettingBook.LoadAsync(db, day, stop)).LoanStudyYears;
        var autumn = Semester.Autumn(year);
        var registered = SemesterFacts.Valid(db, autumn).Select(r => r.Person);
        var rows = await (
            from loan in db.Loans
            join step in db.LoanSteps on loan.Id equals step.Loan
            where loan.AcademicYear == year && step.On <= day
            select new { loan.Id, loan.Borrower, loan.Amount, step.Number, step.To, Registered = registered.Contains(loan.Borrower) }).ToListAsync(stop);
        var stood = rows.GroupBy(r => r.Id).Select(g => g.MaxBy(r => r.Number)!).ToList();
        var borrowing = stood.Where(l => l.To.Borrows()).ToList();
        var students = await StudentsAsync(db, autumn, years, registered, stop);
        return new(
            year, day, stood.GroupBy(l => l.To).ToDictionary(g => g.Key, g => g.Count()), borrowing.DistinctBy(l => l.Borrower).Count(),
            borrowing.Where(l => l.Registered).DistinctBy(l => l.Borrower).Count(), Sum(borrowing.Select(l => l.Amount)),
            Sum(borrowing.Where(l => l.To != LoanState.Contracted).Select(l => l.Amount)),
            LendingRate.Of(students, borrowing.Where(l => l.Registered).Select(l => l.Borrower).ToHashSet()), years);
    }

    private static async Task<Dictionary<PersonId, Semester>> StudentsAsync(EduAidDbContext db, Semester autumn, int years, IQueryable<PersonId> registered, CancellationToken stop)
    {
        var autumns = Enumerable.Range(0, years).Select(back => Semester.Autumn(autumn.Year - back)).ToList();
        var admitted = await (
            from row in db.Admissions
            join list in db.SchoolLists on row.List equals list.Id
            where list.Current && list.Kind == Enrolments.SchoolListKind.Admissions && autumns.Contains(list.Semester) && registered.Contains(row.Person)
            select new { row.Person, list.Semester }).ToListAsync(stop);
        // Somebody who was admitted twice is one student, of the later admission.
        return admitted.GroupBy(a => a.Person).ToDictionary(g => g.Key, g => g.Max(a => a.Semester));
    }

    private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);
}
