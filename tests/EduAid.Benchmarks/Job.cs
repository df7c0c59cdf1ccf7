using System.Diagnostics;

namespace EduAid.Benchmarks;

/// <summary>Times a job and its floor alternately and prints one line with the best of each.</summary>
internal static class Job
{
    private const int Runs = 3;

    public static void Print(string name, string bar, Action ours, Action floor)
    {
        var (best, least) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var run = 0; run < Runs; run++)
        {
            least = Min(least, Time(floor));
            best = Min(best, Time(ours));
        }
        Print(name, bar, best, least);
    }

    public static void Print(string name, string bar, TimeSpan ours, TimeSpan floor) => Console.WriteLine(
        $"| {name} | {ours.TotalMilliseconds:N0} ms | {floor.TotalMilliseconds:N0} ms | {ours / floor:0.0} × | {bar} | {Process.GetCurrentProcess().PeakWorkingSet64 >> 20:N0} MiB |");

    public static TimeSpan Time(Action job)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        job();
        return watch.Elapsed;
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
