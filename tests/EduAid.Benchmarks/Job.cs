using System.Diagnostics;
using System.Globalization;

namespace EduAid.Benchmarks;

/// <summary>Times a job and its floor alternately and prints one line with the best of each.</summary>
internal static class Job
{
    public const int Runs = 3;

    public static (TimeSpan Ours, TimeSpan Floor) Compare(Action ours, Action floor)
    {
        var (best, least) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var run = 0; run < Runs; run++)
        {
            least = Min(least, Time(floor));
            best = Min(best, Time(ours));
        }
        return (best, least);
    }

    public static void Print(string name, string bar, (TimeSpan Ours, TimeSpan Floor) times, string peak = "") => Console.WriteLine(
        $"| {name} | {times.Floor.TotalMilliseconds:N0} ms | {times.Ours.TotalMilliseconds:N0} ms | {times.Ours / times.Floor:0.0} × | {bar} | {peak} |");

    public static TimeSpan Time(Action job)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        job();
        return watch.Elapsed;
    }

    public static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    public static void SayPeak() => Console.WriteLine(Process.GetCurrentProcess().PeakWorkingSet64 >> 20);

    /// <summary>Peak working set, in MiB, of a process of its own that does one job and nothing else.</summary>
    public static async Task<string> PeakOfAsync(params IEnumerable<string> job)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        // Started as "dotnet X.dll" the path is that of dotnet.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        foreach (var part in job.Prepend("alone")) start.ArgumentList.Add(part);
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return string.Create(CultureInfo.InvariantCulture, $"{said.Trim()} MiB");
    }
}
