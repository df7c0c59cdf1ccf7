using EduAid.Application.Audit;
using EduAid.Application.Jobs;
using EduAid.Application.People;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Writing;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Rosters;

/// <summary>
/// Writes the roster workbook (发放花名册) of one programme and semester. The audit trail has the export, and whether IDs and cards
/// stand in it in full, before the first byte leaves.
/// </summary>
public sealed class ExportRosters(EduAidDbContext db, PersonDirectory people, FieldCipher cipher, Work work, AuditTrail trail)
{
    private const int EntriesAStep = 100;

    /// <param name="only">One school: one sheet. Null: a summary of schools and a sheet a school, as far as the scope reaches.</param>
    /// <param name="masked">IDs and cards masked, for those who may not have them in full by the hundred (<see cref="Reveals.RevealRights"/>).</param>
    /// <exception cref="InvalidOperationException">A roster's entries do not add up to what it says.</exception>
    public async Task RunAsync(
        Actor actor, Semester semester, Programme programme, SchoolId? only, Stream output, CancellationToken stop, bool masked = false, IProgress<JobStep>? progress = null)
    {
        progress?.Report(new(JobPhase.Reading, 0, 0));
        var which = db.Rosters.Where(r => r.Semester == semester && r.Kind == RosterKind.Regular && r.Programme == programme.Code && (only == null || r.School == only));
        var sheets = Counted(await ReadAsync(actor, semester, programme, which, only, null, masked, stop), progress, stop);
        if (only is not null) RosterWorkbook.WriteSchool(output, sheets[0], stop);
        else
        {
            var draft = sheets.Count == 0 || sheets.Any(s => s.Title.EndsWith("(草稿)", StringComparison.Ordinal));
            RosterWorkbook.WriteCounty(output, RosterColumns.Title(semester, programme, null, draft), sheets, RosterColumns.Signatures, stop);
        }
    }

    /// <summary>One roster of any kind: one sheet.</summary>
    /// <exception cref="InvalidOperationException">The roster's entries do not add up to what it says.</exception>
    public async Task RunAsync(Actor actor, Roster roster, Stream output, CancellationToken stop, bool masked = false)
    {
        var sheets = await ReadAsync(
            actor, roster.Semester, Programme.Find(roster.Programme)!, db.Rosters.Where(r => r.Id == roster.Id), roster.School, roster.Id, masked, stop);
        RosterWorkbook.WriteSchool(output, sheets[0], stop);
    }

    // The rows of a sheet are made while it is written.
    private static IReadOnlyList<RosterSheet<PrintedEntry>> Counted(IReadOnlyList<RosterSheet<PrintedEntry>> sheets, IProgress<JobStep>? progress, CancellationToken stop)
    {
        if (progress is null) return sheets;
        var (written, total) = (0, sheets.Sum(s => s.Count));
        return [.. sheets.Select(s => s with { Rows = s.Rows.Select(Count) })];

        PrintedEntry Count(PrintedEntry row)
        {
            if (++written % EntriesAStep != 0) return row;
            stop.ThrowIfCancellationRequested();
            progress.Report(new(JobPhase.Writing, Math.Min(written, total), total));
            return row;
        }
    }

    // Read in a change of the county, so that no generation comes between a roster's sums and its entries.
    private Task<IReadOnlyList<RosterSheet<PrintedEntry>>> ReadAsync(
        Actor actor, Semester semester, Programme programme, IQueryable<Roster> which, SchoolId? only, RosterId? one, bool masked, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            var read = await SheetsAsync(semester, programme, which, only, masked, stop);
            trail.Record(actor, "rosters.export", one is { } roster ? $"roster:{roster.Value}" : $"semester:{semester}", new
            {
                Programme = programme.Code,
                School = only?.Value,
                Values = masked ? "masked" : "full",
                Schools = read.Count,
                Entries = read.Sum(s => s.Count),
                Fen = read.Sum(s => s.TotalFen),
            });
            return read;
        },
        stop);

    private async Task<IReadOnlyList<RosterSheet<PrintedEntry>>> SheetsAsync(
        Semester semester, Programme programme, IQueryable<Roster> which, SchoolId? only, bool masked, CancellationToken stop)
    {
        var schools = await SchoolRegister.LoadAsync(db, semester, stop);
        var rosters = await which.ToListAsync(stop);
        var entries = (programme.JudgesAdmissions ? await AdmittedAsync(which, stop) : await EnrolledAsync(which, stop)).ToLookup(e => e.Roster);
        var ids = await people.RevealAsync([.. entries.SelectMany(g => g).Select(e => e.Person)], stop);
        var columns = RosterColumns.Of(programme);
        var sheets = rosters.Select(r => (Code: schools.Find(r.School)?.Code ?? "", Roster: r)).OrderBy(r => r.Code, StringComparer.Ordinal)
            .Select(r => Sheet(r.Roster, schools.Find(r.Roster.School)?.Name ?? r.Code)).ToList();
        if (only is { } school && sheets.Count == 0)
        {
            var name = schools.Find(school)?.Name ?? "";
            sheets.Add(new(RosterColumns.Title(semester, programme, name, draft: true), name, columns, [], 0, 0, RosterColumns.Signatures));
        }
        return sheets;

        // Whose identity was erased at the end of its period has no number any more.
        string IdOf(PersonId person) => !ids.TryGetValue(person, out var id) ? "" : masked ? id.ToString() : id.Reveal();

        RosterSheet<PrintedEntry> Sheet(Roster roster, string name) => new(
            RosterColumns.Title(roster, name), name, columns,
            Ordered(entries[roster.Id]).Select(e => Printed(e, name, IdOf(e.Person), masked)), roster.Entries, roster.Fen, RosterColumns.Signatures);
    }

    // By grade and class as people count them (2班 before 10班), then as the school's list has them.
    private static IOrderedEnumerable<Line> Ordered(IEnumerable<Line> lines) => lines
        .OrderBy(e => e.GradeOrder).ThenBy(e => e.Class?.Length ?? 0).ThenBy(e => e.Class, StringComparer.Ordinal).ThenBy(e => e.Number);

    private PrintedEntry Printed(Line line, string school, string id, bool masked)
    {
        var card = line.CardCipher is null ? null : cipher.Decrypt(line.CardCipher, line.University is null
            ? Places.Enrolment("card", db.CountyCode, line.List, line.Number) : Places.AdmissionCard(db.CountyCode, line.List, line.Number));
        return new(
            school, line.Name, id, line.Grade, line.Class, line.Boarding, line.Specialty, line.University, line.Fen, line.Bank, line.Holder,
            masked && card is not null ? BankCard.Mask(card) : card, line.Flags.Split(',', StringSplitOptions.RemoveEmptyEntries));
    }

    private Task<List<Line>> EnrolledAsync(IQueryable<Roster> which, CancellationToken stop) => (
        from entry in Entries(which)
        join row in db.Enrolments on new { entry.List, entry.Line } equals new { row.List, row.Line }
        select new Line(
            entry.Roster, entry.Person, entry.Name, entry.Grade, entry.GradeOrder, entry.Class, entry.Boarding, row.Specialty, null, entry.Fen,
            row.Bank, row.Holder, entry.Payee == Payee.Card ? row.CardCipher : null, entry.Flags, entry.List, entry.Line)).ToListAsync(stop);

    private Task<List<Line>> AdmittedAsync(IQueryable<Roster> which, CancellationToken stop) => (
        from entry in Entries(which)
        join row in db.Admissions on new { entry.List, entry.Line } equals new { row.List, row.Line }
        select new Line(
            entry.Roster, entry.Person, entry.Name, null, 0, null, null, null, row.University, entry.Fen,
            row.Bank, row.Holder, row.CardCipher, entry.Flags, entry.List, entry.Line)).ToListAsync(stop);

    private IQueryable<RosterEntry> Entries(IQueryable<Roster> which) => from entry in db.RosterEntries join roster in which on entry.Roster equals roster.Id select entry;

    /// <summary>An entry with what its list's row says of the payee; the card still sealed.</summary>
    private sealed record Line(
        RosterId Roster, PersonId Person, string Name, string? Grade, int GradeOrder, string? Class, bool? Boarding, string? Specialty,
        string? University, long Fen, string? Bank, string? Holder, byte[]? CardCipher, string Flags, Guid List, int Number);
}
