using EduAid.Application.Audit;
using EduAid.Application.Payments;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Changes;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.People.Bulk;

/// <summary>Why a workbook of changes was not applied.</summary>
public enum BulkRefusal
{
    NotYourRole = 1,
    NotFound,
    AlreadyApplied,

    /// <summary>Something has changed since it was looked at: look again.</summary>
    ChangedMeanwhile,

    /// <summary>Rows that can't be applied are among them, and it was not said to leave them out.</summary>
    NotClean,
    NothingToApply,
    ReasonMissing,
}

/// <summary>How a workbook of changes is to be applied.</summary>
/// <param name="Seen">The basis of the plan that was looked at.</param>
/// <param name="CleanOnly">Leave out the rows that can't be applied.</param>
public sealed record Applying(string? Seen, bool CleanOnly, string? Reason);

/// <summary>
/// Applies a workbook of changes in one transaction with one event: cards wait for a second person as every card entered by hand, guardian
/// and phone hold at once. What it says is computed anew and must be what was looked at.
/// </summary>
public sealed class ApplyChanges(
    EduAidDbContext db, Work work, StoredFiles stored, PlanChanges plans, FieldCipher cipher, AuditTrail trail, TimeProvider time)
{
    public const int LongestReason = 200;

    /// <summary>What a kept workbook would do now; null where there is none.</summary>
    public async Task<(ChangeFile File, BulkPlan Plan)?> PlanAsync(Guid id, CancellationToken stop)
    {
        if (await db.ChangeFiles.SingleOrDefaultAsync(f => f.Id == id, stop) is not { } file || await stored.ReadAsync(id, stop) is not { } content) return null;
        return (file, await plans.RunAsync(file.Semester, ChangeSheet.Read(content, file.FileName).Rows, stop));
    }

    public async Task<(int Applied, BulkRefusal? Refusal)> RunAsync(Actor actor, Guid id, Applying how, CancellationToken stop)
    {
        if (!BulkRights.May(actor)) return (0, BulkRefusal.NotYourRole);
        var why = (how.Reason ?? "").Trim();
        if (why.Length is 0 or > LongestReason) return (0, BulkRefusal.ReasonMissing);
        return await work.ChangeAsync(
            async () =>
            {
                if (await PlanAsync(id, stop) is not var (file, plan)) return (0, (BulkRefusal?)BulkRefusal.NotFound);
                if (file.AppliedAt is not null) return (0, BulkRefusal.AlreadyApplied);
                if (plan.Basis != how.Seen) return (0, BulkRefusal.ChangedMeanwhile);
                if (!plan.IsClean && !how.CleanOnly) return (0, BulkRefusal.NotClean);
                var rows = plan.Clean.ToList();
                if (rows.Count == 0) return (0, BulkRefusal.NothingToApply);
                var cards = rows.Where(r => r.Line.Outcome == BulkOutcome.Review).Select(r => CardOf(actor, r, why)).ToList();
                var contacts = rows.Where(r => r.Line.Changes.Any(c => !c.Field.OfCard())).Select(r => ContactOf(actor, plan.Semester, r, why)).ToList();
                await db.InsertManyAsync(cards, stop);
                await db.InsertManyAsync(contacts, stop);
                var result = await ResultAsync(plan, stop);
                var now = time.GetUtcNow();
                await db.ChangeFiles.Where(f => f.Id == id).ExecuteUpdateAsync(
                    s => s.SetProperty(f => f.AppliedAt, now).SetProperty(f => f.Applied, rows.Count).SetProperty(f => f.Result, result), stop);
                trail.Record(actor, "people.bulk", $"change-file:{id}", new
                {
                    File = file.FileName,
                    Rows = plan.Rows.Count,
                    Applied = rows.Count,
                    Cards = cards.Count,
                    Contacts = contacts.Count,
                    LeftOut = plan.Count(BulkOutcome.Unknown) + plan.Count(BulkOutcome.Refused),
                    Digest = plan.Basis,
                    Why = why,
                });
                return (rows.Count, null);
            },
            stop);
    }

    private async Task<Guid> ResultAsync(BulkPlan plan, CancellationToken stop)
    {
        var key = Keys.New(time.GetUtcNow());
        using var output = new MemoryStream();
        BulkWorkbook.Write(output, plan, await SchoolLabels.LoadAsync(db, plan.Semester, stop), Words.Words.Chinese, applied: true, stop);
        await stored.SaveAsync(key, output.ToArray(), stop);
        return key;
    }

    // A card is entered whole: what the row leaves blank is what stands there.
    private PersonCard CardOf(Actor actor, BulkRow row, string why)
    {
        var (county, now, line) = (db.CountyCode, row.Now!, row.Line);
        var id = Keys.New(time.GetUtcNow());
        var digits = After(line, ChangedField.Card) ?? now.Card!;
        return new()
        {
            County = county,
            Id = id,
            Person = row.Person!.Value,
            School = row.School!.Value,
            CardCipher = cipher.Encrypt(digits, Places.PersonCard(county, id)),
            CardHash = cipher.Hash("card", county, digits),
            Bank = After(line, ChangedField.Bank) ?? now.Bank,
            Holder = line.Payee!.Holder,
            Relation = line.Payee.Relation,
            Reason = why,
            By = actor.Name,
            At = time.GetUtcNow(),
        };
    }

    private PersonChange ContactOf(Actor actor, Semester semester, BulkRow row, string why)
    {
        var (county, at, line) = (db.CountyCode, time.GetUtcNow(), row.Line);
        var id = Keys.New(at);
        byte[]? Sealed(ChangedField field, string column) => After(line, field) is { } value ? cipher.Encrypt(value, Places.PersonChange(column, county, id)) : null;
        return new()
        {
            County = county,
            Id = id,
            Person = row.Person!.Value,
            School = row.School,
            Kind = PersonChangeKind.Contact,
            Semester = semester,
            Before = row.Now!.Guardian ?? "",
            Name = After(line, ChangedField.Guardian),
            Relation = After(line, ChangedField.Relation),
            GuardianIdCipher = Sealed(ChangedField.GuardianId, "guardian-id"),
            PhoneCipher = Sealed(ChangedField.Phone, "phone"),
            Rosters = 0,
            Reason = why,
            By = actor.Name,
            At = at,
            State = PersonChangeState.Applied,
        };
    }

    private static string? After(BulkLine line, ChangedField field) => line.Changes.FirstOrDefault(c => c.Field == field)?.After;
}
