using System.IO.Compression;
using EduAid.Application.Archives;
using EduAid.Application.Storage;

namespace EduAid.Cli.Tests;

/// <summary>A package is checked on a machine that knows nothing of the installation.</summary>
public sealed class ArchiveTests : IAsyncLifetime, IDisposable
{
    private readonly string _elsewhere = Directory.CreateTempSubdirectory("eduaid-archive-").FullName;
    private readonly Eduaid _eduaid = new();
    private string _fingerprint = "";

    private string File => Path.Combine(_elsewhere, "档案.zip");

    public async Task InitializeAsync()
    {
        await using var output = System.IO.File.Create(File);
        var subject = new ArchiveSubject("341523", "示例县", "2020-spring", "preschool", new(2020, 7, 1, 1, 30, 0, TimeSpan.Zero), "资助中心甲", new(412, 1, "A1B2"));
        var (_, key) = await new ArchivePackage(new ArchiveKey(new DataFolder(Path.Combine(_elsewhere, "data")))).WriteAsync(
            output, subject, [ArchiveFile.Of("rosters/1001.xlsx", ArchiveKind.Roster, [1, 2, 3])], CancellationToken.None);
        _fingerprint = key.ToString();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _eduaid.Dispose();
        Directory.Delete(_elsewhere, recursive: true);
    }

    [Fact]
    public void A_package_that_holds_ends_with_nothing_and_makes_no_data_folder()
    {
        Directory.Delete(_eduaid.Data);

        var answer = _eduaid.Run("archive", "verify", File, "--fingerprint", _fingerprint.Replace('-', ' ').ToLowerInvariant());
        var json = _eduaid.Run("--json", "archive", "verify", File, "--fingerprint", _fingerprint);

        (answer.ExitCode, answer.Error).Should().Be((0, ""));
        answer.Output.Should().Contain("2020年春季学期").And.Contain("学前教育资助").And.Contain("2020-07-01 09:30").And.Contain("资助中心甲");
        (json.Json.GetProperty("holds").GetBoolean(), json.Json.GetProperty("key").GetString()).Should().Be((true, _fingerprint));
        (json.Json.GetProperty("files").GetInt32(), json.Json.GetProperty("audit").GetProperty("number").GetInt64()).Should().Be((2, 412L));
        Directory.Exists(_eduaid.Data).Should().BeFalse();
        Directory.CreateDirectory(_eduaid.Data);
    }

    [Fact]
    public void An_altered_package_ends_with_two_and_names_the_file()
    {
        using (var zip = ZipFile.Open(File, ZipArchiveMode.Update))
        {
            zip.GetEntry("rosters/1001.xlsx")!.Delete();
            using var part = zip.CreateEntry("rosters/1001.xlsx").Open();
            part.Write([1, 2, 4]);
        }

        var answer = _eduaid.Run("archive", "verify", File, "--fingerprint", _fingerprint);
        var json = _eduaid.Run("--json", "archive", "verify", File, "--fingerprint", _fingerprint).Json;

        answer.ExitCode.Should().Be(2);
        answer.Output.Should().Contain("rosters/1001.xlsx: 内容被改动");
        json.GetProperty("holds").GetBoolean().Should().BeFalse();
        json.GetProperty("problems")[0].GetProperty("code").GetString().Should().Be("file.altered");
    }

    [Fact]
    public void Another_fingerprint_ends_with_two_and_something_else_is_wrong_usage()
    {
        var other = new string('0', 64);

        _eduaid.Run("archive", "verify", File, "--fingerprint", other).Should().Match<Answer>(a => a.ExitCode == 2 && a.Output.Contains("指纹"));
        _eduaid.Run("archive", "verify", File, "--fingerprint", "1234").ExitCode.Should().Be(64);
        _eduaid.Run("archive", "verify", File).ExitCode.Should().Be(64);
        _eduaid.Run("archive", "verify", Path.Combine(_elsewhere, "none.zip"), "--fingerprint", other).ExitCode.Should().Be(64);
        System.IO.File.WriteAllText(File, "no zip");
        _eduaid.Run("archive", "verify", File, "--fingerprint", other).ExitCode.Should().Be(2);
    }

    [Fact]
    public void Openssl_verifies_the_signature_too()
    {
        ZipFile.ExtractToDirectory(File, Path.Combine(_elsewhere, "out"));
        var start = new System.Diagnostics.ProcessStartInfo("openssl", "dgst -sha256 -verify public-key.pem -signature manifest.sig manifest.json")
        {
            WorkingDirectory = Path.Combine(_elsewhere, "out"),
            RedirectStandardOutput = true,
        };
        using var openssl = System.Diagnostics.Process.Start(start)!;
        openssl.StandardOutput.ReadToEnd().Trim().Should().Be("Verified OK");
    }
}
