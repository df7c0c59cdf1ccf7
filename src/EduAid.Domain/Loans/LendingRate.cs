using EduAid.Domain.Values;

namespace EduAid.Domain.Loans;

/// <summary>
/// 办贷率: borrowers ÷ registered university students (plan 二(二)7). Only a borrower who stands among those students counts above the line, so
/// that the rate says how many of them were reached and never passes 100 %; borrowers whom no admissions list shows stand beside it by number.
/// </summary>
/// <param name="Students">Registered university students of the academic year, by the autumn of their admission.</param>
/// <param name="Borrowers">Of them, with a contract for the year.</param>
/// <param name="Unlisted">Registered borrowers on no admissions list.</param>
public sealed record LendingRate(IReadOnlyList<(Semester Admitted, int Students)> Cohorts, int Students, int Borrowers, int Unlisted)
{
    /// <param name="students">Registered, with the autumn of the first admission.</param>
    /// <param name="borrowers">Registered, with a contract for the year.</param>
    public static LendingRate Of(IReadOnlyDictionary<PersonId, Semester> students, IReadOnlySet<PersonId> borrowers) => new(
        [.. students.Values.GroupBy(s => s).OrderByDescending(g => g.Key).Select(g => (g.Key, g.Count()))],
        students.Count, students.Keys.Count(borrowers.Contains), borrowers.Count(b => !students.ContainsKey(b)));
}
