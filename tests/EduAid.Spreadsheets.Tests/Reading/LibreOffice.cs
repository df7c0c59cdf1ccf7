using System.ComponentModel;
using System.Diagnostics;

namespace EduAid.Spreadsheets.Tests.Reading;

/// <summary>
/// The office suite as a second writer of workbooks, so that not only our own libraries' files are read.
/// Needs libreoffice-calc; without it the tests fail and say so.
/// </summary>
public sealed class LibreOffice : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("eduaid-office-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Converts a file; <paramref name="filter"/> is the new extension, with an export filter after a colon if need be.</summary>
    public byte[] Convert(byte[] bytes, string extension, string filter)
    {
        var source = Path.Combine(folder, "source." + extension);
        var target = Directory.CreateDirectory(Path.Combine(folder, "out")).FullName;
        File.WriteAllBytes(source, bytes);
        var start = new ProcessStartInfo("soffice")
        {
            ArgumentList =
            {
                "-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")).AbsoluteUri,
                "--headless", "--convert-to", filter, "--outdir", target, source,
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.WaitForExit(TimeSpan.FromMinutes(3)).Should().BeTrue("LibreOffice converts a small file within minutes");
        var result = Path.Combine(target, "source." + filter.Split(':')[0]);
        File.Exists(result).Should().BeTrue($"LibreOffice should have written it: {output.Result}{error.Result}");
        return File.ReadAllBytes(result);
    }

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
