using EduAid.Domain.Payments;
using EduAid.Spreadsheets.Intake;

namespace EduAid.Spreadsheets.Banking;

/// <summary>What banks' words mean, by <c>seeds/codes/bank-outcomes.json</c> and <c>bank-reasons.json</c>.</summary>
internal static class ReturnWords
{
    /// <summary>Compared for equality; null for what nobody has written like that yet.</summary>
    public static BankOutcome? Outcome(string folded) => CodeSet.BankOutcomes.Find(folded) switch
    {
        "paid" => BankOutcome.Paid,
        "failed" => BankOutcome.Failed,
        "pending" => BankOutcome.Pending,
        "returned" => BankOutcome.Returned,
        _ => null,
    };

    /// <summary>A code, <see cref="BankReasons.Other"/> for unknown words, null for none (无, -). Numbers, brackets and punctuation around the words do not count.</summary>
    public static string? Reason(string text)
    {
        var words = Headings.Fold(text).Trim([.. "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"]);
        if (words is "无" || !text.Any(char.IsLetterOrDigit)) return null;
        return CodeSet.BankReasons.Find(words) ?? BankReasons.Other;
    }

    /// <summary>A failure or a return with a known reason in the same cell.</summary>
    public static (BankOutcome Outcome, string Reason, string Text)? Split(string folded)
    {
        var cut = folded.IndexOfAny(['(', ':', '-', ',', ';', '，', '；', '：', '—', '、', '/']);
        if (cut <= 0 || Outcome(folded[..cut]) is not { } outcome || outcome is not (BankOutcome.Failed or BankOutcome.Returned)) return null;
        var rest = folded[cut..].Trim('(', ')', ':', '-', ',', ';', '，', '；', '：', '—', '、', '/');
        return CodeSet.BankReasons.Find(rest) is { } reason ? (outcome, reason, rest) : null;
    }
}
