using System.Diagnostics;
using System.Text.Json;

namespace EduAid.Cli.Tests;

/// <summary>Runs <c>eduaid</c> as a process of its own on a data folder of its own, as a script would.</summary>
public sealed class Eduaid : IDisposable
{
    public string Data { get; } = Directory.CreateTempSubdirectory("eduaid-cli-").FullName;

    public Answer Run(params string[] arguments) => RunWithInput(null, arguments);

    public Answer RunWithInput(string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "eduaid.dll"), "--data", Data, .. arguments]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        if (input is not null) process.StandardInput.WriteLine(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.Result);
    }

    public JsonElement Json(params string[] arguments)
    {
        var answer = Run(["--json", .. arguments]);
        answer.ExitCode.Should().BeOneOf([0, 2], answer.Error);
        return answer.Json;
    }

    public void Dispose() => Directory.Delete(Data, recursive: true);
}

public sealed record Answer(int ExitCode, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}

/// <summary>The county-semesters of the specification, beside the checkout.</summary>
public sealed class Sample(string name)
{
    public string Folder { get; } = Path.Combine(Find(), name);

    public JsonElement Expected => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "expected.json"))).RootElement;

    public string File1(string name) => Path.Combine(Folder, name);

    public string[] Lists => [.. Directory.GetFiles(Path.Combine(Folder, "lists")).Order(StringComparer.Ordinal)];

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var sample = Path.Combine(folder.FullName, "shared", "sample");
            if (Directory.Exists(sample)) return sample;
        }
        throw new DirectoryNotFoundException("The folder shared/sample must lie beside the checkout.");
    }
}
