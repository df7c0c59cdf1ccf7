using EduAid.Domain.Values;

namespace EduAid.Domain.Registrations;

/// <summary>What a new registered list says of one person that the present one does not.</summary>
public enum RegisterMove
{
    /// <summary>新增户: a person of a household that was not registered.</summary>
    Joined = 1,

    /// <summary>新增成员: a new person in a registered household.</summary>
    MemberAdded,

    /// <summary>The same name in the same household under another ID.</summary>
    IdCorrected,

    /// <summary>The same person in another village.</summary>
    Moved,

    /// <summary>In a township that the list speaks for, and not on it any more.</summary>
    Exited,
}

/// <param name="Person">Key of the person; null for an ID that nobody in the county has had.</param>
public sealed record RegisterLine(PersonId? Person, string Name, string Household, string Township, string Village)
{
    public string Place => Township + Village;
}

/// <param name="From">Where the person is registered now; empty for those who come.</param>
/// <param name="To">Where the new list has the person; empty for those who leave.</param>
public sealed record RegisterMoved(RegisterMove Move, string Name, string From, string To);

/// <summary>The difference of a new registered list to the present one. A list speaks for the townships that occur in it: absence elsewhere says nothing.</summary>
public static class RegisterDifference
{
    public static IReadOnlyList<RegisterMoved> Of(IReadOnlyCollection<RegisterLine> present, IReadOnlyCollection<RegisterLine> coming)
    {
        var now = present.Where(p => p.Person is not null).GroupBy(p => p.Person!.Value).ToDictionary(g => g.Key, g => g.First());
        var listed = coming.Select(c => c.Person).OfType<PersonId>().ToHashSet();
        var townships = coming.Select(c => c.Township).ToHashSet(StringComparer.Ordinal);
        var households = present.Select(p => p.Household).ToHashSet(StringComparer.Ordinal);
        var leaving = now.Values.Where(p => townships.Contains(p.Township) && !listed.Contains(p.Person!.Value)).ToList();
        var left = leaving.GroupBy(Known).ToDictionary(g => g.Key, g => new Queue<RegisterLine>(g));
        var moved = new List<RegisterMoved>();
        var corrected = new HashSet<RegisterLine>(ReferenceEqualityComparer.Instance);
        foreach (var line in coming)
        {
            if (line.Person is { } person && now.TryGetValue(person, out var before))
            {
                if (before.Place != line.Place) moved.Add(new(RegisterMove.Moved, line.Name, before.Place, line.Place));
            }
            else if (left.TryGetValue(Known(line), out var same) && same.TryDequeue(out var former))
            {
                corrected.Add(former);
                moved.Add(new(RegisterMove.IdCorrected, line.Name, former.Place, line.Place));
            }
            else moved.Add(new(households.Contains(line.Household) ? RegisterMove.MemberAdded : RegisterMove.Joined, line.Name, "", line.Place));
        }
        moved.AddRange(leaving.Where(l => !corrected.Contains(l)).Select(l => new RegisterMoved(RegisterMove.Exited, l.Name, l.Place, "")));
        return moved;
    }

    private static (string Household, string Name) Known(RegisterLine line) => (line.Household, PersonName.FoldName(line.Name));
}
