namespace EduAid.Cli;

internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Anything else, with a message that a person can act on.</summary>
    public const int Failed = 1;

    /// <summary>The input has errors; the report is printed.</summary>
    public const int InputErrors = 2;

    public const int Usage = 64;
}

/// <summary>A semester, programme, file or option that does not exist.</summary>
internal sealed class UsageException(string message) : Exception(message);
