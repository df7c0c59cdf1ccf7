using System.Globalization;
using EduAid.Application.Canteens;
using EduAid.Domain.Canteens;
using EduAid.Domain.Values;

namespace EduAid.Application.Words;

/// <content>Canteens and the meal money.</content>
public sealed partial class Words
{
    public string CanteenFactKind(CanteenFactKind kind) => this[$"CanteenFactKind.{kind}"];

    public string SupplyMode(SupplyMode mode) => this[$"SupplyMode.{mode}"];

    public string CanteenRating(CanteenRating rating) => this[$"CanteenRating.{rating}"];

    public string StatementState(StatementState state) => this[$"StatementState.{state}"];

    public string CanteenCheck(CanteenCheck check) => this[$"CanteenCheck.{check}"];

    /// <summary>How a check works, with the bounds that hold.</summary>
    public string CanteenCheckHow(CanteenCheck check, CanteenRule rule) =>
        this[$"CanteenCheckHow.{check}", rule.Standard?.ToString() ?? "—", rule.TolerancePercent, rule.IdleMonths, rule.DueDay];

    /// <summary>A finding with its numbers.</summary>
    public string CanteenFound(CanteenFinding finding) => this[
        finding is { Check: Domain.Canteens.CanteenCheck.Licence, Found: 0 } ? "CanteenFound.Licence.None" : $"CanteenFound.{finding.Check}",
        Counted(finding.Found, finding.Unit), Counted(finding.Expected, finding.Unit)];

    /// <summary>The value of a dated fact of a canteen.</summary>
    public string CanteenValue(CanteenFactKind kind, string value) => kind switch
    {
        Domain.Canteens.CanteenFactKind.Supply => this[$"SupplyMode.{value}"],
        Domain.Canteens.CanteenFactKind.Rating => this[$"CanteenRating.{value}"],
        Domain.Canteens.CanteenFactKind.OpenKitchen => this[$"OpenKitchen.{value}"],
        _ => value,
    };

    public string Refusal(CanteenRefusal refusal) => this[$"CanteenRefusal.{refusal}"];

    private static string Counted(long number, CheckUnit unit) => unit switch
    {
        CheckUnit.Fen => Money.FromFen(number).ToString(),
        CheckUnit.Day => DateOnly.FromDayNumber((int)number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => number.ToString("N0", CultureInfo.InvariantCulture),
    };
}
