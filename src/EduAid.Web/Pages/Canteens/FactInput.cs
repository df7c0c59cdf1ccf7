using EduAid.Application.Canteens;
using EduAid.Domain.Canteens;
using EduAid.Domain.Values;

namespace EduAid.Web.Pages.Canteens;

/// <summary>A dated fact of a canteen as typed: the kind says which of the fields holds its value.</summary>
public sealed class FactInput
{
    public string? From { get; set; }

    public SupplyMode? Mode { get; set; }

    public CanteenRating? Rating { get; set; }

    public bool Open { get; set; }

    public string? Until { get; set; }

    public string? Words { get; set; }

    public string? Note { get; set; }

    /// <summary>For taking a school on the programme.</summary>
    public Guid? School { get; set; }

    public SentCanteenFact Read(SchoolId school, CanteenFactKind kind, DateOnly from) => new(school, kind, from, ValueOf(kind), Note);

    /// <summary>The field that a refusal is about.</summary>
    /// <param name="schoolField">Where the form asks for the school.</param>
    public static string FieldOf(CanteenRefusal refusal, CanteenFactKind kind, string schoolField = "") => refusal switch
    {
        CanteenRefusal.DayOutside or CanteenRefusal.NotOnProgramme => "Input.From",
        CanteenRefusal.ReasonMissing => "Input.Note",
        CanteenRefusal.ValueWrong => ValueField(kind),
        CanteenRefusal.NotCompulsory or CanteenRefusal.SchoolMissing => schoolField,
        _ => "",
    };

    private static string ValueField(CanteenFactKind kind) => kind switch
    {
        CanteenFactKind.Supply => "Input.Mode",
        CanteenFactKind.Rating => "Input.Rating",
        CanteenFactKind.Licence => "Input.Until",
        _ => "Input.Words",
    };

    private string? ValueOf(CanteenFactKind kind) => kind switch
    {
        CanteenFactKind.Supply => Mode?.ToString(),
        CanteenFactKind.Rating => Rating?.ToString(),
        CanteenFactKind.OpenKitchen => Open ? CanteenFact.Yes : CanteenFact.No,
        CanteenFactKind.Licence => Until?.Trim(),
        _ => Words,
    };
}
