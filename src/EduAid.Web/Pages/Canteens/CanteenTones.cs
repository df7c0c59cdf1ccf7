using EduAid.Domain.Canteens;
using EduAid.Web.Parts;

namespace EduAid.Web.Pages.Canteens;

/// <summary>How the state of a month and a finding are marked.</summary>
internal static class CanteenTones
{
    public static Tone Of(StatementState state) => state switch
    {
        StatementState.Done => Tone.Ok,
        StatementState.DoneLate => Tone.Warn,
        StatementState.Missing => Tone.Bad,
        _ => Tone.Neutral,
    };

    /// <summary>Bad where money is gone or nobody says where it is; the rest is to be looked at.</summary>
    public static Tone Of(CanteenCheck check) => check switch
    {
        CanteenCheck.OpeningDiffers or CanteenCheck.Overdrawn or CanteenCheck.NotForFood or CanteenCheck.SpentWithoutMeals or CanteenCheck.Missing => Tone.Bad,
        _ => Tone.Warn,
    };
}
