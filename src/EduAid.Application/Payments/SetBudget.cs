using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Payments;

public enum BudgetRefusal
{
    NotYourRole = 1,
    ProgrammeUnknown,

    /// <summary>Below nought; nought says that nothing is planned.</summary>
    AmountNegative,
    DocumentMissing,

    /// <summary>That is what holds already.</summary>
    Unchanged,

    /// <summary>The books are closed.</summary>
    Closed,
}

/// <summary>Notes what is planned for a programme in a semester, with the document that says so. It limits no payment: rules grant, a budget is compared.</summary>
public sealed class SetBudget(EduAidDbContext db, Work work, AuditTrail trail, TimeProvider time)
{
    public const int LongestDocument = 100;

    public Task<BudgetRefusal?> RunAsync(Actor actor, Semester semester, string programme, Money sum, string document, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            var by = document.Trim();
            if (!PaymentRights.May(actor, PaymentAct.SetBudget)) return BudgetRefusal.NotYourRole;
            if (!Programme.Of(semester).Any(p => p.Code == programme)) return BudgetRefusal.ProgrammeUnknown;
            if (sum.Fen < 0) return BudgetRefusal.AmountNegative;
            if (by.Length is 0 or > LongestDocument) return BudgetRefusal.DocumentMissing;
            if (await db.ProgrammeClosings.AnyAsync(c => c.Semester == semester && c.Programme == programme, stop)) return BudgetRefusal.Closed;
            var before = await db.ProgrammeBudgets.Where(b => b.Semester == semester && b.Programme == programme).OrderByDescending(b => b.Revision).FirstOrDefaultAsync(stop);
            if (before is not null && before.Fen == sum.Fen && before.Document == by) return BudgetRefusal.Unchanged;
            db.ProgrammeBudgets.Add(new()
            {
                County = db.CountyCode,
                Semester = semester,
                Programme = programme,
                Revision = (before?.Revision ?? 0) + 1,
                Fen = sum.Fen,
                Document = by,
                By = actor.Name,
                At = time.GetUtcNow(),
            });
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "budget.set", $"budget:{semester}:{programme}", new { Before = before?.Fen, After = sum.Fen, Document = by });
            return (BudgetRefusal?)null;
        },
        stop);
}
