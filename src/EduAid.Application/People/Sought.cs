using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.People;

/// <summary>What a typed text is taken for.</summary>
public enum SoughtBy
{
    Name = 1,

    /// <summary>First letters of the pinyin.</summary>
    Initials,
    CitizenId,
    LastFour,
    Household,
}

/// <summary>Whom somebody looks for. It may say who a person is, so it stands in no address and no log.</summary>
/// <param name="Text">Folded.</param>
public sealed record Sought(SoughtBy By, string Text)
{
    private const string LastCodePoint = "\U0010FFFF";

    /// <summary>Null for blank text.</summary>
    public static Sought? Read(string? typed)
    {
        var text = Domain.Values.Text.Fold(typed).ToUpperInvariant();
        if (text.Length == 0) return null;
        var digits = text.Count(char.IsAsciiDigit);
        if (text.Length == 18 && digits >= 17) return new(SoughtBy.CitizenId, text);
        if (text.Length == 4 && digits >= 3 && (digits == 4 || text[3] == 'X')) return new(SoughtBy.LastFour, text);
        if (text.All(char.IsAsciiLetter)) return new(SoughtBy.Initials, text.ToLowerInvariant());
        return digits > text.Length / 2 ? new(SoughtBy.Household, text) : new(SoughtBy.Name, PersonName.FoldName(text));
    }

    /// <summary>Those it means, within the scope, by an index: a name by its beginning, an ID that somebody has or had, a household in the semester.</summary>
    public IQueryable<Person> In(EduAidDbContext db, PersonDirectory people, Semester semester)
    {
        var (from, until) = (Text, Text + LastCodePoint);
        switch (By)
        {
            case SoughtBy.CitizenId:
                var hash = people.HashOf(Text);
                return Having(db, db.PersonIdNumbers.Where(n => n.NumberHash == hash));
            case SoughtBy.LastFour:
                var lastFour = people.HashOfLastFour(Text);
                return Having(db, db.PersonIdNumbers.Where(n => n.LastFourHash == lastFour));
            case SoughtBy.Household:
                var members = SemesterFacts.Valid(db, semester).Where(r => r.HouseholdNumber == from).Select(r => r.Person);
                return db.People.Where(p => members.Contains(p.Id));
#pragma warning disable CA1309 // Becomes a range of the index, whose column sorts by code points.
            case SoughtBy.Initials:
                return db.People.Where(p => string.Compare(p.Initials, from) >= 0 && string.Compare(p.Initials, until) < 0);
            default:
                return db.People.Where(p => string.Compare(p.Folded, from) >= 0 && string.Compare(p.Folded, until) < 0);
#pragma warning restore CA1309
        }
    }

    private static IQueryable<Person> Having(EduAidDbContext db, IQueryable<PersonIdNumber> numbers)
    {
        var owners = numbers.Select(n => n.Person);
        return db.People.Where(p => owners.Contains(p.Id));
    }

    /// <summary>Prints nothing of the text.</summary>
    public override string ToString() => By.ToString();
}
