using System.Globalization;
using EduAid.Benchmarks;

// Whole jobs beside their floors, measured in one run on one machine: dotnet run -c Release --project tests/EduAid.Benchmarks [-- ROWS PUPILS]
// or, for single parts by BenchmarkDotNet:                       … -- parts
if (args is ["parts"])
{
    BenchmarkDotNet.Running.BenchmarkRunner.Run<RuleBenchmarks>();
    return;
}

System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20_000;
var pupils = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 20_000;

Console.WriteLine($"{Environment.ProcessorCount} cores, {rows:N0} rows, {pupils:N0} pupils");
Console.WriteLine();
Console.WriteLine("| job | ours | floor | ratio | bar | peak memory |");
Console.WriteLine("|---|---|---|---|---|---|");
ReadingJob.Run(rows);
await GenerationJob.RunAsync(pupils);
ExportJob.Run(rows);
