namespace EduAid.Domain.Findings;

public enum Severity
{
    Warning = 1,
    Error,
}

/// <summary>Something wrong at a place in a file. Sheet, row and column are null for what concerns the whole file.</summary>
/// <param name="Row">1-based, as the spreadsheet program shows it.</param>
/// <param name="Column">The heading as found.</param>
/// <param name="Detail">What the message needs beyond the code; never a whole ID or card.</param>
/// <param name="ColumnIndex">0-based position of the column, to mark the cell.</param>
public sealed record Problem(string? Sheet, int? Row, string? Column, string Code, Severity Severity, string Detail = "", int? ColumnIndex = null);
