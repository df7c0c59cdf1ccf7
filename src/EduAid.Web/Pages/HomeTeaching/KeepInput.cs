using System.Globalization;
using EduAid.Application.HomeTeaching;
using EduAid.Domain.HomeTeaching;

namespace EduAid.Web.Pages.HomeTeaching;

/// <summary>What changes with a child, as typed.</summary>
public sealed class KeepInput
{
    public Guid? Teacher { get; set; }

    public string? TeacherFrom { get; set; }

    public string? From { get; set; }

    public DisabilityKind? Kind { get; set; }

    public DisabilityLevel? Level { get; set; }

    public string? Plan { get; set; }

    public string? Until { get; set; }

    public string? Reason { get; set; }

    /// <summary>As the forms first stand: today, and what holds now.</summary>
    public static KeepInput For(HomeTeachingFact? fact, DateOnly today)
    {
        var day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new() { TeacherFrom = day, From = day, Until = day, Kind = fact?.Kind, Level = fact?.Level, Plan = fact?.Plan };
    }

    /// <summary>The field that a refusal is about.</summary>
    /// <param name="dayField">Of the form that was sent.</param>
    public static string FieldOf(HomeTeachingRefusal refusal, string dayField) => refusal switch
    {
        HomeTeachingRefusal.DayAhead or HomeTeachingRefusal.DayOutside or HomeTeachingRefusal.VisitsLater => dayField,
        HomeTeachingRefusal.TeacherWrong => "Input.Teacher",
        HomeTeachingRefusal.KindMissing => "Input.Kind",
        HomeTeachingRefusal.PlanMissing => "Input.Plan",
        HomeTeachingRefusal.ReasonMissing => "Input.Reason",
        _ => "",
    };
}
