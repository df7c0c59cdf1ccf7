using EduAid.Application.Dropouts;
using EduAid.Domain.Dropouts;
using EduAid.Web.Parts;

namespace EduAid.Web.Pages.Dropouts;

/// <summary>How the state of a case is marked.</summary>
internal static class DropoutTones
{
    public static Tone Of(DropoutLine line) => line.IsOverdue ? Tone.Bad : Of(line.State);

    public static Tone Of(DropoutState state) => state switch
    {
        DropoutState.Returned or DropoutState.Placed => Tone.Ok,
        DropoutState.Ended => Tone.Neutral,
        DropoutState.Noticed => Tone.Warn,
        _ => Tone.Go,
    };
}
