using EduAid.Application.Payments;
using EduAid.Domain.Payments;
using EduAid.Web.Parts;

namespace EduAid.Web.Pages.Payments;

/// <summary>How the states of money look, the same on every page.</summary>
public static class Tones
{
    public static Tone Of(LineState state) => state switch
    {
        LineState.Paid => Tone.Ok,
        LineState.Failed or LineState.Returned => Tone.Bad,
        LineState.Sent or LineState.Pending => Tone.Go,
        _ => Tone.Neutral,
    };

    public static Tone Of(BatchState state) => state switch
    {
        BatchState.HandedOver => Tone.Ok,
        BatchState.Released => Tone.Go,
        _ => Tone.Neutral,
    };

    public static Tone Of(EntryState state) => state switch
    {
        EntryState.Paid => Tone.Ok,
        EntryState.Failed or EntryState.Returned => Tone.Bad,
        EntryState.Sent or EntryState.Pending => Tone.Go,
        EntryState.Waiting => Tone.Warn,
        _ => Tone.Neutral,
    };

    public static Tone Of(WaitingFor reason) => reason switch
    {
        WaitingFor.Batch => Tone.Ok,
        WaitingFor.CardConfirmation => Tone.Go,
        _ => Tone.Warn,
    };

    public static Tone Of(ReturnVerdict verdict) => verdict switch
    {
        ReturnVerdict.Applied => Tone.Ok,
        ReturnVerdict.Known => Tone.Neutral,
        _ => Tone.Bad,
    };

    public static Tone Of(BankOutcome outcome) => outcome switch
    {
        BankOutcome.Paid => Tone.Ok,
        BankOutcome.Pending => Tone.Go,
        _ => Tone.Bad,
    };
}
