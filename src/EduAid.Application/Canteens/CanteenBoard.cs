using EduAid.Application.Calendar;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Domain.Canteens;
using EduAid.Domain.Duties;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Canteens;

/// <summary>A school with its canteen's facts and its money.</summary>
public sealed record CanteenSchool(SchoolId Id, string Code, string Name, string Township, SchoolKind Kind, SchoolLedger Ledger)
{
    public CanteenHistory History => Ledger.History;

    public bool IsCompulsory => CanteenBoard.IsCompulsory(Kind);
}

/// <summary>
/// Schools on the programme and their ledgers, within the scope, computed from facts, statements and settings: four questions whatever is asked. A county
/// has some hundred schools and twelve statements of each a year, so they are read whole.
/// </summary>
public sealed class CanteenBoard(EduAidDbContext db, BusinessDay day)
{
    /// <summary>Whether a school has pupils of the compulsory stage.</summary>
    public static bool IsCompulsory(SchoolKind kind) => kind.Stages().Any(s => s is Stage.Primary or Stage.Junior);

    /// <summary>Every school that is or was on the programme, or of which something is on record; by township and name.</summary>
    public async Task<IReadOnlyList<CanteenSchool>> AllAsync(CancellationToken stop) => await LoadAsync(await RulesAsync(stop), null, stop);

    /// <summary>One school, on the programme or not; null where there is none within the scope.</summary>
    public async Task<CanteenSchool?> OfAsync(SchoolId school, CancellationToken stop) => (await LoadAsync(await RulesAsync(stop), school, stop)).SingleOrDefault();

    /// <summary>The month as it stands today: the schools that owe or have stated it.</summary>
    public async Task<CanteenMonth> InAsync(Month month, CancellationToken stop)
    {
        var rules = await RulesAsync(stop);
        return CanteenMonth.Of(month, rules.In(month), await LoadAsync(rules, null, stop));
    }

    private Task<CanteenRules> RulesAsync(CancellationToken stop) => CanteenRules.LoadAsync(db, day.Today, stop);

    private async Task<List<CanteenSchool>> LoadAsync(CanteenRules rules, SchoolId? one, CancellationToken stop)
    {
        var today = day.Today;
        var facts = (await (one is { } of ? db.CanteenFacts.Where(f => f.School == of) : db.CanteenFacts).ToListAsync(stop)).ToLookup(f => f.School);
        var statements = (await (one is { } by ? db.CanteenStatements.Where(s => s.School == by) : db.CanteenStatements).ToListAsync(stop)).ToLookup(s => s.School);
        var schools = await (
            from version in one is { } asked ? SchoolRegister.Holding(db, Semester.Of(today)).Where(v => v.School == asked) : SchoolRegister.Holding(db, Semester.Of(today))
            join school in db.Schools on version.School equals school.Id
            select new { school.Id, school.Code, version.Name, version.Township, version.Kind }).ToListAsync(stop);
        return
        [
            .. schools.Where(s => db.Scope!.Covers(s.Id) && (one is not null || facts.Contains(s.Id) || statements.Contains(s.Id)))
                .OrderBy(s => s.Township, StringComparer.Ordinal).ThenBy(s => s.Name, StringComparer.Ordinal)
                .Select(s => new CanteenSchool(
                    s.Id, s.Code, s.Name, s.Township, s.Kind, new(new(facts[s.Id].Select(f => f.Fact)), Counting(statements[s.Id]), rules.In, today))),
        ];
    }

    private static IEnumerable<StatedMonth> Counting(IEnumerable<CanteenStatement> versions) => versions.GroupBy(s => s.Begins).Select(g =>
    {
        var last = g.MaxBy(s => s.Version)!;
        return new StatedMonth(last.Figures, g.MinBy(s => s.Version)!.On, last.Version);
    });
}

/// <summary>A school in a month.</summary>
/// <param name="Behind">Months that the school has not stated and that are overdue, this one or others.</param>
public sealed record CanteenLine(CanteenSchool School, LedgerMonth Month, int Behind);

/// <summary>The programme in a month, within the scope.</summary>
/// <param name="Rule">What the month is held against.</param>
/// <param name="Lines">Schools that owe or have stated it, the most urgent first.</param>
public sealed record CanteenMonth(Month Month, CanteenRule Rule, IReadOnlyList<CanteenLine> Lines)
{
    public int Done => Lines.Count(l => l.Month.Stated is not null);

    public int Missing => Lines.Count(l => l.Month.State == StatementState.Missing);

    /// <summary>Schools of which something was found.</summary>
    public int WithFindings => Lines.Count(l => l.Month.Findings.Count > 0);

    /// <summary>Schools that owe months, this one or others.</summary>
    public int Behind => Lines.Count(l => l.Behind > 0);

    public Money Received => Sum(f => f.Received);

    public Money Spent => Sum(f => f.Spent);

    /// <summary>What the schools that have stated the month closed it with.</summary>
    public Money Closing => Sum(f => f.Closing);

    public long Meals => Lines.Sum(l => (long)(l.Month.Figures?.Meals ?? 0));

    /// <summary>Schools that a check found something of.</summary>
    public int Found(CanteenCheck check) => Lines.Count(l => l.Month.Findings.Any(f => f.Check == check));

    public static CanteenMonth Of(Month month, CanteenRule rule, IEnumerable<CanteenSchool> schools) => new(
        month, rule,
        [
            .. schools.Select(s => new CanteenLine(s, s.Ledger.In(month), s.Ledger.Missing.Count)).Where(l => l.Month.State != StatementState.NotOwed)
                .OrderByDescending(l => l.Month.State).ThenByDescending(l => l.Month.Findings.Count).ThenBy(l => l.School.Township, StringComparer.Ordinal).ThenBy(l => l.School.Name, StringComparer.Ordinal),
        ]);

    private Money Sum(Func<MonthStatement, Money> amount) => Lines.Select(l => l.Month.Figures).OfType<MonthStatement>().Aggregate(Money.Zero, (sum, f) => sum + amount(f));
}
