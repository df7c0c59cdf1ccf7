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
        [DocumentSubject.Objection] = [Role.SchoolClerk, Role.SchoolHead, Role.TownshipSchool, Role.AidOfficer, Role.AidDirector],
        [DocumentSubject.Pupil] = [Role.SchoolClerk, Role.TownshipSchool, Role.AidOfficer],
        [DocumentSubject.Household] = [Role.AidOfficer],
        [DocumentSubject.Outcome] = [Role.TownshipSchool, Role.AidOfficer],
        [DocumentSubject.Dropout] = [Role.SchoolClerk, Role.SchoolHead, Role.TownshipSchool, Role.AidOfficer],
        [DocumentSubject.Policy] = [Role.AidOfficer],
        [DocumentSubject.HomeVisit] = [Role.Teacher, Role.SchoolClerk, Role.SchoolHead, Role.TownshipSchool, Role.AidOfficer],
        [DocumentSubject.PairVisit] = [Role.Teacher, Role.SchoolClerk, Role.SchoolHead, Role.TownshipSchool, Role.AidOfficer],
    };

    // Proof of why a family is poor concerns those alone who judge it.
    private static readonly Role[] ProofReaders = [Role.SchoolClerk, Role.SchoolHead, Role.TownshipSchool, Role.AidOfficer, Role.AidDirector, Role.Auditor];

    public static bool May(Role role, DocumentSubject kind) => Adders.TryGetValue(kind, out var roles) && roles.Contains(role);

    internal static bool May(Actor actor, DocumentSubject kind) =>
        actor.Held is { } role && May(role, kind);

    /// <summary>Whether a role reads papers of a kind, within its scope.</summary>
    public static bool MayRead(Role role, DocumentSubject kind) => kind switch
    {
        DocumentSubject.Pupil or DocumentSubject.Household or DocumentSubject.Outcome or DocumentSubject.Dropout => ProofReaders.Contains(role),
        // A picture of an ill child at home, or of a poor household.
        DocumentSubject.HomeVisit or DocumentSubject.PairVisit => role == Role.Teacher || ProofReaders.Contains(role),
        _ => true,
    };

    internal static bool MayRead(Actor actor, DocumentSubject kind) =>
        actor.Held is { } role && MayRead(role, kind);

    /// <summary>Whether the thing is there and within the scope: a school's people see their rosters, and nothing of batches and the bank.</summary>
    public static async Task<bool> SeesAsync(EduAidDbContext db, DocumentSubject kind, string subject, CancellationToken stop)
    {
        if (kind == DocumentSubject.Return)
            return db.Scope is { Schools: null } && int.TryParse(subject, out var number) && await db.BankReturns.AnyAsync(r => r.Number == number, stop);
        if (!Guid.TryParse(subject, out var key)) return false;
        return kind switch
        {
            // Whose these are is said by their own filters.
            DocumentSubject.Roster => await db.Rosters.AnyAsync(r => r.Id == new RosterId(key), stop),
            DocumentSubject.Objection => await db.Objections.AnyAsync(o => o.Id == key, stop),
            DocumentSubject.Progress => await db.ProgressReports.AnyAsync(r => r.Id == key, stop),
            DocumentSubject.Outcome => await db.MissedOutcomes.AnyAsync(o => o.Id == key, stop),
            DocumentSubject.HomeVisit => await db.HomeTeachingVisits.AnyAsync(v => v.Id == key, stop),
            DocumentSubject.PairVisit => await db.PairVisits.AnyAsync(v => v.Id == key, stop),
            DocumentSubject.Dropout => await db.DropoutSteps.AnyAsync(s => s.Id == key, stop),
            DocumentSubject.Pupil => await db.People.AnyAsync(p => p.Id == new PersonId(key), stop),
            _ when db.Scope is not { Schools: null } => false,
            DocumentSubject.Household => await db.Registrations.AnyAsync(r => r.Person == new PersonId(key), stop),
            DocumentSubject.Policy => await db.PolicyProposals.AnyAsync(p => p.Id == key, stop),
            DocumentSubject.Batch => await db.Batches.AnyAsync(b => b.Id == key, stop),
            DocumentSubject.Voucher => await db.Vouchers.AnyAsync(v => v.Id == key, stop),
            _ => false,
        };
    }
}
