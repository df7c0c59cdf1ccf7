using System.Text.RegularExpressions;
using EduAid.Domain.Findings;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Reading;

namespace EduAid.Spreadsheets.Banking;

/// <summary>An account as a bank reports it, which may hide its middle: 6217********0443. Prints masked.</summary>
public readonly partial record struct ReportedAccount
{
    /// <summary>A double holds 15 digits for certain, and a spreadsheet program keeps no more.</summary>
    private const double LosesDigitsFrom = 1e15;

    private ReportedAccount(string text) => Text = text;

    /// <summary>Digits, capital letters and asterisks, without spaces and dashes.</summary>
    public string Text { get; }

    public bool IsMasked => Text.Contains('*', StringComparison.Ordinal);

    /// <summary>Whether this can be the account: equal, or equal in all that is shown.</summary>
    public bool Fits(string account)
    {
        var whole = Plain(account);
        if (!IsMasked) return Text == whole;
        var (front, back) = (Text[..Text.IndexOf('*', StringComparison.Ordinal)], Text[(Text.LastIndexOf('*') + 1)..]);
        return whole.Length > front.Length + back.Length
            && whole.StartsWith(front, StringComparison.Ordinal) && whole.EndsWith(back, StringComparison.Ordinal);
    }

    /// <summary>The account, or a finding code with its detail.</summary>
    internal static (ReportedAccount Account, string? Problem, string Detail) Read(Cell cell)
    {
        var folded = Domain.Values.Text.Fold(cell.Text);
        if ((cell.Kind == CellKind.Number && Math.Abs(cell.Number) >= LosesDigitsFrom) || CitizenId.LooksExponential(folded))
            return (default, FindingCodes.AccountPrecisionLost, "");
        var plain = Plain(folded);
        return Shape().IsMatch(plain) ? (new(plain), null, "")
            : (default, FindingCodes.AccountInvalid, plain.Length == 0 ? "" : $"{plain.Length}");
    }

    public override string ToString() => Text is null ? "" : BankCard.Mask(Text);

    private static string Plain(string text) => Domain.Values.Text.Fold(text).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();

    // Of a masked one at least its last four must show, or it says nothing.
    [GeneratedRegex(@"^(?=.{6,34}$)([0-9A-Z]+|[0-9A-Z]*\*+[0-9A-Z]{4,})$")]
    private static partial Regex Shape();
}
