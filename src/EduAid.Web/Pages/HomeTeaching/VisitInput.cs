using System.Globalization;
using EduAid.Application.HomeTeaching;

namespace EduAid.Web.Pages.HomeTeaching;

/// <summary>A visit as typed.</summary>
public sealed class VisitInput
{
    private const int UsualMinutes = 60;

    public string? On { get; set; }

    public string? Minutes { get; set; }

    public string? Content { get; set; }

    public string? SignedBy { get; set; }

    /// <summary>Not asked of a teacher, who records own visits alone.</summary>
    public Guid? Teacher { get; set; }

    public bool Withdrawn { get; set; }

    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    /// <summary>As the form first stands: today, or what the visit said that is to be put right.</summary>
    public static VisitInput For(HomeTeachingVisit? corrected, DateOnly today) => new()
    {
        On = (corrected?.On ?? today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Minutes = (corrected?.Minutes ?? UsualMinutes).ToString(CultureInfo.InvariantCulture),
        Content = corrected?.Content,
        SignedBy = corrected?.SignedBy,
        Teacher = corrected?.Teacher,
    };

    public SentHomeVisit Read(Guid child, DateOnly on, Guid? corrects) => new(
        child, Teacher, on, int.TryParse(Minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : 0, Content, SignedBy, corrects, Withdrawn);

    /// <summary>The field that a refusal is about.</summary>
    public static string FieldOf(HomeTeachingRefusal refusal) => refusal switch
    {
        HomeTeachingRefusal.DayAhead or HomeTeachingRefusal.DayOutside => "Input.On",
        HomeTeachingRefusal.MinutesOutside => "Input.Minutes",
        HomeTeachingRefusal.ContentMissing or HomeTeachingRefusal.TextTooLong => "Input.Content",
        HomeTeachingRefusal.NotTheirTeacher => "Input.Teacher",
        _ => "",
    };
}
