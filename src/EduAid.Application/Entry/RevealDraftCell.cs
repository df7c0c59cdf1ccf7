using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Reveals;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Entry;

/// <summary>Gives out one protected cell of a draft in full, to be mended. The trail has who and which before it leaves.</summary>
public sealed class RevealDraftCell(EduAidDbContext db, FieldCipher cipher, Work work, AuditTrail trail)
{
    /// <summary>Null where the scope has no such row, or the role may not see such values.</summary>
    public Task<string?> RunAsync(Actor actor, Role role, SchoolId school, Semester semester, int line, Field field, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!RevealRights.May(role, field == Field.Card ? RevealKind.Card : RevealKind.CitizenId)) return null;
            var row = await db.ListDraftRows.SingleOrDefaultAsync(
                r => r.Line == line && db.ListDrafts.Any(d => d.Id == r.Draft && d.School == school && d.Semester == semester), stop);
            if (row is null || db.Scope?.Covers(school) != true) return null;
            trail.Record(actor, "draft.reveal", $"draft:{row.Draft:N}", new { Rows = line, What = field.ToString() });
            return DraftCells.Open(cipher, row)[field];
        },
        stop);
}
