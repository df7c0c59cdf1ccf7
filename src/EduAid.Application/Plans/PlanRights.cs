using EduAid.Application.Accounts;
using EduAid.Application.Audit;

namespace EduAid.Application.Plans;

/// <summary>Why something was not done with a plan.</summary>
public enum PlanRefusal
{
    NotYourRole = 1,
    NotFound,

    /// <summary>The plan has faults (<see cref="Domain.Plans.PlanRules"/>).</summary>
    Faulty,

    /// <summary>An item, measure or step that has reports or orders would go, or change its kind.</summary>
    HasReports,

    /// <summary>There is a plan of that year already.</summary>
    YearTaken,
    FigureMissing,

    /// <summary>A share whose numerator is larger than its denominator, or a figure below nought.</summary>
    FigureOutside,
    TextMissing,
    TextTooLong,

    /// <summary>A day to come, or before the plan's year.</summary>
    DayOutside,

    /// <summary>The report that it would put right is another measure's, or was put right already.</summary>
    CorrectsOther,
}

/// <summary>Who does what with the plan and its supervision (domain.md section 3).</summary>
public static class PlanRights
{
    /// <summary>Writes plans, issues and closes orders, publishes bulletins.</summary>
    public static bool MaySupervise(Role role) => role == Role.Supervisor;

    /// <summary>Reports on own items and replies to own orders.</summary>
    public static bool MayReport(Role role) => role == Role.ResponsibleUnit;

    internal static bool MaySupervise(Actor actor) => actor.Role == nameof(Role.Supervisor);

    internal static bool MayReport(Actor actor) => actor.Role == nameof(Role.ResponsibleUnit);
}
