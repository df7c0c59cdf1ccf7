using System.CommandLine;
using EduAid.Application.Backups;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Cli.Commands;

internal static class BackupCommands
{
    public static Command MakeBackup()
    {
        var output = new Option<string>("--out") { Required = true };
        var command = new Command("backup", "a consistent copy, encrypted to the recovery key") { output };
        command.SetAction((parsed, stop) => Session.Current.RunAsync(async services =>
        {
            var session = Session.Current;
            var target = parsed.GetValue(output)!;
            await services.Get<Backup>().RunAsync(session.Actor, target, stop);
            if (session.Json) Session.WriteJson(new { file = target });
            else Session.Say(session.Words["Cli.BackedUp", target]);
            return ExitCode.Done;
        }));
        return command;
    }

    public static Command MakeRestore()
    {
        var file = new Argument<string>("FILE");
        var force = new Option<bool>("--force");
        var command = new Command("restore", "brings a backup back; reads the recovery key from standard input") { file, force };
        command.SetAction(async (parsed, stop) =>
        {
            var session = Session.Current;
            var backup = parsed.GetValue(file)!;
            session.RequireFile(backup);
            var key = await Console.In.ReadLineAsync(stop) ?? "";
            var refusal = await new Restore(session.Folder).RunAsync(backup, key, parsed.GetValue(force), stop);
            if (refusal is { } why)
            {
                await Console.Error.WriteLineAsync(session.Words[why == RestoreRefusal.NotAKey ? "Cli.NotARecoveryKey" : "Cli.WouldOverwrite", session.Folder.Path]);
                return ExitCode.Failed;
            }
            await using var provider = session.Provider();
            await using var services = new EduAidServices(provider.CreateAsyncScope());
            services.Db.Scope = Scope.WholeCounty(provider.GetRequiredService<CountySettings>().Code);
            await Restore.OpenEpochAsync(services, session.Actor, backup, stop);
            if (session.Json) Session.WriteJson(new { restored = backup });
            else Session.Say(session.Words["Cli.Restored", backup]);
            return ExitCode.Done;
        });
        return command;
    }
}
