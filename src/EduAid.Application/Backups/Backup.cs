using System.Formats.Tar;
using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using Microsoft.Data.Sqlite;

namespace EduAid.Application.Backups;

/// <summary>A consistent copy of the embedded database, the keys and the stored files in one file, which only the recovery key opens.</summary>
public sealed class Backup(Work work, DataFolder folder, DatabaseSetup setup, KeyRing keys)
{
    public const string DatabaseEntry = "eduaid.db";

    /// <exception cref="InvalidOperationException">A server database is backed up by its own tools.</exception>
    public async Task RunAsync(Actor actor, string target, CancellationToken stop)
    {
        if (setup.Provider != DatabaseProvider.Sqlite)
            throw new InvalidOperationException("A server database is backed up with the server's own tools; keep the keys folder beside it.");
        await work.RecordAsync(actor, "backup.make", "backup", new { File = Path.GetFileName(target), Head = "anchored" }, stop);
        var copy = Path.Combine(folder.Path, $"backup-{Environment.ProcessId}.tmp");
        var draft = target + ".part";
        try
        {
            using var kept = await FolderLock.KeepKeysAsync(folder, stop);
            await using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write))
            {
                await using var sealed_ = new SealedStream(file, keys.RecoveryPublic);
                await using (var tar = new TarWriter(sealed_, TarEntryFormat.Pax, leaveOpen: true))
                {
                    // People go on working: the head's copy must not be younger than the database, nor the stored files older.
                    await AddAsync(tar, folder.Audit, stop);
                    await CopyDatabaseAsync(copy, stop);
                    await tar.WriteEntryAsync(copy, DatabaseEntry, stop);
                    await AddAsync(tar, folder.Keys, stop);
                    await AddAsync(tar, folder.Files, stop);
                }
                sealed_.Finish();
                file.Flush(flushToDisk: true);
            }
            File.Move(draft, target, overwrite: true);
        }
        finally
        {
            File.Delete(copy);
            File.Delete(draft);
        }
    }

    private async Task AddAsync(TarWriter tar, string part, CancellationToken stop)
    {
        foreach (var path in Directory.EnumerateFiles(part, "*", SearchOption.AllDirectories).Where(p => !p.EndsWith(".new", StringComparison.Ordinal)))
        {
            try
            {
                await tar.WriteEntryAsync(path, Path.GetRelativePath(folder.Path, path), stop);
            }
            catch (FileNotFoundException)
            {
                // A spooled upload that was taken in or swept meanwhile; the database no longer speaks of it.
            }
        }
    }

    // SQLite's own online copy: consistent while people go on working.
    private async Task CopyDatabaseAsync(string copy, CancellationToken stop)
    {
        File.Delete(copy);
        await using var source = new SqliteConnection(setup.ConnectionString);
        await using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString());
        await source.OpenAsync(stop);
        await target.OpenAsync(stop);
        source.BackupDatabase(target);
        await using var journal = target.CreateCommand();
        journal.CommandText = "PRAGMA journal_mode=DELETE";
        await journal.ExecuteNonQueryAsync(stop);
    }
}
