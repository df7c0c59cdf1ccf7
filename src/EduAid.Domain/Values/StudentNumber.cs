namespace EduAid.Domain.Values;

/// <summary>A national student number (学籍号): G, J or L and 18 characters. G carries the citizen ID of the day it was given, J and L are provisional.</summary>
public readonly record struct StudentNumber(string Number)
{
    /// <summary>Null where the folded text has not that form.</summary>
    public static StudentNumber? Parse(string folded)
    {
        var number = folded.ToUpperInvariant();
        return number.Length == 19 && number[0] is 'G' or 'J' or 'L' && number.All(char.IsAsciiLetterOrDigit) ? new(number) : null;
    }

    /// <summary>Whether a G number carries another ID than the present one; the others never do.</summary>
    public bool DiffersFrom(CitizenId id) => Number[0] == 'G' && !Number.AsSpan(1).SequenceEqual(id.Reveal());

    public override string ToString() => Number.Length == 19 ? Number[0] + CitizenId.Mask(Number[1..]) : "";
}
