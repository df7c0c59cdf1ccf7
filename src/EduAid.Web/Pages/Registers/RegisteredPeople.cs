using EduAid.Application.People;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Registers;

/// <param name="Id">Masked.</param>
public sealed record RegisteredPerson(string Name, string Id, string Head, string Relation, string Category, string Township, string Village);

/// <summary>Who stands on the registered list in a semester, looked for by name or by whole citizen ID.</summary>
public sealed class RegisteredPeople(EduAidDbContext db, PersonDirectory people)
{
    private const int MostFound = 200;

    /// <returns>The first 200, in the order of the list.</returns>
    public async Task<IReadOnlyList<RegisteredPerson>> FindAsync(Semester semester, string wanted, CancellationToken stop)
    {
        var hash = people.HashOf(Text.Fold(wanted).ToUpperInvariant());
        var number = semester.Number;
        var found = await db.Registrations.Where(r => r.ValidFrom <= semester && r.ValidUntil > number)
            .Join(db.PersonIdNumbers.Where(n => n.Until == null), r => r.Person, n => n.Person, (r, n) => new { Row = r, Number = n })
            .Where(r => r.Row.Name.Contains(wanted) || r.Number.NumberHash == hash)
            .OrderBy(r => r.Row.Township).ThenBy(r => r.Row.Village).ThenBy(r => r.Row.Line).Take(MostFound).ToListAsync(stop);
        return [.. found.Select(f => new RegisteredPerson(
            f.Row.Name, people.Reveal(f.Number).ToString(), f.Row.Head, f.Row.Relation, f.Row.Category, f.Row.Township, f.Row.Village))];
    }
}
