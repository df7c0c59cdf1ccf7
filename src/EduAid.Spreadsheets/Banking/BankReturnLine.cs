using EduAid.Domain.Payments;
using EduAid.Domain.Values;

namespace EduAid.Spreadsheets.Banking;

/// <summary>What a bank reports of one payment, as it stands in its file; what it is about is found by the caller.</summary>
public sealed record BankReturnLine
{
    /// <summary>批次号; null where neither the line nor the file names one.</summary>
    public string? Batch { get; init; }

    /// <summary>序号 as it was sent; null where the file has none.</summary>
    public int? Sequence { get; init; }

    public required ReportedAccount Account { get; init; }

    /// <summary>户名, or 姓名 where that is all there is.</summary>
    public string? Payee { get; init; }

    /// <summary>Above zero.</summary>
    public required Money Amount { get; init; }

    public required BankOutcome Outcome { get; init; }

    /// <summary>A code of <see cref="BankReasons"/>; null for what was paid and for what is pending without a reason.</summary>
    public string? Reason { get; init; }

    /// <summary>The bank's own words, long numbers masked.</summary>
    public string? ReasonText { get; init; }

    public DateOnly? CreditedOn { get; init; }

    /// <summary>As the bank echoes it, upper case; to be compared with <see cref="LineFingerprint.Of"/>.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Prints no account and no name.</summary>
    public override string ToString() => $"line {Sequence} of {Batch}: {Outcome}";
}
