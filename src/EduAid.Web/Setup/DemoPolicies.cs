using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Documents;
using EduAid.Application.Policies;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Setup;

/// <summary>An invented policy change that waits for the director, with its scan, and one programme that the officer has checked.</summary>
public sealed class DemoPolicies(EduAidServices services, IReadOnlyList<DemoPerson> people)
{
    private static readonly string[] Checked = ["senior-high-grant.annual-amount", "senior-high-grant.categories"];

    // A page of a document that nobody has issued.
    private static readonly byte[] Scan = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    public async Task FillAsync(CancellationToken stop)
    {
        if (await services.Db.PolicyProposals.AnyAsync(stop)) return;
        var officer = people.First(p => p.Grant.Role == Application.Accounts.Role.AidOfficer);
        var actor = new Actor(officer.UserName, officer.Grant.Role.ToString(), StartUp.Actor.Origin);
        var before = services.Db.Scope;
        services.Db.Scope = Scope.WholeCounty(services.Get<CountySettings>().Code);
        try
        {
            await services.Get<CheckPolicies>().RunAsync(actor, Checked, "与省级现行资助标准核对一致", stop);
            var next = Semester.Of(services.Get<BusinessDay>().Today).Next;
            var (proposal, refusal) = await services.Get<ProposePolicy>().RunAsync(
                actor, new("preschool.annual-amount", next, "1000", "县教〔2026〕18号(样例)", "第二条", "学前教育资助标准由每生每年800元提高到1000元"), stop);
            if (proposal is not { } id) throw new InvalidOperationException($"The demo's proposal was refused: {refusal}.");
            await services.Get<AttachDocument>().RunAsync(actor, new(DocumentSubject.Policy, $"{id}", "县教〔2026〕18号(样例)", "document.png", Scan), stop);
        }
        finally
        {
            services.Db.Scope = before;
        }
    }
}
