using EduAid.Domain.Values;

namespace EduAid.Spreadsheets.Banking;

/// <summary>What a file says of its whole batch.</summary>
/// <param name="Batch">批次号, under which the bank answers.</param>
/// <param name="Document">发文字号; may be empty.</param>
/// <param name="Programme">Its name; the file carries the code beside it.</param>
/// <param name="Date">Day of the batch, never the day of writing: the same batch gives the same bytes whenever it is written.</param>
public sealed record BankFileHead(string Batch, string Document, string Programme, string ProgrammeCode, Semester Semester, DateOnly Date, string County);

/// <summary>One payment.</summary>
/// <param name="Sequence">From 1 without gaps.</param>
/// <param name="Payee">Whose account it is.</param>
public sealed record BankFileLine(
    int Sequence, string Payee, string Account, string? Bank, long Fen, CitizenId CitizenId = default, string? Remark = null)
{
    /// <summary>Prints no account and no name.</summary>
    public override string ToString() => $"line {Sequence}";
}
