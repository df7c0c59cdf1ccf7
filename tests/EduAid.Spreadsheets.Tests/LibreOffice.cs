using System.ComponentModel;
using System.Diagnostics;

namespace EduAid.Spreadsheets.Tests;

/// <summary>
/// Another maker's spreadsheet program, as the second writer of what is read and the judge of what was written.
/// Needs soffice (libreoffice-calc) on the path; without it the tests fail and say so.
/// </summary>
public sealed class LibreOffice : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eduaid-office-");
    private int runs;

    /// <summary>Opens the files (by name) and saves each as <paramref name="filter"/>; those it cannot open are missing.</summary>
    /// <param name="filter">The new extension, with an export filter after a colon if need be.</param>
    /// <returns>The new files by name without extension.</returns>
    public IReadOnlyDictionary<string, byte[]> Convert(string filter, IReadOnlyDictionary<string, byte[]> files)
    {
        var source = folder.CreateSubdirectory($"{++runs}");
        var target = source.CreateSubdirectory("out");
        foreach (var (name, content) in files)
            File.WriteAllBytes(Path.Combine(source.FullName, name), content);
        var start = new ProcessStartInfo("soffice") { RedirectStandardOutput = true, RedirectStandardError = true };
        // A profile of its own, because one in use by somebody else would make the program leave at once.
        start.ArgumentList.Add($"-env:UserInstallation={new Uri(Path.Combine(folder.FullName, "profile"))}");
        foreach (var argument in new[] { "--headless", "--norestore", "--convert-to", filter, "--outdir", target.FullName })
            start.ArgumentList.Add(argument);
        foreach (var file in source.GetFiles())
            start.ArgumentList.Add(file.FullName);

        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.WaitForExit(TimeSpan.FromMinutes(5)).Should().BeTrue("LibreOffice converts small files within minutes");
        Task.WaitAll(output, errors);
        return target.GetFiles().ToDictionary(file => Path.GetFileNameWithoutExtension(file.Name), file => File.ReadAllBytes(file.FullName));
    }

    /// <summary>One file converted.</summary>
    public byte[] Convert(string filter, string name, byte[] content) =>
        Convert(filter, new Dictionary<string, byte[]> { [name] = content }).Should().ContainSingle("LibreOffice should have written it").Subject.Value;

    public void Dispose() => folder.Delete(recursive: true);

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("These tests need LibreOffice: install the package libreoffice-calc.", missing);
        }
    }
}

/// <summary>All that needs it shares one, because its start costs more than its work.</summary>
[CollectionDefinition(Name)]
public sealed class SharedLibreOffice : ICollectionFixture<LibreOffice>
{
    public const string Name = "LibreOffice";
}
