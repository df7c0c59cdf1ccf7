using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Payments;

/// <summary>A bank's file that somebody has sent and looks at; nothing of it is taken in.</summary>
public sealed class StagedReturn : ICountyRow
{
    public required string County { get; init; }

    /// <summary>Key of the stored file too.</summary>
    public required Guid Id { get; init; }

    public required string FileName { get; init; }

    /// <summary>The batch for rows that name none.</summary>
    public Guid? Batch { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class StagedReturnMapping : IEntityTypeConfiguration<StagedReturn>
{
    public void Configure(EntityTypeBuilder<StagedReturn> staged)
    {
        staged.HasKey(r => new { r.County, r.Id });
        staged.Property(r => r.County).HasMaxLength(12);
        staged.Property(r => r.FileName).HasMaxLength(200);
    }
}

/// <summary>Keeps a bank's file so that it can be looked at before it is taken in. What nobody took in within a day goes.</summary>
public sealed class StageReturn(EduAidDbContext db, Work work, StoredFiles stored, AuditTrail trail, TimeProvider time)
{
    private const int LongestName = 150;

    /// <returns>The staged return's key, or why not.</returns>
    public async Task<(Guid? Staged, ReturnRefusal? Refusal)> RunAsync(Actor actor, byte[] content, string fileName, Guid? batch, CancellationToken stop)
    {
        if (!PaymentRights.May(actor, PaymentAct.TakeReturn)) return (null, new ReturnRefusal.NotYourRole(actor.Role));
        if (content.Length == 0) return (null, new ReturnRefusal.Unreadable());
        var now = time.GetUtcNow();
        var id = Keys.New(now);
        await stored.SaveAsync(id, content, stop);
        var old = await work.ChangeAsync(
            async () =>
            {
                var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
                db.StagedReturns.Add(new StagedReturn
                {
                    County = db.CountyCode,
                    Id = id,
                    FileName = name.Length == 0 ? "未命名" : name.Length > LongestName ? name[^LongestName..] : name,
                    Batch = batch,
                    By = actor.Name,
                    At = now,
                });
                await db.SaveChangesAsync(stop);
                // Few rows: those that are looked at now. Compared here, because SQLite compares no moments.
                var gone = (await db.StagedReturns.Select(r => new { r.Id, r.At }).ToListAsync(stop)).Where(r => r.At < now.AddDays(-1)).Select(r => r.Id).ToList();
                await db.StagedReturns.Where(r => gone.Contains(r.Id)).ExecuteDeleteAsync(stop);
                trail.Record(actor, "return.stage", $"staged-return:{id}", new { File = name });
                return gone;
            },
            stop);
        foreach (var key in old) stored.Delete(key);
        return (id, null);
    }
}

/// <summary>Takes in, or throws away, a file that was looked at.</summary>
public sealed class TakeStagedReturn(EduAidDbContext db, Work work, StoredFiles stored, TakeReturn take)
{
    public async Task<TakenReturn> RunAsync(Actor actor, Guid id, CancellationToken stop)
    {
        var staged = await db.StagedReturns.SingleOrDefaultAsync(r => r.Id == id, stop);
        if (staged is null || await stored.ReadAsync(id, stop) is not { } content) return new(null, 0, 0, 0, new ReturnRefusal.NotFound());
        var taken = await take.RunAsync(actor, content, staged.FileName, staged.Batch, stop);
        if (taken.Number is not null) await RemoveAsync(id, stop);
        return taken;
    }

    public async Task<ReturnRefusal?> DiscardAsync(Actor actor, Guid id, CancellationToken stop)
    {
        if (!PaymentRights.May(actor, PaymentAct.TakeReturn)) return new ReturnRefusal.NotYourRole(actor.Role);
        if (!await db.StagedReturns.AnyAsync(r => r.Id == id, stop)) return new ReturnRefusal.NotFound();
        await RemoveAsync(id, stop);
        return null;
    }

    private async Task RemoveAsync(Guid id, CancellationToken stop)
    {
        await work.ChangeAsync(() => db.StagedReturns.Where(r => r.Id == id).ExecuteDeleteAsync(stop), stop);
        stored.Delete(id);
    }
}
