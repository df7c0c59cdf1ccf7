using System.Security.Cryptography;

namespace EduAid.Application.Storage;

/// <summary>Where the embedded database, the keys and the stored files live. Only the owner may enter.</summary>
public sealed class DataFolder
{
    public DataFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        Keys = Sub("keys");
        Files = Sub("files");
        Audit = Sub("audit");
        Logs = Sub("logs");
    }

    public string Path { get; }

    public string Keys { get; }

    public string Files { get; }

    /// <summary>Copies of the audit chain's head, outside the database.</summary>
    public string Audit { get; }

    public string Logs { get; }

    public string DatabaseFile => System.IO.Path.Combine(Path, "eduaid.db");

    private string Sub(string name)
    {
        var path = System.IO.Path.Combine(Path, name);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    /// <summary>Writes a file that only the owner may read, replacing it in one step.</summary>
    public static void WriteOwnerOnly(string path, ReadOnlySpan<byte> content)
    {
        // Two at a time write each their own draft; the last one stands.
        var draft = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}.new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(draft, options))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }
        File.Move(draft, path, overwrite: true);
    }
}
