using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Intake;
using EduAid.Application.Rosters;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Specialties;

/// <summary>States the fee of a specialty anew from a semester on, with a reason; it counts as an import of one row.</summary>
public sealed class ReviseSpecialty(EduAidDbContext db, Work work, AuditTrail trail, TimeProvider time)
{
    /// <param name="fee">每学期学费, per semester.</param>
    public Task<RevisionRefusal?> RunAsync(Actor actor, string folded, Semester from, Money fee, string? reason, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (actor.Role != nameof(Role.AidOfficer)) return RevisionRefusal.NotYourRole;
            var versions = await db.SpecialtyVersions.Where(v => v.Folded == folded && !v.Undone).ToListAsync(stop);
            if (versions.Count == 0) return RevisionRefusal.NotFound;
            if (fee.Fen is <= 0 or >= 100_000_000) return RevisionRefusal.AmountWrong;
            if (string.IsNullOrWhiteSpace(reason)) return RevisionRefusal.ReasonMissing;
            var before = versions.Where(v => v.From <= from).OrderBy(v => v.From).ThenBy(v => v.Import).LastOrDefault();
            if (before?.FeeFen == fee.Fen) return RevisionRefusal.NothingChanged;
            var number = await db.NextImportNumberAsync(stop);
            db.SpecialtyVersions.Add(new() { County = db.CountyCode, Folded = folded, From = from, Import = number, Name = (before ?? versions[0]).Name, FeeFen = fee.Fen });
            db.Imports.Add(HandEdit.Of(db.CountyCode, number, ListKind.Specialties, from, actor, time.GetUtcNow()));
            await db.SaveChangesAsync(stop);
            await db.MarkDraftsStaleAsync(from, null, stop);
            trail.Record(actor, "specialty.revise", $"import:{number}", new { From = from.ToString(), Before = before?.FeeFen, After = fee.Fen, Why = reason.Trim() });
            return (RevisionRefusal?)null;
        },
        stop);
}
