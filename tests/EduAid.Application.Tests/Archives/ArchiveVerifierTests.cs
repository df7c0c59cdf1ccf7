using System.Text;
using EduAid.Application.Archives;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Words;

namespace EduAid.Application.Tests.Archives;

/// <summary>Whatever is done to a package is named.</summary>
public sealed class ArchiveVerifierTests : IAsyncLifetime
{
    private readonly DataFolder _folder = Packages.Folder();
    private byte[] _zip = [];
    private KeyFingerprint _key;

    public async Task InitializeAsync() => (_zip, _key) = await Packages.MakeAsync(_folder);

    public Task DisposeAsync()
    {
        Directory.Delete(_folder.Path, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public void The_untouched_package_holds_and_so_does_one_packed_again()
    {
        Verify(_zip).Holds.Should().BeTrue();
        Verify(Packages.Zip(Packages.Entries(_zip))).Holds.Should().BeTrue("it is the files that count, not how they are packed");
    }

    [Theory]
    [InlineData("rosters/1001.xlsx")]
    [InlineData("vouchers/empty.pdf")]
    [InlineData("银行/PL0603.txt")]
    [InlineData("cover.html")]
    public void A_file_altered_by_one_byte_removed_or_lengthened_is_named(string name)
    {
        Faults(Packages.With(_zip, name, c => c.Length == 0 ? [0] : [.. c[..^1], (byte)(c[^1] ^ 1)])).Should().Equal(new ArchiveFault(ArchiveFaults.FileAltered, name));
        Faults(Packages.With(_zip, name, c => [.. c, 32])).Should().Equal(new ArchiveFault(ArchiveFaults.FileAltered, name));
        Faults(Packages.Without(_zip, name)).Should().Equal(new ArchiveFault(ArchiveFaults.FileMissing, name));
    }

    [Fact]
    public void A_renamed_file_is_missing_under_the_one_name_and_added_under_the_other() =>
        Faults(Packages.Zip(Packages.Entries(_zip).Select(e => e.Name == "rosters/1001.xlsx" ? ("Rosters/1001.xlsx", e.Content) : e))).Should().BeEquivalentTo(
            [new ArchiveFault(ArchiveFaults.FileMissing, "rosters/1001.xlsx"), new ArchiveFault(ArchiveFaults.FileAdded, "Rosters/1001.xlsx")]);

    [Fact]
    public void Two_files_that_were_exchanged_are_both_named()
    {
        var contents = Packages.Entries(_zip).ToDictionary(e => e.Name, e => e.Content);

        Faults(Packages.Zip(Packages.Entries(_zip).Select(e => e.Name switch
        {
            "rosters/1001.xlsx" => (e.Name, contents["rosters/1002.xlsx"]),
            "rosters/1002.xlsx" => (e.Name, contents["rosters/1001.xlsx"]),
            _ => e,
        }))).Select(f => (f.Code, f.Name)).Should().Equal((ArchiveFaults.FileAltered, "rosters/1001.xlsx"), (ArchiveFaults.FileAltered, "rosters/1002.xlsx"));
    }

    [Theory]
    [InlineData("notice.pdf", ArchiveFaults.FileAdded)]
    [InlineData("empty/", ArchiveFaults.FileAdded)]
    [InlineData("rosters/1001.xlsx", ArchiveFaults.FileTwice)]
    [InlineData("manifest.json", ArchiveFaults.FileTwice)]
    [InlineData("MANIFEST.JSON", ArchiveFaults.FileTwice)]
    [InlineData("../../outside.txt", ArchiveFaults.NameUnsafe)]
    [InlineData("/etc/passwd", ArchiveFaults.NameUnsafe)]
    [InlineData("C:\\outside.txt", ArchiveFaults.NameUnsafe)]
    public void An_added_file_is_named(string name, string code) =>
        Faults(Packages.Adding(_zip, name, "x"u8.ToArray())).Should().Contain(new ArchiveFault(code, name));

    [Fact]
    public void A_second_file_of_a_name_is_found_whichever_comes_first()
    {
        var entries = Packages.Entries(_zip);

        Faults(Packages.Zip(entries.Prepend(("rosters/1001.xlsx", "x"u8.ToArray())))).Select(f => f.Code).Should().BeEquivalentTo([ArchiveFaults.FileTwice, ArchiveFaults.FileAltered]);
    }

    [Theory]
    [InlineData("\"number\": 412", "\"number\": 413")]
    [InlineData("2020-spring", "2020-autumn")]
    [InlineData("资助中心", "资助中点")]
    [InlineData("\"kind\": \"roster\"", "\"kind\": \"notice\"")]
    [InlineData("{", "{ ")]
    public void A_manifest_altered_anywhere_has_a_wrong_signature(string from, string to)
    {
        var altered = Packages.With(_zip, "manifest.json", c => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(c).Replace(from, to, StringComparison.Ordinal)));

        Faults(altered).Should().Equal(new ArchiveFault(ArchiveFaults.SignatureWrong, "manifest.sig"));
    }

    [Fact]
    public void A_manifest_altered_to_fit_an_altered_file_has_a_wrong_signature()
    {
        var file = Packages.Verify(_zip, _key).Manifest!.Files[0];
        var other = "anders"u8.ToArray();
        var altered = Packages.With(_zip, file.Name, _ => other);

        Faults(Packages.With(altered, "manifest.json", c => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(c)
                .Replace(file.Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(other)), StringComparison.Ordinal)
                .Replace($"\"size\": {file.Size}", $"\"size\": {other.Length}", StringComparison.Ordinal))))
            .Should().Contain(new ArchiveFault(ArchiveFaults.SignatureWrong, "manifest.sig"));
    }

    [Theory]
    [InlineData("manifest.json", ArchiveFaults.ManifestMissing)]
    [InlineData("manifest.sig", ArchiveFaults.SignatureMissing)]
    [InlineData("public-key.pem", ArchiveFaults.KeyMissing)]
    public void A_part_of_the_package_itself_that_is_gone_is_named(string name, string code) =>
        Faults(Packages.Without(_zip, name)).Should().Equal(new ArchiveFault(code, name));

    [Theory]
    [InlineData("manifest.json", ArchiveFaults.ManifestUnreadable)]
    [InlineData("manifest.sig", ArchiveFaults.SignatureWrong)]
    [InlineData("public-key.pem", ArchiveFaults.KeyWrong)]
    public void A_part_that_says_nothing_is_named(string name, string code)
    {
        foreach (var nonsense in (byte[][])[[], "{}"u8.ToArray(), "null"u8.ToArray(), [0xFF, 0x00, 0x12]])
            Faults(Packages.With(_zip, name, _ => nonsense)).Should().Contain(new ArchiveFault(code, name));
    }

    [Fact]
    public void A_package_made_anew_by_somebody_else_has_the_wrong_key_although_all_else_agrees() =>
        Faults(Packages.Forge(_zip, manifest => manifest)).Should().Equal(new ArchiveFault(ArchiveFaults.KeyWrong, "public-key.pem"));

    [Fact]
    public async Task Another_installations_package_has_the_wrong_key()
    {
        var other = Packages.Folder();
        var (zip, key) = await Packages.MakeAsync(other);

        Faults(zip).Should().Equal(new ArchiveFault(ArchiveFaults.KeyWrong, "public-key.pem"));
        Packages.Verify(zip, key).Holds.Should().BeTrue();
        Directory.Delete(other.Path, recursive: true);
    }

    [Fact]
    public void A_comment_in_the_package_is_named() =>
        Faults(Packages.Zip(Packages.Entries(_zip), "看这里")).Should().Equal(new ArchiveFault(ArchiveFaults.CommentAdded));

    [Fact]
    public void A_bomb_is_read_no_further_than_the_manifest_says()
    {
        var bomb = Packages.With(_zip, "rosters/1001.xlsx", _ => new byte[200 << 20]);

        bomb.Length.Should().BeLessThan(1 << 20);
        Faults(bomb).Should().Equal(new ArchiveFault(ArchiveFaults.FileAltered, "rosters/1001.xlsx"));
        Faults(Packages.With(_zip, "manifest.sig", _ => new byte[200 << 20])).Should().Equal(new ArchiveFault(ArchiveFaults.SignatureWrong, "manifest.sig"));
        Packages.Verify(Packages.With(_zip, "manifest.json", _ => new byte[2 << 20]), _key, new() { MaxManifestBytes = 1 << 20 })
            .Faults.Should().Contain(new ArchiveFault(ArchiveFaults.ManifestUnreadable, "manifest.json"));
    }

    [Fact]
    public void A_manifest_that_promises_too_much_is_too_large()
    {
        Packages.Verify(_zip, _key, new() { MaxBytes = 100 }).Faults.Should().Contain(new ArchiveFault(ArchiveFaults.TooLarge, "银行/PL0603.txt"));
        Packages.Verify(_zip, _key, new() { MaxEntries = 3 }).Faults.Should().Equal(new ArchiveFault(ArchiveFaults.TooLarge));
        Faults(Packages.Forge(_zip, m => m.Replace("\"size\": 7000", $"\"size\": {long.MaxValue}", StringComparison.Ordinal))).Should().Contain(f => f.Code == ArchiveFaults.TooLarge);
    }

    [Fact]
    public void What_is_no_package_is_unreadable()
    {
        foreach (var bytes in (byte[][])[[], "PK"u8.ToArray(), Encoding.UTF8.GetBytes("档案"), _zip[..(_zip.Length / 2)]])
            Faults(bytes).Should().Equal(new ArchiveFault(ArchiveFaults.Unreadable));
    }

    [Fact]
    public void A_package_spoiled_anywhere_gives_a_verdict_and_holds_only_if_every_file_is_whole()
    {
        var random = new Random(20200701);
        var whole = Packages.Entries(_zip).ToDictionary(e => e.Name, e => e.Content);
        var broken = 0;
        for (var i = 0; i < 400; i++)
        {
            var spoiled = (byte[])_zip.Clone();
            for (var flips = random.Next(1, 4); flips > 0; flips--) spoiled[random.Next(spoiled.Length)] ^= (byte)(1 << random.Next(8));
            ArchiveVerdict verdict = null!;
            FluentActions.Invoking(() => verdict = Verify(spoiled)).Should().NotThrow("package {0}", i);
            if (!verdict.Holds) broken++;
            else foreach (var (name, content) in Packages.Entries(spoiled)) content.Should().Equal(whole[name], "package {0} was said to hold", i);
        }
        broken.Should().BeGreaterThan(200);
    }

    [Fact]
    public void An_encrypted_entry_is_altered()
    {
        var spoiled = (byte[])_zip.Clone();
        // The first central record's general purpose flag, bit 0 (APPNOTE 4.4.4).
        var central = spoiled.AsSpan().IndexOf("PK\x01\x02"u8);
        spoiled[central + 8] |= 1;

        Verify(spoiled).Holds.Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(Resources.AllLanguages), MemberType = typeof(Resources))]
    public void Each_fault_has_words(string language)
    {
        var words = Resources.In(language);

        ArchiveFaults.All.Should().OnlyContain(code => words.Archive(code) != words.Archive("no.such")).And.HaveCount(
            typeof(ArchiveFaults).GetFields().Count(f => f.IsLiteral));
    }

    private ArchiveVerdict Verify(byte[] zip) => Packages.Verify(zip, _key);

    private IReadOnlyList<ArchiveFault> Faults(byte[] zip) => Verify(zip).Faults;
}
