using System.CommandLine;
using EduAid.Cli.Commands;

namespace EduAid.Cli;

/// <summary>The command line (docs/cli.md), a public contract: names, exit codes and JSON fields do not change silently.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        var data = new Option<string>("--data") { Description = "data folder", DefaultValueFactory = _ => "./data" };
        var json = new Option<bool>("--json") { Description = "one JSON document on standard output" };
        var lang = new Option<string>("--lang") { Description = "zh-Hans|zh-Hant|en", DefaultValueFactory = _ => "zh-Hans" };
        lang.AcceptOnlyFromAmong("zh-Hans", "zh-Hant", "en");
        var root = new RootCommand("EduAid") { data, json, lang };
        foreach (var command in (ReadOnlySpan<Command>)
        [
            InitCommand.Make(), ImportCommands.Make(), RosterCommands.Make(), BatchCommands.Make(), ReviewCommands.MakeReview(), ReviewCommands.MakeMissed(),
            ExplainCommand.Make(), AuditCommand.Make(), KeysCommand.Make(), RetentionCommand.Make(), BackupCommands.MakeBackup(), BackupCommands.MakeRestore(), DemoCommand.Make(),
            ArchiveCommand.Make(),
        ])
            root.Subcommands.Add(command);

        var parsed = root.Parse(args);
        var session = new Session(parsed.GetValue(data) ?? "./data", parsed.GetValue(json), parsed.GetValue(lang) ?? "zh-Hans");
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            return ExitCode.Usage;
        }
        Session.Current = session;
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, key) =>
        {
            key.Cancel = true;
            stop.Cancel();
        };
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, stop.Token);
        }
        catch (UsageException usage)
        {
            await Console.Error.WriteLineAsync(usage.Message);
            return ExitCode.Usage;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Failed;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException
            or System.Data.Common.DbException or System.Security.Cryptography.CryptographicException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return ExitCode.Failed;
        }
    }
}
