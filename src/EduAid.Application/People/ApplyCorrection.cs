using EduAid.Application.Enrolments;
using EduAid.Application.Intake;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.People;

/// <summary>Puts a correction into force, within the change that stored or decided it. Guardian and phone hold by being stored.</summary>
public sealed class ApplyCorrection(EduAidDbContext db, PersonDirectory people, ReviseList revise, FieldCipher cipher, TimeProvider time)
{
    /// <summary>The person's rows on the current lists of a semester, within the scope.</summary>
    internal IQueryable<Enrolment> LinesOf(Semester semester, PersonId person) => SemesterFacts.CurrentEnrolments(db, semester).Where(e => e.Person == person);

    internal Task RunAsync(PersonChange change, CancellationToken stop) => change.Kind switch
    {
        PersonChangeKind.Name => RenameAsync(change, stop),
        PersonChangeKind.CitizenId => RenumberAsync(change, stop),
        _ => Task.CompletedTask,
    };

    // IDs are dated attributes: the old one keeps its place, and whoever looks for it finds the person.
    private async Task RenumberAsync(PersonChange change, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var id = CitizenId.FromStored(cipher.Decrypt(change.NumberCipher!, Places.PersonChange("number", change.County, change.Id)));
        var numbers = await db.PersonIdNumbers.AsTracking().Where(n => n.Person == change.Person).ToListAsync(stop);
        var hash = people.HashOf(id.Reveal());
        foreach (var number in numbers.Where(n => n.Until is null)) number.Until = now;
        if (numbers.Find(n => n.NumberHash.AsSpan().SequenceEqual(hash)) is { } former) former.Until = null;
        else db.PersonIdNumbers.Add(people.NumberOf(change.Person, id, now));
        var person = await db.People.AsTracking().SingleAsync(p => p.Id == change.Person, stop);
        person.BornAs(id);
        await db.SaveChangesAsync(stop);
        await db.MarkDraftsStaleAsync(change.Semester, null, stop);
    }

    private async Task RenameAsync(PersonChange change, CancellationToken stop)
    {
        var person = await db.People.AsTracking().SingleAsync(p => p.Id == change.Person, stop);
        person.Rename(change.Name!);
        await db.SaveChangesAsync(stop);
        var lists = await LinesOf(change.Semester, change.Person).Where(e => e.Name != change.Name).Select(e => e.List).Distinct().ToListAsync(stop);
        if (lists.Count == 0) return;
        var number = await db.NextImportNumberAsync(stop);
        var current = await db.SchoolLists.Where(l => lists.Contains(l.Id)).ToListAsync(stop);
        foreach (var list in current) await RenameOnAsync(list, change, number, stop);
        db.Imports.Add(ImportOf(change, number, current.Count == 1 ? current[0].School : null, current.Count));
        await db.SaveChangesAsync(stop);
        await db.MarkDraftsStaleAsync(change.Semester, [.. current.Select(l => l.School)], stop);
    }

    private Task<int> RenameOnAsync(SchoolList before, PersonChange change, int number, CancellationToken stop) => revise.RunAsync(
        before, change.By, number,
        line => new(line, line.Person == change.Person
            ? new(change.Name!, number, cipher.Hash("enrolment.renamed", line.County, Convert.ToHexString(line.Content) + change.Name)) : null),
        stop);

    private Import ImportOf(PersonChange change, int number, SchoolId? school, int lists) => new()
    {
        County = change.County,
        Number = number,
        Kind = ListKind.Enrolments,
        File = RenamedLine.Sheet,
        Semester = change.Semester,
        School = school,
        By = change.By,
        At = time.GetUtcNow(),
        Rows = lists,
        Accepted = lists,
        Rejected = 0,
        Written = lists,
        Removed = 0,
    };
}
