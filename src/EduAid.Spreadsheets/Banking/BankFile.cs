using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace EduAid.Spreadsheets.Banking;

public enum BankFileFault
{
    NoLines = 1,
    PayeeMissing,

    /// <summary>Not 6 to 34 digits, letters or dashes.</summary>
    AccountUnusable,
    AmountNotPositive,

    /// <summary>A field is longer than the format has room for.</summary>
    TooLong,
}

/// <param name="Sequence">Null for the file as a whole.</param>
/// <param name="Value">The field in question, where it is one.</param>
public sealed record BankFileProblem(int? Sequence, BankFileFault Fault, BankValue? Value = null);

/// <summary>A written file with its control totals.</summary>
/// <param name="Sha256">Of the content, in lower-case hex.</param>
/// <param name="Fingerprints">By line, in order.</param>
public sealed record BankFileContent(
    string Name, byte[] Content, int Count, long Fen, string Checksum, string Sha256, IReadOnlyList<string> Fingerprints);

/// <summary>Either the file or why it cannot be written; never a part of it.</summary>
public sealed record BankFileResult(BankFileContent? File, IReadOnlyList<BankFileProblem> Problems)
{
    [MemberNotNullWhen(true, nameof(File))]
    public bool IsWritten => File is not null;
}

/// <summary>Writes a batch for the bank. The same batch in the same format under the same key gives the same bytes.</summary>
public static class BankFile
{
    /// <param name="fingerprintKey">As of <see cref="LineFingerprint.Of"/>.</param>
    /// <exception cref="ArgumentException">The sequence numbers are not 1 to n in order.</exception>
    public static BankFileResult Write(BankFormat format, BankFileHead head, IEnumerable<BankFileLine> lines, ReadOnlySpan<byte> fingerprintKey)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(head);
        var all = lines.ToList();
        for (var i = 0; i < all.Count; i++)
            if (all[i].Sequence != i + 1) throw new ArgumentException($"Line {i + 1} is numbered {all[i].Sequence}.", nameof(lines));
        var problems = all.Count == 0 ? [new(null, BankFileFault.NoLines)] : all.SelectMany(Faults).ToList();
        if (problems.Count > 0) return new(null, problems);

        var fingerprints = new string[all.Count];
        for (var i = 0; i < all.Count; i++) fingerprints[i] = LineFingerprint.Of(fingerprintKey, all[i].Payee, all[i].Account, all[i].Fen);
        var batch = new BankBatch(head, all, fingerprints);
        var content = format.Layout == BankLayout.Workbook ? BankWorkbook.Write(format, batch) : BankText.Write(format, batch, problems);
        if (problems.Count > 0) return new(null, problems);
        return new(
            new(BankFileName.Of(format, head, all.Count), content, all.Count, batch.Fen, batch.Checksum, Convert.ToHexStringLower(SHA256.HashData(content)), fingerprints),
            []);
    }

    private static IEnumerable<BankFileProblem> Faults(BankFileLine line)
    {
        if (string.IsNullOrWhiteSpace(line.Payee)) yield return new(line.Sequence, BankFileFault.PayeeMissing, BankValue.Payee);
        if (line.Account.Length is < 6 or > 34 || !line.Account.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            yield return new(line.Sequence, BankFileFault.AccountUnusable, BankValue.Account);
        if (line.Fen <= 0) yield return new(line.Sequence, BankFileFault.AmountNotPositive, BankValue.AmountYuan);
    }
}

/// <summary>A batch with its control totals.</summary>
internal sealed class BankBatch(BankFileHead head, IReadOnlyList<BankFileLine> lines, IReadOnlyList<string> fingerprints)
{
    public BankFileHead Head => head;

    public IReadOnlyList<BankFileLine> Lines => lines;

    public long Fen { get; } = lines.Sum(line => line.Fen);

    public string Checksum { get; } = FileChecksum.Of(head.Batch, lines);

    public string FingerprintOf(BankFileLine line) => fingerprints[line.Sequence - 1];
}
