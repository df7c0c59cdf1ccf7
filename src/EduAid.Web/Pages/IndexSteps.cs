using EduAid.Application.Accounts;
using EduAid.Application.HomeTeaching;
using EduAid.Application.Policies;
using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Domain.Duties;
using EduAid.Domain.HomeTeaching;
using EduAid.Domain.Payments;
using EduAid.Domain.Policies;
using EduAid.Domain.Rosters;
using EduAid.Domain.Supervision;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Rosters;
using EduAid.Web.Parts.Figures;
using EduAid.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages;

/// <summary>A home-taught child's days on the register and of visits.</summary>
public sealed record TaughtDays(DateOnly From, DateOnly? Until, IReadOnlyList<DateOnly> Days);

/// <summary>What the home page counts for the visitor's role: the steps that come next, and what is paid; one question.</summary>
public sealed record IndexSteps
{
    public required Role Role { get; init; }

    /// <summary>Drafts of rosters that could be confirmed.</summary>
    public required int Drafts { get; init; }

    /// <summary>Confirmed rosters that are not put up yet.</summary>
    public required int Confirmed { get; init; }

    /// <summary>Notices that run.</summary>
    public required int Running { get; init; }

    /// <summary>The day on which the first of them ends.</summary>
    public required DateOnly? FirstEnds { get; init; }

    public required int Objections { get; init; }

    /// <summary>Rosters that wait for the visitor's review or approval.</summary>
    public required int ToSign { get; init; }

    /// <summary>Rosters that were sent back to where the school has to do something again.</summary>
    public required int Returned { get; init; }

    public required int Held { get; init; }

    /// <summary>Entries that the bank has paid.</summary>
    public required int Paid { get; init; }

    /// <summary>To the visitor's schools and not read.</summary>
    public required int Messages { get; init; }

    /// <summary>Drafts of lists with rows that were never sent.</summary>
    public required int Entered { get; init; }

    /// <summary>Supervision orders to which no unit has replied in time; they come up to the county.</summary>
    public required int OverdueOrders { get; init; }

    /// <summary>Proposed policy values that wait for the director.</summary>
    public required int Proposals { get; init; }

    /// <summary>Parameters that nobody has compared with the rules in force this school year.</summary>
    public required int Unchecked { get; init; }

    /// <summary>Home-taught children on some day of this month with their days of visits, none where the role does not see them.</summary>
    public required IReadOnlyList<TaughtDays> Taught { get; init; }

    /// <summary>The setting of how many visits they are owed; null where it is the shipped one.</summary>
    public required string? HomeVisits { get; init; }

    public required DateOnly Today { get; init; }

    public required IndexMoney Money { get; init; }

    /// <summary>Children whom somebody has to visit, by the rule of <see cref="HomeTeachingBoard"/>.</summary>
    public int HomeTeachingBehind => Taught.Count(t => TaughtMonth.Of(new(t.From, t.Until), Month.Of(Today), t.Days, SettingBook.HomeVisitsOf(HomeVisits), Today).IsBehind);

    public static Task<IndexSteps> LoadAsync(EduAidDbContext db, Visitor visitor, DateOnly today, CancellationToken stop)
    {
        var (semester, role, county) = (visitor.Semester, visitor.Role, db.CountyCode);
        var rosters = db.Rosters.Where(r => r.Semester == semester);
        var toSign = WaitingRosters.For(db, semester, role, visitor.Actor.Name, today);
        var batches = db.Batches.Where(b => b.Semester == semester);
        var silent = batches.Where(b => b.State == BatchState.HandedOver && db.PaymentLines.Any(l => l.County == b.County && l.Batch == b.Id && l.State == LineState.Sent));
        var running = rosters.Where(r => r.State == RosterState.OnNotice && r.NoticeUntil >= today);
        var old = CheckPolicies.Unchecked(db, Semester.Of(today), CheckPolicies.YearBegan(today));
        var (first, last) = (Month.Of(today).First, Month.Of(today).Last);
        // Nobody is on the register by then: a bare false would take the key away by which the rows are joined.
        var takenOnBy = HomeTeachingRights.MaySee(role) ? last : DateOnly.MinValue;
        var visits = HomeTeachingVisit.Counting(db.HomeTeachingVisits).Where(v => v.On >= first && v.On <= last);
        var homeVisits = SettingBook.ValuesOf(db.Settings.Where(s => s.From <= first), SettingBook.HomeVisitsName);
        return db.Counties.Where(c => c.Code == county).Select(own => new IndexSteps
        {
            Role = role,
            Drafts = rosters.Count(r => r.State == RosterState.Draft && !r.Stale && r.Entries > 0),
            Confirmed = rosters.Count(r => r.State == RosterState.Confirmed && (r.Kind == RosterKind.Regular || r.Kind == RosterKind.Supplement)),
            Running = running.Count(),
            FirstEnds = running.Min(r => r.NoticeUntil),
            Objections = db.Objections.Count(o => o.Upheld == null && rosters.Any(r => r.Id == o.Roster)),
            ToSign = toSign.Count(),
            Returned = rosters.Count(r => (r.State == RosterState.Draft || r.State == RosterState.Confirmed)
                && db.RosterSteps.Any(s => s.Roster == r.Id && s.Number == r.Steps && s.Kind == RosterMoveKind.SendBack)),
            Held = db.EntryHolds.Count(h => h.Semester == semester && h.LiftedAt == null),
            Paid = db.LineEntries.Count(l => l.Open && db.PaymentLines.Any(p => p.Batch == l.Batch && p.Sequence == l.Sequence && p.State == LineState.Paid)
                && db.RosterEntries.Any(e => e.Id == l.Entry && rosters.Any(r => r.Id == e.Roster))),
            Messages = db.Messages.Count(m => m.ReadAt == null),
            Entered = db.ListDrafts.Count(d => d.Semester == semester && d.Rows > 0 && d.Upload == null),
            OverdueOrders = db.SupervisionOrders.Count(o => o.State == OrderState.Open && o.Due < today),
            Proposals = db.PolicyProposals.Count(p => p.State == ProposalState.Open),
            Unchecked = old.Count(),
            Today = today,
            HomeVisits = homeVisits.FirstOrDefault(),
            // Joined by the county, for SQLite joins a list of rows to a row by a key alone.
            Taught = db.HomeTaughtChildren.Where(c => c.County == own.Code && c.From <= takenOnBy && (c.Until == null || c.Until >= first))
                .Select(c => new TaughtDays(c.From, c.Until, visits.Where(v => v.County == c.County && v.Child == c.Id).Select(v => v.On).ToList())).ToList(),
            Money = new IndexMoney(
                batches.Count(b => b.State == BatchState.Assembled), batches.Count(b => b.State == BatchState.Released), silent.Count(), silent.Min(b => b.HandedOverOn),
                db.PaymentLines.Count(l => (l.State == LineState.Failed || l.State == LineState.Returned) && batches.Any(b => b.Id == l.Batch))),
        }).SingleAsync(stop);
    }

    /// <summary>What waits for the visitor's role, what is due first above.</summary>
    public IEnumerable<WaitingItem> Waiting(IStringLocalizer<Texts> texts)
    {
        var (school, head) = (Role is Role.SchoolClerk or Role.SchoolHead or Role.TownshipSchool, Role is Role.SchoolHead or Role.TownshipSchool);
        if (school && Messages > 0) yield return new(texts["Home.Count.Messages", Messages], true, texts["Home.Step.Messages"], texts["Home.Do.See"], "/Messages");
        if (Role is Role.SchoolClerk or Role.TownshipSchool && Entered > 0)
            yield return new(texts["Home.Count.Lists", Entered], false, texts["Home.Step.Entered"], texts["Home.Step.Do.Entered"], "/Lists");
        if (OverdueOrders > 0 && Role is Role.BureauLeader or Role.AidDirector)
            yield return new(texts["Home.Count.Orders", OverdueOrders], true, texts["Home.Step.OverdueOrders"], texts["Home.Do.See"], "/Supervision/Orders?state=overdue");
        if (ToSign > 0) yield return Item(ToSign, true, Role == Role.AidDirector ? "Review" : "Approve", "/Rosters/Waiting");
        if (Objections > 0 && (school || Role is Role.AidOfficer or Role.AidDirector)) yield return Item(Objections, true, "Objections", "/Notices?state=objected");
        if (school && Returned > 0) yield return Item(Returned, true, "Returned", "/Rosters?mark=returned");
        if (head && Drafts > 0) yield return Item(Drafts, true, "Confirm", "/Rosters?state=Draft");
        if (school && Confirmed > 0) yield return Item(Confirmed, true, "Publish", "/Rosters?state=Confirmed");
        foreach (var item in Money.Waiting(Role, texts)) yield return item;
        if (Role is Role.AidOfficer or Role.AidDirector && Held > 0) yield return Item(Held, false, "Held", "/Rosters/Holds");
        if (Role == Role.AidDirector && Proposals > 0)
            yield return new(texts["Home.Count.Policies", Proposals], true, texts["Home.Step.Proposals"], texts["Home.Do.See"], "/Policies/Proposals");
        if (Role == Role.AidOfficer && Unchecked > 0)
            yield return new(texts["Home.Count.Policies", Unchecked], false, texts["Home.Step.Unchecked"], texts["Home.Do.See"], "/Policies");
        if (HomeTeachingBehind is > 0 and var behind)
            yield return new(texts["Home.Count.Children", behind], true, texts["Home.Step.HomeTeaching"], texts["Home.Do.See"], "/HomeTeaching?pace=" + HomeTeaching.IndexModel.Behind);
        if (FirstEnds is { } ends && (school || Role == Role.AidDirector))
            yield return new(texts["Home.Count.Rosters", Running], false, texts["Home.Step.Running", Days.Text(ends)], texts["Home.Do.See"], "/Notices?state=running");

        WaitingItem Item(int count, bool urgent, string key, string href) =>
            new(texts["Home.Count.Rosters", count], urgent, texts["Home.Step." + key], texts["Home.Step.Do." + key], href);
    }
}
