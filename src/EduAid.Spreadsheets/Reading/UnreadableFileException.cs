namespace EduAid.Spreadsheets.Reading;

/// <summary>The file turned out to be unreadable while its rows were streaming; the caller makes a finding of it.</summary>
public sealed class UnreadableFileException : Exception
{
    public UnreadableFileException(FileProblem problem)
        : this(problem, null)
    {
    }

    public UnreadableFileException(FileProblem problem, Exception? innerException)
        : base((problem ?? throw new ArgumentNullException(nameof(problem))).Message, innerException) => Problem = problem;

    public FileProblem Problem { get; }
}
