using System.Formats.Tar;
using EduAid.Application.Audit;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Backups;

/// <summary>Why a backup is not restored.</summary>
public enum RestoreRefusal
{
    /// <summary>The written recovery key is none.</summary>
    NotAKey = 1,

    /// <summary>There is a database already, and nobody said to overwrite it.</summary>
    WouldOverwrite,
}

/// <summary>
/// Brings a backup back, on an empty machine too. It is opened whole beside the data folder before anything is replaced;
/// what was there is kept beside it. The audit chain goes on in a new epoch.
/// </summary>
public sealed class Restore(DataFolder folder)
{
    /// <exception cref="System.Security.Cryptography.CryptographicException">The recovery key is another one, or the file was altered.</exception>
    public async Task<RestoreRefusal?> RunAsync(string backup, string recoveryKey, bool force, CancellationToken stop)
    {
        using var key = RecoveryKey.Read(recoveryKey);
        if (key is null) return RestoreRefusal.NotAKey;
        if (File.Exists(folder.DatabaseFile) && !force) return RestoreRefusal.WouldOverwrite;
        var opened = folder.Path.TrimEnd(Path.DirectorySeparatorChar) + $".restoring-{Environment.ProcessId}";
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(opened);
        else Directory.CreateDirectory(opened, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            await using (var file = File.OpenRead(backup))
            {
                await using var clear = new OpenedStream(file, key);
                await TarFile.ExtractToDirectoryAsync(clear, opened, overwriteFiles: false, stop);
                // The archive's end is not the file's: only the marked last chunk proves that nothing was cut off.
                await clear.CopyToAsync(Stream.Null, stop);
            }
            Replace(opened);
        }
        finally
        {
            if (Directory.Exists(opened)) Directory.Delete(opened, recursive: true);
        }
        return null;
    }

    /// <summary>Opens the new epoch of the audit chain; to be called with the services of the restored installation.</summary>
    public static async Task OpenEpochAsync(EduAidServices services, Actor actor, string backup, CancellationToken stop)
    {
        // The copy beside the database came back with it; a later one of this machine would call the restored chain cut off.
        await services.Work.ChangeAsync(
            async () =>
            {
                await services.Db.AuditHeads.ExecuteUpdateAsync(s => s.SetProperty(h => h.Epoch, h => h.Epoch + 1), stop);
                services.Trail.Record(actor, "backup.restore", "backup", new { File = Path.GetFileName(backup) });
                return 0;
            },
            stop);
    }

    private void Replace(string opened)
    {
        foreach (var ending in (string[])["", "-wal", "-shm"])
            if (File.Exists(folder.DatabaseFile + ending)) File.Move(folder.DatabaseFile + ending, folder.DatabaseFile + ending + ".before-restore", overwrite: true);
        foreach (var path in Directory.EnumerateFiles(opened, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder.Path, Path.GetRelativePath(opened, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(path, target, overwrite: true);
        }
    }
}
