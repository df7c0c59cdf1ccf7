using EduAid.Domain.Values;

namespace EduAid.Domain.Matching;

/// <summary>In what way one number came out of another.</summary>
public enum IdSlip
{
    /// <summary>错一位.</summary>
    OneDigit = 1,

    /// <summary>相邻两位颠倒.</summary>
    Swapped,

    /// <summary>15 位老号.</summary>
    Fifteen,

    /// <summary>The spreadsheet program kept 15 digits and wrote zeros for the rest.</summary>
    PrecisionLost,

    /// <summary>少一位.</summary>
    Missing,

    /// <summary>One character typed twice.</summary>
    Doubled,
}

/// <summary>
/// What a citizen ID becomes by one slip of the hand. Two valid IDs never differ in a single character, because the check character
/// catches that: among valid ones a slip carries its own check character with it, as when the number was written anew.
/// </summary>
public static class IdNeighbours
{
    /// <summary>Valid IDs one slip away: one of the first 17 digits differs, or two neighbours among them are swapped, with the check character that follows.</summary>
    public static IEnumerable<(string Number, IdSlip Slip)> Valid(CitizenId id, DateOnly today)
    {
        var number = id.Reveal();
        foreach (var (digits, slip) in Slips(number[..17], "0123456789"))
        {
            if (CitizenId.CheckCharacterOf(digits) is not { } check || digits == number[..17]) continue;
            var neighbour = digits + check;
            if (CitizenId.Parse(neighbour, today).IsValid) yield return (neighbour, slip);
        }
    }

    /// <summary>What may stand in a row that was refused for its ID: one character differs, two neighbours are swapped, one is missing or doubled, 15 digits, or digits were lost.</summary>
    public static IEnumerable<(string Text, IdSlip Slip)> Refused(CitizenId id)
    {
        var number = id.Reveal();
        foreach (var slipped in Slips(number, "0123456789X")) yield return slipped;
        yield return (number[..6] + number[8..17], IdSlip.Fifteen);
        yield return (number[..15] + "000", IdSlip.PrecisionLost);
        for (var i = 0; i < number.Length; i++)
        {
            yield return (number.Remove(i, 1), IdSlip.Missing);
            yield return (number.Insert(i, number[i].ToString()), IdSlip.Doubled);
        }
    }

    /// <summary>The slip that lies between an ID and a text that is none; null where more than one does.</summary>
    public static IdSlip? Between(CitizenId id, string text)
    {
        foreach (var (refused, slip) in Refused(id))
            if (refused == text) return slip;
        // A number written anew around a date that does not exist carries its own check character.
        if (text.Length != 18 || CitizenId.CheckCharacterOf(text) != text[17]) return null;
        foreach (var (digits, slip) in Slips(id.Reveal()[..17], "0123456789"))
            if (digits == text[..17]) return slip;
        return null;
    }

    private static IEnumerable<(string Text, IdSlip Slip)> Slips(string number, string characters)
    {
        for (var i = 0; i < number.Length; i++)
            foreach (var c in characters)
                if (c != number[i] && (c != 'X' || i == 17)) yield return (string.Concat(number.AsSpan(0, i), [c], number.AsSpan(i + 1)), IdSlip.OneDigit);
        for (var i = 0; i + 1 < number.Length; i++)
            if (number[i] != number[i + 1]) yield return (string.Concat(number.AsSpan(0, i), [number[i + 1], number[i]], number.AsSpan(i + 2)), IdSlip.Swapped);
    }
}
