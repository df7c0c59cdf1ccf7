using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Entry;

/// <summary>A column of a pasted block.</summary>
/// <param name="Index">0-based, in the block.</param>
/// <param name="Field">The grid's column that it fills; null where none.</param>
/// <param name="Asked">Nobody knows yet what the heading means.</param>
/// <param name="Sample">A value, so that whoever is asked knows the column again; masked where it is long.</param>
public sealed record PastedColumn(int Index, string Heading, Field? Field, bool Asked, string Sample);

/// <param name="HasHeader">Otherwise the cells go where they are put.</param>
public sealed record PastedReading(bool HasHeader, IReadOnlyList<PastedColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, int PassedOver);

/// <summary>Reads a block that is about to be pasted: finds its header, and what the school has said of headings of its own. Writes nothing.</summary>
public sealed class ReadPaste(EduAidDbContext db)
{
    public async Task<PastedReading> RunAsync(SchoolId school, SchoolKind kind, IReadOnlyList<IReadOnlyList<string>> block, CancellationToken stop)
    {
        var (read, known) = (PastedBlock.Read(ListKind.Enrolments, block), EntryColumns.Of(kind));
        if (!read.HasHeader) return new(false, [], read.Rows, 0);
        var remembered = await db.RememberedHeadings.Where(h => h.School == school).ToDictionaryAsync(h => h.Heading, h => h.Field, stop);
        var (columns, taken) = (new List<PastedColumn>(), new HashSet<Field>());
        // What a heading says by itself comes first; what was said of others fills what is left.
        foreach (var column in read.Columns.OrderBy(c => c.Field is null))
        {
            var said = remembered.TryGetValue(Headings.Fold(column.Heading), out var name);
            var meant = column.Field is { } own ? EntryColumns.Plain(own) : Enum.TryParse<Field>(name, out var field) ? field : (Field?)null;
            var used = meant is { } wanted && known.Contains(wanted) && taken.Add(wanted) ? meant : null;
            columns.Add(new(column.Index, column.Heading, used, column.Field is null && !said, Sample(read.Rows, column.Index)));
        }
        return new(true, [.. columns.OrderBy(c => c.Index)], read.Rows, read.PassedOver);
    }

    private static string Sample(IReadOnlyList<IReadOnlyList<string>> rows, int index)
    {
        var text = rows.Where(r => r.Count > index && r[index].Length > 0).Select(r => r[index]).FirstOrDefault() ?? "";
        return text.Count(char.IsDigit) > 6 ? text[..3] + new string('*', text.Length - 3) : text;
    }
}

/// <summary>Remembers for a school what its own headings mean.</summary>
public sealed class RememberHeadings(EduAidDbContext db, Work work, AuditTrail trail)
{
    private const int Most = 100;

    /// <summary>Forgets what was said, so that it is asked again.</summary>
    /// <returns>Whether the scope has the school.</returns>
    public Task<bool> ForgetAsync(Actor actor, SchoolId school, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (db.Scope?.Covers(school) != true || !await db.Schools.AnyAsync(s => s.Id == school, stop)) return false;
            var forgotten = await db.RememberedHeadings.Where(h => h.School == school).ExecuteDeleteAsync(stop);
            if (forgotten > 0) trail.Record(actor, "headings.forget", $"school:{school.Value:N}", new { Count = forgotten });
            return true;
        },
        stop);

    /// <param name="meanings">Heading as found, and its field; null for a column that is not wanted.</param>
    /// <returns>Whether the scope has the school.</returns>
    public Task<bool> RunAsync(Actor actor, SchoolId school, IReadOnlyDictionary<string, Field?> meanings, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (db.Scope?.Covers(school) != true || !await db.Schools.AnyAsync(s => s.Id == school, stop)) return false;
            var folded = meanings.Take(Most).Select(m => (Heading: Headings.Fold(m.Key), Field: m.Value?.ToString() ?? ""))
                .Where(m => m.Heading.Length is > 0 and <= 100).DistinctBy(m => m.Heading).ToList();
            if (folded.Count == 0) return true;
            var headings = folded.Select(m => m.Heading).ToList();
            await db.RememberedHeadings.Where(h => h.School == school && headings.Contains(h.Heading)).ExecuteDeleteAsync(stop);
            db.RememberedHeadings.AddRange(folded.Select(m => new RememberedHeading { County = db.CountyCode, School = school, Heading = m.Heading, Field = m.Field }));
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "headings.remember", $"school:{school.Value:N}", new { Count = folded.Count });
            return true;
        },
        stop);
}
