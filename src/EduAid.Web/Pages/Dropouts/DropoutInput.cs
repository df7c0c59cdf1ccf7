using System.Globalization;
using EduAid.Application.Dropouts;
using EduAid.Domain.Dropouts;
using EduAid.Domain.Values;

namespace EduAid.Web.Pages.Dropouts;

/// <summary>Who answers for a child, as typed.</summary>
public class LineInput
{
    public string? Township { get; set; }

    public string? Village { get; set; }

    public string? Government { get; set; }

    public Guid? School { get; set; }

    public string? Teacher { get; set; }

    public string? CitizenId { get; set; }

    public DoubleLine Line => new(Township ?? "", Village ?? "", Government ?? "", new(School ?? Guid.Empty), Teacher ?? "");

    public static string FieldOf(DropoutRefusal refusal) => refusal switch
    {
        DropoutRefusal.NameMissing => "Input.Name",
        DropoutRefusal.BirthMissing => "Input.BirthYear",
        DropoutRefusal.IdInvalid => "Input.CitizenId",
        DropoutRefusal.GovernmentMissing => "Input.Government",
        DropoutRefusal.TeacherMissing => "Input.Teacher",
        DropoutRefusal.SchoolMissing => "Input.School",
        DropoutRefusal.TownshipMissing => "Input.Township",
        DropoutRefusal.DayOutside => "Input.On",
        DropoutRefusal.TextMissing => "Input.Text",
        DropoutRefusal.PlaceMissing => "Input.Place",
        _ => "",
    };
}

/// <summary>A child who is out of school, as typed.</summary>
public sealed class DropoutInput : LineInput
{
    public string? Name { get; set; }

    public string? BirthYear { get; set; }

    public string? On { get; set; }

    public string? Text { get; set; }

    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    /// <param name="person">Key of a child of the missed list, or null.</param>
    public SentDropout Read(PersonId? person, DateOnly on) => new(
        person, Name, CitizenId, int.TryParse(BirthYear?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null, Line, on, Text);
}

/// <summary>A step of a case, as typed.</summary>
public sealed class StepInput
{
    public DropoutStepKind? Kind { get; set; }

    public string? On { get; set; }

    public string? Text { get; set; }

    public string? Place { get; set; }

    public IReadOnlyList<IFormFile> Files { get; set; } = [];
}
