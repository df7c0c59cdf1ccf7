using System.Globalization;
using EduAid.Application.Pairing;

namespace EduAid.Web.Pages.Pairing;

/// <summary>A visit as typed: three fields, and a photograph for who has one.</summary>
public sealed class VisitInput
{
    public string? On { get; set; }

    public string? Content { get; set; }

    public string? Needs { get; set; }

    public bool Withdrawn { get; set; }

    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    /// <summary>As the form first stands: today, or what the visit said that is to be put right.</summary>
    public static VisitInput For(PairVisit? corrected, DateOnly today) => new()
    {
        On = (corrected?.On ?? today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Content = corrected?.Content,
        Needs = corrected?.Needs,
    };

    /// <summary>The field that a refusal is about.</summary>
    public static string FieldOf(PairingRefusal refusal) => refusal switch
    {
        PairingRefusal.DayAhead or PairingRefusal.DayOutside => "Input.On",
        PairingRefusal.ContentMissing or PairingRefusal.TextTooLong => "Input.Content",
        _ => "",
    };
}
