using EduAid.Application.Retention;
using EduAid.Application.Schools;
using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Domain.Duties;
using EduAid.Domain.Pairing;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Pairing;

/// <summary>What a household asks for now. Ordered by urgency.</summary>
public enum PairStanding
{
    /// <summary>Nothing is due this month.</summary>
    Rest = 1,

    /// <summary>Visited this month.</summary>
    Visited,

    /// <summary>To be visited by the end of this month.</summary>
    Due,

    /// <summary>A period has passed without its visit, and there was none since.</summary>
    Overdue,
}

/// <summary>A paired household with its months.</summary>
/// <param name="SchoolName">As the register has the school at the end of the time looked at, as is <paramref name="Township"/>.</param>
/// <param name="Days">Days of visits within the time looked at.</param>
/// <param name="LastVisit">Up to its end; null before the first one.</param>
public sealed record PairedLine(
    PairedHousehold Household, string SchoolName, string Township, HouseholdHistory History, VisitCourse Course, IReadOnlyList<DateOnly> Days, DateOnly? LastVisit)
{
    public PairStanding Standing => Course.Overdue > 0 ? PairStanding.Overdue : Course.Last switch
    {
        PairedMonthState.Due => PairStanding.Due,
        PairedMonthState.Kept or PairedMonthState.Early => PairStanding.Visited,
        _ => PairStanding.Rest,
    };

    /// <summary>To be visited by the end of the last month looked at, whatever was missed before.</summary>
    public bool IsDue => Course.Last == PairedMonthState.Due;

    /// <summary>Somebody has to go.</summary>
    public bool IsToDo => IsDue || Course.Overdue > 0;
}

/// <summary>Who is to be visited, who was not: computed each time from pairs, visits, the registered list as it held then, and the settings; four questions, five for a teacher.</summary>
public sealed class PairingBoard(EduAidDbContext db)
{
    /// <summary>The households that are paired on a day, as they stand in its month; the most urgent first.</summary>
    public async Task<IReadOnlyList<PairedLine>> OnAsync(DateOnly today, CancellationToken stop)
    {
        var month = Month.Of(today);
        var lines = await InAsync(month, month, today, stop);
        return
        [
            // Who is signed in as a teacher sees those alone that are the own today.
            .. lines.Where(l => l.Household.Span.Covers(today) && l.Household.HolderOn(today) is not null)
                .OrderByDescending(l => l.Standing).ThenByDescending(l => l.Course.Overdue).ThenBy(l => l.LastVisit ?? DateOnly.MinValue).ThenBy(l => l.Household.Number),
        ];
    }

    /// <summary>The households that are paired on some day from one month to another, by number.</summary>
    /// <param name="last">No later than the month of <paramref name="today"/>.</param>
    public async Task<IReadOnlyList<PairedLine>> InAsync(Month first, Month last, DateOnly today, CancellationToken stop)
    {
        var (from, until) = (first.First, last.Last);
        var meant = Kept.Where(h => h.From <= until && (h.Until == null || h.Until >= from));
        return await LinesAsync(meant, await VisitsAsync(meant, from, until, stop), first, last, today, stop);
    }

    /// <summary>One household with all its months; null where it is not within the scope.</summary>
    /// <param name="visits">All of it: the caller has read them.</param>
    /// <param name="corrected">Keys of those that were put right.</param>
    public async Task<PairedLine?> OfAsync(Guid household, IReadOnlyCollection<PairVisit> visits, IReadOnlySet<Guid> corrected, DateOnly today, CancellationToken stop)
    {
        var counting = visits.Where(v => !v.Withdrawn && !corrected.Contains(v.Id)).Select(v => (v.Household, v.On)).ToList();
        return (await LinesAsync(Kept.Where(h => h.Id == household), counting, Month.Of(DateOnly.MinValue), Month.Of(today), today, stop)).SingleOrDefault();
    }

    // What was erased after its time has no household that a list could speak of.
    private IQueryable<PairedHousehold> Kept => db.PairedHouseholds.Where(h => h.Head != RetentionRows.Erased);

    private async Task<IReadOnlyList<PairedLine>> LinesAsync(
        IQueryable<PairedHousehold> meant, List<(Guid Household, DateOnly On)> days, Month first, Month last, DateOnly today, CancellationToken stop)
    {
        var schools = SchoolRegister.Holding(db, Semester.Of(last.Last));
        var households = await (
            from household in meant.Include(h => h.Holders.OrderBy(p => p.From))
            join school in schools on household.School equals school.School into held
            from school in held.DefaultIfEmpty()
            orderby household.Number
            select new { Household = household, Name = school == null ? null : school.Name, Township = school == null ? null : school.Township }).ToListAsync(stop);
        var histories = await HistoriesAsync(meant, stop);
        var settings = await MonthlySettings.LoadAsync(db.Settings.Where(s => s.Name.StartsWith(SettingBook.PairingPrefix)), stop);
        var visits = days.ToLookup(v => v.Household, v => v.On);
        return [.. households.Select(h => LineOf(h.Household, h.Name ?? "—", h.Township ?? ""))];

        PairedLine LineOf(PairedHousehold household, string school, string township)
        {
            var history = new HouseholdHistory(histories[household.Household]);
            List<DateOnly> within = [.. visits[household.Id].Where(on => on >= first.First).Distinct().Order()];
            var before = visits[household.Id].Where(on => on < first.First).Select(on => (DateOnly?)on).Max();
            // Whoever has handed a household on does not see what became of it.
            var span = db.Scope!.Staff is null ? household.Span : new(household.From, household.Holders[^1].Until);
            var course = VisitCourse.Of(span, before, within, month => settings[month].PairingMonths(history.HasExited(month.Last)), last, Month.Of(today));
            return new(household, school, township, history, course, within, within.Count > 0 ? within[^1] : before);
        }
    }

    // The registered list is the county's; of it these households alone are read, for the scope has reached them.
    private async Task<ILookup<string, HouseholdStatus>> HistoriesAsync(IQueryable<PairedHousehold> meant, CancellationToken stop)
    {
        var rows = await (
            from household in meant
            join row in db.Registrations on household.Household equals row.HouseholdNumber
            where row.ValidUntil > 0
            select new { row.HouseholdNumber, row.ValidFrom, row.ValidUntil, row.Category, row.ExitedYear }).Distinct().IgnoreQueryFilters([EduAidDbContext.SchoolFilter]).ToListAsync(stop);
        return rows.ToLookup(r => r.HouseholdNumber, r => new HouseholdStatus(r.ValidFrom, r.ValidUntil, r.Category, r.ExitedYear));
    }

    // All of the months looked at, and the last one before them.
    private async Task<List<(Guid Household, DateOnly On)>> VisitsAsync(IQueryable<PairedHousehold> meant, DateOnly from, DateOnly until, CancellationToken stop)
    {
        // A teacher does not see every correction; whoever sees all needs no more questions.
        List<Guid> corrected = db.Scope!.Staff is null ? [] : [.. await PairVisit.CorrectedAsync(db, null, stop)];
        var visits = PairVisit.Counting(db.PairVisits);
        if (corrected.Count > 0) visits = visits.Where(v => !corrected.Contains(v.Id));
        var counting = from visit in visits join household in meant on visit.Household equals household.Id select new { visit.Household, visit.On };
        var rows = await counting.Where(v => v.On >= from && v.On <= until)
            .Concat(counting.Where(v => v.On < from).GroupBy(v => v.Household).Select(g => new { Household = g.Key, On = g.Max(v => v.On) })).ToListAsync(stop);
        return rows.ConvertAll(v => (v.Household, v.On));
    }
}
