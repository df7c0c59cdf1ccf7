using EduAid.Domain.HomeTeaching;
using EduAid.Web.Parts;

namespace EduAid.Web.Pages.HomeTeaching;

/// <summary>Whether somebody has to go, by shape and words as well as by colour.</summary>
internal static class PaceTones
{
    public static Tone Of(TeachingPace pace) => pace switch
    {
        TeachingPace.Kept or TeachingPace.OnTrack => Tone.Ok,
        TeachingPace.Behind => Tone.Warn,
        TeachingPace.Missed => Tone.Bad,
        _ => Tone.Neutral,
    };
}
