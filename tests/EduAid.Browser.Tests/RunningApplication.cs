using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using EduAid.Application.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Browser.Tests;

/// <summary>The application as people start it: a process of its own with the demo county, on a free port, its data in a temporary folder.</summary>
public sealed partial class RunningApplication : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eduaid-browser-");
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private RunningApplication(bool demo, IReadOnlyDictionary<string, string>? settings)
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
        start.Environment["Data"] = DataFolder;
        start.Environment["Demo"] = demo ? "true" : "false";
        // The limit has tests of its own; here everyone signs in within a minute.
        start.Environment["Limits__SignInsPerMinute"] = "1000";
        foreach (var (name, value) in settings ?? new Dictionary<string, string>()) start.Environment[name] = value;
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException("The application ended:\n" + string.Join('\n', _said)));
    }

    public string Address { get; private set; } = "";

    /// <summary>What it has written to its two outputs so far.</summary>
    public IReadOnlyCollection<string> Said => _said;

    public string DataFolder => Path.Combine(_folder.FullName, "data");

    /// <summary>The accounts of the demo: user name and password.</summary>
    public IReadOnlyList<string> Users => [.. Accounts().Select(a => a.UserName)];

    /// <param name="demo">Without it nobody has an account.</param>
    /// <param name="settings">Environment variables beside the usual ones.</param>
    public static async Task<RunningApplication> StartAsync(bool demo = true, IReadOnlyDictionary<string, string>? settings = null)
    {
        var application = new RunningApplication(demo, settings);
        application._process.Start();
        application._process.BeginOutputReadLine();
        application._process.BeginErrorReadLine();
        application.Address = await application._address.Task.WaitAsync(StartLimit);
        return application;
    }

    /// <summary>The password that it keeps for a demo account, and prints.</summary>
    public string PasswordOf(string user) => Accounts().Single(a => a.UserName == user).Password;

    /// <summary>Opens the page on which the first account is made, as a start outside Development does.</summary>
    public async Task OfferFirstAccountAsync()
    {
        await using var services = CountyRecords.Open(DataFolder);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FirstAdministrators>().OfferAsync(CancellationToken.None);
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

    private List<Account> Accounts() =>
        JsonSerializer.Deserialize<List<Account>>(File.ReadAllBytes(Path.Combine(DataFolder, "demo-accounts.json"))) ?? [];

    private void Hear(string? line)
    {
        if (line is null) return;
        _said.Enqueue(line);
        if (AddressLine().Match(line) is { Success: true } match) _address.TrySetResult(match.Groups["address"].Value);
    }

    [GeneratedRegex(@"is running: (?<address>http://\S+)")]
    private static partial Regex AddressLine();

    private sealed record Account(string UserName, string Password);
}
