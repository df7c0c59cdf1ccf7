using EduAid.Domain.Values;

namespace EduAid.Application.Policies;

/// <summary>A person whose amount differs. Nought where the rules grant nothing or ask a question first.</summary>
/// <param name="FenBefore">Of the semester, by the values in force; <paramref name="FenAfter"/> by the proposed ones.</param>
public sealed record EffectLine(Semester Semester, string Programme, SchoolId School, string SchoolName, PersonId Person, string Name, long FenBefore, long FenAfter)
{
    public EffectKind Kind => FenBefore == 0 ? EffectKind.Entitled : FenAfter == 0 ? EffectKind.NoLonger : FenAfter > FenBefore ? EffectKind.More : EffectKind.Less;
}

public enum EffectKind
{
    /// <summary>New: nothing before.</summary>
    Entitled = 1,
    NoLonger,
    More,
    Less,
}

/// <summary>People and money of one programme in one semester, of a school or of all.</summary>
/// <param name="School">Null for all schools.</param>
/// <param name="Before">People entitled by the values in force; <paramref name="After"/> by the proposed ones.</param>
public sealed record EffectSum(
    Semester Semester, string Programme, SchoolId? School, string? SchoolName, int Before, int After, long FenBefore, long FenAfter, int Entitled, int NoLonger, int More, int Less)
{
    public long Difference => FenAfter - FenBefore;

    internal static EffectSum Of(IEnumerable<EffectSum> parts, EffectSum of) => parts.Aggregate(
        of with { School = null, SchoolName = null, Before = 0, After = 0, FenBefore = 0, FenAfter = 0, Entitled = 0, NoLonger = 0, More = 0, Less = 0 },
        (sum, p) => sum with
        {
            Before = sum.Before + p.Before,
            After = sum.After + p.After,
            FenBefore = sum.FenBefore + p.FenBefore,
            FenAfter = sum.FenAfter + p.FenAfter,
            Entitled = sum.Entitled + p.Entitled,
            NoLonger = sum.NoLonger + p.NoLonger,
            More = sum.More + p.More,
            Less = sum.Less + p.Less,
        });
}

/// <summary>What other values would mean for the last semesters with lists.</summary>
/// <param name="Semesters">The latest first; fewer than two where there are no more lists.</param>
/// <param name="Schools">By semester, programme and school, where anybody is entitled before or after.</param>
/// <param name="Lines">Those whose amount differs, by semester, programme, school and name.</param>
public sealed record PolicyEffect(IReadOnlyList<Semester> Semesters, IReadOnlyList<EffectSum> Schools, IReadOnlyList<EffectLine> Lines)
{
    /// <summary>By semester and programme, the latest semester first.</summary>
    public IReadOnlyList<EffectSum> Programmes { get; } =
        [.. Schools.GroupBy(s => (s.Semester, s.Programme)).Select(g => EffectSum.Of(g, g.First()))];

    public long Difference(Semester semester) => Programmes.Where(p => p.Semester == semester).Sum(p => p.Difference);
}
