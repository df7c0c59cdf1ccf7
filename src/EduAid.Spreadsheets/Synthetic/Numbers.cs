using System.Globalization;
using System.Text;

namespace EduAid.Spreadsheets.Synthetic;

/// <summary>Makes identification and card numbers that pass their checks and belong to nobody.</summary>
internal sealed class Numbers
{
    private const string Area = "341523";
    private readonly HashSet<long> used = [];

    /// <summary>GB 11643: area, birth date, sequence (odd for men) and the check character of ISO 7064 MOD 11-2.</summary>
    public string CitizenId(Seeded random, DateOnly birth, bool male, bool endingInZeros = false)
    {
        for (var attempt = 0; ; attempt++)
        {
            // Sequences like 200 can end in 000 with a right check character: an ID like any other, and a trap.
            var sequence = endingInZeros && attempt < 40
                ? 100 * random.Next(10)
                : (random.Next(499) * 2) + (male ? 1 : 2);
            var body = Area + birth.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + sequence.ToString("D3", CultureInfo.InvariantCulture);
            var check = Check(body);
            if (endingInZeros && attempt < 40 && (check != '0' || male))
                continue;
            if (used.Add(long.Parse(body.AsSpan(6), CultureInfo.InvariantCulture)))
                return body + check;
        }
    }

    public static char Check(string seventeen)
    {
        var remainder = 0;
        foreach (var digit in seventeen)
            remainder = (remainder + (digit - '0')) * 2 % 11;
        return "10X98765432"[remainder];
    }

    /// <summary>Whether 18 characters carry the check character that belongs to them.</summary>
    public static bool Checks(string eighteen) => Check(eighteen[..17]) == eighteen[17];

    /// <summary>19 digits with a right (or, on wish, a wrong) Luhn digit.</summary>
    public static string Card(Seeded random, bool wrong = false)
    {
        var text = new StringBuilder("621700", 19);
        while (text.Length < 18)
            text.Append((char)('0' + random.Next(10)));
        var sum = 0;
        for (var place = 0; place < 18; place++)
        {
            var digit = (text[17 - place] - '0') * (place % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }

        var check = (10 - (sum % 10)) % 10;
        return text.Append((char)('0' + ((check + (wrong ? 3 : 0)) % 10))).ToString();
    }

    /// <summary>Eleven digits in a range that no operator has: 12x is not a mobile prefix.</summary>
    public static string Phone(Seeded random) =>
        "120" + random.Next(100_000_000).ToString("D8", CultureInfo.InvariantCulture);
}
