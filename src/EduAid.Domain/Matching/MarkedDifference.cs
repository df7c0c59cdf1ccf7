namespace EduAid.Domain.Matching;

/// <summary>A stretch of a text that another text has too, or has otherwise.</summary>
public sealed record Stretch(string Text, bool Differs);

/// <summary>Two texts cut where they differ, to be shown side by side.</summary>
public static class MarkedDifference
{
    /// <summary>The stretches of <paramref name="one"/> against <paramref name="other"/>. Equal lengths are compared place by place; otherwise what is alike at both ends is kept.</summary>
    public static IReadOnlyList<Stretch> Of(string one, string other)
    {
        if (one.Length == 0) return [];
        var differs = new bool[one.Length];
        if (one.Length == other.Length)
        {
            for (var i = 0; i < one.Length; i++) differs[i] = one[i] != other[i];
        }
        else
        {
            var (head, tail, least) = (0, 0, Math.Min(one.Length, other.Length));
            while (head < least && one[head] == other[head]) head++;
            while (tail < least - head && one[^(tail + 1)] == other[^(tail + 1)]) tail++;
            for (var i = head; i < one.Length - tail; i++) differs[i] = true;
        }
        var stretches = new List<Stretch>();
        for (var i = 0; i < one.Length;)
        {
            var end = i + 1;
            while (end < one.Length && differs[end] == differs[i]) end++;
            stretches.Add(new(one[i..end], differs[i]));
            i = end;
        }
        return stretches;
    }
}
