using EduAid.Application.Audit;
using EduAid.Application.Checks;
using EduAid.Application.Enrolments;
using EduAid.Application.Jobs;
using EduAid.Application.Storage;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Rosters;

/// <summary>What a generation did for one programme.</summary>
/// <param name="Schools">Rosters: schools that teach a stage of the programme and have sent a list.</param>
/// <param name="Held">Children whose amount waits for a decision.</param>
/// <param name="Added">Entries that stood on no draft before; <paramref name="Removed"/> and <paramref name="Changed"/> likewise.</param>
public sealed record GeneratedProgramme(string Programme, int Schools, int Entries, long Fen, int Held, int Added, int Removed, int Changed);

/// <summary>
/// Drafts the rosters of a semester. Run again it yields the same, or shows what changed since. Only drafts are rewritten;
/// an unchanged entry keeps its key.
/// </summary>
public sealed class GenerateRosters(EduAidDbContext db, Work work, RosterHands hands, RunChecks checks, AuditTrail trail, TimeProvider time)
{
    private const int PeopleAStep = 200;

    /// <param name="programme">One programme only, or null for all of the semester. Findings are always those of the whole semester.</param>
    public Task<IReadOnlyList<GeneratedProgramme>> RunAsync(
        Actor actor, Semester semester, Programme? programme, CancellationToken stop, IProgress<JobStep>? progress = null) =>
        work.ChangeAsync(() => WriteAsync(actor, semester, programme, progress, stop), stop);

    private async Task<IReadOnlyList<GeneratedProgramme>> WriteAsync(
        Actor actor, Semester semester, Programme? only, IProgress<JobStep>? progress, CancellationToken stop)
    {
        progress?.Report(new(JobPhase.Reading, 0, 0));
        var facts = await SemesterFacts.LoadAsync(db, semester, stop);
        var programmes = Programme.Of(semester).Where(p => only is null || p == only).ToList();
        var holds = (await db.EntryHolds.Where(h => h.Semester == semester && h.LiftedAt == null).ToListAsync(stop)).ToLookup(h => (h.Programme, h.School, h.Person));
        var computed = await ComputeAsync(facts, holds, progress, stop);
        var rosters = await RostersAsync(facts, programmes, stop);
        var generated = new List<GeneratedProgramme>();
        var rewritten = new List<Roster>();
        foreach (var programme in programmes)
        {
            progress?.Report(new(JobPhase.Writing, generated.Sum(g => g.Entries), computed.Granted));
            generated.Add(await WriteProgrammeAsync(programme, rosters, computed, rewritten, stop));
        }
        await db.SaveChangesAsync(stop);
        await hands.RecordAsync(rewritten, [actor.Name], RosterDeed.Generated, stop);
        // What sending back was to apply has been applied.
        await db.RosterDifferences.Where(d => db.Rosters.Any(r => r.County == d.County && r.Id == d.Roster && r.Semester == semester && r.State == RosterState.Draft))
            .ExecuteDeleteAsync(stop);
        await new StandingRosters(db, hands, time).CompareAsync(actor, facts, [.. rosters.Values.Where(r => !r.MayBeRewritten)], computed, stop);
        await new FindingWriter(db, time).RewriteAsync(facts, computed.Findings, stop);
        progress?.Report(new(JobPhase.Checking, 0, 0));
        var ran = await checks.WriteAsync(actor, semester, stop);
        trail.Record(actor, "rosters.generate", $"semester:{semester}", new
        {
            Programmes = generated.Select(g => new { g.Programme, g.Schools, g.Entries, g.Fen, g.Held, g.Added, g.Removed, g.Changed }),
            Findings = computed.Findings.Count,
            Checks = RunChecks.Counts(ran),
        });
        return generated;
    }

    private static async Task<Computed> ComputeAsync(
        SemesterFacts facts, ILookup<(string Programme, SchoolId School, PersonId Person), EntryHold> holds, IProgress<JobStep>? progress, CancellationToken stop)
    {
        var computed = new Computed();
        var people = await facts.CandidatesAsync(stop);
        var done = 0;
        foreach (var (person, judgement) in facts.JudgeAll(people))
        {
            computed.Add(facts, person, judgement, holds);
            if (++done % PeopleAStep == 0) progress?.Report(new(JobPhase.Judging, done, people.Count));
        }
        return computed;
    }

    // A roster for every school that teaches a stage of the programme and has a current list, so that "nobody" is a statement too.
    private async Task<Dictionary<(string Programme, SchoolId School), Roster>> RostersAsync(
        SemesterFacts facts, IReadOnlyList<Programme> programmes, CancellationToken stop)
    {
        var (semester, county, now) = (facts.Semester, db.CountyCode, time.GetUtcNow());
        var codes = programmes.Select(p => p.Code).ToList();
        var rosters = await db.Rosters.AsTracking().Where(r => r.Semester == semester && r.Kind == RosterKind.Regular && codes.Contains(r.Programme))
            .ToDictionaryAsync(r => (r.Programme, r.School), stop);
        var lists = (await db.SchoolLists.Where(l => l.Current && l.Semester == semester).Select(l => new { l.Kind, l.School }).ToListAsync(stop))
            .ToLookup(l => l.Kind, l => l.School);
        foreach (var programme in programmes)
        {
            var kind = programme.JudgesAdmissions ? SchoolListKind.Admissions : SchoolListKind.Enrolments;
            foreach (var school in lists[kind].Where(s => programme.Stages.Any(facts.Schools[s].Facts.Teaches)))
            {
                if (rosters.ContainsKey((programme.Code, school))) continue;
                var roster = Roster.Draft(county, new(Keys.New(now)), semester, programme.Code, school);
                db.Rosters.Add(roster);
                rosters[(programme.Code, school)] = roster;
            }
            var gone = rosters.Values.Where(r => r.Programme == programme.Code && r.MayBeRewritten
                && !(lists[kind].Contains(r.School) && programme.Stages.Any(facts.Schools[r.School].Facts.Teaches))).ToList();
            foreach (var roster in gone)
            {
                await db.RosterEntries.Where(e => e.Roster == roster.Id).ExecuteDeleteAsync(stop);
                // One that was sent back to a draft keeps its record; it stands empty.
                if (roster.Steps > 0) roster.Rewrite(0, Money.Zero, 0, 0, now);
                else db.Rosters.Remove(roster);
                rosters.Remove((programme.Code, roster.School));
            }
        }
        await db.SaveChangesAsync(stop);
        return rosters;
    }

    private async Task<GeneratedProgramme> WriteProgrammeAsync(
        Programme programme, Dictionary<(string Programme, SchoolId School), Roster> rosters, Computed computed, List<Roster> rewrittenRosters, CancellationToken stop)
    {
        var own = rosters.Values.Where(r => r.Programme == programme.Code).ToList();
        var drafts = own.Where(r => r.MayBeRewritten).ToList();
        var ids = drafts.Select(r => r.Id).ToList();
        var existing = (await db.RosterEntries.Where(e => ids.Contains(e.Roster)).ToListAsync(stop)).ToDictionary(e => (e.Roster, e.Person));
        var (added, rewritten, changed) = (new List<RosterEntry>(), new List<RosterEntry>(), 0);
        var now = time.GetUtcNow();
        foreach (var roster in drafts)
        {
            var key = (programme.Code, roster.School);
            var entries = computed.Entries(key);
            foreach (var (person, entitlement) in entries)
            {
                var entry = EntryOf(roster, person, entitlement, now);
                if (!existing.Remove((roster.Id, person.Person), out var before)) added.Add(entry);
                else
                {
                    if (SaysOtherThan(before, entry)) changed++;
                    if (Change(before, entry)) rewritten.Add(before);
                }
            }
            var held = computed.Held(key).Count;
            var (count, total, flagged) = (entries.Count, entries.Aggregate(Money.Zero, (sum, e) => sum + e.Entitlement.Amount),
                entries.Count(e => e.Entitlement.Flags.Count > 0));
            // Nothing changed means nothing written: the draft keeps its time and version.
            if ((roster.Entries, roster.Fen, roster.Flagged, roster.Held, roster.Stale) != (count, total.Fen, flagged, held, false) || roster.Version == 0)
            {
                roster.Rewrite(count, total, flagged, held, now);
                rewrittenRosters.Add(roster);
            }
        }
        var gone = existing.Values.Select(e => e.Id).ToList();
        // Rewritten in bulk under their own keys: one command an entry would be one a child after every newer list.
        foreach (var chunk in gone.Concat(rewritten.Select(e => e.Id)).Chunk(500)) await db.RosterEntries.Where(e => chunk.Contains(e.Id)).ExecuteDeleteAsync(stop);
        await db.InsertManyAsync(added.Concat(rewritten), stop);
        return new(programme.Code, own.Count, own.Sum(r => r.Entries), own.Sum(r => r.Fen), own.Sum(r => r.Held), added.Count, gone.Count, changed);
    }

    internal static RosterEntry EntryOf(
        Roster roster, PersonLines person, Entitlement entitlement, DateTimeOffset now, Guid? corrects = null)
    {
        var row = person.Enrolments.FirstOrDefault(e => e.School == roster.School);
        var admission = row is null || roster.Programme == Programme.All[^1].Code ? person.Admissions.FirstOrDefault(a => a.School == roster.School) : null;
        if (admission is not null) row = null;
        return new()
        {
            County = roster.County,
            Id = Keys.New(now),
            Roster = roster.Id,
            School = roster.School,
            Person = person.Person,
            Name = row?.Name ?? admission!.Name,
            Grade = row is null ? null : GradeName.Of(row.Stage, row.Grade),
            GradeOrder = row is null ? 0 : ((int)row.Stage * 10) + row.Grade,
            Class = row?.Class,
            Boarding = row?.Boarding,
            Fen = entitlement.Amount.Fen,
            Payee = entitlement.Payee,
            Flags = string.Join(',', entitlement.Flags),
            List = row?.List ?? admission!.List,
            Line = row?.Line ?? admission!.Line,
            Reasons = Explanation.Write(entitlement.Reasons),
            Corrects = corrects,
        };
    }

    // A newer list that says the same of a child moves the place that its entry points to, which is no change that anyone asks about.
    private static bool SaysOtherThan(RosterEntry before, RosterEntry now) =>
        (before.Name, before.Grade, before.Class, before.Boarding, before.Fen, before.Payee, before.Flags)
        != (now.Name, now.Grade, now.Class, now.Boarding, now.Fen, now.Payee, now.Flags);

    // The entry keeps its key; what a newer list or policy says differently is taken over.
    internal static bool Change(RosterEntry entry, RosterEntry now)
    {
        if ((entry.Name, entry.Grade, entry.Class, entry.Boarding, entry.Fen, entry.Payee, entry.Flags, entry.List, entry.Line, entry.Reasons)
            == (now.Name, now.Grade, now.Class, now.Boarding, now.Fen, now.Payee, now.Flags, now.List, now.Line, now.Reasons)) return false;
        (entry.Name, entry.Grade, entry.GradeOrder, entry.Class, entry.Boarding) = (now.Name, now.Grade, now.GradeOrder, now.Class, now.Boarding);
        (entry.Fen, entry.Payee, entry.Flags, entry.List, entry.Line, entry.Reasons) = (now.Fen, now.Payee, now.Flags, now.List, now.Line, now.Reasons);
        return true;
    }
}
