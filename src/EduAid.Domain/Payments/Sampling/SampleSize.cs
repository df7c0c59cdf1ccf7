namespace EduAid.Domain.Payments.Sampling;

/// <summary>How sure one wants to be.</summary>
public enum Confidence
{
    Ninety = 90,
    NinetyFive = 95,
    NinetyNine = 99,
}

/// <summary>How many entries to check (Cochran, Sampling Techniques, 3rd ed. 1977, 4.3–4.4).</summary>
public static class SampleSize
{
    /// <summary>
    /// n₀ = z²p(1−p)/e², corrected for a finite population to n₀/(1+(n₀−1)/N) and rounded up. For N = 1000, 95 % and 5 points it is 278
    /// (Krejcie and Morgan 1970).
    /// </summary>
    /// <param name="population">Paid entries, from 0.</param>
    /// <param name="margin">Half the width of the interval, above 0 and below 1: 0.05 is five points.</param>
    /// <param name="expected">The share of errors expected; one half, the most careful, where nothing is known.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static int For(int population, Confidence confidence, decimal margin, decimal expected = 0.5m)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(population);
        if (margin is <= 0 or >= 1) throw new ArgumentOutOfRangeException(nameof(margin), margin, "A margin lies between 0 and 1.");
        if (expected is <= 0 or >= 1) throw new ArgumentOutOfRangeException(nameof(expected), expected, "An expected share lies between 0 and 1.");
        if (population == 0) return 0;
        var z = Quantile(confidence);
        var infinite = z * z * expected * (1 - expected) / (margin * margin);
        var finite = infinite / (1 + ((infinite - 1) / population));
        return Math.Clamp(finite >= population ? population : (int)decimal.Ceiling(finite), 1, population);
    }

    /// <summary>The two-sided quantile of the normal distribution.</summary>
    internal static decimal Quantile(Confidence confidence) => confidence switch
    {
        Confidence.Ninety => 1.644853627m,
        Confidence.NinetyFive => 1.959963985m,
        Confidence.NinetyNine => 2.575829304m,
        _ => throw new ArgumentOutOfRangeException(nameof(confidence), confidence, null),
    };
}
