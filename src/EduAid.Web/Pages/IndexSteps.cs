using EduAid.Application.Accounts;
using EduAid.Application.Storage;
using EduAid.Domain.Payments;
using EduAid.Domain.Rosters;
using EduAid.Domain.Supervision;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Rosters;
using EduAid.Web.Parts.Figures;
using EduAid.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages;

/// <summary>The rosters for which the visitor's own step comes next, and what is paid; one question.</summary>
/// <param name="Drafts">Drafts that could be confirmed, <paramref name="Confirmed"/> ones not yet put up.</param>
/// <param name="Running">Notices that run, the first of which ends on <paramref name="FirstEnds"/>.</param>
/// <param name="ToSign">Rosters that wait for the visitor's review or approval.</param>
/// <param name="Paid">Entries that the bank has paid.</param>
/// <param name="OverdueOrders">Supervision orders to which no unit has replied in time; they come up to the county.</param>
public sealed record IndexSteps(
    Role Role, int Drafts, int Confirmed, int Running, DateOnly? FirstEnds, int Objections, int ToSign, int Returned, int Held, int Paid, int OverdueOrders)
{
    public static async Task<IndexSteps> LoadAsync(EduAidDbContext db, Visitor visitor, DateOnly today, CancellationToken stop)
    {
        var (semester, role, county) = (visitor.Semester, visitor.Role, db.CountyCode);
        var rosters = db.Rosters.Where(r => r.Semester == semester);
        var toSign = WaitingRosters.For(db, semester, role, visitor.Actor.Name, today);
        var running = rosters.Where(r => r.State == RosterState.OnNotice && r.NoticeUntil >= today);
        var counts = await db.Counties.Where(c => c.Code == county).Select(_ => new
        {
            Drafts = rosters.Count(r => r.State == RosterState.Draft && !r.Stale && r.Entries > 0),
            Confirmed = rosters.Count(r => r.State == RosterState.Confirmed && (r.Kind == RosterKind.Regular || r.Kind == RosterKind.Supplement)),
            Running = running.Count(),
            FirstEnds = running.Min(r => r.NoticeUntil),
            Objections = db.Objections.Count(o => o.Upheld == null && rosters.Any(r => r.Id == o.Roster)),
            ToSign = toSign.Count(),
            // Sent back to where the school has to do something again.
            Returned = rosters.Count(r => (r.State == RosterState.Draft || r.State == RosterState.Confirmed)
                && db.RosterSteps.Any(s => s.Roster == r.Id && s.Number == r.Steps && s.Kind == RosterMoveKind.SendBack)),
            Held = db.EntryHolds.Count(h => h.Semester == semester && h.LiftedAt == null),
            Paid = db.LineEntries.Count(l => l.Open && db.PaymentLines.Any(p => p.Batch == l.Batch && p.Sequence == l.Sequence && p.State == LineState.Paid)
                && db.RosterEntries.Any(e => e.Id == l.Entry && rosters.Any(r => r.Id == e.Roster))),
            OverdueOrders = db.SupervisionOrders.Count(o => o.State == OrderState.Open && o.Due < today),
        }).SingleAsync(stop);
        return new(
            role, counts.Drafts, counts.Confirmed, counts.Running, counts.FirstEnds, counts.Objections, counts.ToSign, counts.Returned, counts.Held, counts.Paid, counts.OverdueOrders);
    }

    /// <summary>What waits for the visitor's role, what is due first above.</summary>
    public IEnumerable<WaitingItem> Waiting(IStringLocalizer<Texts> texts)
    {
        var (school, head) = (Role is Role.SchoolClerk or Role.SchoolHead or Role.TownshipSchool, Role is Role.SchoolHead or Role.TownshipSchool);
        if (OverdueOrders > 0 && Role is Role.BureauLeader or Role.AidDirector)
            yield return new(texts["Home.Count.Orders", OverdueOrders], true, texts["Home.Step.OverdueOrders"], texts["Home.Do.See"], "/Supervision/Orders?state=overdue");
        if (ToSign > 0) yield return Item(ToSign, true, Role == Role.AidDirector ? "Review" : "Approve", "/Rosters/Waiting");
        if (Objections > 0 && (school || Role is Role.AidOfficer or Role.AidDirector)) yield return Item(Objections, true, "Objections", "/Notices?state=objected");
        if (school && Returned > 0) yield return Item(Returned, true, "Returned", "/Rosters?mark=returned");
        if (head && Drafts > 0) yield return Item(Drafts, true, "Confirm", "/Rosters?state=Draft");
        if (school && Confirmed > 0) yield return Item(Confirmed, true, "Publish", "/Rosters?state=Confirmed");
        if (Role is Role.AidOfficer or Role.AidDirector && Held > 0) yield return Item(Held, false, "Held", "/Rosters/Holds");
        if (FirstEnds is { } ends && (school || Role == Role.AidDirector))
            yield return new(texts["Home.Count.Rosters", Running], false, texts["Home.Step.Running", Days.Text(ends)], texts["Home.Do.See"], "/Notices?state=running");

        WaitingItem Item(int count, bool urgent, string key, string href) =>
            new(texts["Home.Count.Rosters", count], urgent, texts["Home.Step." + key], texts["Home.Step.Do." + key], href);
    }
}
