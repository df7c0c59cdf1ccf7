using EduAid.Application.Enrolments;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.People;

/// <summary>What a programme grants before a correction and would grant after it; whole fen a semester.</summary>
public sealed record GrantChange(string Programme, string? SchoolCode, long Fen, long FenThen);

/// <summary>A roster with the pupil that somebody has signed.</summary>
public sealed record SignedRoster(Guid Roster, Semester Semester, string Programme, RosterState State, Guid Entry);

/// <summary>Says before anything is stored what a correction would change: amounts by the rules, and rosters that are signed already.</summary>
public sealed class CorrectionEffect(EduAidDbContext db, CountyScope county, FieldCipher cipher)
{
    /// <summary>The programmes of a semester whose amount another name on the school's list would change.</summary>
    public async Task<IReadOnlyList<GrantChange>> OfNameAsync(Semester semester, PersonId person, string name, CancellationToken stop)
    {
        if (!await db.People.AnyAsync(p => p.Id == person, stop) || db.Scope is not { } scope) return [];
        // The rules read the registered list, which a school does not see; of what they say it sees its own rosters' part.
        var (facts, lines) = await county.RunAsync(async () =>
        {
            var loaded = await SemesterFacts.LoadAsync(db, semester, stop);
            return (loaded, await loaded.OfAsync(person, stop));
        });
        var renamed = lines with
        {
            Enrolments = [.. lines.Enrolments.Select(e => !scope.Covers(e.School) ? e : EnrolmentForm.Carry(cipher, new(e.County, e.List, e.Line, e.School, e.Person), e, new(name, e.Import, e.Content)))],
        };
        var (before, then) = (FenOf(facts.Judge(lines)), FenOf(facts.Judge(renamed)));
        return [.. before.Keys.Union(then.Keys).Select(k => new GrantChange(k.Programme, k.School, before.GetValueOrDefault(k), then.GetValueOrDefault(k))).Where(c => c.Fen != c.FenThen && (c.SchoolCode is not { } code || scope.Covers(facts.Schools[code].Id)))];
    }

    /// <param name="semester">One semester's only, or null for all.</param>
    public async Task<IReadOnlyList<SignedRoster>> RostersAsync(Semester? semester, PersonId person, CancellationToken stop) =>
        await (from entry in db.RosterEntries
               join roster in db.Rosters on entry.Roster equals roster.Id
               where entry.Person == person && roster.State != RosterState.Draft && (semester == null || roster.Semester == semester)
               orderby roster.Semester descending, roster.Programme
               select new SignedRoster(roster.Id.Value, roster.Semester, roster.Programme, roster.State, entry.Id)).ToListAsync(stop);

    internal async Task<int> SignedAsync(Semester? semester, PersonId person, CancellationToken stop) => (await RostersAsync(semester, person, stop)).Count;

    private static Dictionary<(string Programme, string? School), long> FenOf(SemesterJudgement judgement) => judgement.Results
        .GroupBy(r => (r.Programme.Code, (string?)r.SchoolCode)).ToDictionary(g => g.Key, g => g.Sum(r => r.Judgement is Entitlement entitled ? entitled.Amount.Fen : 0));
}
