using EduAid.Domain.Findings;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;

namespace EduAid.Application.Rosters;

/// <summary>What the rules yield for a semester, by programme and school.</summary>
internal sealed class Computed
{
    private readonly Dictionary<(string, SchoolId), List<(PersonLines, Entitlement)>> _entries = [];
    private readonly Dictionary<(string, SchoolId), HashSet<PersonId>> _held = [];

    public List<(PersonLines Person, PersonFinding Finding)> Findings { get; } = [];

    /// <summary>Entries of all programmes.</summary>
    public int Granted => _entries.Values.Sum(list => list.Count);

    public List<(PersonLines Person, Entitlement Entitlement)> Entries((string Code, SchoolId Id) key) =>
        _entries.TryGetValue(key, out var list) ? list : _entries[key] = [];

    /// <summary>Adds what the rules say of one person. A child who was taken off a roster is held until that is lifted.</summary>
    public void Add(SemesterFacts facts, PersonLines person, SemesterJudgement judgement, ILookup<(string Programme, SchoolId School, PersonId Person), EntryHold> holds)
    {
        foreach (var result in judgement.Results)
        {
            var key = (result.Programme.Code, facts.Schools[result.SchoolCode].Id);
            if (result.Judgement is Entitlement && holds[(key.Code, key.Id, person.Person)].FirstOrDefault() is { } hold)
            {
                Held(key).Add(person.Person);
                Raise(facts, person, new(FindingCodes.EntryWithdrawn, [result.SchoolCode], [key.Code], hold.Reason));
            }
            else if (result.Judgement is Entitlement entitlement) Entries(key).Add((person, entitlement));
            else if (result.Judgement is Held) Held(key).Add(person.Person);
        }
        foreach (var finding in judgement.Findings) Raise(facts, person, finding);
    }

    /// <summary>Raises a finding, unless somebody has accepted just this one.</summary>
    public void Raise(SemesterFacts facts, PersonLines person, PersonFinding finding)
    {
        if (!facts.Accepts(person.Person, finding)) Findings.Add((person, finding));
    }

    public HashSet<PersonId> Held((string Code, SchoolId Id) key) => _held.TryGetValue(key, out var set) ? set : _held[key] = [];
}
