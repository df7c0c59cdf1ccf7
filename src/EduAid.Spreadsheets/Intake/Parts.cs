using System.Globalization;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Findings;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Reading;

namespace EduAid.Spreadsheets.Intake;

/// <summary>The checks that several kinds of list share.</summary>
internal static class Parts
{
    // Beyond 15 digits a spreadsheet's number has lost what it was, whatever it shows now.
    private const double DigitsEnd = 1e15;

    public static bool HasLostDigits(Cell cell) => cell.Kind == CellKind.Number && Math.Abs(cell.Number) >= DigitsEnd;

    /// <summary>The row's citizen ID with its findings; the rest beyond 18 characters where the list allows a disabled person's number.</summary>
    public static (CitizenId? Id, string? Suffix) Id(RowCells cells, DateOnly today, bool mayHaveTwenty = false)
    {
        var cell = cells.Cell(Field.CitizenId);
        if (HasLostDigits(cell))
        {
            cells.Error(Field.CitizenId, FindingCodes.IdPrecisionLost);
            return (null, null);
        }
        var folded = Text.Fold(cell.Text);
        string? rest = null;
        if (mayHaveTwenty && folded.Length == 20) (folded, rest) = (folded[..18], folded[18..]);
        var parsed = CitizenId.Parse(folded, today);
        if (parsed.IsValid) return (parsed.Id, rest);
        cells.Error(Field.CitizenId, parsed.Problem!, Detail(parsed.Problem!, folded));
        if (parsed.SecondProblem is { } second) cells.Error(Field.CitizenId, second, Detail(second, folded));
        return (null, rest);
    }

    /// <summary>The ID of a row that is refused for something else; "" where it has none: a number that lost its digits is nobody's.</summary>
    public static string ValidId(RowCells cells, DateOnly today)
    {
        var cell = cells.Cell(Field.CitizenId);
        var folded = Text.Fold(cell.Text).ToUpperInvariant();
        return !HasLostDigits(cell) && CitizenId.Parse(folded, today).IsValid ? folded : "";
    }

    /// <summary>The ID of a row as it is written, whatever is wrong with it.</summary>
    public static string WrittenId(RowCells cells) => cells.Folded(Field.CitizenId, 40).ToUpperInvariant();

    public static string? Name(RowCells cells, CitizenId? id)
    {
        if (PersonName.Parse(cells.Cell(Field.Name).Text) is { } name && !CitizenIdIsInNameColumn(name.Folded)) return FreeText.Cut(name.Written, 100);
        cells.Error(Field.Name, FindingCodes.NameMissing);
        return null;
    }

    /// <summary>Sex and birth date against the ID: warnings.</summary>
    public static void Against(RowCells cells, CitizenId id)
    {
        var sex = cells.Folded(Field.Sex);
        if (sex is "男" or "女" && sex == "男" != id.IsMale) cells.Warn(Field.Sex, FindingCodes.SexMismatch, id.IsMale ? "男" : "女");
        if (Dates.Read(cells.Cell(Field.Birth)) is { } birth && !birth.Fits(id.BirthDate)) cells.Warn(Field.Birth, FindingCodes.BirthMismatch);
    }

    public static (AccountState State, BankCard Card) Card(RowCells cells)
    {
        var field = cells.Header.CardField;
        if (!cells.Header.Has(field)) return (AccountState.Missing, default);
        var cell = cells.Cell(field);
        var folded = Text.Fold(cell.Text);
        if (folded.Length == 0) return (AccountState.Missing, default);
        if (HasLostDigits(cell) || CitizenId.LooksExponential(folded))
        {
            cells.Warn(field, FindingCodes.CardInvalid, "lost");
            return (AccountState.Invalid, default);
        }
        var (card, problem) = BankCard.Parse(folded);
        if (problem is not null)
        {
            // A social-security card's own serial is short and no account.
            if (field == Field.SocialCardNumber && folded.Length < 16) return (AccountState.Missing, default);
            cells.Warn(field, FindingCodes.CardInvalid, folded.Length.ToString(CultureInfo.InvariantCulture));
            return (AccountState.Invalid, default);
        }
        if (!card.LuhnHolds) cells.Warn(field, FindingCodes.CardLuhn);
        return (AccountState.Usable, card);
    }

    public static string? Phone(RowCells cells)
    {
        var phone = cells.Folded(Field.Phone, 40);
        return phone.Length == 0 ? null : phone;
    }

    private static bool CitizenIdIsInNameColumn(string folded) => folded.Length >= 15 && folded.All(c => char.IsAsciiDigit(c) || c == 'X');

    private static string Detail(string code, string folded) => code switch
    {
        FindingCodes.IdChecksum => CitizenId.CheckCharacterOf(folded.ToUpperInvariant())?.ToString() ?? "",
        FindingCodes.IdLength => folded.Length.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };
}
