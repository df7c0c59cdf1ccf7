using System.CommandLine;
using EduAid.Application.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Cli.Commands;

internal static class InitCommand
{
    public static Command Make()
    {
        var command = new Command("init", "creates or upgrades the database and loads the catalogue");
        command.SetAction(async (_, stop) =>
        {
            var session = Session.Current;
            await using var provider = session.Provider();
            var outcome = await provider.GetRequiredService<Initialise>().RunAsync(session.Actor, stop);
            if (session.Json)
            {
                Session.WriteJson(new { recoveryKey = outcome.RecoveryKey, newPolicyValues = outcome.NewPolicyValues });
                return ExitCode.Done;
            }
            if (outcome.RecoveryKey is { } key) Session.Say(session.Words["Cli.RecoveryKey", key]);
            Session.Say(session.Words["Cli.Initialised", outcome.NewPolicyValues]);
            return ExitCode.Done;
        });
        return command;
    }
}
