using EduAid.Domain.Programmes;
using EduAid.Domain.Values;

namespace EduAid.Application.Rosters;

/// <summary>What the rules yield for a semester, by programme and school.</summary>
internal sealed class Computed
{
    private readonly Dictionary<(string, SchoolId), List<(PersonLines, Entitlement)>> _entries = [];
    private readonly Dictionary<(string, SchoolId), HashSet<PersonId>> _held = [];

    public List<(PersonLines Person, PersonFinding Finding)> Findings { get; } = [];

    public List<(PersonLines Person, Entitlement Entitlement)> Entries((string Code, SchoolId Id) key) =>
        _entries.TryGetValue(key, out var list) ? list : _entries[key] = [];

    public HashSet<PersonId> Held((string Code, SchoolId Id) key) => _held.TryGetValue(key, out var set) ? set : _held[key] = [];
}
