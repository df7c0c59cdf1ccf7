using System.Security.Cryptography;
using System.Text;
using EduAid.Application.Archives;
using EduAid.Application.Storage;

namespace EduAid.Application.Tests.Archives;

public sealed class ArchivePackageTests : IDisposable
{
    private readonly DataFolder _folder = Packages.Folder();

    public void Dispose() => Directory.Delete(_folder.Path, recursive: true);

    [Fact]
    public async Task A_package_holds_the_files_in_order_with_cover_manifest_signature_and_key()
    {
        var (zip, key) = await Packages.MakeAsync(_folder);

        Packages.Entries(zip).Select(e => e.Name).Should().Equal(
            "rosters/1001.xlsx", "rosters/1002.xlsx", "vouchers/empty.pdf", "银行/PL0603.txt", "cover.html", "manifest.json", "manifest.sig", "public-key.pem");
        var verdict = Packages.Verify(zip, key);
        verdict.Faults.Should().BeEmpty();
        verdict.Manifest!.Subject.Should().Be(Packages.Subject);
        verdict.Manifest.Files.Should().HaveCount(5).And.ContainSingle(f => f.Kind == ArchiveKind.BankFile).Which.Should().Be(
            new ArchivedFile("银行/PL0603.txt", ArchiveKind.BankFile, 500 * 14, Convert.ToHexStringLower(SHA256.HashData(Packages.Entries(zip)[3].Content))));
    }

    [Fact]
    public async Task The_order_in_which_files_come_does_not_show()
    {
        var first = await Packages.MakeAsync(_folder);
        var second = await Packages.MakeAsync(_folder, [.. Packages.Files.Reverse()]);

        // An ECDSA signature is another one each time.
        Packages.Entries(second.Zip).Where(e => e.Name != "manifest.sig").Should().BeEquivalentTo(Packages.Entries(first.Zip).Where(e => e.Name != "manifest.sig"), o => o.WithStrictOrdering());
    }

    [Fact]
    public async Task The_cover_says_in_Chinese_what_it_is_and_shows_the_fingerprint()
    {
        var (zip, key) = await Packages.MakeAsync(_folder);

        var cover = Encoding.UTF8.GetString(Packages.Entries(zip).Single(e => e.Name == "cover.html").Content);

        cover.Should().Contain(key.ToString()).And.Contain("2020年春季学期").And.Contain("义务教育生活补助").And.Contain("2020年7月1日 09:30").And.Contain("第 412 条")
            .And.Contain("资助中心&lt;甲&gt;").And.Contain("银行文件").And.NotContain("<甲>");
    }

    [Theory]
    [InlineData("../a.txt")]
    [InlineData("/etc/a")]
    [InlineData("a\\b")]
    [InlineData("C:a")]
    [InlineData("a//b")]
    [InlineData("a/./b")]
    [InlineData("a\n")]
    [InlineData("con.txt")]
    [InlineData("")]
    [InlineData("Manifest.json")]
    [InlineData("cover.html")]
    [InlineData("ROSTERS/1001.xlsx")]
    public async Task A_name_that_is_unsafe_or_taken_is_a_broken_promise(string name) =>
        await FluentActions.Awaiting(() => Packages.MakeAsync(_folder, [.. Packages.Files, ArchiveFile.Of(name, ArchiveKind.Document, [1])]))
            .Should().ThrowAsync<ArgumentException>();

    [Theory]
    [InlineData("扫描件/1.pdf", "扫描件_1.pdf")]
    [InlineData("..\\..\\a.pdf", "_.._a.pdf")]
    [InlineData(" 凭证. ", "凭证")]
    [InlineData("con", "_con")]
    [InlineData("", "_")]
    [InlineData("a\u0000b", "a_b")]
    public void Any_text_can_be_made_a_part_of_a_name(string text, string part)
    {
        ArchiveNames.Part(text).Should().Be(part);
        ArchiveNames.IsSafe(ArchiveNames.Part(text)).Should().BeTrue();
    }

    [Fact]
    public void Long_names_are_cut_and_keep_their_ending() =>
        ArchiveNames.Part(new string('长', 300) + ".pdf").Should().HaveLength(80).And.EndWith("长.pdf");

    [Fact]
    public async Task The_key_is_made_once_for_the_owner_alone_even_when_many_ask_at_the_same_moment()
    {
        var fingerprints = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() =>
        {
            using var key = new ArchiveKey(_folder).Open();
            return KeyFingerprint.Of(key);
        })));

        fingerprints.Distinct().Should().ContainSingle();
        Directory.GetFiles(_folder.Keys).Should().Equal(ArchiveKey.FileIn(_folder));
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(ArchiveKey.FileIn(_folder)).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void A_fingerprint_is_read_as_people_copy_it()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var printed = KeyFingerprint.Of(key);

        printed.ToString().Should().MatchRegex("^([0-9A-F]{4}-){15}[0-9A-F]{4}$");
        foreach (var copied in (ReadOnlySpan<string>)[$"{printed}", $"{printed}".ToLowerInvariant().Replace('-', ' '), $"{printed}".Replace("-", "", StringComparison.Ordinal), $"{printed}".Replace('-', ':')])
            KeyFingerprint.Parse(copied).Should().Be(printed);
        foreach (var wrong in (ReadOnlySpan<string?>)[null, "", $"{printed}"[1..], $"{printed}0", $"{printed}"[..^1] + "G"])
            KeyFingerprint.Parse(wrong).Should().BeNull();
    }
}
