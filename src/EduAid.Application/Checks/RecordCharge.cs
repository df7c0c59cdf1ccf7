using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Checks;

/// <summary>Why a charge was not noted or struck out.</summary>
public enum ChargeRefusal
{
    NotYourRole = 1,

    /// <summary>No such school, or no such note.</summary>
    NotFound,
    AmountNotPositive,

    /// <summary>None, or longer than <see cref="TuitionCharge.LongestSource"/> characters.</summary>
    SourceMissing,
}

/// <summary>Notes that a school was found to charge tuition in a semester.</summary>
public sealed class RecordCharge(EduAidDbContext db, Work work, AuditTrail trail, TimeProvider time)
{
    /// <param name="sum">A pupil and semester.</param>
    public Task<ChargeRefusal?> RunAsync(Actor actor, Semester semester, SchoolId school, Money sum, string? source, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!ChecksRights.MayRecordCharges(actor)) return ChargeRefusal.NotYourRole;
            if (!await db.Schools.AnyAsync(s => s.Id == school, stop)) return ChargeRefusal.NotFound;
            if (sum.Fen <= 0) return ChargeRefusal.AmountNotPositive;
            var from = source?.Trim() ?? "";
            if (from.Length is 0 or > TuitionCharge.LongestSource) return ChargeRefusal.SourceMissing;
            var now = time.GetUtcNow();
            db.TuitionCharges.Add(new TuitionCharge
            {
                County = db.CountyCode,
                Id = Keys.New(now),
                Semester = semester,
                School = school,
                Fen = sum.Fen,
                Source = from,
                By = actor.Name,
                At = now,
            });
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "charge.record", $"school:{school.Value}", new { Semester = semester.ToString(), sum.Fen, Why = from });
            return (ChargeRefusal?)null;
        },
        stop);
}

/// <summary>Strikes out a note that was wrong; it stays on record.</summary>
public sealed class StrikeCharge(EduAidDbContext db, Work work, AuditTrail trail, TimeProvider time)
{
    public Task<ChargeRefusal?> RunAsync(Actor actor, Guid charge, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!ChecksRights.MayRecordCharges(actor)) return ChargeRefusal.NotYourRole;
            if (await db.TuitionCharges.AsTracking().SingleOrDefaultAsync(c => c.Id == charge && c.TakenBackAt == null, stop) is not { } found) return ChargeRefusal.NotFound;
            (found.TakenBackBy, found.TakenBackAt) = (actor.Name, time.GetUtcNow());
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "charge.strike", $"school:{found.School.Value}", new { Semester = found.Semester.ToString(), found.Fen, Before = found.Source });
            return (ChargeRefusal?)null;
        },
        stop);
}
