using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Plans;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.HomeTeaching;

/// <param name="Reason">Why the row was not taken; null where its cell could not be read.</param>
public sealed record HomeVisitFault(SheetFault Where, HomeTeachingRefusal? Reason);

/// <param name="Known">Rows that say what is on record already.</param>
/// <param name="Faults">With any of them nothing is taken.</param>
public sealed record HomeVisitsTaken(int Added, int Known, IReadOnlyList<HomeVisitFault> Faults);

/// <summary>
/// Takes visits in from a workbook, whole or not at all. A row with a number must say what is on record; one without a number is a new visit,
/// unless the same visit is there. So a workbook that was taken out changes nothing, and taken in twice counts once.
/// </summary>
public sealed class ImportHomeVisits(EduAidDbContext db, RecordHomeVisit record, Work work, BusinessDay day)
{
    public Task<HomeVisitsTaken> RunAsync(Actor actor, Stream content, string fileName, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (actor.Held is not { } role || !HomeTeachingRights.MayRecord(role)) return new(0, 0, [new(new(0, "", ""), HomeTeachingRefusal.NotYourRole)]);
            var unreadable = new List<SheetFault>();
            var rows = HomeVisitSheet.Read(content, fileName, unreadable);
            var faults = unreadable.ConvertAll(f => new HomeVisitFault(f, null));
            var book = await HomeVisitBook.LoadAsync(db, null, stop);
            var accounts = await AccountsAsync(book, stop);
            var (fresh, corrected) = (new List<SentHomeVisit>(), new HashSet<Guid>());
            foreach (var row in rows)
            {
                var (sent, known, fault) = Judge(book, accounts, row);
                if (fault is not null) faults.Add(fault);
                else if (known || fresh.Contains(sent!)) continue;
                // A visit is put right once, by the file as by the ledger.
                else if (sent!.Corrects is { } wrong && !corrected.Add(wrong)) faults.Add(new(new(row.Row, HomeVisitSheet.Corrects, $"{row.Corrects}"), HomeTeachingRefusal.CorrectsOther));
                else fresh.Add(sent);
            }
            if (faults.Count > 0) return new(0, 0, [.. faults.OrderBy(f => f.Where.Row)]);
            await AddAsync(actor, book, fresh, stop);
            return new HomeVisitsTaken(fresh.Count, rows.Count - fresh.Count, []);
        },
        stop);

    private (SentHomeVisit? Sent, bool Known, HomeVisitFault? Fault) Judge(HomeVisitBook book, Dictionary<string, Guid> accounts, HomeVisitRow row)
    {
        if (book.Children.FirstOrDefault(c => c.Number == row.Child) is not { } child) return Fault(HomeVisitSheet.Child, $"{row.Child}", HomeTeachingRefusal.NotFound);
        if (row.Name.Length > 0 && PersonName.FoldName(row.Name) != PersonName.FoldName(child.Name)) return Fault(HomeVisitSheet.Name, row.Name, HomeTeachingRefusal.NameDiffers);
        var visits = book.VisitsOf(child.Id).ToList();
        var earlier = row.Corrects is { } number ? visits.Find(v => v.Number == number) : null;
        if (row.Corrects is { } wrong && earlier is null) return Fault(HomeVisitSheet.Corrects, $"{wrong}", HomeTeachingRefusal.CorrectsOther);
        var sent = new SentHomeVisit(child.Id, accounts.TryGetValue(row.Account, out var teacher) ? teacher : null, row.On, row.Minutes, row.Content, row.SignedBy, earlier?.Id, row.Withdrawn);
        if (visits.Exists(v => (row.Number is null || v.Number == row.Number) && Says(v, sent))) return (sent, true, null);
        // What is on record is put right by a correction, not by another row of the same number.
        if (row.Number is { } taken) return Fault(HomeVisitSheet.Number, $"{taken}", HomeTeachingRefusal.CorrectsOther);
        return book.Judge(sent, day.Today) is { } refusal ? Fault(ColumnOf(refusal), "", refusal) : (sent, false, null);

        (SentHomeVisit?, bool, HomeVisitFault?) Fault(string heading, string found, HomeTeachingRefusal refusal) => (null, false, new(new(row.Row, heading, found), refusal));
    }

    private async Task AddAsync(Actor actor, HomeVisitBook book, List<SentHomeVisit> fresh, CancellationToken stop)
    {
        var children = fresh.Select(f => f.Child).Distinct().ToList();
        var last = await db.HomeTeachingVisits.IgnoreQueryFilters([EduAidDbContext.SchoolFilter]).Where(v => children.Contains(v.Child))
            .GroupBy(v => v.Child).Select(g => new { g.Key, Last = g.Max(v => v.Number) }).ToDictionaryAsync(g => g.Key, g => g.Last, stop);
        foreach (var sent in fresh)
        {
            var number = last[sent.Child] = last.GetValueOrDefault(sent.Child) + 1;
            record.Add(actor, book.Find(sent.Child)!, sent, number);
        }
        await db.SaveChangesAsync(stop);
    }

    // A teacher's own account whatever the row says would hide a mistake: an account that is not the teacher's is a fault.
    private Task<Dictionary<string, Guid>> AccountsAsync(HomeVisitBook book, CancellationToken stop)
    {
        var teachers = book.Children.SelectMany(c => c.Teachers).Select(t => t.Teacher).Distinct().ToList();
        return db.Users.Where(u => teachers.Contains(u.Id)).ToDictionaryAsync(u => u.UserName!, u => u.Id, StringComparer.OrdinalIgnoreCase, stop);
    }

    private static bool Says(HomeTeachingVisit visit, SentHomeVisit sent) =>
        (visit.Teacher, visit.On, visit.Minutes, visit.Content, visit.SignedBy, visit.Corrects, visit.Withdrawn)
        == (sent.Teacher ?? default, sent.On, sent.Minutes, sent.Content, sent.SignedBy, sent.Corrects, sent.Withdrawn);

    private static string ColumnOf(HomeTeachingRefusal refusal) => refusal switch
    {
        HomeTeachingRefusal.DayAhead or HomeTeachingRefusal.DayOutside => HomeVisitSheet.On,
        HomeTeachingRefusal.NotTheirTeacher => HomeVisitSheet.Account,
        HomeTeachingRefusal.MinutesOutside => HomeVisitSheet.Minutes,
        HomeTeachingRefusal.CorrectsOther => HomeVisitSheet.Corrects,
        _ => HomeVisitSheet.Content,
    };
}
