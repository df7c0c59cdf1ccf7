using EduAid.Application.Audit;
using EduAid.Application.Documents;
using EduAid.Application.Intake;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Dropouts;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Retention;

/// <param name="BrokenSubject">Set where nothing was erased, because sealed rows were changed behind the product's back: the proof of it stays.</param>
public sealed record RetentionOutcome(IReadOnlyList<RetentionCount> Erased, string? BrokenSubject = null);

/// <summary>
/// Erases what stands beyond its period, in one transaction with its event. Amounts, sums, states and the chain stay; rows that were sealed
/// with a card or account that goes are sealed anew, after they have been found to be what was sealed.
/// </summary>
public sealed class ApplyRetention(
    EduAidDbContext db, RetentionPlan plan, EntryDigest digests, StoredFiles files, FieldCipher cipher, CountyScope scope, Work work, AuditTrail trail, TimeProvider time)
{
    private const int Chunk = 500;

    public async Task<RetentionOutcome> RunAsync(Actor actor, CancellationToken stop)
    {
        var gone = new List<Guid>();
        var outcome = await scope.RunAsync(() => work.ChangeAsync(() => EraseAsync(actor, gone, stop), stop));
        // After the commit: a file without its row is litter, a row without its file would be a loss.
        foreach (var file in gone) files.Delete(file);
        return outcome;
    }

    private async Task<RetentionOutcome> EraseAsync(Actor actor, List<Guid> gone, CancellationToken stop)
    {
        var counts = await plan.CountAsync(stop);
        if (counts.All(c => c.Count == 0)) return new(counts);
        var sealed_ = await digests.SealedAsync(stop);
        if (await digests.FirstBrokenAsync(sealed_, stop) is { } broken) return new([], broken.Subject);
        var rows = new RetentionRows(db, counts.ToDictionary(c => c.Kind, c => c.Months), time.Today());
        await FilesAsync(rows, gone, stop);
        await rows.Contacts().ExecuteUpdateAsync(
            s => s.SetProperty(e => e.PhoneCipher, (byte[]?)null).SetProperty(e => e.GuardianIdCipher, (byte[]?)null).SetProperty(e => e.Guardian, (string?)null)
                .SetProperty(e => e.GuardianRelation, (string?)null).SetProperty(e => e.Address, (string?)null).SetProperty(e => e.Note, (string?)null),
            stop);
        var refused = rows.Refused().Select(r => r.Id);
        await db.RefusedCandidates.Where(c => refused.Contains(c.Refused)).ExecuteDeleteAsync(stop);
        await db.RefusedDecisions.Where(d => refused.Contains(d.Refused)).ExecuteDeleteAsync(stop);
        await rows.Refused().ExecuteDeleteAsync(stop);
        var people = await rows.People().Select(p => p.Id).ToListAsync(stop);
        foreach (var chunk in people.Chunk(Chunk)) await IdentityAsync([.. chunk], gone, stop);
        await CasesAsync(rows.NamedCases(), gone, stop);
        await rows.Details().ExecuteUpdateAsync(s => s.SetProperty(d => d.Json, (string?)null), stop);
        foreach (var mark in await digests.ChangedAsync(sealed_, stop)) trail.Record(actor, "rows.reseal", mark, new { Why = "retention" });
        trail.Record(actor, "retention.apply", "retention", counts.Where(c => c.Count > 0).ToDictionary(c => c.Kind.ToString(), c => new { c.Months, c.Before, c.Count }));
        return new(counts);
    }

    private static async Task FilesAsync(RetentionRows rows, List<Guid> gone, CancellationToken stop)
    {
        foreach (var upload in await rows.Staged().ToListAsync(stop)) gone.AddRange(upload.SentFiles().Select(f => f.Key));
        await rows.Staged().ExecuteUpdateAsync(s => s.SetProperty(u => u.Files, StagedUpload.NoFiles), stop);
        gone.AddRange((await rows.RawFiles().Select(i => i.StoredFile).ToListAsync(stop)).OfType<Guid>());
        await rows.RawFiles().ExecuteUpdateAsync(s => s.SetProperty(i => i.StoredFile, (Guid?)null), stop);
    }

    // The person stays as a key, so that entries, sums and counts stay; who it was can no longer be told.
    private async Task IdentityAsync(List<PersonId> people, List<Guid> gone, CancellationToken stop)
    {
        await db.Enrolments.Where(e => people.Contains(e.Person)).ExecuteUpdateAsync(
            s => s.SetProperty(e => e.Name, RetentionRows.Erased).SetProperty(e => e.StudentNumber, (string?)null).SetProperty(e => e.Holder, (string?)null)
                .SetProperty(e => e.CardCipher, (byte[]?)null).SetProperty(e => e.CardHash, (byte[]?)null),
            stop);
        await db.Admissions.Where(a => people.Contains(a.Person)).ExecuteUpdateAsync(
            s => s.SetProperty(a => a.Name, RetentionRows.Erased).SetProperty(a => a.Holder, (string?)null)
                .SetProperty(a => a.CardCipher, (byte[]?)null).SetProperty(a => a.CardHash, (byte[]?)null),
            stop);
        await db.Registrations.Where(r => people.Contains(r.Person)).ExecuteUpdateAsync(
            s => s.SetProperty(r => r.Name, RetentionRows.Erased).SetProperty(r => r.Head, RetentionRows.Erased)
                .SetProperty(r => r.HouseholdNumber, RetentionRows.Erased).SetProperty(r => r.Disability, (string?)null),
            stop);
        await db.RosterEntries.Where(e => people.Contains(e.Person)).ExecuteUpdateAsync(s => s.SetProperty(e => e.Name, RetentionRows.Erased), stop);
        await PaymentsAsync(people, stop);
        await LedgersAsync(people, gone, stop);
        await HomeTeachingAsync(people, gone, stop);
        await PairingAsync(people, gone, stop);
        await db.FindingSchools.Where(f => db.Findings.Any(g => g.Id == f.Finding && people.Contains(g.Person))).ExecuteDeleteAsync(stop);
        await db.Findings.Where(f => people.Contains(f.Person)).ExecuteDeleteAsync(stop);
        await db.CheckHits.Where(h => h.Person != null && people.Contains(h.Person.Value)).ExecuteDeleteAsync(stop);
        await db.CheckWaivers.Where(w => w.Person != null && people.Contains(w.Person.Value)).ExecuteDeleteAsync(stop);
        // They name the child, in the answer and in the reason.
        await db.Decisions.Where(d => people.Contains(d.Person)).ExecuteDeleteAsync(stop);
        await db.MatchDecisions.Where(d => people.Contains(d.Registered) || people.Contains(d.Enrolled)).ExecuteDeleteAsync(stop);
        await db.MatchCandidates.Where(c => people.Contains(c.Registered) || people.Contains(c.Enrolled)).ExecuteDeleteAsync(stop);
        await db.RefusedCandidates.Where(c => people.Contains(c.Registered)).ExecuteDeleteAsync(stop);
        await db.RefusedDecisions.Where(d => people.Contains(d.Registered)).ExecuteDeleteAsync(stop);
        await db.PersonIdNumbers.Where(n => people.Contains(n.Person)).ExecuteDeleteAsync(stop);
        await db.PersonChanges.Where(c => people.Contains(c.Person)).ExecuteDeleteAsync(stop);
        await db.People.Where(p => people.Contains(p.Id)).ExecuteUpdateAsync(
            s => s.SetProperty(p => p.Name, RetentionRows.Erased).SetProperty(p => p.Folded, "").SetProperty(p => p.Initials, ""), stop);
    }

    // What was done stays with its days and counts; with whom it was done can no longer be told.
    private async Task LedgersAsync(List<PersonId> people, List<Guid> gone, CancellationToken stop)
    {
        await CasesAsync(db.DropoutCases.Where(c => c.Person != null && people.Contains(c.Person.Value)), gone, stop);
        var loans = db.Loans.Where(l => people.Contains(l.Borrower));
        await db.LoanSteps.Where(s => loans.Any(l => l.Id == s.Loan)).ExecuteUpdateAsync(s => s.SetProperty(x => x.Text, ""), stop);
        await loans.ExecuteUpdateAsync(s => s.SetProperty(l => l.Name, RetentionRows.Erased).SetProperty(l => l.Contract, (string?)null), stop);
    }

    private async Task CasesAsync(IQueryable<DropoutCase> cases, List<Guid> gone, CancellationToken stop)
    {
        var steps = (await db.DropoutSteps.Where(s => cases.Any(c => c.Id == s.Case)).Select(s => s.Id).ToListAsync(stop)).ConvertAll(s => $"{s}");
        await DocumentsAsync(DocumentSubject.Dropout, steps, gone, stop);
        await db.DropoutSteps.Where(s => cases.Any(c => c.Id == s.Case)).ExecuteUpdateAsync(s => s.SetProperty(x => x.Text, RetentionRows.Erased).SetProperty(x => x.Place, (string?)null), stop);
        await cases.ExecuteUpdateAsync(s => s.SetProperty(c => c.Name, RetentionRows.Erased).SetProperty(c => c.Village, ""), stop);
    }

    // That there was a visit stays, with its day and minutes; who was visited, what was said of it and the photographs go.
    private async Task HomeTeachingAsync(List<PersonId> people, List<Guid> gone, CancellationToken stop)
    {
        var children = await db.HomeTaughtChildren.Where(c => people.Contains(c.Person)).Select(c => c.Id).ToListAsync(stop);
        if (children.Count == 0) return;
        var visits = (await db.HomeTeachingVisits.Where(v => children.Contains(v.Child)).Select(v => v.Id).ToListAsync(stop)).ConvertAll(v => $"{v}");
        await DocumentsAsync(DocumentSubject.HomeVisit, visits, gone, stop);
        await db.HomeTaughtChildren.Where(c => children.Contains(c.Id)).ExecuteUpdateAsync(
            s => s.SetProperty(c => c.Name, RetentionRows.Erased).SetProperty(c => c.EndReason, (string?)null), stop);
        await db.HomeTeachingFacts.Where(f => children.Contains(f.Child)).ExecuteUpdateAsync(s => s.SetProperty(f => f.Plan, RetentionRows.Erased), stop);
        await db.HomeTeachingVisits.Where(v => children.Contains(v.Child)).ExecuteUpdateAsync(
            s => s.SetProperty(v => v.Content, RetentionRows.Erased).SetProperty(v => v.SignedBy, (string?)null), stop);
    }

    // That there was a visit stays, with its day and who went; whom they visited, what was said of it and the photographs go.
    private async Task PairingAsync(List<PersonId> people, List<Guid> gone, CancellationToken stop)
    {
        var households = await db.PairedHouseholds.Where(h => people.Contains(h.Person)).Select(h => h.Id).ToListAsync(stop);
        if (households.Count == 0) return;
        var visits = (await db.PairVisits.Where(v => households.Contains(v.Household)).Select(v => v.Id).ToListAsync(stop)).ConvertAll(v => $"{v}");
        await DocumentsAsync(DocumentSubject.PairVisit, visits, gone, stop);
        await db.PairedHouseholds.Where(h => households.Contains(h.Id)).ExecuteUpdateAsync(
            s => s.SetProperty(h => h.Head, RetentionRows.Erased).SetProperty(h => h.Household, RetentionRows.Erased).SetProperty(h => h.Village, "").SetProperty(h => h.EndReason, (string?)null), stop);
        await db.PairVisits.Where(v => households.Contains(v.Household)).ExecuteUpdateAsync(
            s => s.SetProperty(v => v.Content, RetentionRows.Erased).SetProperty(v => v.Needs, (string?)null), stop);
    }

    // Their files go once the transaction holds.
    private async Task DocumentsAsync(DocumentSubject kind, List<string> subjects, List<Guid> gone, CancellationToken stop)
    {
        var documents = db.StoredDocuments.Where(d => d.SubjectKind == kind && subjects.Contains(d.Subject));
        gone.AddRange(await documents.Select(d => d.File).ToListAsync(stop));
        await documents.ExecuteDeleteAsync(stop);
    }

    // What was paid stays, with batch, line and sum; on whose name and card it was can no longer be told.
    private async Task PaymentsAsync(List<PersonId> people, CancellationToken stop)
    {
        await db.PersonCards.Where(c => people.Contains(c.Person)).ExecuteDeleteAsync(stop);
        var lines = await db.PaymentLines.Where(l => l.Person != null && people.Contains(l.Person.Value)).Select(l => new { l.Batch, l.Sequence }).ToListAsync(stop);
        foreach (var line in lines)
        {
            var nothing = cipher.Encrypt("", Places.PaymentAccount(db.CountyCode, line.Batch, line.Sequence));
            await db.PaymentLines.Where(l => l.Batch == line.Batch && l.Sequence == line.Sequence).ExecuteUpdateAsync(
                s => s.SetProperty(l => l.PayeeName, RetentionRows.Erased).SetProperty(l => l.AccountCipher, nothing).SetProperty(l => l.AccountHash, Array.Empty<byte>()), stop);
        }
    }
}
