using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Coverage;
using EduAid.Application.Documents;
using EduAid.Application.Setup;
using EduAid.Domain.Coverage;
using EduAid.Domain.Values;

namespace EduAid.Web.Setup;

/// <summary>A few invented outcomes of missed children by the demo's aid officer, through the verbs, so that each state is seen; most are left to be recorded.</summary>
public sealed class DemoOutcomes(EduAidServices services)
{
    // A picture of one point: proof that shows nobody and nothing.
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private static readonly (OutcomeKind Kind, string? Place, string Text, bool Proof)[] Found =
    [
        (OutcomeKind.Elsewhere, "邻县实验小学", "父母在邻县务工,随迁就读,有在读证明", true),
        (OutcomeKind.StillLooking, null, "家中无人,村委会帮助联系", false),
        (OutcomeKind.DroppedOut, null, "在家帮工,已约好开学前再去劝返", false),
    ];

    public async Task FillAsync(CancellationToken stop)
    {
        var (semester, today, actor) = (Semester.Spring(2020), services.Get<Application.Calendar.BusinessDay>().Today, new Actor("officer", nameof(Role.AidOfficer), "demo"));
        var children = (await services.Get<MissedChildren>().InAsync(semester, stop)).Where(m => m.Band == AgeBand.Compulsory).ToList();
        // The first stay open, so that the list still has its work.
        foreach (var (child, found) in Enumerable.Reverse(children).Zip(Found))
        {
            var recorded = await services.Get<RecordOutcome>().RunAsync(actor, new(semester, child.Person, found.Kind, found.Place, found.Text, today), stop);
            if (recorded.Id is { } outcome && found.Proof)
                await services.Get<AttachDocument>().RunAsync(actor, new(DocumentSubject.Outcome, $"{outcome}", "在读证明", "proof.png", Picture), stop);
        }
    }
}
