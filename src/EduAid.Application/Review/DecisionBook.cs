using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Domain.Review;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Review;

/// <summary>The decisions that hold in a semester, person by person. They are few beside the rows that they are about and are read at once.</summary>
public sealed class DecisionBook
{
    private readonly Dictionary<PersonId, PersonDecisions> _decisions;

    private DecisionBook(Dictionary<PersonId, PersonDecisions> decisions) => _decisions = decisions;

    public PersonDecisions? Of(PersonId person) => _decisions.GetValueOrDefault(person);

    /// <summary>Decisions that hold in a semester and were not taken back.</summary>
    public static IQueryable<Decision> Holding(EduAidDbContext db, Semester semester) =>
        db.Decisions.Where(d => d.UndoneAt == null
            && (d.Semester == semester || (d.Semester < semester && (d.Kind == DecisionKind.SamePerson || d.Kind == DecisionKind.OtherPerson))));

    internal static async Task<DecisionBook> LoadAsync(EduAidDbContext db, SchoolRegister schools, Semester semester, CancellationToken stop)
    {
        // What was decided holds for whoever computes, a school as well as the county.
        var rows = await Holding(db, semester).IgnoreQueryFilters([EduAidDbContext.SchoolFilter]).OrderBy(d => d.At).ThenBy(d => d.Id)
            .Select(d => new Held(d.Person, d.School, d.Code, d.Kind, d.Value)).ToListAsync(stop);
        return new(rows.GroupBy(r => r.Person).ToDictionary(g => g.Key, g => Gather([.. g], schools)));
    }

    private static PersonDecisions Gather(List<Held> rows, SchoolRegister schools)
    {
        string? CodeOf(SchoolId? school) => school is { } id ? schools.Find(id)?.Facts.Code : null;
        // Of two names the later word counts, whichever it is.
        var names = rows.Where(r => DecisionAnswers.Lasts(r.Kind)).GroupBy(r => r.Value).Select(g => g.Last()).ToLookup(r => r.Kind, r => r.Value);
        return new()
        {
            HeldBy = CodeOf(rows.FindLast(r => r.Kind == DecisionKind.HeldBy)?.School),
            SameNames = names[DecisionKind.SamePerson].ToHashSet(StringComparer.Ordinal),
            OtherNames = names[DecisionKind.OtherPerson].ToHashSet(StringComparer.Ordinal),
            Answers = [.. rows.Where(r => r.Kind is DecisionKind.Boarding or DecisionKind.FullTime or DecisionKind.Household or DecisionKind.Province)
                .GroupBy(r => (r.Kind, r.School)).Select(g => g.Last()).Select(r => new GivenAnswer(CodeOf(r.School) ?? "", r.Kind, r.Value))],
            Accepted = rows.Where(r => r.Kind == DecisionKind.Accepted).Select(r => PersonDecisions.FindingOf(r.Code, r.Value)).ToHashSet(StringComparer.Ordinal),
        };
    }

    private sealed record Held(PersonId Person, SchoolId? School, string Code, DecisionKind Kind, string Value);
}
