using EduAid.Application.Enrolments;
using EduAid.Application.Jobs;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Domain.Policies;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Policies;

/// <summary>
/// Recomputes the last two semesters that have lists as though other values had been in force in them: the same rules over the same facts as a
/// generation, twice. Nothing is written.
/// </summary>
public sealed class PolicyEffects(EduAidDbContext db)
{
    private const int SemestersBack = 2, PeopleAStep = 200;

    /// <param name="changes">Of different parameters; from when they shall hold does not matter here.</param>
    public async Task<PolicyEffect> OfAsync(IReadOnlyCollection<ParameterValue> changes, CancellationToken stop, IProgress<JobStep>? progress = null)
    {
        progress?.Report(new(JobPhase.Reading, 0, 0));
        var semesters = await Recent(db.SchoolLists).Take(SemestersBack).ToListAsync(stop);
        var (sums, lines) = (new List<EffectSum>(), new List<EffectLine>());
        var values = await PolicyBook.ValuesAsync(db, stop);
        foreach (var semester in semesters) await AddAsync(semester, values, changes, sums, lines, progress, stop);
        return new(semesters, sums, lines);
    }

    /// <summary>Semesters for which lists are current, the latest first.</summary>
    internal static IQueryable<Semester> Recent(IQueryable<SchoolList> lists) => lists.Where(l => l.Current).Select(l => l.Semester).Distinct().OrderByDescending(s => s);

    private async Task AddAsync(
        Semester semester, IReadOnlyList<ParameterValue> values, IReadOnlyCollection<ParameterValue> changes, List<EffectSum> sums, List<EffectLine> lines, IProgress<JobStep>? progress, CancellationToken stop)
    {
        var facts = await SemesterFacts.LoadAsync(db, semester, stop);
        var after = facts.Under(Policy.In(semester, [.. values, .. changes.Select(c => c with { From = semester })]));
        var holds = (await db.EntryHolds.Where(h => h.Semester == semester && h.LiftedAt == null).Select(h => new { h.Programme, h.School, h.Person }).ToListAsync(stop))
            .Select(h => (h.Programme, h.School, h.Person)).ToHashSet();
        var people = await facts.CandidatesAsync(stop);
        var judged = people.AsParallel().AsOrdered().WithCancellation(stop).Select(p => (Person: p, Before: facts.Judge(p, grantsOnly: true), After: after.Judge(p, grantsOnly: true)));
        var done = 0;
        var (tallies, own) = (new Dictionary<(string Programme, SchoolId School), Tally>(), new List<EffectLine>());
        foreach (var (person, before, then) in judged)
        {
            if (++done % PeopleAStep == 0) progress?.Report(new(JobPhase.Judging, done, people.Count));
            var (old, now) = (Amounts(before, facts), Amounts(then, facts));
            foreach (var key in old.Keys.Union(now.Keys))
            {
                if (holds.Contains((key.Programme, key.School, person.Person))) continue;
                var (was, becomes) = (old.GetValueOrDefault(key), now.GetValueOrDefault(key));
                if (!tallies.TryGetValue(key, out var tally)) tallies[key] = tally = new();
                tally.Add(was, becomes);
                if (was != becomes) own.Add(new(semester, key.Programme, key.School, facts.Schools[key.School].Name, person.Person, NameOf(person), was, becomes));
            }
        }
        var order = Programme.All.Select((p, i) => (p.Code, i)).ToDictionary(p => p.Code, p => p.i, StringComparer.Ordinal);
        sums.AddRange(tallies.Select(t => t.Value.Sum(semester, t.Key.Programme, t.Key.School, facts.Schools[t.Key.School].Name))
            .OrderBy(s => order[s.Programme]).ThenBy(s => facts.Schools[s.School!.Value].Code, StringComparer.Ordinal));
        lines.AddRange(own.OrderBy(l => order[l.Programme]).ThenBy(l => facts.Schools[l.School].Code, StringComparer.Ordinal).ThenBy(l => l.Name, StringComparer.Ordinal).ThenBy(l => l.Person.Value));
    }

    private static Dictionary<(string Programme, SchoolId School), long> Amounts(SemesterJudgement judgement, SemesterFacts facts) => judgement.Results
        .Where(r => r.Judgement is Entitlement).ToDictionary(r => (r.Programme.Code, facts.Schools[r.SchoolCode].Id), r => ((Entitlement)r.Judgement).Amount.Fen);

    private static string NameOf(PersonLines person) => person.Enrolments.Select(e => e.Name).Concat(person.Admissions.Select(a => a.Name)).First();

    private sealed class Tally
    {
        private int _before, _after, _entitled, _noLonger, _more, _less;
        private long _fenBefore, _fenAfter;

        public void Add(long before, long after)
        {
            checked
            {
                _fenBefore += before;
                _fenAfter += after;
            }
            if (before > 0) _before++;
            if (after > 0) _after++;
            if (before == 0) _entitled++;
            else if (after == 0) _noLonger++;
            else if (after > before) _more++;
            else if (after < before) _less++;
        }

        public EffectSum Sum(Semester semester, string programme, SchoolId school, string name) =>
            new(semester, programme, school, name, _before, _after, _fenBefore, _fenAfter, _entitled, _noLonger, _more, _less);
    }
}
