using System.Globalization;
using EduAid.Domain.Findings;

namespace EduAid.Domain.Values;

/// <summary>
/// A citizen identity number of 18 characters whose birth date exists and whose check character holds
/// (GB 11643-1999; ISO 7064 MOD 11-2). Prints masked; the whole number comes only from <see cref="Reveal"/>.
/// </summary>
public readonly record struct CitizenId
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private const string CheckCharacters = "10X98765432";

    private readonly string? _number;

    private CitizenId(string number) => _number = number;

    /// <summary>The whole number. Whoever shows or stores it in clear answers for it.</summary>
    public string Reveal() => _number ?? throw new InvalidOperationException("An empty citizen ID has no number.");

    public bool IsEmpty => _number is null;

    public DateOnly BirthDate => DateOnly.ParseExact(Reveal().AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>The 17th digit is odd for men and boys.</summary>
    public bool IsMale => (Reveal()[16] - '0') % 2 == 1;

    public string LastFour => Reveal()[14..];

    /// <summary>Completed years on a day.</summary>
    public int AgeOn(DateOnly day) => Age(BirthDate, day);

    public static int Age(DateOnly birth, DateOnly day) =>
        day.Year - birth.Year - (day < birth.AddYears(day.Year - birth.Year) ? 1 : 0);

    /// <summary>
    /// Reads text that has been folded (<see cref="Text.Fold"/>). Several things may be wrong with one number; each is a code:
    /// <c>id.missing</c>, <c>id.precision-lost</c>, <c>id.length</c>, <c>id.birth-date</c>, <c>id.checksum</c>.
    /// </summary>
    public static ParsedId Parse(string folded, DateOnly today)
    {
        if (folded.Length == 0) return new(default, FindingCodes.IdMissing);
        if (LooksExponential(folded)) return new(default, FindingCodes.IdPrecisionLost);
        if (folded.Length != 18) return new(default, FindingCodes.IdLength);

        var number = folded.ToUpperInvariant();
        var check = CheckCharacterOf(number);
        var digits = check is not null;
        var checkHolds = digits && check == number[17];
        // Excel keeps 15 digits: a longer number comes back with zeros at its end, and then the check character fails too.
        if (!checkHolds && digits && number.EndsWith("000", StringComparison.Ordinal)) return new(default, FindingCodes.IdPrecisionLost);
        var dateHolds = DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birth)
            && birth <= today && birth.Year >= 1880;
        return (dateHolds, checkHolds) switch
        {
            (true, true) => new(new CitizenId(number), null),
            (false, true) => new(default, FindingCodes.IdBirthDate),
            (true, false) => new(default, FindingCodes.IdChecksum),
            _ => new(default, FindingCodes.IdBirthDate, FindingCodes.IdChecksum),
        };
    }

    /// <summary>A number that is known to be valid, as read back from storage.</summary>
    public static CitizenId FromStored(string number) => new(number);

    /// <summary>The check character that the first 17 digits ask for; null where one of them is no digit.</summary>
    public static char? CheckCharacterOf(string number)
    {
        if (number.Length < 17) return null;
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            if (!char.IsAsciiDigit(number[i])) return null;
            sum += (number[i] - '0') * Weights[i];
        }
        return CheckCharacters[sum % 11];
    }

    /// <summary>Numbers in exponent form have lost digits, whatever they look like now.</summary>
    public static bool LooksExponential(string folded)
    {
        var e = folded.IndexOfAny(['E', 'e']);
        return e > 0 && double.TryParse(folded, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
    }

    /// <summary>341523********1234.</summary>
    public override string ToString() => _number is null ? "" : Mask(_number);

    /// <summary>Masks what may or may not be a whole number: area and last four stay.</summary>
    public static string Mask(string number) =>
        number.Length >= 15 ? $"{number[..6]}********{number[^4..]}" : new string('*', number.Length);
}

/// <summary>What reading a citizen ID gave: the number, or one or two finding codes.</summary>
public readonly record struct ParsedId(CitizenId Id, string? Problem, string? SecondProblem = null)
{
    public bool IsValid => Problem is null;
}
