using EduAid.Application.Jobs;
using EduAid.Application.Setup;

namespace EduAid.Cli;

/// <summary>A progress bar on standard error, where that is a terminal; elsewhere nothing.</summary>
internal sealed class ProgressBar(Session session) : IProgress<LoadStep>, IProgress<JobStep>
{
    private const int Width = 30;

    private bool _drawn;

    public static ProgressBar? OnTerminal(Session session) => Console.IsErrorRedirected ? null : new(session);

    public void Report(LoadStep value)
    {
        Draw(value.Done, value.Total, session.Words["Cli.DemoStep", $"{value.What} {value.Done}/{value.Total}"]);
        if (value.Done == value.Total) Console.Error.WriteLine();
    }

    /// <summary>The line is drawn over by the next one, and by what the command says at its end.</summary>
    public void Report(JobStep value)
    {
        _drawn = true;
        Draw(value.Done, value.Total, $"{session.Words.Phase(value.Phase)} {(value.Total > 0 ? $"{value.Done}/{value.Total}" : value.Done)}");
    }

    /// <summary>Takes the bar away before the command says what came of it.</summary>
    public void Clear()
    {
        if (_drawn) Console.Error.Write("\r\u001b[K");
        _drawn = false;
    }

    private static void Draw(long done, long total, string text)
    {
        var filled = total > 0 ? (int)(Width * done / total) : 0;
        Console.Error.Write($"\r[{new string('#', filled)}{new string('.', Width - filled)}] {text}\u001b[K");
    }
}
