using System.CommandLine;
using EduAid.Application.Setup;
using EduAid.Spreadsheets.Synthetic;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Cli.Commands;

/// <summary>Fills an empty installation with an invented county of any size, for trials and measurements.</summary>
internal static class DemoCommand
{
    public static Command Make()
    {
        var schools = new Option<int>("--schools") { DefaultValueFactory = _ => 178 };
        var pupils = new Option<int>("--pupils") { DefaultValueFactory = _ => 150_000 };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1 };
        var command = new Command("demo", "makes an invented county") { schools, pupils, seed };
        command.SetAction(async (parsed, stop) =>
        {
            var session = Session.Current;
            var options = new SyntheticCountyOptions { Schools = parsed.GetValue(schools), Pupils = parsed.GetValue(pupils), Seed = parsed.GetValue(seed) };
            if (options.Schools < 1 || options.Pupils < options.Schools) throw new UsageException(session.Words["Cli.WrongUsage", "demo --schools N --pupils N --seed N"]);
            await using (var provider = session.Provider())
                await provider.GetRequiredService<Initialise>().RunAsync(session.Actor, stop);
            return await session.RunAsync(async services =>
            {
                // An invented county never mixes with a real one.
                if (await services.Db.Imports.AnyAsync(stop)) throw new InvalidOperationException(session.Words["Cli.DemoNotEmpty", session.Folder.Path]);
                var loaded = await services.Get<LoadSyntheticCounty>().RunAsync(session.Actor, options, ProgressBar.OnTerminal(session), stop);
                if (session.Json) Session.WriteJson(new { files = loaded.Files, rows = loaded.Rows, semesters = loaded.Semesters.Select(s => s.ToString()) });
                else Session.Say(session.Words["Cli.DemoDone", session.Folder.Path]);
                return ExitCode.Done;
            });
        });
        return command;
    }
}
