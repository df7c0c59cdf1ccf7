using System.Diagnostics;

namespace EduAid.Spreadsheets.Tests.Writing;

/// <summary>Another maker's spreadsheet program, as the judge of what was written. Needs soffice (libreoffice-calc) on the path.</summary>
internal sealed class LibreOffice : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eduaid-office-");

    public void Put(string name, byte[] content) => File.WriteAllBytes(Path.Combine(_folder.FullName, name), content);

    /// <summary>Opens every file put so far and saves it as <paramref name="format"/>; those it cannot open are missing.</summary>
    public IReadOnlyDictionary<string, byte[]> Convert(string format)
    {
        var target = Path.Combine(_folder.FullName, "as-" + format.Split(':')[0]);
        var start = new ProcessStartInfo("soffice") { RedirectStandardOutput = true, RedirectStandardError = true };
        // A profile of its own, because one in use by somebody else would make the program leave at once.
        start.ArgumentList.Add($"-env:UserInstallation={new Uri(Path.Combine(_folder.FullName, "profile"))}");
        foreach (var argument in new[] { "--headless", "--convert-to", format, "--outdir", target })
            start.ArgumentList.Add(argument);
        foreach (var file in _folder.GetFiles())
            start.ArgumentList.Add(file.FullName);

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.WaitForExit(TimeSpan.FromMinutes(2)).Should().BeTrue("LibreOffice should be done");
        Task.WaitAll(output, errors);
        return Directory.Exists(target)
            ? Directory.GetFiles(target).ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllBytes)
            : new Dictionary<string, byte[]>();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
