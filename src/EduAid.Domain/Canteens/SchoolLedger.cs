using EduAid.Domain.Duties;
using EduAid.Domain.Values;

namespace EduAid.Domain.Canteens;

/// <summary>The statement that counts of a month.</summary>
/// <param name="FirstOn">The day of the first version.</param>
/// <param name="Version">From 1; more than 1 once it was corrected.</param>
public sealed record StatedMonth(MonthStatement Figures, DateOnly FirstOn, int Version);

/// <summary>A month of a school as it stands on a day.</summary>
public sealed record LedgerMonth(Month Month, StatementState State, DateOnly DueOn, StatedMonth? Stated, IReadOnlyList<CanteenFinding> Findings)
{
    public MonthStatement? Figures => Stated?.Figures;
}

/// <summary>
/// 营养餐资金台账 of one school: which months are owed, stated and behind, and what the checks say. Everything is computed from the dated facts and
/// statements each time; no state is stored.
/// </summary>
/// <param name="rules">What holds for a month.</param>
public sealed class SchoolLedger(CanteenHistory history, IEnumerable<StatedMonth> stated, Func<Month, CanteenRule> rules, DateOnly today)
{
    private readonly SortedDictionary<Month, StatedMonth> _stated = new(stated.ToDictionary(s => s.Figures.Month));

    public CanteenHistory History { get; } = history;

    /// <summary>From the first month on the programme, or with a statement, up to the month that runs; those that are owed or stated.</summary>
    public IEnumerable<LedgerMonth> Months => Span().Select(In).Where(m => m.State != StatementState.NotOwed);

    /// <summary>Months that are overdue today.</summary>
    public IReadOnlyList<Month> Missing => [.. Span().Where(m => StateOf(m) == StatementState.Missing)];

    public LedgerMonth In(Month month)
    {
        var own = _stated.GetValueOrDefault(month);
        var (state, due) = (StateOf(month), DueOn(month));
        var findings = own is null ? [] : StatementChecks.Of(own.Figures, Before(month), rules(month)).ToList();
        if (state == StatementState.Missing) findings.Add(new(CanteenCheck.Missing, 0, due.DayNumber));
        if (state == StatementState.DoneLate) findings.Add(new(CanteenCheck.Late, own!.FirstOn.DayNumber, due.DayNumber));
        if (month <= Month.Of(today)) findings.AddRange(History.ChecksOn(today < month.Last ? today : month.Last));
        return new(month, state, due, own, findings);
    }

    /// <summary>What figures that are just being typed would be told.</summary>
    public IReadOnlyList<CanteenFinding> Try(MonthStatement typed) => StatementChecks.Of(typed, Before(typed.Month), rules(typed.Month));

    /// <summary>The balance with which a month opens if all is right: what the statement before it closed with; nought for the first.</summary>
    public Money OpeningOf(Month month) => Before(month).LastOrDefault()?.Closing ?? Money.Zero;

    public CanteenRule RuleOf(Month month) => rules(month);

    private DateOnly DueOn(Month month) => StatementDuty.DueOn(month, rules(month).DueDay);

    private StatementState StateOf(Month month) =>
        StatementDuty.Of(History.IsOnProgrammeIn(month), _stated.GetValueOrDefault(month)?.FirstOn, DueOn(month), today);

    // Ascending.
    private IEnumerable<MonthStatement> Before(Month month) => _stated.Values.Select(s => s.Figures).TakeWhile(f => f.Month < month);

    private IEnumerable<Month> Span()
    {
        var last = Month.Of(today);
        if (_stated.Count > 0 && _stated.Keys.Last() is var latest && latest > last) last = latest;
        Month? first = _stated.Count > 0 ? _stated.Keys.First() : null;
        if (History.FirstMonth is { } joined && !(first < joined)) first = joined;
        for (var month = first; month is { } m && m <= last; month = m.Next) yield return m;
    }
}
