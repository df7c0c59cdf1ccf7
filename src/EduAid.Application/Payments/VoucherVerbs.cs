using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Payments;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Payments;

public enum VoucherRefusal
{
    NotYourRole = 1,
    NotFound,
    NumberMissing,
    NumberTaken,
    AmountNotPositive,
    ReasonMissing,

    /// <summary>More than is to come back.</summary>
    TooMuch,

    /// <summary>The books are closed.</summary>
    Closed,
}

/// <summary>拨付票据: notes that the treasury has paid out a batch's money.</summary>
public sealed class RecordVoucher(EduAidDbContext db, Work work, AuditTrail trail, TimeProvider time)
{
    public Task<VoucherRefusal?> RunAsync(Actor actor, Guid batch, string number, DateOnly date, Money sum, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!PaymentRights.May(actor, PaymentAct.RecordVoucher)) return VoucherRefusal.NotYourRole;
            var found = await db.Batches.SingleOrDefaultAsync(b => b.Id == batch && (b.State == BatchState.Released || b.State == BatchState.HandedOver), stop);
            if (found is null) return VoucherRefusal.NotFound;
            if (string.IsNullOrWhiteSpace(number)) return VoucherRefusal.NumberMissing;
            if (sum.Fen <= 0) return VoucherRefusal.AmountNotPositive;
            if (await db.ProgrammeClosings.AnyAsync(c => c.Semester == found.Semester && c.Programme == found.Programme, stop)) return VoucherRefusal.Closed;
            var trimmed = number.Trim();
            if (await db.Vouchers.AnyAsync(v => v.Number == trimmed && v.CancelledAt == null, stop)) return VoucherRefusal.NumberTaken;
            var id = Keys.New(time.GetUtcNow());
            db.Vouchers.Add(new Voucher
            {
                County = db.CountyCode,
                Id = id,
                Semester = found.Semester,
                Programme = found.Programme,
                Batch = batch,
                Number = trimmed,
                Date = date,
                Fen = sum.Fen,
                By = actor.Name,
                At = time.GetUtcNow(),
            });
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "voucher.record", $"voucher:{id}", new { Number = trimmed, Date = date, sum.Fen, Batch = found.Number });
            return (VoucherRefusal?)null;
        },
        stop);
}

/// <summary>Strikes out a voucher that was entered by mistake; it stays on record.</summary>
public sealed class CancelVoucher(EduAidDbContext db, Work work, AuditTrail trail, TimeProvider time)
{
    public Task<VoucherRefusal?> RunAsync(Actor actor, Guid voucher, string reason, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!PaymentRights.May(actor, PaymentAct.RecordVoucher)) return VoucherRefusal.NotYourRole;
            var found = await db.Vouchers.AsTracking().SingleOrDefaultAsync(v => v.Id == voucher && v.CancelledAt == null, stop);
            if (found is null) return VoucherRefusal.NotFound;
            if (string.IsNullOrWhiteSpace(reason)) return VoucherRefusal.ReasonMissing;
            if (await db.ProgrammeClosings.AnyAsync(c => c.Semester == found.Semester && c.Programme == found.Programme, stop)) return VoucherRefusal.Closed;
            (found.CancelledBy, found.CancelledAt, found.CancelReason) = (actor.Name, time.GetUtcNow(), reason.Trim());
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "voucher.cancel", $"voucher:{voucher}", new { found.Number, found.Fen, Why = reason.Trim() });
            return (VoucherRefusal?)null;
        },
        stop);
}

/// <summary>Notes money that came back for an approved recovery.</summary>
public sealed class RecordReceipt(EduAidDbContext db, Work work, AuditTrail trail, TimeProvider time)
{
    /// <param name="entry">The entry of the recovery roster.</param>
    public Task<VoucherRefusal?> RunAsync(Actor actor, Guid entry, string number, DateOnly date, Money sum, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!PaymentRights.May(actor, PaymentAct.RecordVoucher)) return VoucherRefusal.NotYourRole;
            var found = await db.RosterEntries.SingleOrDefaultAsync(e => e.Id == entry, stop);
            if (found is null || !await db.Rosters.AnyAsync(
                r => r.Id == found.Roster && r.State == RosterState.Approved && (r.Kind == RosterKind.Recovery || r.Kind == RosterKind.Surplus), stop)) return VoucherRefusal.NotFound;
            if (string.IsNullOrWhiteSpace(number)) return VoucherRefusal.NumberMissing;
            if (sum.Fen <= 0) return VoucherRefusal.AmountNotPositive;
            var before = await db.RecoveryReceipts.Where(r => r.Entry == entry).SumAsync(r => r.Fen, stop);
            if (checked(before + sum.Fen) > found.Fen) return VoucherRefusal.TooMuch;
            var id = Keys.New(time.GetUtcNow());
            db.RecoveryReceipts.Add(new RecoveryReceipt
            {
                County = found.County,
                Id = id,
                Entry = entry,
                School = found.School,
                Number = number.Trim(),
                Date = date,
                Fen = sum.Fen,
                By = actor.Name,
                At = time.GetUtcNow(),
            });
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "recovery.receive", $"entry:{entry}", new { Number = number.Trim(), Date = date, sum.Fen });
            return (VoucherRefusal?)null;
        },
        stop);
}

public enum ClosureRefusal
{
    NotYourRole = 1,
    NotFound,

    /// <summary>It has an open payment; only the bank says what became of that.</summary>
    PaymentOpen,
    AlreadyClosed,
    ReasonMissing,
}

/// <summary>Closes an approved entry that will not be paid, with a reason.</summary>
public sealed class CloseEntry(EduAidDbContext db, Work work, AuditTrail trail, TimeProvider time)
{
    public Task<ClosureRefusal?> RunAsync(Actor actor, Guid entry, ClosureReason reason, string remark, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!PaymentRights.May(actor, PaymentAct.CloseEntry)) return ClosureRefusal.NotYourRole;
            var found = await db.RosterEntries.SingleOrDefaultAsync(e => e.Id == entry, stop);
            if (found is null || !await db.Rosters.AnyAsync(r => r.Id == found.Roster && r.State == RosterState.Approved, stop)) return ClosureRefusal.NotFound;
            if (string.IsNullOrWhiteSpace(remark)) return ClosureRefusal.ReasonMissing;
            if (await db.EntryClosures.AnyAsync(c => c.Entry == entry, stop)) return ClosureRefusal.AlreadyClosed;
            // What is carried over stays open by that very word; everything else must not be on its way to a card.
            if (reason != ClosureReason.CarriedOver && await db.LineEntries.AnyAsync(l => l.Entry == entry && l.Open, stop)) return ClosureRefusal.PaymentOpen;
            db.EntryClosures.Add(new EntryClosure
            {
                County = found.County,
                Entry = entry,
                School = found.School,
                Reason = reason,
                Remark = remark.Trim(),
                By = actor.Name,
                At = time.GetUtcNow(),
            });
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "entry.close", $"entry:{entry}", new { Reason = reason.ToString(), found.Fen, Why = remark.Trim() });
            return (ClosureRefusal?)null;
        },
        stop);
}
