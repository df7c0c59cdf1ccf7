using System.Globalization;
using EduAid.Benchmarks;

// Whole jobs beside their floors, measured in one run on one machine (docs/performance.md):
//   dotnet run -c Release --project tests/EduAid.Benchmarks [-- reading export generation pages postgres]
// or, for single parts by BenchmarkDotNet:                   … -- parts
System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
switch (args)
{
    case ["parts"]:
        BenchmarkDotNet.Running.BenchmarkRunner.Run<RuleBenchmarks>();
        return;
    // What the memory of a process is measured by: one job and nothing else.
    case ["alone", "reading", var file, var rows]:
        ReadingJob.Read(file, int.Parse(rows, CultureInfo.InvariantCulture));
        Job.SayPeak();
        return;
    case ["alone", "export", var rows]:
        ExportJob.Write(int.Parse(rows, CultureInfo.InvariantCulture));
        Job.SayPeak();
        return;
}

const int Pupils = 150_000;
IReadOnlyList<string> jobs = args.Length > 0 ? args : ["reading", "export", "generation", "pages"];
Console.WriteLine($"{Environment.ProcessorCount} cores");
Console.WriteLine();
Console.WriteLine("| job | floor | ours | ratio | bar | peak memory |");
Console.WriteLine("|---|---|---|---|---|---|");
foreach (var rows in (IEnumerable<int>)[20_000, 200_000])
{
    if (jobs.Contains("reading")) await ReadingJob.RunAsync(rows);
    if (jobs.Contains("export")) await ExportJob.RunAsync(rows);
}
if (jobs.Contains("generation")) await GenerationJob.RunOnSqliteAsync(Pupils);
if (jobs.Contains("postgres")) await GenerationJob.RunOnPostgreSqlAsync(Pupils);
if (jobs.Contains("pages")) await PagesJob.RunAsync(Pupils);
