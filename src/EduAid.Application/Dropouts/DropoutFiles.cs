using System.Globalization;
using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Ledgers;
using EduAid.Application.People;
using EduAid.Application.Reveals;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Domain.Dropouts;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Dropouts;

/// <summary>Opens a case for each row of a workbook, all or none. A child who has an open case already is passed over.</summary>
public sealed class ImportDropouts(EduAidDbContext db, OpenDropout open, Work work, BusinessDay day)
{
    private static readonly Words.Words Chinese = Words.Words.Chinese;

    /// <param name="dryRun">Says what would happen and writes nothing.</param>
    public Task<LedgerImport> RunAsync(Actor actor, CheckedFile file, bool dryRun, CancellationToken stop) => TrialRun.RunAsync(
        work, dryRun,
        async () =>
        {
            if (actor.Held is not { } role || !DropoutRights.MayWork(role)) return LedgerImport.Refused(Chinese.Refusal(DropoutRefusal.NotYourRole));
            using var content = new MemoryStream(file.Content, writable: false);
            var (rows, unread) = DropoutSheet.Read(content, file.Name, day.Today);
            var findings = unread.ToList();
            var schools = (await SchoolRegister.Holding(db, Semester.Of(day.Today)).Select(v => new { v.School, v.Name }).ToListAsync(stop)).ToLookup(v => v.Name, v => v.School);
            var (added, same) = (0, 0);
            foreach (var (number, row) in rows)
            {
                if (schools[row.School].ToList() is not [var school])
                {
                    findings.Add(new(number, DropoutSheet.School, SheetProblem.Unknown, row.School));
                    continue;
                }
                var line = new DoubleLine(row.Township, row.Village, row.Government, school, row.Teacher);
                var opened = await open.RunAsync(actor, new(null, row.Name, row.CitizenId, row.BirthYear, line, row.On, row.Text), stop);
                if (opened.Refusal is not { } refusal) added++;
                else if (refusal == DropoutRefusal.AlreadyOpen) same++;
                else findings.Add(new(number, HeadingOf(refusal), SheetProblem.Refused, Chinese.Refusal(refusal)));
            }
            return new(added, 0, same, findings, true);
        },
        stop);

    private static string HeadingOf(DropoutRefusal refusal) => refusal switch
    {
        DropoutRefusal.DayOutside => DropoutSheet.On,
        DropoutRefusal.BirthMissing => DropoutSheet.Born,
        DropoutRefusal.SchoolMissing => DropoutSheet.School,
        DropoutRefusal.TownshipMissing => DropoutSheet.Township,
        _ => DropoutSheet.Name,
    };
}

/// <summary>控辍保学台账 as a workbook; IDs in full for those alone who may carry them out.</summary>
public sealed class ExportDropouts(EduAidDbContext db, PersonDirectory people, Work work, AuditTrail trail)
{
    /// <param name="chosen">Keys of the cases, as they are shown.</param>
    public async Task RunAsync(Actor actor, DateOnly on, IReadOnlyCollection<Guid> chosen, Stream output, CancellationToken stop)
    {
        var rows = await work.ChangeAsync(
            async () =>
            {
                var full = actor.Held is { } role && RevealRights.MayExportFull(role);
                var lines = (await DropoutBoard.LoadAsync(db, on, stop)).Where(l => chosen.Contains(l.Case.Id)).OrderBy(l => l.Case.Year).ThenBy(l => l.Case.Sequence).ToList();
                var ids = await people.RevealAsync([.. lines.Select(l => l.Case.Person).OfType<PersonId>()], stop);
                var names = await DropoutNames.LoadAsync(db, lines, stop);
                var first = (await db.DropoutSteps.Where(s => s.Kind == DropoutStepKind.Notice).Select(s => new { s.Case, s.On, s.Text }).ToListAsync(stop)).ToDictionary(s => s.Case);
                trail.Record(actor, "dropout.export", "dropouts", new { On = on, Cases = lines.Count, Full = full });
                return lines.ConvertAll(l => new DropoutRow(
                    l.Case.Name, l.Case.Person is { } p && ids.TryGetValue(p, out var id) ? full ? id.Reveal() : id.ToString() : null, l.Case.Person is null ? l.Case.BirthYear : null,
                    l.Case.Township, l.Case.Village, l.Case.Government, names.GetValueOrDefault(l.Case.School, ""), l.Case.Teacher, first[l.Case.Id].On, first[l.Case.Id].Text)
                {
                    Mark = new(l.Case.Number, l.State, l.Due, l.IsOverdue),
                });
            },
            stop);
        DropoutSheet.Write(rows, string.Create(CultureInfo.InvariantCulture, $"控辍保学台账(截至{on.Year}年{on.Month}月{on.Day}日)"), output, stop);
    }
}

/// <summary>Names of schools by key, as the register has them now.</summary>
public static class DropoutNames
{
    public static async Task<Dictionary<SchoolId, string>> LoadAsync(EduAidDbContext db, IEnumerable<DropoutLine> lines, CancellationToken stop)
    {
        var wanted = lines.Select(l => l.Case.School).Distinct().ToList();
        var versions = await db.SchoolVersions.Where(v => !v.Undone && wanted.Contains(v.School)).OrderBy(v => v.From).ThenBy(v => v.Import).Select(v => new { v.School, v.Name }).ToListAsync(stop);
        return versions.GroupBy(v => v.School).ToDictionary(g => g.Key, g => g.Last().Name);
    }
}
