using EduAid.Application.Enrolments;
using EduAid.Application.People;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Entry;

/// <param name="Where">Grade and class, as far as known.</param>
public sealed record ChangedPupil(string Name, string Where);

/// <summary>How a draft differs from the school's list of the semester before; each child stands in as many groups as apply.</summary>
/// <param name="Finished">Not carried, because their last grade is behind them.</param>
/// <param name="Gone">Not on the draft, and gone on the last list already.</param>
/// <param name="Left">Not on the draft, though the last list has them in school and they could have gone on.</param>
public sealed record TermChanges(
    Semester Before, int RowsBefore, IReadOnlyList<ChangedPupil> Came, IReadOnlyList<ChangedPupil> Left, IReadOnlyList<ChangedPupil> Finished,
    IReadOnlyList<ChangedPupil> Gone, IReadOnlyList<ChangedPupil> Boarding, IReadOnlyList<ChangedPupil> Card);

/// <summary>Sets a draft beside the list of the semester before. Writes nothing.</summary>
public sealed class TermDifference(EduAidDbContext db, FieldCipher cipher, OpenDraft open, LastList last, PersonDirectory people)
{
    /// <summary>Null where the semester before has no list, or the draft no rows.</summary>
    public async Task<TermChanges?> OfAsync(SchoolId school, Semester semester, SchoolKind kind, CancellationToken stop)
    {
        var draft = await db.ListDrafts.SingleOrDefaultAsync(d => d.School == school && d.Semester == semester, stop);
        if (draft is null) return null;
        var before = await last.RowsAsync(school, semester.Previous, stop);
        if (before.Count == 0) return null;
        var rows = (await open.RowsAsync(draft.Id, stop)).Where(r => !r.Cells.IsBlank).Select(r => (r.Cells, Id: Text.Fold(r.Cells[Field.CitizenId]).ToUpperInvariant())).ToList();
        if (rows.Count == 0) return null;
        var persons = await people.FindAsync([.. rows.Select(r => r.Id).Where(i => i.Length > 0)], stop);
        var now = rows.Where(r => persons.ContainsKey(r.Id)).DistinctBy(r => r.Id).ToDictionary(r => persons[r.Id], r => r.Cells);
        var was = before.DistinctBy(b => b.Person).ToDictionary(b => b.Person);
        var missing = was.Values.Where(b => !now.ContainsKey(b.Person))
            .Select(b => (Row: b, LastList.Into(semester, b, kind.Stages()).Not)).ToList();
        return new(
            semester.Previous, was.Count,
            [.. rows.Where(r => !persons.TryGetValue(r.Id, out var person) || !was.ContainsKey(person)).Select(r => Of(r.Cells))],
            [.. missing.Where(m => m.Not is null).Select(m => Of(m.Row))],
            [.. missing.Where(m => m.Not == NotCarried.Finished).Select(m => Of(m.Row))],
            [.. missing.Where(m => m.Not == NotCarried.Left).Select(m => Of(m.Row))],
            [.. now.Where(n => was.TryGetValue(n.Key, out var b) && BoardingDiffers(b, n.Value)).Select(n => Of(n.Value))],
            [.. now.Where(n => was.TryGetValue(n.Key, out var b) && CardDiffers(b, n.Value)).Select(n => Of(n.Value))]);
    }

    private static bool BoardingDiffers(Enrolment before, DraftCells now) =>
        CodeSet.Boarding.Find(Text.Fold(now[Field.Boarding])) is { } code && before.Boarding is { } boarded && boarded != (code == "boarder");

    private bool CardDiffers(Enrolment before, DraftCells now)
    {
        var (card, problem) = BankCard.Parse(Text.Fold(now[Field.Card]));
        return problem is not null ? before.CardHash is not null
            : before.CardHash is null || !before.CardHash.AsSpan().SequenceEqual(cipher.Hash("card", db.CountyCode, card.Reveal()));
    }

    private static ChangedPupil Of(DraftCells cells) => new(cells[Field.Name], $"{cells[Field.Grade]}{cells[Field.Class]}");

    private static ChangedPupil Of(Enrolment row) => new(row.Name, $"{GradeName.Of(row.Stage, row.Grade)}{row.Class}");
}
