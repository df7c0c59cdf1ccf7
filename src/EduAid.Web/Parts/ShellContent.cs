using System.Globalization;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Parts;

/// <summary>Fills the shell of a request. The one place that knows rail, semesters and person; pages do not repeat it.</summary>
public sealed class ShellContent(Visitor visitor, ShellCounts counts, IStringLocalizer<Texts> texts)
{
    public async Task<Shell> ForAsync(HttpContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!visitor.IsSignedIn) return Shell.Empty;
        if (!visitor.May(Right.SeeSemester)) return new(Filled([Ledgers(), Plan(), Administration(), Own()]), null, PersonOf(null), null);
        var known = await counts.OfAsync(visitor, cancel);
        return new(Rail(known), Semesters(known), PersonOf(known.SchoolName), null, visitor.Jobs);
    }

    // What the visitor may not open is not shown.
    private List<RailGroup> Rail(Counted known) => Filled(
    [
        new(null, [new(texts["Rail.Home"], "/"), new(texts["Rail.Messages"], "/Messages", Number(known.Messages), known.Messages > 0)]),
        new(texts["Rail.Semester"],
        [
            new(texts["Rail.Lists"], "/Lists", string.Create(CultureInfo.InvariantCulture, $"{known.ListsSent}/{known.Schools}")),
            .. If(Right.RemindSchools, new RailItem(texts["Rail.Board"], "/Lists/Board")),
            new(texts["Rail.Review"], "/Review", Number(known.Findings), known.Findings > 0),
            .. If(Right.SeeChecks, new RailItem(texts["Rail.Checks"], "/Checks")),
            .. If(Right.SeeRegisters, new RailItem(texts["Rail.Matching"], "/Matching")),
            .. If(Right.SeeMissed, new RailItem(texts["Rail.Missed"], "/Missed", Number(known.Missed), known.Missed > 0)),
            new(texts["Rail.Rosters"], "/Rosters", Number(known.Rosters)),
            .. If(Right.SignRosters, new RailItem(texts["Rail.ToSign"], "/Rosters/Waiting")),
            new(texts["Rail.Notices"], "/Notices"),
        ]),
        new(texts["Rail.Payments"],
        [
            new(texts["Rail.Waiting"], "/Payments/Waiting"),
            .. If(Right.SeePayments,
                new RailItem(texts["Rail.Batches"], "/Payments/Batches"), new(texts["Rail.Returns"], "/Payments/Returns"),
                new(texts["Rail.Vouchers"], "/Payments/Vouchers"), new(texts["Rail.Sums"], "/Payments/Sums"), new(texts["Rail.Ledger"], "/Payments/Ledger"), new(texts["Rail.Budget"], "/Payments/Budgets"),
                new RailItem(texts["Rail.Arrivals"], "/Payments/Arrivals"), new RailItem(texts["Rail.Archives"], "/Payments/Archives")),
        ]),
        Plan(),
        Ledgers(),
        new(texts["Rail.Registers"],
        [
            new(texts["Rail.Pupils"], "/People"),
            .. If(Right.SeeRegisters, new RailItem(texts["Rail.Households"], "/Households")),
            .. If(Right.SeePolicies, new RailItem(texts["Rail.Policies"], "/Policies")),
            .. If(Right.SeeRegisters,
                new RailItem(texts["Rail.Schools"], "/Registers/Schools"), new(texts["Rail.Poverty"], "/Registers/Poverty"),
                new(texts["Rail.Specialties"], "/Registers/Specialties"), new(texts["Rail.Admissions"], "/Registers/Admissions")),
        ]),
        new(texts["Rail.Records"], [new(texts["Rail.Imports"], "/Imports"), .. If(Right.SeeTrail, new RailItem(texts["Rail.Audit"], "/Audit")), .. If(Right.SeeSettings, new RailItem(texts["Rail.Settings"], "/Settings"))]),
    ]);

    private RailGroup Plan() => new(texts["Rail.Plan"],
    [
        .. If(Right.SeeOverview, new RailItem(texts["Rail.Overview"], "/Overview")),
        .. If(Right.SeePlan,
            new RailItem(texts["Rail.Plans"], "/Plans"), new(texts["Rail.Orders"], "/Supervision/Orders"), new(texts["Rail.Bulletins"], "/Supervision/Bulletins")),
    ]);

    // What is kept by person, school and month beside the subsidies.
    private RailGroup Ledgers() => new(texts["Rail.Ledgers"],
    [
        .. If(Right.SeeHomeTeaching, new RailItem(texts["Rail.HomeTeaching"], "/HomeTeaching")),
        .. If(Right.SeePairing, new RailItem(texts["Rail.Pairing"], "/Pairing")),
        .. If(Right.SeeDropouts, new RailItem(texts["Rail.Dropouts"], "/Dropouts")),
        .. If(Right.SeeLoans, new RailItem(texts["Rail.Loans"], "/Loans")),
        .. If(Right.SeeCanteens, new RailItem(texts["Rail.Canteens"], "/Canteens")),
    ]);

    private RailGroup Administration() => new(null,
    [
        .. If(Right.SeeUsers, new RailItem(texts["Rail.Users"], "/Users")),
        .. If(Right.SeeSettings, new RailItem(texts["Rail.Settings"], "/Settings")),
        .. If(Right.KeepRetention, new RailItem(texts["Rail.Retention"], "/Retention")),
        .. If(Right.SeeTrail, new RailItem(texts["Rail.Audit"], "/Audit")),
    ]);

    private RailGroup Own() => new(null, [new(texts["Account.Own.Title"], "/Account")]);

    private RailItem[] If(Right right, params RailItem[] items) => visitor.May(right) ? items : [];

    private static List<RailGroup> Filled(IEnumerable<RailGroup> groups) => [.. groups.Where(g => g.Items.Count > 0)];

    private SemesterSwitch Semesters(Counted known)
    {
        var words = Words.In(CultureInfo.CurrentUICulture);
        var choices = known.Semesters.Union([visitor.Semester.Previous, visitor.Semester, visitor.Semester.Next]).OrderDescending();
        return new(visitor.Semester.ToString(), [.. choices.Select(s => new SemesterChoice(s.ToString(), words.Semester(s)))]);
    }

    private Person PersonOf(string? school) => new(
        visitor.Assignment is { } held ? texts["Role." + held.Role] : texts["Account.NoRole"], visitor.User!.DisplayName,
        school ?? visitor.Assignment?.Township ?? visitor.Assignment?.Unit, "/Account/SignOut",
        [
            new(texts["Account.Own.Title"], "/Account"),
            .. visitor.May(Right.SeeSemester) ? [new(texts["Jobs.Mine"], "/Jobs")] : (ReadOnlySpan<MenuLink>)[],
            .. visitor.Assignments.Count > 1 ? [new(texts["Account.Switch.Title"], "/Account/Switch")] : (ReadOnlySpan<MenuLink>)[],
        ]);

    private static string? Number(int count) => count == 0 ? null : count.ToString("N0", CultureInfo.InvariantCulture);
}
