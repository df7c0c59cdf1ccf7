using System.Text.Json;
using EduAid.Application.Enrolments;
using EduAid.Application.Intake;
using EduAid.Application.Schools;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Findings;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Matching;

/// <summary>Keeps the rows of a list that were refused for their ID alone, and says which of them still count.</summary>
public sealed class RefusedRows(EduAidDbContext db, FieldCipher cipher, TimeProvider time)
{
    /// <summary>Keeps what the accepted files of some schools' lists left out; within the change that accepts them.</summary>
    /// <param name="changed">Schools whose list has a new version by these files.</param>
    internal async Task KeepAsync(
        FileBatch<EnrolmentRow> batch, Semester semester, SchoolRegister schools, IReadOnlyCollection<SchoolId> changed, IReadOnlyList<ImportReport> reports, CancellationToken stop)
    {
        var refused = Enumerable.Range(0, batch.Files.Count).Where(f => reports[f].Number is not null)
            .SelectMany(f => batch.Rows[f].Where(r => r.Outcome == RowOutcome.Rejected && r.Row.Unidentified is not null)
                .Select(r => (Import: reports[f].Number!.Value, School: schools[r.Row.Unidentified!.Value.SchoolCode].Id, r.Row)))
            .Where(r => changed.Contains(r.School)).ToList();
        if (refused.Count == 0) return;
        var lists = await db.SchoolLists.Where(l => l.Current && l.Kind == SchoolListKind.Enrolments && l.Semester == semester && changed.Contains(l.School))
            .ToDictionaryAsync(l => l.School, l => l.Id, stop);
        var now = time.GetUtcNow();
        await db.InsertManyAsync(refused.Select(r => Of(r.Import, r.School, lists[r.School], semester, r.Row, now)), stop);
    }

    /// <summary>Versions of the lists that stand behind the current ones of a semester: what was left out of them is still left out.</summary>
    internal async Task<IReadOnlySet<Guid>> StandingListsAsync(Semester semester, CancellationToken stop)
    {
        var versions = await db.SchoolLists.Where(l => !l.Undone && l.Kind == SchoolListKind.Enrolments && l.Semester == semester)
            .Select(l => new { l.Id, l.BuiltOn, l.Current }).ToDictionaryAsync(l => l.Id, stop);
        var standing = new HashSet<Guid>();
        foreach (var current in versions.Values.Where(v => v.Current))
            for (var version = current; version is not null && standing.Add(version.Id);)
                version = version.BuiltOn is { } before ? versions.GetValueOrDefault(before) : null;
        return standing;
    }

    private RefusedRow Of(int import, SchoolId school, Guid list, Semester semester, ReadRow<EnrolmentRow> read, DateTimeOffset now)
    {
        var (county, id, content) = (db.CountyCode, Keys.New(now), read.Unidentified!);
        return new()
        {
            County = county,
            Id = id,
            School = school,
            Semester = semester,
            List = list,
            Import = import,
            Sheet = read.Sheet,
            Row = read.Number,
            Name = content.Value.Name,
            Initials = Pinyin.Initials(content.Value.Name),
            Lost = read.Problems.Any(p => p.Code == FindingCodes.IdPrecisionLost),
            IdCipher = cipher.Encrypt(content.Value.Id, Places.RefusedRow("id", county, id)),
            IdHash = cipher.Hash(RefusedRow.HashKind, county, content.Value.Id),
            RowCipher = cipher.Encrypt(JsonSerializer.Serialize(content), Places.RefusedRow("row", county, id)),
        };
    }
}
