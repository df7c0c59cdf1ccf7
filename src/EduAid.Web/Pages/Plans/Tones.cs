using EduAid.Domain.Plans;
using EduAid.Domain.Supervision;
using EduAid.Web.Parts;

namespace EduAid.Web.Pages.Plans;

/// <summary>Green, amber, red: by shape and words as well as by colour.</summary>
internal static class Tones
{
    public static Tone Of(PlanState state) => state switch
    {
        PlanState.Done or PlanState.OnTrack => Tone.Ok,
        PlanState.Behind => Tone.Warn,
        PlanState.Late => Tone.Bad,
        _ => Tone.Neutral,
    };

    public static Tone Of(SupervisionOrder order, DateOnly today) => order.State switch
    {
        OrderState.Closed => Tone.Ok,
        OrderState.Replied => Tone.Go,
        _ => order.IsOverdue(today) ? Tone.Bad : Tone.Warn,
    };
}
