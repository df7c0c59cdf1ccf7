using EduAid.Domain.Values;

namespace EduAid.Domain.Registrations;

/// <summary>A registered list among others: its order, the semester from which it holds and the townships it speaks for.</summary>
public sealed record ListInTime(int Import, Semester From, IReadOnlySet<string> Townships);

/// <summary>
/// For which semesters each row of each registered list holds. A later list speaks for the townships that occur in it:
/// absence elsewhere ends no registration.
/// </summary>
public sealed class RegistrationTimeline
{
    private readonly List<ListInTime> _lists;

    public RegistrationTimeline(IEnumerable<ListInTime> lists) => _lists = [.. lists.OrderBy(l => l.From).ThenBy(l => l.Import)];

    /// <summary>
    /// The semesters of one person's rows: each holds from its list's semester until the next list that has the person again
    /// or speaks for the row's township without the person.
    /// </summary>
    /// <param name="rows">The person's rows: the list's import number and the row's township.</param>
    /// <returns>In the order given: first semester, and number of the first semester for which it no longer holds.</returns>
    public IReadOnlyList<(Semester From, int Until)> Of(IReadOnlyList<(int Import, string Township)> rows)
    {
        var spans = new List<(Semester, int)>(rows.Count);
        foreach (var (import, township) in rows)
        {
            var position = _lists.FindIndex(l => l.Import == import);
            var end = _lists.Skip(position + 1).FirstOrDefault(l => l.Townships.Contains(township) || rows.Any(r => r.Import == l.Import));
            spans.Add((_lists[position].From, end?.From.Number ?? int.MaxValue));
        }
        return spans;
    }
}
