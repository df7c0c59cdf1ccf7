using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Findings;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Rosters;

/// <summary>
/// What a decision about one person changes, at once: that person's entries on the drafts of the semester, and that person's findings.
/// A roster that is confirmed or further shows the difference when it is looked at next, an approved one gets its supplement or recovery
/// from the next generation, and a stale draft waits for it anyway.
/// </summary>
public sealed class RecomputePerson(EduAidDbContext db, CountyScope county, RosterHands hands, TimeProvider time)
{
    /// <param name="change">Stores the decision; what holds before and after it is compared. To be called within a change.</param>
    public Task<int> RunAsync(Actor actor, Semester semester, PersonId person, Func<Task> change, CancellationToken stop) => county.RunAsync(
        async () =>
        {
            var before = await ComputeAsync(semester, person, stop);
            await change();
            await db.SaveChangesAsync(stop);
            var now = await ComputeAsync(semester, person, stop);
            return await WriteAsync(actor, person, before, now, stop);
        });

    private async Task<PersonComputed> ComputeAsync(Semester semester, PersonId person, CancellationToken stop)
    {
        var facts = await SemesterFacts.LoadAsync(db, semester, stop);
        var lines = await facts.OfAsync(person, stop);
        var holds = (await db.EntryHolds.Where(h => h.Semester == semester && h.Person == person && h.LiftedAt == null).ToListAsync(stop))
            .ToLookup(h => (h.Programme, h.School, h.Person));
        var computed = new Computed();
        computed.Add(facts, lines, facts.Judge(lines, grantsOnly: true), holds);
        return new(facts, lines, computed);
    }

    private async Task<int> WriteAsync(Actor actor, PersonId person, PersonComputed before, PersonComputed now, CancellationToken stop)
    {
        var (semester, at) = (now.Facts.Semester, time.GetUtcNow());
        var schools = now.Lines.Enrolments.Select(e => e.School).Concat(now.Lines.Admissions.Select(a => a.School)).Distinct().ToList();
        var rosters = await db.Rosters.AsTracking().Where(r => r.Semester == semester && r.Kind == RosterKind.Regular && schools.Contains(r.School)).ToListAsync(stop);
        var drafts = rosters.Where(r => r.MayBeRewritten && !r.Stale).ToList();
        var ids = drafts.Select(r => r.Id).ToList();
        var entries = await db.RosterEntries.AsTracking().Where(e => ids.Contains(e.Roster) && e.Person == person).ToListAsync(stop);
        var changed = drafts.Count(roster => Rewrite(roster, entries.Find(e => e.Roster == roster.Id), person, before.Computed, now.Computed, now.Lines, at));
        await db.SaveChangesAsync(stop);
        await RewriteFindingsAsync(person, now, stop);
        // Whoever decides has prepared what stands there because of it, changed or left as it was.
        var touched = rosters.Where(r => r.State != RosterState.Approved && (Concerns(before.Computed, r, person) || Concerns(now.Computed, r, person))).ToList();
        await hands.RecordAsync(touched, [actor.Name], RosterDeed.Decided, stop);
        return changed;
    }

    private bool Rewrite(Roster roster, RosterEntry? entry, PersonId person, Computed before, Computed now, PersonLines lines, DateTimeOffset at)
    {
        var key = (roster.Programme, roster.School);
        var due = now.Entries(key).Select(e => e.Entitlement).SingleOrDefault();
        var held = (now.Held(key).Contains(person) ? 1 : 0) - (before.Held(key).Contains(person) ? 1 : 0);
        var (fen, flagged) = (entry?.Fen ?? 0, entry?.Flags.Length > 0);
        var fresh = due is null ? null : GenerateRosters.EntryOf(roster, lines, due, at);
        var differs = held != 0 || (fresh is null) != (entry is null);
        if (fresh is null && entry is not null) db.RosterEntries.Remove(entry);
        else if (fresh is not null && entry is null) db.RosterEntries.Add(fresh);
        else if (fresh is not null && GenerateRosters.Change(entry!, fresh)) differs = true;
        if (!differs) return false;
        roster.Rewrite(
            roster.Entries + (fresh is null ? 0 : 1) - (entry is null ? 0 : 1), Money.FromFen(checked(roster.Fen - fen + (fresh?.Fen ?? 0))),
            roster.Flagged - (flagged ? 1 : 0) + (fresh?.Flags.Length > 0 ? 1 : 0), roster.Held + held, at);
        return true;
    }

    private async Task RewriteFindingsAsync(PersonId person, PersonComputed now, CancellationToken stop)
    {
        // It compares a roster that stands with the present and is found by generation alone; only an answer removes it here.
        var semester = now.Facts.Semester;
        var standing = await db.Findings.Where(f => f.Semester == semester && f.Person == person && f.Code == FindingCodes.RegistrationEnded).Include(f => f.Schools).ToListAsync(stop);
        foreach (var finding in standing)
        {
            var codes = finding.Schools.Select(s => now.Facts.Schools[s.School].Code).ToList();
            now.Computed.Raise(now.Facts, now.Lines, new(finding.Code, codes, finding.ProgrammeCodes, finding.Detail));
        }
        await new FindingWriter(db, time).RewriteAsync(now.Facts, now.Computed.Findings, stop, person);
    }

    private static bool Concerns(Computed computed, Roster roster, PersonId person) =>
        computed.Entries((roster.Programme, roster.School)).Count > 0 || computed.Held((roster.Programme, roster.School)).Contains(person);

    private sealed record PersonComputed(SemesterFacts Facts, PersonLines Lines, Computed Computed);
}
