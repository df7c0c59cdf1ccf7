using System.Diagnostics.CodeAnalysis;

namespace EduAid.Spreadsheets.Reading;

/// <summary>Either the opened file or the reason why it cannot be opened.</summary>
public sealed class OpenResult
{
    internal OpenResult(SpreadsheetFile file) => File = file;

    internal OpenResult(FileProblem problem) => Problem = problem;

    [MemberNotNullWhen(true, nameof(File))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsOpen => File is not null;

    /// <summary>To be disposed of by the caller.</summary>
    public SpreadsheetFile? File { get; }

    public FileProblem? Problem { get; }
}
