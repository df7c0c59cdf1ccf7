using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace EduAid.Browser.Tests;

/// <summary>The application as people start it: a process of its own with the demo county, on a free port, its data in a temporary folder.</summary>
public sealed partial class RunningApplication : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eduaid-browser-");
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private RunningApplication()
    {
        var start = new ProcessStartInfo("dotnet", "EduAid.Web.dll")
        {
            WorkingDirectory = Checkout.Application,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Data"] = Path.Combine(_folder.FullName, "data");
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException("The application ended:\n" + string.Join('\n', _said)));
    }

    public string Address { get; private set; } = "";

    /// <summary>What it has written to its two outputs so far.</summary>
    public IReadOnlyCollection<string> Said => _said;

    public static async Task<RunningApplication> StartAsync()
    {
        var application = new RunningApplication();
        application._process.Start();
        application._process.BeginOutputReadLine();
        application._process.BeginErrorReadLine();
        application.Address = await application._address.Task.WaitAsync(StartLimit);
        return application;
    }

    /// <summary>The password that it printed for a demo account.</summary>
    public async Task<string> PasswordOfAsync(string user)
    {
        for (var tries = 0; ; tries++)
        {
            var found = _said.Select(line => AccountLine().Match(line)).FirstOrDefault(m => m.Success && m.Groups["user"].Value == user);
            if (found is not null) return found.Groups["password"].Value;
            if (tries == 50) throw new InvalidOperationException($"No demo account {user} among:\n" + string.Join('\n', _said));
            await Task.Delay(100);
        }
    }

    /// <summary>The texts of its log files, which it holds open.</summary>
    public IReadOnlyList<string> Logs()
    {
        return [.. Directory.EnumerateFiles(_folder.FullName, "*.log", SearchOption.AllDirectories).Select(Read)];

        static string Read(string path)
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var text = new StreamReader(file);
            return text.ReadToEnd();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        _said.Enqueue(line);
        if (AddressLine().Match(line) is { Success: true } match) _address.TrySetResult(match.Groups["address"].Value);
    }

    [GeneratedRegex(@"is running: (?<address>http://\S+)")]
    private static partial Regex AddressLine();

    [GeneratedRegex(@"^  (?<user>\w+) +(?<password>\S+) +.+ / .+$")]
    private static partial Regex AccountLine();
}
