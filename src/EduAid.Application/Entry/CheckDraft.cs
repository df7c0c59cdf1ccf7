using EduAid.Application.Enrolments;
using EduAid.Application.Intake;
using EduAid.Application.People;
using EduAid.Application.Schools;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Findings;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Entry;

/// <summary>What would become of a row of a draft if it were accepted now.</summary>
public enum LineVerdict
{
    Good = 1,

    /// <summary>Kept, with something to look at.</summary>
    Warned,
    Rejected,

    /// <summary>Says the same as an earlier row; counted once.</summary>
    Duplicate,

    /// <summary>Read as a sum, a signature or a number alone: no pupil.</summary>
    PassedOver,
}

/// <summary>A problem of a row, at the cell that it concerns.</summary>
public sealed record CellProblem(Field? Field, Problem Problem);

/// <param name="Elsewhere">Another school has reported this ID this semester; nothing more is said of it.</param>
public sealed record CheckedLine(int Line, LineVerdict Verdict, IReadOnlyList<CellProblem> Problems, bool Elsewhere);

/// <summary>The rows of a draft, checked as an upload's.</summary>
public sealed record DraftCheck(IReadOnlyList<CheckedLine> Lines)
{
    public int Acceptable => Lines.Count(l => l.Verdict is LineVerdict.Good or LineVerdict.Warned);

    /// <summary>Rows that accepting would leave out.</summary>
    public int Faulty => Lines.Count(l => l.Verdict is LineVerdict.Rejected or LineVerdict.PassedOver);
}

/// <summary>Checks a draft with the readers of an uploaded list.</summary>
public sealed class CheckDraft(EduAidDbContext db, PersonDirectory people, TimeProvider time)
{
    private const int Chunk = 1000;

    public async Task<DraftCheck> RunAsync(SchoolRegister schools, SchoolId school, Semester semester, DraftSheet sheet, CancellationToken stop)
    {
        var reader = new EnrolmentReader(schools.Directory, semester, time.Today(), schools[school].Facts);
        var batch = FileBatch.Read(reader, [sheet.File], new IntakeOptions(), stop);
        var rows = batch.Rows[0].ToDictionary(r => sheet.LineAt(r.Row.Number));
        // An ID is known from the row's key, also where the row is refused for something else.
        var ids = rows.ToDictionary(r => r.Key, r => r.Value.Row.Key[(r.Value.Row.Key.LastIndexOf('|') + 1)..]);
        var elsewhere = await ElsewhereAsync([.. ids.Values.Where(i => i.Length > 0).Distinct()], school, semester, stop);
        return new([.. sheet.Lines.Select(line => rows.TryGetValue(line, out var row)
            ? new CheckedLine(line, Verdict(row, elsewhere.Contains(ids[line])), [.. row.Problems.Select(p => new CellProblem(FieldOf(sheet, p), p))], elsewhere.Contains(ids[line]))
            : new CheckedLine(line, LineVerdict.PassedOver, [], false))]);
    }

    private static LineVerdict Verdict(CheckedRow<EnrolmentRow> row, bool elsewhere) => row.Outcome switch
    {
        RowOutcome.Rejected => LineVerdict.Rejected,
        RowOutcome.Duplicate => LineVerdict.Duplicate,
        _ => row.Problems.Count > 0 || elsewhere ? LineVerdict.Warned : LineVerdict.Good,
    };

    private static Field? FieldOf(DraftSheet sheet, Problem problem) => problem.ColumnIndex is { } index ? sheet.FieldAt(index) : null;

    private async Task<HashSet<string>> ElsewhereAsync(IReadOnlyList<string> ids, SchoolId school, Semester semester, CancellationToken stop)
    {
        var known = await people.FindAsync(ids, stop);
        var reported = new HashSet<PersonId>();
        foreach (var chunk in known.Values.Chunk(Chunk))
        {
            var persons = chunk.ToList();
            // Across schools, for the one bit that the clerk is told.
            reported.UnionWith(await db.Enrolments.IgnoreQueryFilters([EduAidDbContext.SchoolFilter])
                .Where(e => persons.Contains(e.Person) && e.School != school && e.Status == EnrolmentStatus.InSchool
                    && db.SchoolLists.Any(l => l.Id == e.List && l.Current && l.Kind == SchoolListKind.Enrolments && l.Semester == semester))
                .Select(e => e.Person).Distinct().ToListAsync(stop));
        }
        return [.. known.Where(k => reported.Contains(k.Value)).Select(k => k.Key)];
    }
}
