using EduAid.Domain.Findings;

namespace EduAid.Domain.Values;

/// <summary>A bank account or card number of 16 to 19 digits. Prints masked; the whole number comes only from <see cref="Reveal"/>.</summary>
public readonly record struct BankCard
{
    private readonly string? _number;

    private BankCard(string number) => _number = number;

    public bool IsEmpty => _number is null;

    public string Reveal() => _number ?? throw new InvalidOperationException("An empty card has no number.");

    /// <summary>
    /// Reads folded text; dashes between the groups are dropped. Null with <c>card.missing</c> for blank text
    /// and <c>card.invalid</c> for anything that is not 16–19 digits.
    /// </summary>
    public static (BankCard Card, string? Problem) Parse(string folded)
    {
        var number = folded.Replace("-", "", StringComparison.Ordinal);
        if (number.Length == 0) return (default, FindingCodes.CardMissing);
        if (number.Length is < 16 or > 19 || !number.All(char.IsAsciiDigit)) return (default, FindingCodes.CardInvalid);
        return (new BankCard(number), null);
    }

    public static BankCard FromStored(string number) => new(number);

    /// <summary>The Luhn check (ISO/IEC 7812-1). Passbooks and some rural accounts fail it, so it only warns.</summary>
    public bool LuhnHolds
    {
        get
        {
            var number = Reveal();
            var sum = 0;
            for (var i = 0; i < number.Length; i++)
            {
                var digit = number[^(i + 1)] - '0';
                if (i % 2 == 1) digit = digit * 2 > 9 ? (digit * 2) - 9 : digit * 2;
                sum += digit;
            }
            return sum % 10 == 0;
        }
    }

    /// <summary>6217 **** 0443.</summary>
    public override string ToString() => _number is null ? "" : Mask(_number);

    public static string Mask(string number) => number.Length >= 8 ? $"{number[..4]} **** {number[^4..]}" : new string('*', number.Length);
}
