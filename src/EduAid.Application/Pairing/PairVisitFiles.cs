using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Ledgers;
using EduAid.Application.Storage;
using EduAid.Domain.Duties;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Pairing;

/// <summary>
/// Takes in visits from a workbook, all or none. A row with a number must say what is on record; one without a number is a new visit, unless the same
/// visit is there. So a workbook that was taken out changes nothing, and taken in twice counts once.
/// </summary>
public sealed class ImportPairVisits(EduAidDbContext db, RecordPairVisit record, Work work, BusinessDay day)
{
    private static readonly Words.Words Chinese = Words.Words.Chinese;

    /// <param name="dryRun">Says what would happen and writes nothing.</param>
    public Task<LedgerImport> RunAsync(Actor actor, CheckedFile file, bool dryRun, CancellationToken stop) => TrialRun.RunAsync(
        work, dryRun,
        async () =>
        {
            if (actor.Held is not { } role || !PairingRights.MayRecord(role)) return LedgerImport.Refused(Chinese.Refusal(PairingRefusal.NotYourRole));
            using var content = new MemoryStream(file.Content, writable: false);
            var (rows, unread) = PairVisitSheet.Read(content, file.Name);
            var (findings, fresh, corrected) = (unread.ToList(), new HashSet<SentPairVisit>(), new HashSet<Guid>());
            var book = await PairVisitBook.LoadAsync(db, null, stop);
            var households = book.Households.ToDictionary(h => h.Number);
            var same = 0;
            foreach (var (number, row) in rows)
            {
                var (sent, finding) = Judge(book, households.GetValueOrDefault(row.Household), number, row);
                if (finding is not null) findings.Add(finding);
                else if (sent is null || !fresh.Add(sent)) same++;
                // A visit is put right once, by the file as by the ledger.
                else if (sent.Corrects is { } wrong && !corrected.Add(wrong)) findings.Add(new(number, PairVisitSheet.Corrects, SheetProblem.Twice, $"{row.Corrects}"));
            }
            if (findings.Count == 0) await AddAsync(actor, book, fresh, stop);
            return new(fresh.Count, 0, same, [.. findings.OrderBy(f => f.Row)], true);
        },
        stop);

    // Neither visit nor finding: it is on record.
    private (SentPairVisit? Sent, SheetFinding? Finding) Judge(PairVisitBook book, PairedHousehold? household, int number, PairVisitRow row)
    {
        if (household is null) return Wrong(PairVisitSheet.Household, SheetProblem.Unknown, $"{row.Household}");
        if (row.Head.Length > 0 && PersonName.FoldName(row.Head) != PersonName.FoldName(household.Head)) return Wrong(PairVisitSheet.Head, SheetProblem.Unknown, row.Head);
        var visits = book.VisitsOf(household.Id).ToList();
        var earlier = row.Corrects is { } corrected ? visits.Find(v => v.Number == corrected) : null;
        if (row.Corrects is not null && earlier is null) return Refused(PairVisitSheet.Corrects, PairingRefusal.CorrectsOther);
        var sent = new SentPairVisit(household.Id, row.On, row.Content, row.Needs, earlier?.Id, row.Withdrawn);
        if (visits.Exists(v => (row.Number is null || v.Number == row.Number) && Says(v, sent))) return (null, null);
        // What is on record is put right by a correction, not by another row of the same number.
        if (row.Number is not null) return Refused(PairVisitSheet.Number, PairingRefusal.CorrectsOther);
        if (book.Judge(sent, day.Today) is { } refusal) return Refused(HeadingOf(refusal), refusal);
        return row.Staff.Length > 0 && PersonName.FoldName(row.Staff) != PersonName.FoldName(household.HolderOn(row.On)!.Staff)
            ? Wrong(PairVisitSheet.Staff, SheetProblem.Refused, Chinese["PairImport.OtherStaff"]) : (sent, null);

        (SentPairVisit?, SheetFinding?) Wrong(string heading, SheetProblem problem, string found) => (null, new(number, heading, problem, found));

        (SentPairVisit?, SheetFinding?) Refused(string heading, PairingRefusal refusal) => Wrong(heading, SheetProblem.Refused, Chinese.Refusal(refusal));
    }

    private async Task AddAsync(Actor actor, PairVisitBook book, IReadOnlyCollection<SentPairVisit> fresh, CancellationToken stop)
    {
        var last = await db.PairVisits.IgnoreQueryFilters([EduAidDbContext.PairFilter]).GroupBy(v => v.Household).Select(g => new { g.Key, Last = g.Max(v => v.Number) }).ToDictionaryAsync(g => g.Key, g => g.Last, stop);
        foreach (var sent in fresh) record.Add(actor, book.Find(sent.Household)!, sent, last[sent.Household] = last.GetValueOrDefault(sent.Household) + 1);
        await db.SaveChangesAsync(stop);
    }

    private static bool Says(PairVisit visit, SentPairVisit sent) =>
        (visit.On, visit.Content, visit.Needs, visit.Corrects, visit.Withdrawn) == (sent.On, sent.Content, sent.Needs, sent.Corrects, sent.Withdrawn);

    private static string HeadingOf(PairingRefusal refusal) => refusal switch
    {
        PairingRefusal.DayAhead or PairingRefusal.DayOutside => PairVisitSheet.On,
        PairingRefusal.CorrectsOther => PairVisitSheet.Corrects,
        _ => PairVisitSheet.Content,
    };
}

/// <summary>The visits within the scope as a workbook, corrections and what they put right among them.</summary>
public sealed class ExportPairVisits(EduAidDbContext db, Work work, AuditTrail trail)
{
    /// <param name="month">Null for all that there are.</param>
    public async Task RunAsync(Actor actor, Month? month, Stream output, CancellationToken stop)
    {
        var rows = await work.ChangeAsync(
            async () =>
            {
                var found = Rows(await PairVisitBook.LoadAsync(db, null, stop), month);
                trail.Record(actor, "pairing.visits", "pair-visits", new { Month = month?.ToString(), Visits = found.Count });
                return found;
            },
            stop);
        PairVisitSheet.Write(rows, month is { } of ? $"{of.ToChinese()}结对帮扶走访记录" : "结对帮扶走访记录", output, stop);
    }

    private static List<PairVisitRow> Rows(PairVisitBook book, Month? month) =>
    [
        .. from household in book.Households.OrderBy(h => h.Number)
           let visits = book.VisitsOf(household.Id).ToList()
           from visit in visits
           where month is not { } of || Month.Of(visit.On) == of
           select new PairVisitRow(
               household.Number, household.Head, visit.Number, household.Holders.Find(h => h.Id == visit.Holder)?.Staff ?? "", visit.On, visit.Content, visit.Needs,
               visits.Find(v => v.Id == visit.Corrects)?.Number, visit.Withdrawn),
    ];
}
