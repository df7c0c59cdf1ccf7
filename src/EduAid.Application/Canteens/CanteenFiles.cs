using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Ledgers;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Domain.Canteens;
using EduAid.Domain.Duties;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Canteens;

/// <summary>States months from a workbook, all rows or none. What is on record otherwise is corrected where the row gives a reason, and a finding where it gives none.</summary>
public sealed class ImportStatements(EduAidDbContext db, CanteenBoard board, StateMonth state, Work work, BusinessDay day)
{
    private static readonly Words.Words Chinese = Words.Words.Chinese;

    /// <param name="dryRun">Says what would happen and writes nothing.</param>
    public Task<LedgerImport> RunAsync(Actor actor, CheckedFile file, bool dryRun, CancellationToken stop) => TrialRun.RunAsync(
        work, dryRun,
        async () =>
        {
            if (actor.Held is not { } role || !CanteenRights.MayState(role)) return LedgerImport.Refused(Chinese.Refusal(CanteenRefusal.NotYourRole));
            using var content = new MemoryStream(file.Content, writable: false);
            var (rows, unread) = StatementSheet.Read(content, file.Name);
            var (findings, seen, schools) = (unread.ToList(), new HashSet<(SchoolId, Month)>(), await SchoolsByCode.LoadAsync(db, day.Today, stop));
            var held = (await board.AllAsync(stop)).ToDictionary(s => s.Id);
            var (added, changed, same) = (0, 0, 0);
            foreach (var (number, row) in rows)
            {
                if (schools.Find(number, StatementSheet.Code, row.Code, StatementSheet.School, row.School, findings) is not { } school) continue;
                if (!seen.Add((school, row.Figures.Month)))
                {
                    findings.Add(new(number, StatementSheet.MonthOf, SheetProblem.Twice, $"{row.School} {row.Figures.Month}"));
                    continue;
                }
                // A school of which nothing is on record is not on the programme.
                if (!held.TryGetValue(school, out var own))
                {
                    findings.Add(new(number, StatementSheet.Code, SheetProblem.Refused, Chinese.Refusal(CanteenRefusal.NotOnProgramme)));
                    continue;
                }
                var stands = own.Ledger.In(row.Figures.Month).Stated;
                var sent = new SentStatement(school, row.Figures, stands?.Version ?? 0, row.Reason);
                if (state.Judge(own, sent) is { } refusal) findings.Add(new(number, HeadingOf(refusal), SheetProblem.Refused, Chinese.Refusal(refusal)));
                else if (!state.Add(actor, own, sent)) same++;
                else if (stands is null) added++;
                else changed++;
            }
            await db.SaveChangesAsync(stop);
            return new(added, changed, same, findings, true);
        },
        stop);

    private static string HeadingOf(CanteenRefusal refusal) => refusal switch
    {
        CanteenRefusal.MonthAhead or CanteenRefusal.NotOnProgramme => StatementSheet.MonthOf,
        CanteenRefusal.ReasonMissing => StatementSheet.Reason,
        _ => StatementSheet.Code,
    };
}

/// <summary>The statements that count, of a range of months within the scope, as a workbook.</summary>
public sealed class ExportStatements(EduAidDbContext db, CanteenBoard board, Work work, AuditTrail trail)
{
    public async Task RunAsync(Actor actor, Month from, Month to, Stream output, CancellationToken stop)
    {
        var rows = await work.ChangeAsync(
            async () =>
            {
                var marks = (await db.CanteenStatements.Where(s => s.Begins >= from.First && s.Begins <= to.First).Select(s => new { s.School, s.Begins, s.Version, s.On, s.Reason }).ToListAsync(stop))
                    .ToDictionary(s => (s.School, s.Begins, s.Version));
                List<StatementRow> found =
                [
                    .. from school in await board.AllAsync(stop)
                       from month in school.Ledger.Months
                       where month.Month >= @from && month.Month <= to && month.Stated is not null
                       let mark = marks[(school.Id, month.Month.First, month.Stated!.Version)]
                       select new StatementRow(school.Code, school.Name, month.Figures!) { Mark = (mark.Version, mark.On, mark.Reason) },
                ];
                trail.Record(actor, "canteen.export", $"canteens:{from}:{to}", new { Statements = found.Count });
                return found;
            },
            stop);
        StatementSheet.Write(rows, from == to ? $"{from.ToChinese()}营养膳食资金月报" : $"{from.ToChinese()}至{to.ToChinese()}营养膳食资金月报", output, stop);
    }
}

/// <summary>Records facts of canteens from a workbook, all rows or none.</summary>
public sealed class ImportCanteenFacts(EduAidDbContext db, RecordCanteenFact record, Work work, BusinessDay day)
{
    private static readonly Words.Words Chinese = Words.Words.Chinese;

    /// <param name="dryRun">Says what would happen and writes nothing.</param>
    public Task<LedgerImport> RunAsync(Actor actor, CheckedFile file, bool dryRun, CancellationToken stop) => TrialRun.RunAsync(
        work, dryRun,
        async () =>
        {
            if (actor.Held is not { } role || !CanteenRights.MayState(role)) return LedgerImport.Refused(Chinese.Refusal(CanteenRefusal.NotYourRole));
            using var content = new MemoryStream(file.Content, writable: false);
            var (rows, unread) = CanteenFactSheet.Read(content, file.Name);
            var (findings, schools, added, same) = (unread.ToList(), await SchoolsByCode.LoadAsync(db, day.Today, stop), 0, 0);
            // By day, so that a school is on the programme before it leaves it.
            foreach (var (number, row) in rows.OrderBy(r => r.Row.From))
            {
                if (schools.Find(number, CanteenFactSheet.Code, row.Code, CanteenFactSheet.School, row.School, findings) is not { } school) continue;
                var outcome = await record.RunAsync(actor, new(school, row.Kind, row.From, row.Value, row.Note), stop);
                if (outcome.Refusal is { } refusal) findings.Add(new(number, HeadingOf(refusal), SheetProblem.Refused, Chinese.Refusal(refusal)));
                else if (outcome.Written) added++;
                else same++;
            }
            return new(added, 0, same, findings, true);
        },
        stop);

    private static string HeadingOf(CanteenRefusal refusal) => refusal switch
    {
        CanteenRefusal.CountyDecides => CanteenFactSheet.Kind,
        CanteenRefusal.ValueWrong => CanteenFactSheet.Value,
        CanteenRefusal.DayOutside or CanteenRefusal.NotOnProgramme => CanteenFactSheet.From,
        CanteenRefusal.ReasonMissing => CanteenFactSheet.Note,
        _ => CanteenFactSheet.Code,
    };
}

/// <summary>What stands of all canteens within the scope as a workbook; what was taken back stays in the ledger alone.</summary>
public sealed class ExportCanteenFacts(EduAidDbContext db, CanteenBoard board, Work work, AuditTrail trail)
{
    public async Task RunAsync(Actor actor, Stream output, CancellationToken stop)
    {
        var rows = await work.ChangeAsync(
            async () =>
            {
                var notes = (await db.CanteenFacts.Select(f => new { f.School, f.Number, f.Note }).ToListAsync(stop)).ToDictionary(f => (f.School, f.Number), f => f.Note);
                List<CanteenFactLine> found =
                    [.. from school in await board.AllAsync(stop) from fact in school.History.Standing select new CanteenFactLine(school.Code, school.Name, fact.Kind, fact.From, fact.Value, notes[(school.Id, fact.Number)])];
                trail.Record(actor, "canteen.facts-export", "canteens", new { Facts = found.Count });
                return found;
            },
            stop);
        CanteenFactSheet.Write(rows, "营养改善计划学校和食堂台账", output, stop);
    }
}

/// <summary>The schools that a workbook's rows may name: the scope's own, by code; a name beside the code has to agree.</summary>
internal sealed class SchoolsByCode
{
    private readonly Dictionary<string, (SchoolId Id, string Name)> _schools;

    private SchoolsByCode(Dictionary<string, (SchoolId, string)> schools) => _schools = schools;

    public static async Task<SchoolsByCode> LoadAsync(EduAidDbContext db, DateOnly today, CancellationToken stop)
    {
        var schools = await (
            from version in SchoolRegister.Holding(db, Semester.Of(today))
            join school in db.Schools on version.School equals school.Id
            select new { school.Id, school.Code, version.Name }).ToListAsync(stop);
        return new(schools.Where(s => db.Scope!.Covers(s.Id)).ToDictionary(s => s.Code, s => (s.Id, s.Name), StringComparer.Ordinal));
    }

    /// <summary>Null, with a finding, where there is none.</summary>
    public SchoolId? Find(int row, string codeHeading, string code, string nameHeading, string name, List<SheetFinding> findings)
    {
        var found = _schools.TryGetValue(Text.Fold(code), out var school);
        if (found && (name.Length == 0 || Text.Fold(name) == Text.Fold(school.Name))) return school.Id;
        findings.Add(new(row, found ? nameHeading : codeHeading, SheetProblem.Unknown, found ? name : code));
        return null;
    }
}
