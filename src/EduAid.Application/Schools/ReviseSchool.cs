using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Enrolments;
using EduAid.Application.Intake;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Schools;

/// <summary>Why a register was not changed by hand.</summary>
public enum RevisionRefusal
{
    NotYourRole = 1,
    NotFound,
    NameMissing,

    /// <summary>Above nought and below a million yuan.</summary>
    AmountWrong,
    NothingChanged,
    ReasonMissing,
}

/// <param name="ActualTuition">实际学费: really charged, per semester; null where it is not recorded.</param>
public sealed record SchoolRevision(string? Name, string? Township, SchoolKind Kind, Sponsor? Sponsor, Tier Tier, Money? ActualTuition);

/// <summary>
/// States a school anew from a semester on, with a reason. It counts as an import of one row, so that it stands in the list of imports and
/// is taken back like one. The payee's account is left as it is: that comes with the register's file alone.
/// </summary>
public sealed class ReviseSchool(EduAidDbContext db, Work work, FieldCipher cipher, AuditTrail trail, TimeProvider time)
{
    public Task<RevisionRefusal?> RunAsync(Actor actor, SchoolId id, Semester from, SchoolRevision revision, string? reason, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (actor.Role != nameof(Role.AidOfficer)) return RevisionRefusal.NotYourRole;
            var before = await db.SchoolVersions.Where(v => v.School == id && !v.Undone && v.From <= from).OrderByDescending(v => v.From).ThenByDescending(v => v.Import).FirstOrDefaultAsync(stop);
            if (before is null) return RevisionRefusal.NotFound;
            if (Text.Tidy(revision.Name).Length is 0 or > 100) return RevisionRefusal.NameMissing;
            if (revision.ActualTuition is { Fen: <= 0 or >= 100_000_000 }) return RevisionRefusal.AmountWrong;
            if (string.IsNullOrWhiteSpace(reason)) return RevisionRefusal.ReasonMissing;
            var version = Version(before, from, await db.NextImportNumberAsync(stop), revision);
            if (version.SaysTheSameAs(before)) return RevisionRefusal.NothingChanged;
            db.SchoolVersions.Add(version);
            db.Imports.Add(HandEdit.Of(db.CountyCode, version.Import, ListKind.Schools, from, actor, time.GetUtcNow()));
            await db.SaveChangesAsync(stop);
            await db.MarkDraftsStaleAsync(from, null, stop);
            trail.Record(actor, "school.revise", $"school:{id.Value}", new { From = from.ToString(), Import = version.Import, Why = reason.Trim() });
            return (RevisionRefusal?)null;
        },
        stop);

    private SchoolVersion Version(SchoolVersion before, Semester from, int import, SchoolRevision revision) => new()
    {
        County = before.County,
        School = before.School,
        From = from,
        Import = import,
        Name = Text.Tidy(revision.Name),
        Township = Text.Tidy(revision.Township),
        Kind = revision.Kind,
        Sponsor = revision.Sponsor,
        Tier = revision.Tier,
        PayeeName = before.PayeeName,
        Bank = before.Bank,
        ActualTuitionFen = revision.ActualTuition?.Fen,
        AccountHash = before.AccountHash,
        // Bound to its version: made anew for this one.
        AccountCipher = before.AccountCipher is { } account ? cipher.Encrypt(
            cipher.Decrypt(account, Places.SchoolAccount(before.County, before.School, before.From, before.Import)),
            Places.SchoolAccount(before.County, before.School, from, import)) : null,
    };
}

/// <summary>The import under which one row of a register stands that was entered by hand.</summary>
internal static class HandEdit
{
    public static Import Of(string county, int number, ListKind kind, Semester from, Actor actor, DateTimeOffset at) => new()
    {
        County = county,
        Number = number,
        Kind = kind,
        File = RenamedLine.Sheet,
        Semester = from,
        By = actor.Name,
        At = at,
        Rows = 1,
        Accepted = 1,
        Rejected = 0,
        Written = 1,
        Removed = 0,
    };
}
