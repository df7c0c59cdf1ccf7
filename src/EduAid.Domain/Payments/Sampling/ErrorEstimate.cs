using EduAid.Domain.Values;

namespace EduAid.Domain.Payments.Sampling;

/// <summary>What checking found at one school.</summary>
/// <param name="Population">Paid entries there.</param>
/// <param name="Checked">Of them checked with an outcome; who could not be reached is not among them.</param>
/// <param name="Errors">Of those checked, where the money did not arrive as it should.</param>
public readonly record struct SchoolFindings(SchoolId School, int Population, int Checked, int Errors);

/// <summary>
/// The share of errors among all paid entries, with its interval. The rate weighs each school by its entries. The interval is Wilson's
/// (1927), which stays between 0 and 1 and says something even where no error was found, with two changes: the sample counts for
/// more where it is a large part of all entries, n(N−1)/(N−n), and for less by the design effect where schools differ more than chance
/// (never for more: one sample of a few at each school is too small to trust that it is better than a simple one).
/// </summary>
/// <param name="Population">Paid entries of all schools.</param>
/// <param name="Covered">Of them at schools with at least one checked entry; the rate is taken to hold for the others too.</param>
/// <param name="Rate">0 to 1.</param>
public sealed record ErrorEstimate(int Population, int Covered, int Checked, int Errors, double Rate, double Low, double High)
{
    /// <summary>Null where nothing was checked.</summary>
    /// <exception cref="ArgumentException">More are checked than there are, or more wrong than checked.</exception>
    public static ErrorEstimate? Of(IReadOnlyCollection<SchoolFindings> schools, Confidence confidence)
    {
        if (schools.Any(s => s.Errors < 0 || s.Errors > s.Checked || s.Checked > s.Population))
            throw new ArgumentException("Errors are among the checked, and these among the paid.", nameof(schools));
        var strata = schools.Where(s => s.Checked > 0).ToList();
        if (strata.Count == 0) return null;
        var (population, covered) = (schools.Sum(s => s.Population), strata.Sum(s => s.Population));
        var (read, errors) = (strata.Sum(s => s.Checked), strata.Sum(s => s.Errors));
        var rate = strata.Sum(s => (double)s.Population / covered * s.Errors / s.Checked);
        // Everybody was asked: nothing is left to chance.
        if (read == population) return new(population, covered, read, errors, rate, rate, rate);

        var counts = read * (population - 1.0) / (population - read) / DesignEffect(strata, covered, (double)errors / read);
        var (low, high) = Wilson(rate, counts, (double)SampleSize.Quantile(confidence));
        return new(population, covered, read, errors, rate, low, high);
    }

    /// <summary>Wilson's interval of a share found among a number checked, which may be a fraction.</summary>
    public static (double Low, double High) Wilson(double rate, double count, double z)
    {
        var (square, scale) = (z * z, 1 + (z * z / count));
        var centre = (rate + (square / (2 * count))) / scale;
        var half = z / scale * Math.Sqrt((rate * (1 - rate) / count) + (square / (4 * count * count)));
        // Without an error the interval begins at nothing, which rounding must not miss.
        return (rate <= 0 ? 0 : Math.Max(0, centre - half), rate >= 1 ? 1 : Math.Min(1, centre + half));
    }

    // The variance of the stratified estimate over that of a simple sample of the same size (Cochran 1977, 5.3); not below 1.
    private static double DesignEffect(List<SchoolFindings> strata, double covered, double pooled)
    {
        double read = strata.Sum(s => s.Checked);
        if (read < 2 || pooled is <= 0 or >= 1 || read >= covered) return 1;
        var spread = read / (read - 1) * pooled * (1 - pooled);
        var stratified = strata.Sum(s =>
        {
            var (weight, share, n) = (s.Population / covered, (double)s.Errors / s.Checked, (double)s.Checked);
            // One entry shows no spread of its own: that of all is taken.
            var own = s.Checked == 1 ? spread : n / (n - 1) * share * (1 - share);
            return weight * weight * (1 - (n / s.Population)) * own / n;
        });
        return Math.Max(1, stratified / ((1 - (read / covered)) * spread / read));
    }
}
