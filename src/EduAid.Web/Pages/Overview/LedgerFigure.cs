using EduAid.Application.Calendar;
using EduAid.Application.Canteens;
using EduAid.Application.Coverage;
using EduAid.Application.Dropouts;
using EduAid.Application.HomeTeaching;
using EduAid.Application.Loans;
using EduAid.Application.Pairing;
using EduAid.Application.Storage;
using EduAid.Domain.Duties;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Parts;
using EduAid.Web.Parts.Figures;
using EduAid.Web.Resources;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Overview;

/// <summary>What else those who lead look at beside the money.</summary>
public enum LedgerKind
{
    /// <summary>全覆盖: paid or accounted for, of the registered children of compulsory age.</summary>
    Coverage = 1,

    /// <summary>送教上门 in this month.</summary>
    HomeTeaching,

    /// <summary>结对帮扶 in this month.</summary>
    Pairing,

    /// <summary>控辍保学: nought is what the plan asks for.</summary>
    Dropouts,

    /// <summary>生源地信用助学贷款 of the academic year.</summary>
    Loans,

    /// <summary>营养改善计划: the meal money of last month.</summary>
    Canteens,
}

/// <summary>One ledger in one figure, as it stands today.</summary>
/// <param name="Hint">What it is made of.</param>
/// <param name="Href">Where the names are; null for who may not see them.</param>
public sealed record LedgerFigure(LedgerKind Kind, string Value, string Hint, Tone Tone, string? Href);

/// <summary>Reads a ledger's figure by the ledger's own rule.</summary>
public sealed class LedgerFigures(
    EduAidDbContext db, Visitor visitor, BusinessDay day, MissedChildren missed, HomeTeachingBoard homeTeaching, PairingBoard pairing, CanteenBoard canteens, IStringLocalizer<Texts> texts)
{
    public Task<LedgerFigure> OfAsync(LedgerKind kind, CancellationToken stop) => kind switch
    {
        LedgerKind.Coverage => CoverageAsync(stop),
        LedgerKind.HomeTeaching => HomeTeachingAsync(stop),
        LedgerKind.Pairing => PairingAsync(stop),
        LedgerKind.Loans => LoansAsync(stop),
        LedgerKind.Canteens => CanteensAsync(stop),
        _ => DropoutsAsync(stop),
    };

    private async Task<LedgerFigure> CoverageAsync(CancellationToken stop)
    {
        var townships = (await missed.ReadAsync(visitor.Semester, stop)).Townships;
        var (registered, covered) = (townships.Sum(t => t.Registered), townships.Sum(t => t.Paid + t.Explained));
        return new(
            LedgerKind.Coverage, registered == 0 ? "—" : $"{Share.Percent(covered, registered):0.#}%", texts["Overview.Coverage.Hint", covered, registered, townships.Sum(t => t.Missed)],
            covered == registered ? Tone.Ok : Tone.Warn, Opened(Right.SeeMissed, "/Missed"));
    }

    private async Task<LedgerFigure> HomeTeachingAsync(CancellationToken stop)
    {
        var month = await homeTeaching.OnAsync(day.Today, stop);
        return new(
            LedgerKind.HomeTeaching, $"{month.Done} / {month.Owed}", texts["Overview.HomeTeaching.Hint", month.OnRegister, month.Target ?? 0, month.Behind],
            month.Behind == 0 ? Tone.Ok : Tone.Bad, Opened(Right.SeeHomeTeaching, "/HomeTeaching"));
    }

    private async Task<LedgerFigure> PairingAsync(CancellationToken stop)
    {
        var lines = await pairing.OnAsync(day.Today, stop);
        var overdue = lines.Count(l => l.Course.Overdue > 0);
        return new(
            LedgerKind.Pairing, $"{lines.Count(l => l.Days.Count > 0)} / {lines.Count}", texts["Overview.Pairing.Hint", lines.Count(l => l.IsDue), overdue],
            overdue == 0 ? Tone.Ok : Tone.Bad, Opened(Right.SeePairing, "/Pairing"));
    }

    private async Task<LedgerFigure> DropoutsAsync(CancellationToken stop)
    {
        var figures = await DropoutFigures.LoadAsync(db, day.Today, stop);
        return new(
            LedgerKind.Dropouts, $"{figures.Open}", texts["Overview.Dropouts.Hint", figures.Overdue, figures.Beyond], figures.Open == 0 ? Tone.Ok : Tone.Bad, Opened(Right.SeeDropouts, "/Dropouts"));
    }

    private async Task<LedgerFigure> LoansAsync(CancellationToken stop)
    {
        var figures = await LoanFigures.LoadAsync(db, Semester.Of(day.Today).SchoolYear, day.Today, stop);
        return new(
            LedgerKind.Loans, figures.Rate.Students == 0 ? "—" : $"{Share.Percent(figures.Rate.Borrowers, figures.Rate.Students):0.#}%",
            texts["Overview.Loans.Hint", figures.Rate.Borrowers, figures.Rate.Students, figures.Borrowers, Amounts.Yuan(figures.Contracted.Fen)], Tone.Neutral, Opened(Right.SeeLoans, "/Loans"));
    }

    private async Task<LedgerFigure> CanteensAsync(CancellationToken stop)
    {
        var month = await canteens.InAsync(Month.Of(day.Today).Previous, stop);
        return new(
            LedgerKind.Canteens, $"{month.Done} / {month.Lines.Count}",
            texts["Overview.Canteens.Hint", $"{month.Month}", month.Done, month.Lines.Count, Amounts.Yuan(month.Received.Fen), Amounts.Yuan(month.Spent.Fen), Amounts.Yuan(month.Closing.Fen), month.WithFindings],
            month.Missing > 0 ? Tone.Bad : month.WithFindings > 0 ? Tone.Warn : Tone.Ok, Opened(Right.SeeCanteens, "/Canteens"));
    }

    private string? Opened(Right right, string href) => visitor.May(right) ? href : null;
}
