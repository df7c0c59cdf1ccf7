using EduAid.Application.HomeTeaching;
using EduAid.Domain.HomeTeaching;
using EduAid.Domain.Values;

namespace EduAid.Web.Pages.HomeTeaching;

/// <summary>A child as it is typed when it is taken on.</summary>
public sealed class ChildInput
{
    /// <summary>Somebody on record, in place of ID and name.</summary>
    public Guid? Person { get; set; }

    public string? CitizenId { get; set; }

    public string? Name { get; set; }

    public Guid? School { get; set; }

    public string? From { get; set; }

    public DisabilityKind? Kind { get; set; }

    public DisabilityLevel? Level { get; set; }

    public string? Plan { get; set; }

    public Guid? Teacher { get; set; }

    public SentHomeChild Read(Semester semester, SchoolId? school, DateOnly from) =>
        new(Person is { } person ? new(person) : null, semester, CitizenId, Name, school, from, Kind, Level, Plan, Teacher);

    /// <summary>The field that a refusal is about.</summary>
    public static string FieldOf(HomeTeachingRefusal refusal) => refusal switch
    {
        HomeTeachingRefusal.IdWrong or HomeTeachingRefusal.AlreadyTaught => "Input.CitizenId",
        HomeTeachingRefusal.NameMissing or HomeTeachingRefusal.NameDiffers => "Input.Name",
        HomeTeachingRefusal.SchoolMissing => "Input.School",
        HomeTeachingRefusal.DayAhead => "Input.From",
        HomeTeachingRefusal.KindMissing => "Input.Kind",
        HomeTeachingRefusal.PlanMissing or HomeTeachingRefusal.TextTooLong => "Input.Plan",
        HomeTeachingRefusal.TeacherWrong => "Input.Teacher",
        _ => "",
    };
}
