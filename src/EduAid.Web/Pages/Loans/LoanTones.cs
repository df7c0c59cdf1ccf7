using EduAid.Domain.Loans;
using EduAid.Web.Parts;

namespace EduAid.Web.Pages.Loans;

/// <summary>How the state of a loan is marked.</summary>
internal static class LoanTones
{
    public static Tone Of(LoanState state) => state switch
    {
        LoanState.Applied => Tone.Warn,
        LoanState.Contracted => Tone.Go,
        LoanState.Disbursed or LoanState.Settled => Tone.Ok,
        LoanState.Refused => Tone.Bad,
        _ => Tone.Neutral,
    };
}
