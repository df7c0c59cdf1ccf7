using System.Globalization;
using EduAid.Application.Canteens;
using EduAid.Domain.Canteens;
using EduAid.Domain.Duties;
using EduAid.Domain.Values;
using EduAid.Web.Pages.Payments;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Canteens;

/// <summary>A month's statement as typed.</summary>
public sealed class StatementInput
{
    public string? Opening { get; set; }

    public string? Received { get; set; }

    public string? Food { get; set; }

    public string? Other { get; set; }

    public string? Meals { get; set; }

    public string? Pupils { get; set; }

    public string? Days { get; set; }

    public string? Reason { get; set; }

    /// <summary>The version that stood when the form was opened.</summary>
    public int Seen { get; set; }

    /// <summary>As the form first stands: what is on record, else the opening balance that is to be expected.</summary>
    public static StatementInput For(StatedMonth? held, Money opening) => held is not { Figures: var figures } ? new() { Opening = opening.ToString(), Other = Money.Zero.ToString() } : new()
    {
        Opening = figures.Opening.ToString(),
        Received = figures.Received.ToString(),
        Food = figures.Food.ToString(),
        Other = figures.Other.ToString(),
        Meals = Written(figures.Meals),
        Pupils = Written(figures.Pupils),
        Days = Written(figures.Days),
        Seen = held.Version,
    };

    /// <summary>Null where something lacks or is no number.</summary>
    public MonthStatement? Read(Month month) =>
        TypedFields.Yuan(Opening) is { } opening && TypedFields.Yuan(Received) is { } received && TypedFields.Yuan(Food) is { } food && TypedFields.Yuan(Other) is { } other
        && Whole(Meals) is { } meals && Whole(Pupils) is { } pupils && Whole(Days) is { } days ? new(month, opening, received, food, other, meals, pupils, days) : null;

    /// <summary>Says beside each field what lacks.</summary>
    public void Explain(ModelStateDictionary state, IStringLocalizer<Texts> texts)
    {
        foreach (var (field, typed) in new[] { (nameof(Opening), Opening), (nameof(Received), Received), (nameof(Food), Food), (nameof(Other), Other) })
            if (TypedFields.Yuan(typed) is null) state.AddModelError($"Input.{field}", texts["Canteen.WrongAmount"]);
        foreach (var (field, typed) in new[] { (nameof(Meals), Meals), (nameof(Pupils), Pupils), (nameof(Days), Days) })
            if (Whole(typed) is null) state.AddModelError($"Input.{field}", texts["Canteen.WrongNumber"]);
    }

    /// <summary>The field that a refusal is about.</summary>
    public static string FieldOf(CanteenRefusal refusal, MonthStatement figures) => refusal switch
    {
        CanteenRefusal.ReasonMissing => "Input.Reason",
        CanteenRefusal.NumbersImpossible => $"Input.{figures.Impossible}",
        _ => "",
    };

    private static int? Whole(string? text) =>
        int.TryParse(Text.Fold(text).Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : null;

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}
