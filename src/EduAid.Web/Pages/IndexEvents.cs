using System.Text.Json.Nodes;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using EduAid.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages;

/// <param name="At">In the county's time.</param>
/// <param name="Detail">The file, or the semester.</param>
public sealed record RecentEvent(DateTime At, string Who, string What, string? Detail);

/// <summary>最近动态: the last imports and generations, with one query. The audit trail is the county's; a school sees its own imports.</summary>
public sealed class IndexEvents(EduAidDbContext db, Words words, IStringLocalizer<Texts> texts)
{
    private const int Shown = 6;

    public async Task<IReadOnlyList<RecentEvent>> OfCountyAsync(CancellationToken stop)
    {
        var events = await db.AuditEvents.Where(e => e.Action.EndsWith(".import") || e.Action == "import.undo" || e.Action == "rosters.generate")
            .OrderByDescending(e => e.Number).Take(Shown).Select(e => new
            {
                e.At,
                e.Actor,
                e.Action,
                e.Subject,
                Details = db.AuditDetails.Where(d => d.Number == e.Number).Select(d => d.Json).FirstOrDefault(),
            }).ToListAsync(stop);
        return [.. events.Select(e => new RecentEvent(Civil(e.At), e.Actor, words.Audit(e.Action), FileOf(e.Details) ?? SemesterOf(e.Subject)))];
    }

    public async Task<IReadOnlyList<RecentEvent>> OfSchoolAsync(CancellationToken stop)
    {
        var imports = await db.Imports.OrderByDescending(i => i.Number).Take(Shown).ToListAsync(stop);
        return [.. imports.Select(i => new RecentEvent(
            Civil(i.UndoneAt ?? i.At), i.UndoneBy ?? i.By,
            i.Undone ? words.Audit("import.undo") : texts["Home.Event.Import", words.ListKind(i.Kind), i.Written].Value,
            $"{words.Semester(i.Semester)} {i.File}"))];
    }

    // The details are gone once their retention has ended; only an import's name a file.
    private static string? FileOf(string? details) =>
        details is not null && JsonNode.Parse(details) is JsonObject named && named["file"] is JsonValue file ? file.ToString() : null;

    private string? SemesterOf(string subject) =>
        subject.Split(':') is ["semester", var code] && Semester.TryParse(code, out var semester) ? words.Semester(semester) : null;

    private static DateTime Civil(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, CountyTime.Zone).DateTime;
}
