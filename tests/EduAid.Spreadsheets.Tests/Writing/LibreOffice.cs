using System.Diagnostics;

namespace EduAid.Spreadsheets.Tests.Writing;

/// <summary>Another maker's spreadsheet program, as the judge of what was written. Needs soffice (libreoffice-calc) on the path.</summary>
public sealed class LibreOffice : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eduaid-office-");
    private int _runs;

    /// <summary>Opens the files (by name) and saves each as <paramref name="format"/>; those it cannot open are missing.</summary>
    public IReadOnlyDictionary<string, byte[]> Convert(string format, IReadOnlyDictionary<string, byte[]> files)
    {
        var source = _folder.CreateSubdirectory($"{++_runs}");
        var target = Path.Combine(source.FullName, "out");
        foreach (var (name, content) in files)
            File.WriteAllBytes(Path.Combine(source.FullName, name), content);
        var start = new ProcessStartInfo("soffice") { RedirectStandardOutput = true, RedirectStandardError = true };
        // A profile of its own, because one in use by somebody else would make the program leave at once.
        start.ArgumentList.Add($"-env:UserInstallation={new Uri(Path.Combine(_folder.FullName, "profile"))}");
        foreach (var argument in new[] { "--headless", "--convert-to", format, "--outdir", target })
            start.ArgumentList.Add(argument);
        foreach (var file in source.GetFiles())
            start.ArgumentList.Add(file.FullName);

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.WaitForExit(TimeSpan.FromMinutes(5)).Should().BeTrue("LibreOffice should be done");
        Task.WaitAll(output, errors);
        return Directory.Exists(target)
            ? Directory.GetFiles(target).ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllBytes)
            : new Dictionary<string, byte[]>();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
