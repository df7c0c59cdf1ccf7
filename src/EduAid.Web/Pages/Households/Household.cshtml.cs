using System.Globalization;
using EduAid.Application.Documents;
using EduAid.Application.People;
using EduAid.Application.Registrations;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Payments.Documents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Households;

/// <param name="Now">Whether the person is registered with the household in the semester.</param>
public sealed record Member(PersonId Person, string Name, string Relation, string Category, bool Now, int BirthYear);

/// <summary>A stretch of semesters in which one list speaks for the household.</summary>
/// <param name="Until">First semester for which it no longer holds; null while it does.</param>
public sealed record HouseholdSpan(Semester From, Semester? Until, string Category, int Members, int Import);

/// <summary>One household: its members, how it stood in time, and what each of them gets. It is found by the key of a member.</summary>
public sealed class HouseholdModel(EduAidDbContext db, Visitor visitor, PupilFacts facts, TurnCache cache) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    /// <summary>The row by which it was found.</summary>
    public Registration Found { get; private set; } = null!;

    public IReadOnlyList<Member> Members { get; private set; } = [];

    public IReadOnlyList<HouseholdSpan> Spans { get; private set; } = [];

    public IReadOnlyDictionary<PersonId, PupilFact> Facts { get; private set; } = new Dictionary<PersonId, PupilFact>();

    /// <summary>School, stage, grade and status by member who stands on a current list of the semester.</summary>
    public IReadOnlyDictionary<PersonId, PupilRow> Enrolled { get; private set; } = new Dictionary<PersonId, PupilRow>();

    public SchoolLabels Schools { get; private set; } = null!;

    /// <summary>Null for whose role they are not.</summary>
    public PapersOf? Papers { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        var person = new PersonId(id);
        var mine = db.Registrations.Where(r => r.Person == person && r.ValidUntil > 0);
        // With one question: the household in which the person is now, or was last, and everybody who ever was in it.
        var rows = await (
            from r in db.Registrations
            join p in db.People on r.Person equals p.Id
            where r.ValidUntil > 0 && mine.Any(m => m.HouseholdNumber == r.HouseholdNumber)
            select new { Row = r, p.Name, p.BirthYear }).ToListAsync(stop);
        if (rows.Where(r => r.Row.Person == person).OrderBy(r => Holds(r.Row)).ThenBy(r => r.Row.ValidFrom).LastOrDefault() is not { } found) return NotFound();
        Found = found.Row;
        rows.RemoveAll(r => r.Row.HouseholdNumber != Found.HouseholdNumber || r.Row.ValidFrom.Number >= r.Row.ValidUntil);
        Members =
        [
            .. rows.GroupBy(r => r.Row.Person).Select(g => (Last: g.OrderBy(r => Holds(r.Row)).ThenBy(r => r.Row.ValidFrom).Last(), Now: g.Any(r => Holds(r.Row))))
                .OrderByDescending(m => m.Now).ThenBy(m => m.Last.Name == Found.Head ? 0 : 1).ThenBy(m => m.Last.BirthYear).Select(m => new Member(m.Last.Row.Person, m.Last.Name, m.Last.Row.Relation, m.Last.Row.Category, m.Now, m.Last.BirthYear)),
        ];
        Spans =
        [
            .. rows.GroupBy(r => (r.Row.ValidFrom, r.Row.ValidUntil, r.Row.List)).OrderByDescending(g => g.Key.ValidFrom).ThenByDescending(g => g.Key.ValidUntil).Select(g => new HouseholdSpan(
                g.Key.ValidFrom, g.Key.ValidUntil == int.MaxValue ? null : Semester.FromNumber(g.Key.ValidUntil), g.First().Row.Category, g.Count(), g.Key.List)),
        ];
        await LoadMembersAsync(id, stop);
        return Page();
    }

    private async Task LoadMembersAsync(Guid id, CancellationToken stop)
    {
        var whom = Members.Select(m => m.Person).ToList();
        Schools = await cache.GetAsync(() => SchoolLabels.LoadAsync(db, Semester, stop));
        Facts = await facts.OfPageAsync(Semester, whom, stop);
        var rows = await SemesterFacts.CurrentEnrolments(db, Semester).Where(e => whom.Contains(e.Person)).OrderByDescending(e => e.Status)
            .Select(e => new PupilRow(e.Person, e.Name, e.School, e.Stage, e.Grade, e.Class, e.Boarding, e.Status, e.List, e.Line)).ToListAsync(stop);
        Enrolled = rows.GroupBy(r => r.Person).ToDictionary(g => g.Key, g => g.Last());
        if (!DocumentRights.MayRead(visitor.Role, DocumentSubject.Household)) return;
        // A paper hangs on the member through whom it was added; here stand those of all.
        Papers = await PapersOf.LoadAsync(db, DocumentSubject.Household, id.ToString(), [.. whom.Select(p => p.Value.ToString())], visitor, stop);
    }

    public string ClassOf(PupilRow row) =>
        $"{(row is { Stage: { } stage, Grade: { } grade } ? GradeName.Of(stage, grade) : "")} {row.Class}{(row.Status is null or EnrolmentStatus.InSchool ? "" : $" ({row.Status.Value.InChinese()})")}";

    private bool Holds(Registration row) => row.ValidFrom <= Semester && Semester.Number < row.ValidUntil;
}
