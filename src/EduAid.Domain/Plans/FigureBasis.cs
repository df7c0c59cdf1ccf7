namespace EduAid.Domain.Plans;

/// <summary>
/// What a stated figure follows from: <c>a+b</c> sums the figures of measures, <c>a/b+c</c> is the share of one in the sum of others,
/// <c>steps:a</c> counts the steps of one.
/// </summary>
public static class FigureBasis
{
    private const string Steps = "steps:";
    private const long Whole = 10_000;

    /// <summary>The figure that the others give (a share in hundredths of a percent, rounded to the nearest); null where one of them is not there.</summary>
    public static long? Compute(string basis, IReadOnlyCollection<OutlineMeasure> measures)
    {
        if (basis.StartsWith(Steps, StringComparison.Ordinal)) return Find(basis[Steps.Length..], measures)?.Steps.Count;
        if (basis.Split('/') is [var part, var all])
            return Sum(part, measures) is { } p && Sum(all, measures) is > 0 and var a ? ((2 * p * Whole) + a) / (2 * a) : null;
        return Sum(basis, measures);
    }

    /// <summary>The codes that a basis names.</summary>
    public static IEnumerable<string> Codes(string basis) =>
        (basis.StartsWith(Steps, StringComparison.Ordinal) ? basis[Steps.Length..] : basis).Split('+', '/');

    private static long? Sum(string codes, IReadOnlyCollection<OutlineMeasure> measures)
    {
        long sum = 0;
        foreach (var code in codes.Split('+'))
        {
            if (Find(code, measures)?.Target is not { } figure) return null;
            sum += figure;
        }
        return sum;
    }

    private static OutlineMeasure? Find(string code, IReadOnlyCollection<OutlineMeasure> measures) => measures.FirstOrDefault(m => m.Code == code);
}
