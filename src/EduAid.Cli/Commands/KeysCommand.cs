using System.CommandLine;
using EduAid.Application.Storage.Protection;

namespace EduAid.Cli.Commands;

/// <summary>The keys of protected fields: a rotation runs beside the application, a change of the lookup key only without it.</summary>
internal static class KeysCommand
{
    public static Command Make() => new("keys", "the keys of protected fields") { Rotate(), Status(), ChangeLookup() };

    private static Command Rotate()
    {
        var command = new Command("rotate", "a new key, and every protected value encrypted anew; run again after an interruption");
        command.SetAction((_, stop) => Session.Current.RunAsync(async services =>
        {
            var session = Session.Current;
            var progress = Console.IsErrorRedirected ? null : new Shown(session);
            if (await services.Get<RotateKeys>().RunAsync(session.Actor, progress, stop) is not { } outcome)
                throw new InvalidOperationException(session.Words["Cli.KeysBusy"]);
            if (progress is not null) await Console.Error.WriteLineAsync();
            if (session.Json)
                Session.WriteJson(new { key = outcome.Key, values = outcome.Values, files = outcome.Files, resumed = outcome.Resumed, dropped = outcome.Dropped });
            else
                Session.Say(session.Words["Cli.KeysRotated", outcome.Key, outcome.Values, outcome.Files,
                    outcome.Dropped.Count == 0 ? session.Words["Cli.KeysRotatedNone"] : string.Join(' ', outcome.Dropped)]);
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command Status()
    {
        var command = new Command("status", "which keys there are and what stands under them");
        command.SetAction((_, stop) => Session.Current.RunAsync(async services =>
        {
            var (session, use) = (Session.Current, await services.Get<KeyStatus>().RunAsync(stop));
            var values = use.Values.OrderBy(v => v.Key.Place, StringComparer.Ordinal).ThenBy(v => v.Key.Key).ToList();
            if (session.Json)
            {
                Session.WriteJson(new
                {
                    current = use.Current,
                    ring = use.Ring,
                    rotating = use.IsRotating,
                    values = values.Select(v => new { place = v.Key.Place, key = v.Key.Key, values = v.Value }),
                });
                return ExitCode.Done;
            }
            Session.Say(session.Words["Cli.KeysRing", use.Current, string.Join(' ', use.Ring)]);
            Table.Print(
                [session.Words["Cli.KeysPlace"], session.Words["Cli.KeysKey"], session.Words["Cli.KeysValues"]],
                values.Select(v => (IReadOnlyList<string>)[v.Key.Place, $"{v.Key.Key}", $"{v.Value}"]), 1, 2);
            if (use.IsRotating) Session.Say(session.Words["Cli.KeysRotating"]);
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command ChangeLookup()
    {
        var command = new Command("change-lookup", "a new key for the lookup hashes; only while nothing else runs");
        command.SetAction((_, stop) => Session.Current.RunAsync(
            async services =>
            {
                var session = Session.Current;
                var numbers = await services.Get<ChangeLookupKey>().RunAsync(session.Actor, stop);
                if (session.Json) Session.WriteJson(new { numbers });
                else Session.Say(session.Words["Cli.LookupChanged", numbers]);
                return ExitCode.Done;
            },
            alone: true));
        return command;
    }

    private sealed class Shown(Session session) : IProgress<RotationStep>
    {
        public void Report(RotationStep value) => Console.Error.Write($"\r{session.Words["Cli.KeysStep", value.What, value.Values]}\u001b[K");
    }
}
