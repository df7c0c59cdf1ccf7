namespace EduAid.Application.Storage;

/// <summary>
/// A lock on the data folder, held as an open file: the operating system lets go of it whatever becomes of the process.
/// Several may share one; who takes it alone waits for nobody and is refused while another holds it.
/// </summary>
public sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Shared by every process that works with the folder.</summary>
    public static FolderLock? TryUse(DataFolder folder) => TryTake(folder, "in-use.lock", FileShare.Read);

    /// <summary>Taken alone by what must not meet a running application.</summary>
    public static FolderLock? TryUseAlone(DataFolder folder) => TryTake(folder, "in-use.lock", FileShare.None);

    /// <summary>One change of the keys at a time.</summary>
    internal static FolderLock? TryRotate(DataFolder folder) => TryTake(folder, "rotation.lock", FileShare.None);

    /// <summary>No key leaves the ring while a backup copies database and ring one after the other.</summary>
    internal static async Task<FolderLock> KeepKeysAsync(DataFolder folder, CancellationToken stop)
    {
        FolderLock? taken;
        while ((taken = TryTake(folder, "keys.lock", FileShare.None)) is null) await Task.Delay(TimeSpan.FromMilliseconds(100), stop);
        return taken;
    }

    public void Dispose() => _file.Dispose();

    private static FolderLock? TryTake(DataFolder folder, string name, FileShare share)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Read, Share = share };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            return new(new FileStream(Path.Combine(folder.Path, name), options));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
