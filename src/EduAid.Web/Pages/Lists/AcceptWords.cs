using EduAid.Application.Intake;
using EduAid.Application.Jobs.Kinds;
using EduAid.Application.Words;
using EduAid.Web.Pages.Imports;
using EduAid.Web.Resources;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Lists;

/// <summary>What came of accepting, in words.</summary>
internal static class AcceptWords
{
    public static string Of(AcceptRefusal refusal, Words words, IStringLocalizer<Texts> texts) => refusal switch
    {
        AcceptRefusal.AlreadyAccepted already => texts["Intake.AlreadyAccepted", Moment.Text(already.At)],
        AcceptRefusal.ChangedMeanwhile => texts["Intake.ChangedMeanwhile"],
        AcceptRefusal.ReplaceOrAddNeeded => texts["Intake.ReplaceOrAddNeeded"],
        AcceptRefusal.NothingToAccept => texts["Intake.NothingToAccept"],
        AcceptRefusal.Import import => Of(import.Why, words, texts),
        _ => texts["Intake.Gone"],
    };

    public static string Of(ImportRefusal refusal, Words words, IStringLocalizer<Texts> texts) => refusal switch
    {
        // On a page the semester is chosen in a field, not given on a command line.
        ImportRefusal.FromSemesterNeeded => texts["Intake.FromNeeded"],
        ImportRefusal.MendsNothing mends => texts["Intake.MendsNothing", mends.Number],
        _ => words.Refusal(refusal),
    };

    public static string Of(AcceptAnswer answer, IStringLocalizer<Texts> texts)
    {
        var accepted = texts["Intake.Accepted", string.Join('、', answer.Numbers), answer.Written, answer.Unchanged].Value;
        if (answer.Removed > 0) accepted += texts["Intake.AcceptedRemoved", answer.Removed];
        return answer.Rejected > 0 ? accepted + texts["Intake.AcceptedRejected", answer.Rejected] : accepted;
    }
}
