using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace EduAid.Cli.Tests;

/// <summary>Kills <c>eduaid</c> (kill -9) while it writes: it waits until the process holds the database's write lock, and a moment more.</summary>
internal sealed class Kills(Eduaid eduaid, int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Kills that met an open transaction.</summary>
    public int Hits { get; private set; }

    /// <summary>Runs the command and kills it in its <paramref name="transaction"/>th write, unless it was over before.</summary>
    public void Run(int transaction, params string[] arguments)
    {
        using var process = Start(arguments);
        using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(eduaid.Data, "eduaid.db"), Pooling = false, DefaultTimeout = 1 }.ToString());
        database.Open();
        for (var writes = 0; !process.HasExited;)
        {
            if (!IsWriting(database)) continue;
            if (++writes < transaction)
            {
                while (!process.HasExited && IsWriting(database)) Thread.Yield();
                continue;
            }
            var moment = Stopwatch.StartNew();
            var wait = TimeSpan.FromMilliseconds(_random.NextDouble() * 25);
            while (moment.Elapsed < wait) Thread.SpinWait(50);
            if (IsWriting(database) && !process.HasExited) Hits++;
            break;
        }
        process.Kill();
        process.WaitForExit();
    }

    // Whoever cannot begin to write meets somebody who does.
    private static bool IsWriting(SqliteConnection database)
    {
        if (SQLitePCL.raw.sqlite3_exec(database.Handle, "BEGIN IMMEDIATE") == SQLitePCL.raw.SQLITE_BUSY) return true;
        SQLitePCL.raw.sqlite3_exec(database.Handle, "ROLLBACK");
        return false;
    }

    private Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "eduaid.dll"), "--data", eduaid.Data, .. arguments]) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
