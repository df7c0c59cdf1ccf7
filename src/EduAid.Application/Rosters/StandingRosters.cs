using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Findings;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Rosters;

/// <summary>
/// What a generation does with rosters that are no drafts: where one is confirmed, on notice or reviewed it keeps the difference beside it;
/// where it is approved it drafts a supplement or a recovery.
/// </summary>
internal sealed class StandingRosters(EduAidDbContext db, RosterHands hands, TimeProvider time)
{
    private readonly List<Roster> _drafted = [];

    public async Task CompareAsync(Actor actor, SemesterFacts facts, IReadOnlyList<Roster> standing, Computed computed, CancellationToken stop)
    {
        if (standing.Count == 0) return;
        var semester = facts.Semester;
        var corrections = await db.Rosters.AsTracking().Where(r => r.Semester == semester && (r.Kind == RosterKind.Supplement || r.Kind == RosterKind.Recovery)).ToListAsync(stop);
        foreach (var programme in standing.GroupBy(r => r.Programme))
            await CompareAsync(programme.Key, [.. programme], [.. corrections.Where(c => c.Programme == programme.Key)], facts, computed, stop);
        await db.SaveChangesAsync(stop);
        await hands.RecordAsync(_drafted, [actor.Name], RosterDeed.Generated, stop);
    }

    private async Task CompareAsync(
        string programme, IReadOnlyList<Roster> standing, IReadOnlyList<Roster> corrections, SemesterFacts facts, Computed computed, CancellationToken stop)
    {
        var counting = standing.Concat(corrections.Where(c => !c.MayBeRewritten)).ToDictionary(r => r.Id);
        var ids = counting.Keys.ToList();
        var entries = (await db.RosterEntries.Where(e => ids.Contains(e.Roster)).ToListAsync(stop)).ToLookup(e => e.School);
        await db.RosterDifferences.Where(d => ids.Contains(d.Roster)).ExecuteDeleteAsync(stop);
        var differences = new List<RosterDifference>();
        foreach (var roster in standing)
        {
            var granted = entries[roster.School].GroupBy(e => e.Person).ToDictionary(
                g => g.Key,
                g => new Granted(g.OrderBy(e => e.Id).Last(e => counting[e.Roster].Kind != RosterKind.Recovery), g.Sum(e => counting[e.Roster].Kind == RosterKind.Recovery ? -e.Fen : e.Fen)));
            var key = (programme, roster.School);
            var due = computed.Entries(key).ToDictionary(e => e.Person.Person);
            if (roster.State != RosterState.Approved) differences.AddRange(Differences(roster, granted, due, computed.Held(key)));
            else
            {
                var own = corrections.Where(c => c.School == roster.School).ToList();
                await CorrectAsync(roster, RosterKind.Supplement, own, Missing(granted, due), facts, stop);
                await CorrectAsync(roster, RosterKind.Recovery, own, TooMuch(granted, due, computed.Held(key)), facts, stop);
            }
        }
        await db.InsertManyAsync(differences, stop);
        await FindUnregisteredAsync(programme, [.. differences.Where(d => d.Kind == DifferenceKind.Removed)], facts, computed, stop);
    }

    // The entry stays until somebody has looked: the finding says why it would go.
    private async Task FindUnregisteredAsync(
        string programme, IReadOnlyList<RosterDifference> removed, SemesterFacts facts, Computed computed, CancellationToken stop)
    {
        if (removed.Count == 0 || programme == Programme.All.OfType<VocationalTuition>().Single().Code) return;
        var people = removed.Select(d => d.Person).ToList();
        var registered = await SemesterFacts.Valid(db, facts.Semester).Where(r => people.Contains(r.Person)).Select(r => r.Person).Distinct().ToListAsync(stop);
        foreach (var difference in removed.Where(d => !registered.Contains(d.Person)))
        {
            var lines = await facts.OfAsync(difference.Person, stop);
            if (lines.Enrolments.Count + lines.Admissions.Count > 0)
                computed.Raise(facts, lines, new(FindingCodes.RegistrationEnded, [facts.Schools[difference.School].Code], [programme], ""));
        }
    }

    private static IEnumerable<RosterDifference> Differences(
        Roster roster, Dictionary<PersonId, Granted> granted, Dictionary<PersonId, (PersonLines Person, Entitlement Entitlement)> due, HashSet<PersonId> held)
    {
        foreach (var person in granted.Keys.Union(due.Keys))
        {
            var before = granted.TryGetValue(person, out var g) ? g.Fen : 0;
            var now = due.TryGetValue(person, out var d) ? d.Entitlement.Amount.Fen : 0;
            if (before == now) continue;
            yield return new()
            {
                County = roster.County,
                Roster = roster.Id,
                School = roster.School,
                Person = person,
                Name = g?.Entry.Name ?? (d.Person.Enrolments.Count > 0 ? d.Person.Enrolments[0].Name : d.Person.Admissions[0].Name),
                Kind = held.Contains(person) ? DifferenceKind.Held : before == 0 ? DifferenceKind.Added : now == 0 ? DifferenceKind.Removed : DifferenceKind.Changed,
                FenBefore = before,
                FenNow = now,
            };
        }
    }

    private static List<Correction> Missing(
        Dictionary<PersonId, Granted> granted, Dictionary<PersonId, (PersonLines Person, Entitlement Entitlement)> due)
    {
        var missing = new List<Correction>();
        foreach (var (person, (lines, entitlement)) in due)
        {
            var before = granted.TryGetValue(person, out var g) ? g.Fen : 0;
            var more = entitlement.Amount.Fen - before;
            if (more <= 0) continue;
            var reasons = before == 0 ? entitlement.Reasons : [.. entitlement.Reasons, GrantedBefore(entitlement.Reasons[^1], -before)];
            missing.Add(new(person, more, g?.Entry, lines, entitlement with { Amount = Money.FromFen(more), Reasons = reasons }));
        }
        return missing;
    }

    // A question that is not decided yet takes nothing back.
    private static List<Correction> TooMuch(
        Dictionary<PersonId, Granted> granted, Dictionary<PersonId, (PersonLines Person, Entitlement Entitlement)> due, HashSet<PersonId> held)
    {
        var back = new List<Correction>();
        foreach (var (person, g) in granted)
        {
            if (held.Contains(person)) continue;
            var less = g.Fen - (due.TryGetValue(person, out var d) ? d.Entitlement.Amount.Fen : 0);
            if (less > 0) back.Add(new(person, less, g.Entry, d.Person, null));
        }
        return back;
    }

    private static Reason GrantedBefore(Reason last, long fen) =>
        new("granted-already", Money.FromFen(Math.Abs(fen)).ToString(), last.Clause, last.Document, Money.FromFen(fen));

    private async Task CorrectAsync(
        Roster regular, RosterKind kind, IReadOnlyList<Roster> own, IReadOnlyList<Correction> wanted, SemesterFacts facts, CancellationToken stop)
    {
        var draft = own.FirstOrDefault(r => r.Kind == kind && r.MayBeRewritten);
        var now = time.GetUtcNow();
        if (draft is null)
        {
            if (wanted.Count == 0) return;
            draft = Roster.Draft(regular.County, new(Keys.New(now)), regular.Semester, regular.Programme, regular.School, kind, own.Count(r => r.Kind == kind) + 1);
            db.Rosters.Add(draft);
            await db.SaveChangesAsync(stop);
        }
        var before = await db.RosterEntries.Where(e => e.Roster == draft.Id).Select(e => new { e.Person, e.Fen }).ToListAsync(stop);
        if (!draft.Stale && draft.Version > 0 && before.Select(e => (e.Person, e.Fen)).ToHashSet().SetEquals(wanted.Select(w => (w.Person, w.Fen)))) return;
        await db.RosterEntries.Where(e => e.Roster == draft.Id).ExecuteDeleteAsync(stop);
        if (wanted.Count == 0 && draft.Steps == 0)
        {
            db.Rosters.Remove(draft);
            return;
        }
        await db.InsertManyAsync([.. wanted.Select(w => EntryOf(draft, w, facts, now))], stop);
        draft.Rewrite(wanted.Count, Money.FromFen(wanted.Sum(w => w.Fen)), wanted.Count(w => w.Entitlement?.Flags.Count > 0), 0, now);
        _drafted.Add(draft);
    }

    private static RosterEntry EntryOf(Roster draft, Correction wanted, SemesterFacts facts, DateTimeOffset now)
    {
        if (wanted.Entitlement is { } entitlement) return GenerateRosters.EntryOf(draft, wanted.Lines!, entitlement, now, wanted.Corrected?.Id);
        var corrected = wanted.Corrected!;
        var school = facts.Schools[draft.School].Code;
        var present = wanted.Lines is null ? null
            : facts.Judge(wanted.Lines).Results.FirstOrDefault(r => r.Programme.Code == draft.Programme && r.SchoolCode == school)?.Judgement;
        var last = Explanation.Read(corrected.Reasons)[^1];
        // The present reasons carry the parts of an amount that is granted; here they only say why it is less.
        List<Reason> reasons = [.. (present?.Reasons ?? []).Select(r => r with { Part = null }), GrantedBefore(last, wanted.Fen)];
        return new()
        {
            County = draft.County,
            Id = Keys.New(now),
            Roster = draft.Id,
            School = draft.School,
            Person = wanted.Person,
            Name = corrected.Name,
            Grade = corrected.Grade,
            GradeOrder = corrected.GradeOrder,
            Class = corrected.Class,
            Boarding = corrected.Boarding,
            Fen = wanted.Fen,
            Payee = corrected.Payee,
            Flags = "",
            List = corrected.List,
            Line = corrected.Line,
            Reasons = Explanation.Write(reasons),
            Corrects = corrected.Id,
        };
    }

    private sealed record Granted(RosterEntry Entry, long Fen);

    private sealed record Correction(PersonId Person, long Fen, RosterEntry? Corrected, PersonLines? Lines, Entitlement? Entitlement);
}
