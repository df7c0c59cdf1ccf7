using EduAid.Domain.Programmes;
using EduAid.Domain.Values;

namespace EduAid.Domain.Policies;

/// <summary>算例: what a programme must say of a pupil, from a semester on until another case takes its place.</summary>
/// <param name="Key">Stable name, such as <c>preschool-public</c>.</param>
/// <param name="Expected">Of one semester; nought where nothing is due.</param>
public sealed record WorkedCase(string Key, Programme Programme, Semester From, Semester? Until, AskedPupil Facts, Money Expected)
{
    public bool HoldsIn(Semester semester) => semester >= From && (Until is not { } until || semester < until);

    /// <summary>What the rules say of it in a semester.</summary>
    public CaseResult Run(Semester semester, IEnumerable<ParameterValue> catalogue)
    {
        var policy = Policy.In(semester, catalogue);
        var judgement = Facts.Judge(policy).Where(j => j.Programme == Programme).Select(j => j.Judgement).FirstOrDefault();
        return new(this, semester, judgement switch { Entitlement due => due.Amount, Nothing => Money.Zero, _ => null });
    }
}

/// <param name="Found">Null where the rules would ask a person, or are for another stage.</param>
public sealed record CaseResult(WorkedCase Case, Semester In, Money? Found)
{
    public bool Passes => Found == Case.Expected;
}

/// <summary>Another amount for a case, as part of a change.</summary>
public sealed record CaseReplacement(string Key, Money Expected);

public static class WorkedCases
{
    /// <summary>
    /// Runs every case at each moment from <paramref name="since"/> on at which a value begins to hold; of each the first that fails, or
    /// else the last. A case that ended before is left out: what it says of its time no longer changes.
    /// </summary>
    public static IReadOnlyList<CaseResult> Run(IEnumerable<WorkedCase> cases, IReadOnlyCollection<ParameterValue> catalogue, Semester since)
    {
        var results = new List<CaseResult>();
        foreach (var worked in cases)
        {
            var first = worked.From > since ? worked.From : since;
            var moments = catalogue.Select(v => v.From).Where(f => f > first).Append(first).Distinct().Order()
                .Select(m => worked.Programme.IsOf(m) ? m : m.Next).Where(worked.HoldsIn).Distinct().ToList();
            if (moments.Count == 0) continue;
            var run = moments.ConvertAll(m => worked.Run(m, catalogue));
            results.Add(run.Find(r => !r.Passes) ?? run[^1]);
        }
        return results;
    }

    /// <summary>The cases as they are once replacements hold: the old ends where the new begins.</summary>
    /// <param name="key">Makes the key of the case that takes the place of another.</param>
    public static IReadOnlyList<WorkedCase> Replace(
        IReadOnlyCollection<WorkedCase> cases, IReadOnlyCollection<CaseReplacement> replacements, Semester from, Func<WorkedCase, string> key)
    {
        var result = new List<WorkedCase>();
        foreach (var worked in cases)
        {
            if (replacements.FirstOrDefault(r => r.Key == worked.Key) is not { } replacement)
            {
                result.Add(worked);
                continue;
            }
            var begins = worked.From > from ? worked.From : from;
            result.Add(worked with { Until = begins });
            result.Add(worked with { Key = key(worked), From = begins, Expected = replacement.Expected });
        }
        return result;
    }
}
