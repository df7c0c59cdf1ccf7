using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using EduAid.Domain.Values;

namespace EduAid.Domain.Payments.Sampling;

/// <summary>A paid entry that may be drawn.</summary>
public readonly record struct Candidate(Guid Entry, SchoolId School);

/// <summary>
/// The draw. Each entry has a ticket, SHA-256 over the length-prefixed seed and the entry's key (32 lower-case hex digits); of each school
/// the lowest tickets are drawn. Whoever has seed and list can draw again anywhere and gets the same, in whatever order the list comes,
/// and nobody can steer who is drawn without knowing the seed beforehand: it is to be fixed in public after the payments.
/// </summary>
public static class SampleDraw
{
    /// <param name="seed">As announced; not blank.</param>
    /// <param name="size">At most the number of candidates.</param>
    /// <returns>The drawn entries by school and ticket.</returns>
    /// <exception cref="ArgumentException">The seed is blank, an entry is there twice, or more are asked for than there are.</exception>
    public static IReadOnlyList<Candidate> Draw(string seed, IReadOnlyCollection<Candidate> candidates, int size)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(seed);
        if (candidates.DistinctBy(c => c.Entry).Count() != candidates.Count) throw new ArgumentException("An entry is there twice.", nameof(candidates));
        var given = Allocation.Proportional(candidates.GroupBy(c => c.School).ToDictionary(g => g.Key, g => g.Count()), size);
        return
        [
            .. candidates.GroupBy(c => c.School).OrderBy(g => g.Key.Value)
                .SelectMany(school => school.OrderBy(c => Ticket(seed, c.Entry), StringComparer.Ordinal).Take(given[school.Key])),
        ];
    }

    /// <summary>In lower-case hex.</summary>
    public static string Ticket(string seed, Guid entry)
    {
        var text = Encoding.UTF8.GetBytes(seed);
        var bytes = new byte[4 + text.Length + 32];
        BinaryPrimitives.WriteInt32BigEndian(bytes, text.Length);
        text.CopyTo(bytes, 4);
        Encoding.ASCII.GetBytes(entry.ToString("N"), bytes.AsSpan(4 + text.Length));
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
