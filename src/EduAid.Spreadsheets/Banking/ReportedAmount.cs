using System.Globalization;
using System.Text.RegularExpressions;
using EduAid.Domain.Findings;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Reading;

namespace EduAid.Spreadsheets.Banking;

/// <summary>Reads amounts in the unit of their column.</summary>
internal static partial class ReportedAmount
{
    public const string Yuan = "元", Fen = "分";

    /// <summary>The unit in the brackets of a heading; yuan where none is named. 万元 comes back as it is, and is refused.</summary>
    public static string UnitOf(string heading) => Unit().Match(Text.Fold(heading)) is { Success: true } match ? match.Groups[1].Value : Yuan;

    /// <summary>An amount above zero, or a finding code with its detail.</summary>
    public static (Money Amount, string? Problem, string Detail) Read(Cell cell, string unit)
    {
        if (unit is not (Yuan or Fen)) return (default, FindingCodes.AmountUnit, unit);
        var text = Written(cell);
        if (text.Length == 0) return (default, FindingCodes.AmountInvalid, "");
        var amount = unit == Yuan ? Money.Parse(text)
            : Money.Parse(text.TrimEnd('分')) is { } whole && whole.Fen % 100 == 0 ? Money.FromFen(whole.Fen / 100) : null;
        if (amount is { Fen: > 0 } read) return (read, null, "");
        return (default, amount is null && Fraction().IsMatch(text) ? FindingCodes.AmountFraction : FindingCodes.AmountInvalid, Shown(text));
    }

    // Spreadsheet programs compute in doubles and show 15 digits of them: 0.1 + 0.2 is 0.3 to whoever looks at it.
    private static string Written(Cell cell) =>
        cell.Kind == CellKind.Number ? cell.Number.ToString("G15", CultureInfo.InvariantCulture) : Text.Fold(cell.Text);

    private static string Shown(string text) => Intake.FreeText.Cut(Intake.FreeText.Mask(text), 30);

    [GeneratedRegex(@"[(\[【〔](?:单位)?[::,]?(?:人民币)?(元|角|分|[十百千万亿]+元?)[)\]】〕]")]
    private static partial Regex Unit();

    [GeneratedRegex(@"^[¥￥+]?[0-9,]*\.[0-9]+[元分]?$")]
    private static partial Regex Fraction();
}
