using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Documents;

/// <summary>Who adds papers to what. Whoever sees the thing sees its papers.</summary>
public static class DocumentRights
{
    private static readonly Dictionary<DocumentSubject, Role[]> Adders = new()
    {
        [DocumentSubject.Batch] = [Role.AidOfficer, Role.Finance],
        [DocumentSubject.Voucher] = [Role.Finance],
        [DocumentSubject.Return] = [Role.Finance, Role.AidOfficer],
        [DocumentSubject.Progress] = [Role.ResponsibleUnit],
        [DocumentSubject.Roster] = [Role.SchoolClerk, Role.SchoolHead, Role.TownshipSchool, Role.AidOfficer, Role.AidDirector, Role.BureauLeader],
        [DocumentSubject.Pupil] = [Role.SchoolClerk, Role.TownshipSchool, Role.AidOfficer],
        [DocumentSubject.Household] = [Role.AidOfficer],
        [DocumentSubject.Outcome] = [Role.TownshipSchool, Role.AidOfficer],
        [DocumentSubject.Policy] = [Role.AidOfficer],
    };

    // Proof of why a family is poor concerns those alone who judge it.
    private static readonly Role[] ProofReaders = [Role.SchoolClerk, Role.SchoolHead, Role.TownshipSchool, Role.AidOfficer, Role.AidDirector, Role.Auditor];

    public static bool May(Role role, DocumentSubject kind) => Adders.TryGetValue(kind, out var roles) && roles.Contains(role);

    internal static bool May(Actor actor, DocumentSubject kind) =>
        Enum.TryParse<Role>(actor.Role, out var role) && Enum.IsDefined(role) && May(role, kind);

    /// <summary>Whether a role reads papers of a kind, within its scope.</summary>
    public static bool MayRead(Role role, DocumentSubject kind) => kind is not (DocumentSubject.Pupil or DocumentSubject.Household or DocumentSubject.Outcome) || ProofReaders.Contains(role);

    internal static bool MayRead(Actor actor, DocumentSubject kind) =>
        Enum.TryParse<Role>(actor.Role, out var role) && Enum.IsDefined(role) && MayRead(role, kind);

    /// <summary>Whether the thing is there and within the scope: a school's people see their rosters, and nothing of batches and the bank.</summary>
    public static async Task<bool> SeesAsync(EduAidDbContext db, DocumentSubject kind, string subject, CancellationToken stop)
    {
        if (kind == DocumentSubject.Roster)
            return Guid.TryParse(subject, out var roster) && await db.Rosters.AnyAsync(r => r.Id == new RosterId(roster), stop);
        // The report's own filter says whose it is, and an outcome's likewise.
        if (kind == DocumentSubject.Progress) return Guid.TryParse(subject, out var report) && await db.ProgressReports.AnyAsync(r => r.Id == report, stop);
        if (kind == DocumentSubject.Outcome) return Guid.TryParse(subject, out var outcome) && await db.MissedOutcomes.AnyAsync(o => o.Id == outcome, stop);
        if (kind == DocumentSubject.Pupil) return Guid.TryParse(subject, out var pupil) && await db.People.AnyAsync(p => p.Id == new PersonId(pupil), stop);
        if (db.Scope is not { Schools: null }) return false;
        if (kind == DocumentSubject.Household) return Guid.TryParse(subject, out var member) && await db.Registrations.AnyAsync(r => r.Person == new PersonId(member), stop);
        return kind switch
        {
            DocumentSubject.Policy => Guid.TryParse(subject, out var proposal) && await db.PolicyProposals.AnyAsync(p => p.Id == proposal, stop),
            DocumentSubject.Batch => Guid.TryParse(subject, out var batch) && await db.Batches.AnyAsync(b => b.Id == batch, stop),
            DocumentSubject.Voucher => Guid.TryParse(subject, out var voucher) && await db.Vouchers.AnyAsync(v => v.Id == voucher, stop),
            DocumentSubject.Return => int.TryParse(subject, out var number) && await db.BankReturns.AnyAsync(r => r.Number == number, stop),
            _ => false,
        };
    }
}
