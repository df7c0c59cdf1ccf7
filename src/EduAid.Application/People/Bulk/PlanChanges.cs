using EduAid.Application.Enrolments;
using EduAid.Application.Payments;
using EduAid.Application.Rosters;
using EduAid.Application.Schools;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Changes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.People.Bulk;

/// <summary>Says of each row of a workbook of changes what it would do, with a fixed number of questions for each thousand rows.</summary>
public sealed class PlanChanges(EduAidDbContext db, PersonDirectory people, FieldCipher cipher, TimeProvider time)
{
    private const int Chunk = 1000;

    public async Task<BulkPlan> RunAsync(Semester semester, IReadOnlyList<AskedChange> asked, CancellationToken stop)
    {
        var owners = await OwnersAsync(semester, asked, stop);
        var whom = owners.Values.Where(o => o.Count == 1).Select(o => o[0]).ToList();
        var (lines, details, signed) = await StandingAsync(semester, [.. whom.Distinct()], stop);
        var twice = whom.GroupBy(p => p).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        var today = time.Today();
        var rows = new List<BulkRow>(asked.Count);
        foreach (var row in asked)
        {
            var meant = owners.GetValueOrDefault(row.Number) ?? [];
            if (meant.Count != 1 || !lines.TryGetValue(meant[0], out var line))
            {
                var fault = meant.Count == 0 ? BulkFault.Nobody : meant.Count > 1 ? BulkFault.SeveralPeople : BulkFault.NotListed;
                rows.Add(new(row.Row, row.Name, CitizenId.Mask(row.Id), null, null, false, BulkRules.Nobody(fault)));
                continue;
            }
            var (person, now) = (meant[0], details[meant[0]]);
            rows.Add(new(row.Row, now.Name, CitizenId.Mask(row.Id), person, line.School, signed.Contains(person), BulkRules.Of(row, now, twice.Contains(person), today))
            {
                Now = now,
            });
        }
        return new(semester, rows, BulkPlan.BasisOf(cipher, db.CountyCode, rows));
    }

    // By row: the people whom it means. A number is one person's; a name is looked for at its school alone.
    private async Task<Dictionary<int, IReadOnlyList<PersonId>>> OwnersAsync(Semester semester, IReadOnlyList<AskedChange> asked, CancellationToken stop)
    {
        var owners = new Dictionary<int, IReadOnlyList<PersonId>>(asked.Count);
        var byId = await people.FindAsync([.. asked.Where(a => a.Id.Length > 0).Select(a => a.Id)], stop);
        foreach (var row in asked)
            if (byId.TryGetValue(row.Id, out var person)) owners[row.Number] = [person];
        var named = asked.Where(a => a.Id.Length == 0 && a.Name.Length > 0).ToList();
        if (named.Count == 0) return owners;
        var schools = await SchoolRegister.LoadAsync(db, semester, stop);
        var listed = new List<(string Folded, SchoolId School, PersonId Person)>();
        foreach (var chunk in named.Select(a => PersonName.FoldName(a.Name)).Distinct().Chunk(Chunk))
            listed.AddRange((await (from person in db.People
                                    join row in SemesterFacts.CurrentEnrolments(db, semester) on person.Id equals row.Person
                                    where chunk.Contains(person.Folded)
                                    select new { person.Folded, row.School, row.Person }).ToListAsync(stop)).Select(r => (r.Folded, r.School, r.Person)));
        var found = listed.ToLookup(l => (l.Folded, l.School), l => l.Person);
        foreach (var row in named)
            if ((schools.Directory.Resolve(row.School, "") ?? schools.Directory.Resolve("", row.School)) is { } school)
                owners[row.Number] = [.. found[(PersonName.FoldName(row.Name), schools[school.Code].Id)].Distinct()];
        return owners;
    }

    private async Task<(Dictionary<PersonId, Enrolment> Lines, Dictionary<PersonId, StandingDetails> Details, HashSet<PersonId> Signed)> StandingAsync(
        Semester semester, IReadOnlyList<PersonId> whom, CancellationToken stop)
    {
        var (lines, details, signed) = (new Dictionary<PersonId, Enrolment>(), new Dictionary<PersonId, StandingDetails>(), new HashSet<PersonId>());
        foreach (var chunk in whom.Chunk(Chunk))
        {
            foreach (var row in await SemesterFacts.CurrentEnrolments(db, semester).Where(e => chunk.Contains(e.Person)).ToListAsync(stop))
                if (!lines.TryGetValue(row.Person, out var other) || row.Status < other.Status) lines[row.Person] = row;
            var cards = (await db.PersonCards.Where(c => chunk.Contains(c.Person) && !c.Rejected).ToListAsync(stop)).ToLookup(c => c.Person);
            var contacts = (await db.PersonChanges.Where(c => chunk.Contains(c.Person) && c.Kind == PersonChangeKind.Contact && c.State == PersonChangeState.Applied).ToListAsync(stop))
                .ToLookup(c => c.Person);
            foreach (var person in chunk)
                if (lines.TryGetValue(person, out var line)) details[person] = Of(line, cards[person].MaxBy(c => (c.At, c.Id)), [.. contacts[person].OrderByDescending(c => c.At).ThenByDescending(c => c.Id)]);
            signed.UnionWith(await (from entry in db.RosterEntries
                                    join roster in db.Rosters on entry.Roster equals roster.Id
                                    where chunk.Contains(entry.Person) && roster.Semester == semester && roster.State != RosterState.Draft
                                    select entry.Person).Distinct().ToListAsync(stop));
        }
        return (lines, details, signed);
    }

    // What was entered by hand stands before what the list says: of a card the whole, of the guardian and phone field by field.
    private StandingDetails Of(Enrolment line, PersonCard? card, IReadOnlyList<PersonChange> contacts)
    {
        string? Open(byte[]? value, string column) => value is null ? null : cipher.Decrypt(value, Places.Enrolment(column, line.County, line.List, line.Line));
        string? Entered(Func<PersonChange, byte[]?> value, string column) => contacts.FirstOrDefault(c => value(c) is not null) is { } change
            ? cipher.Decrypt(value(change)!, Places.PersonChange(column, change.County, change.Id)) : null;
        var guardian = contacts.Select(c => c.Name).FirstOrDefault(n => n is not null) ?? line.Guardian;
        var relation = contacts.Select(c => c.Relation).FirstOrDefault(r => r is not null) ?? line.GuardianRelation;
        var (guardianId, phone) = (Entered(c => c.GuardianIdCipher, "guardian-id") ?? Open(line.GuardianIdCipher, "guardian-id"), Entered(c => c.PhoneCipher, "phone") ?? Open(line.PhoneCipher, "phone"));
        return card is null
            ? new(line.Name, Open(line.CardCipher, "card"), line.Bank, line.Holder, line.Holder == line.Guardian ? line.GuardianRelation : null, guardian, relation, guardianId, phone)
            : new(line.Name, cipher.Decrypt(card.CardCipher, Places.PersonCard(card.County, card.Id)), card.Bank, card.Holder, card.Relation, guardian, relation, guardianId, phone);
    }
}
