using EduAid.Application.Policies;
using EduAid.Domain.Values;
using EduAid.Web.Parts;

namespace EduAid.Web.Pages.Policies;

/// <summary>The part of an effect that a page shows: one semester, and of it schools or people, a page of them.</summary>
/// <param name="Stale">Something in the county has changed since it was computed.</param>
public sealed record EffectView(
    Shelved<PolicyEffect> Shelved, bool Stale, Semester Semester, bool ByPeople, Paging Paging, IReadOnlyList<EffectSum> Schools, IReadOnlyList<EffectLine> Lines)
{
    public PolicyEffect Effect => Shelved.Value;

    public IEnumerable<EffectSum> Programmes => Effect.Programmes.Where(p => p.Semester == Semester);

    public int Count(EffectKind kind) => Effect.Lines.Count(l => l.Semester == Semester && l.Kind == kind);

    /// <summary>Semester, programme, kind of change and page as the address says; the latest semester in which anything changes where it says none.</summary>
    public static EffectView? Of(Shelved<PolicyEffect>? shelved, HttpRequest request, long turn)
    {
        if (shelved is null || shelved.Value.Semesters is not [var latest, ..]) return null;
        var semester = Semester.TryParse(request.Query.Text("of"), out var asked) && shelved.Value.Semesters.Contains(asked) ? asked
            : shelved.Value.Lines is [var line, ..] ? line.Semester : latest;
        var (people, programme) = (request.Query.Text("view") == "people", request.Query.Text("programme"));
        var kind = Enum.TryParse<EffectKind>(request.Query.Text("kind"), out var named) ? named : (EffectKind?)null;
        var lines = shelved.Value.Lines.Where(l => l.Semester == semester && (string.IsNullOrEmpty(programme) || l.Programme == programme) && (kind is null || l.Kind == kind)).ToList();
        // A school where nothing changes is in the totals and not on the list.
        var schools = shelved.Value.Schools.Where(s => s.Semester == semester && (string.IsNullOrEmpty(programme) || s.Programme == programme) && s.More + s.Less + s.Entitled + s.NoLonger > 0).ToList();
        var paging = Paging.From(request.Query).Of(people ? lines.Count : schools.Count);
        return new(shelved, shelved.Turn != turn, semester, people, paging, [.. schools.Skip(people ? schools.Count : paging.Skip).Take(paging.Size)], [.. lines.Skip(people ? paging.Skip : lines.Count).Take(paging.Size)]);
    }
}
