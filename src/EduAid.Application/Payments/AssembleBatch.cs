using EduAid.Application.Audit;
using EduAid.Application.Rosters;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Payments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Payments;

/// <param name="Batch">Null when refused.</param>
/// <param name="Waiting">Approved entries that stay behind, for want of an account.</param>
public sealed record AssembledBatch(Guid? Batch, int Lines, long Fen, int Waiting, BatchRefusal? Refusal = null);

/// <summary>Puts together everything of one programme and semester that is approved and can be paid: one line a child, or one a school for waivers.</summary>
public sealed class AssembleBatch(
    EduAidDbContext db, Work work, PayableEntries payable, FieldCipher cipher, EntryDigest digest, AuditTrail trail, TimeProvider time)
{
    public Task<AssembledBatch> RunAsync(Actor actor, Semester semester, Programme programme, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!PaymentRights.May(actor, PaymentAct.Assemble)) return Refused(new BatchRefusal.NotYourRole(actor.Role));
            if (await db.ProgrammeClosings.AnyAsync(c => c.Semester == semester && c.Programme == programme.Code, stop)) return Refused(new BatchRefusal.Closed());
            var waiting = await payable.WaitingAsync(semester, programme, stop);
            var ready = waiting.Where(w => w.Reason == WaitingFor.Batch).ToList();
            if (ready.Count == 0) return Refused(new BatchRefusal.NothingToPay());
            if (await AlteredAsync([.. ready.Select(r => r.Roster).Distinct()], stop) is { Count: > 0 } altered) return Refused(new BatchRefusal.RostersAltered(altered));
            var schools = await SchoolRegister.LoadAsync(db, semester, stop);
            var payments = Payments(ready, programme, schools);
            var batch = await WriteAsync(actor, semester, programme, payments, stop);
            trail.Record(actor, "batch.assemble", await digest.OfAsync(BatchDigestRows.Batch, batch.Id, stop), new
            {
                batch.Number,
                Semester = semester.ToString(),
                Programme = programme.Code,
                batch.Lines,
                batch.Fen,
                Left = waiting.Count - ready.Count,
            });
            return new AssembledBatch(batch.Id, batch.Lines, batch.Fen, waiting.Count - ready.Count);
        },
        stop);

    private static AssembledBatch Refused(BatchRefusal refusal) => new(null, 0, 0, 0, refusal);

    private async Task<IReadOnlyList<string>> AlteredAsync(IReadOnlyList<RosterId> rosters, CancellationToken stop)
    {
        var altered = new List<string>();
        foreach (var roster in rosters)
            if (!await digest.HoldsAsync(RosterDigestRows.Roster, roster.Value, stop)) altered.Add(roster.Value.ToString());
        return altered;
    }

    // One line a child and account, one a school: a supplement of the same child goes with it.
    private static List<IGrouping<(SchoolId School, PersonId? Person, string Account), WaitingEntry>> Payments(
        List<WaitingEntry> ready, Programme programme, SchoolRegister schools) =>
    [
        .. ready.OrderBy(e => schools[e.School].Code, StringComparer.Ordinal).ThenBy(e => e.Name, StringComparer.Ordinal).ThenBy(e => e.Entry)
            .GroupBy(e => (e.School, programme.Payee == Payee.School ? (PersonId?)null : e.Person, e.Account!)),
    ];

    private async Task<Batch> WriteAsync(
        Actor actor, Semester semester, Programme programme, List<IGrouping<(SchoolId School, PersonId? Person, string Account), WaitingEntry>> payments,
        CancellationToken stop)
    {
        var (county, now) = (db.CountyCode, time.GetUtcNow());
        var sequence = await db.Batches.Where(b => b.Semester == semester).CountAsync(stop) + 1;
        var entries = payments.SelectMany(p => p).ToList();
        var batch = Batch.Assemble(
            county, Keys.New(now), sequence, $"{semester.Year}-{(semester.IsAutumn ? 2 : 1)}-{sequence:0000}", semester, programme.Code, programme.Payee,
            payments.Count, entries.Sum(e => e.Fen), entries.Where(e => e.Tried is null).Sum(e => e.Fen), actor.Name, now);
        db.Batches.Add(batch);
        await db.SaveChangesAsync(stop);
        await db.InsertManyAsync(payments.Select((p, i) => LineOf(batch, i + 1, p)), stop);
        await db.InsertManyAsync(payments.SelectMany((p, i) => p.Select(e => new LineEntry
        {
            County = county,
            Batch = batch.Id,
            Sequence = i + 1,
            Entry = e.Entry,
            School = e.School,
            Fen = e.Fen,
            Open = true,
        })), stop);
        return batch;
    }

    private PaymentLine LineOf(Batch batch, int sequence, IGrouping<(SchoolId School, PersonId? Person, string Account), WaitingEntry> payment)
    {
        var first = payment.First();
        return new()
        {
            County = batch.County,
            Batch = batch.Id,
            Sequence = sequence,
            School = payment.Key.School,
            Person = payment.Key.Person,
            PayeeName = first.PayeeName!,
            AccountCipher = cipher.Encrypt(payment.Key.Account, Places.PaymentAccount(batch.County, batch.Id, sequence)),
            AccountHash = cipher.Hash("account", batch.County, payment.Key.Account),
            Bank = first.Bank,
            Fen = payment.Sum(e => e.Fen),
            TriedBefore = payment.Select(e => e.Tried?.Line).FirstOrDefault(t => t is not null),
        };
    }
}
