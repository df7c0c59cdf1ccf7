using System.Text.RegularExpressions;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using EduAid.Spreadsheets.Reading;

namespace EduAid.Application.Intake;

/// <summary>
/// A cell as a preview shows it. Faulty values are masked like good ones: the ends are enough to find them in the file,
/// and a number with one digit wrong is still somebody's. A birth date beside a masked ID would give the ID away.
/// </summary>
public static partial class ShownCell
{
    private const int Longest = 60, LongNumber = 12;

    public static string Of(Field field, Cell cell)
    {
        var text = Text.Tidy(cell.Text);
        return field switch
        {
            Field.Card or Field.SocialCardAccount or Field.SocialCardNumber or Field.PayeeAccount => Masked(text, front: 4),
            Field.CitizenId or Field.GuardianId or Field.StudentNumber or Field.Phone => Masked(text, front: 6),
            Field.Birth => Year().Match(text) is { Success: true } year ? $"{year.Value}-**-**" : new string('*', text.Length),
            // An ID typed into another column is an ID all the same.
            _ when DigitsIn(text) >= LongNumber => Masked(text, front: 6),
            _ => text.Length > Longest ? text[..Longest] + "…" : text,
        };
    }

    private static string Masked(string text, int front)
    {
        var folded = Text.Fold(text);
        if (Exponential().Match(folded) is { Success: true } lost) return lost.Groups[1].Value + lost.Groups[2].Value;
        if (DigitsIn(folded) < 6) return text.Length > Longest ? text[..Longest] + "…" : text;
        if (folded.Length < LongNumber) return $"{folded[..2]}{new string('*', folded.Length - 4)}{folded[^2..]}";
        return front == 4 ? $"{folded[..4]} **** {folded[^4..]}" : $"{folded[..6]}{new string('*', Math.Min(folded.Length, 30) - 10)}{folded[^4..]}";
    }

    private static int DigitsIn(string text) => text.Count(char.IsAsciiDigit);

    [GeneratedRegex("^(?:19|20)[0-9]{2}(?![0-9])")]
    private static partial Regex Year();

    [GeneratedRegex("^([0-9](?:[.][0-9]{0,5})?)[0-9]*(E[+]?[0-9]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Exponential();
}
