using EduAid.Application.Coverage;
using EduAid.Domain.Coverage;
using EduAid.Domain.Values;

namespace EduAid.Web.Pages.Missed;

/// <summary>An outcome as typed.</summary>
public sealed class OutcomeInput
{
    public OutcomeKind? Kind { get; set; }

    public string? Place { get; set; }

    public string? Text { get; set; }

    public string? On { get; set; }

    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    public SentOutcome Read(Semester semester, PersonId person, DateOnly on) => new(semester, person, Kind, Place, Text, on);

    /// <summary>The field that a refusal is about.</summary>
    public static string FieldOf(OutcomeRefusal refusal) => refusal switch
    {
        OutcomeRefusal.KindMissing => "Input.Kind",
        OutcomeRefusal.PlaceMissing => "Input.Place",
        OutcomeRefusal.TextMissing => "Input.Text",
        OutcomeRefusal.DayOutside => "Input.On",
        _ => "",
    };
}
