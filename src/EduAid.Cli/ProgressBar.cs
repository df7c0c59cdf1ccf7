using EduAid.Application.Setup;

namespace EduAid.Cli;

/// <summary>A progress bar on standard error, where that is a terminal; elsewhere nothing.</summary>
internal sealed class ProgressBar(Session session) : IProgress<LoadStep>
{
    private const int Width = 30;

    public static ProgressBar? OnTerminal(Session session) => Console.IsErrorRedirected ? null : new(session);

    public void Report(LoadStep value)
    {
        var filled = Width * value.Done / value.Total;
        Console.Error.Write($"\r[{new string('#', filled)}{new string('.', Width - filled)}] {session.Words["Cli.DemoStep", $"{value.What} {value.Done}/{value.Total}"]}\u001b[K");
        if (value.Done == value.Total) Console.Error.WriteLine();
    }
}
