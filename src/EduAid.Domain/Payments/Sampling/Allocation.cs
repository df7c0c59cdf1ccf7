using EduAid.Domain.Values;

namespace EduAid.Domain.Payments.Sampling;

/// <summary>How a sample is shared out among schools.</summary>
public static class Allocation
{
    /// <summary>
    /// In proportion to the entries of each school by largest remainders. Where there are at least as many to check as schools, a school
    /// that would get none gets one from the school that is furthest above its share, so that no school is left out.
    /// </summary>
    /// <param name="entries">Paid entries by school.</param>
    /// <param name="size">At most the sum of the entries.</param>
    public static IReadOnlyDictionary<SchoolId, int> Proportional(IReadOnlyDictionary<SchoolId, int> entries, int size)
    {
        var shares = entries.Where(e => e.Value > 0).Select(e => new Share(e.Key, e.Value)).OrderBy(s => s.School.Value).ToList();
        var population = shares.Sum(s => (long)s.Entries);
        if (size < 0 || size > population) throw new ArgumentOutOfRangeException(nameof(size), size, $"There are {population} entries.");
        if (size == 0) return shares.ToDictionary(s => s.School, _ => 0);

        // In whole numbers: quota × population, so that nothing depends on rounding.
        foreach (var share in shares) (share.Given, share.Rest) = ((int)((long)size * share.Entries / population), (long)size * share.Entries % population);
        foreach (var share in shares.OrderByDescending(s => s.Rest).ThenByDescending(s => s.Entries).ThenBy(s => s.School.Value).Take(size - shares.Sum(s => s.Given)).ToList())
            share.Given++;
        if (size >= shares.Count)
        {
            foreach (var none in shares.Where(s => s.Given == 0).ToList())
            {
                var giver = shares.Where(s => s.Given > 1)
                    .OrderByDescending(s => (s.Given * population) - ((long)size * s.Entries)).ThenByDescending(s => s.Entries).ThenBy(s => s.School.Value).First();
                (giver.Given, none.Given) = (giver.Given - 1, 1);
            }
        }
        return shares.ToDictionary(s => s.School, s => s.Given);
    }

    private sealed class Share(SchoolId school, int entries)
    {
        public SchoolId School => school;

        public int Entries => entries;

        public int Given { get; set; }

        public long Rest { get; set; }
    }
}
