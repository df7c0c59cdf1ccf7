using EduAid.Application.Pairing;
using EduAid.Domain.Pairing;
using EduAid.Web.Parts;

namespace EduAid.Web.Pages.Pairing;

/// <summary>Whether somebody has to go, by shape and words as well as by colour.</summary>
internal static class PairTones
{
    public static Tone Of(PairStanding standing) => standing switch
    {
        PairStanding.Overdue => Tone.Bad,
        PairStanding.Due => Tone.Warn,
        PairStanding.Visited => Tone.Ok,
        _ => Tone.Neutral,
    };

    public static Tone Of(PairedMonthState state) => state switch
    {
        PairedMonthState.Missed => Tone.Bad,
        PairedMonthState.Due => Tone.Warn,
        PairedMonthState.Kept or PairedMonthState.Early => Tone.Ok,
        _ => Tone.Neutral,
    };
}
