using System.Numerics;

namespace EduAid.Spreadsheets.Synthetic;

/// <summary>
/// SplitMix64. Our own, because the county of a seed must be the same on every runtime, and because a fork by label
/// keeps one school's list as it was when another school's changes.
/// </summary>
internal sealed class Seeded
{
    private readonly ulong origin;
    private ulong state;

    private Seeded(ulong origin) => (this.origin, state) = (origin, origin);

    public Seeded(int seed) : this(unchecked((ulong)seed * 0x9E3779B97F4A7C15UL)) { }

    /// <summary>A stream of its own for a part, independent of how much this one was used.</summary>
    public Seeded Fork(string label, int number = 0)
    {
        unchecked
        {
            var hash = origin ^ 0xCBF29CE484222325UL;
            foreach (var letter in label)
                hash = (hash ^ letter) * 0x100000001B3UL;
            return new Seeded(Mix(hash + ((ulong)number * 0xD6E8FEB86659FD93UL)));
        }
    }

    public int Next(int below) => (int)Math.BigMul(Draw(), (ulong)below, out _);

    public int Between(int low, int high) => low + Next(high - low + 1);

    public bool Chance(double share) => (Draw() >> 11) * (1.0 / (1UL << 53)) < share;

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    public T Pick<T>(params ReadOnlySpan<T> items) => items[Next(items.Length)];

    /// <summary>Draws an index with the weights' likelihood.</summary>
    public int Weighted(params ReadOnlySpan<int> weights)
    {
        var total = 0;
        foreach (var weight in weights)
            total += weight;
        var left = Next(total);
        var index = 0;
        while (left >= weights[index])
            left -= weights[index++];
        return index;
    }

    public void Shuffle<T>(IList<T> items)
    {
        for (var last = items.Count - 1; last > 0; last--)
        {
            var other = Next(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    private ulong Draw()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            return Mix(state);
        }
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return BitOperations.RotateLeft(z ^ (z >> 31), 17);
        }
    }
}
