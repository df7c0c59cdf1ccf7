using System.Security.Cryptography;
using EduAid.Application.Archives;
using EduAid.Application.Backups;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Backups;

/// <summary>Of the embedded database; a server database is backed up with the server's own tools.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("eduaid-backup-").FullName;

    private string File => Path.Combine(_folder, "county.backup");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_backup_comes_back_on_an_empty_machine_with_the_recovery_key()
    {
        await using var county = await BackedUp();
        var before = await county.PayAsync(Spring2020);
        await county.Lists(ListOf("later.csv", Children(7, 1)));

        var empty = new DataFolder(Path.Combine(_folder, "new"));
        (await new Restore(empty).RunAsync(File, county.RecoveryKey, force: false, CountyFixture.Stop)).Should().BeNull();
        await using var restored = CountyFixture.In(empty);
        await using (var services = restored.Open()) await Restore.OpenEpochAsync(services, CountyFixture.Clerk, File, CountyFixture.Stop);
        (await restored.PayAsync(Spring2020)).Should().BeEquivalentTo(before);
        (await restored.VerifyAudit()).Holds.Should().BeTrue();
        (await Intake.ImportAgainTests.OnList(restored)).Should().Equal(1, 2, 3);
        (await restored.Lists(ListOf("next.csv", Children(1, 4)))).Reports[0].Written.Should().Be(1);
        (await restored.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Fact]
    public async Task The_key_of_archives_comes_back_with_the_other_keys()
    {
        await using var county = await BackedUp();
        using var made = new ArchiveKey(county.Folder).Open();
        await county.Do(async s => { await s.Get<Backup>().RunAsync(CountyFixture.Clerk, File, CountyFixture.Stop); return 0; });
        var empty = new DataFolder(Path.Combine(_folder, "new"));

        await new Restore(empty).RunAsync(File, county.RecoveryKey, force: false, CountyFixture.Stop);

        System.IO.File.Exists(ArchiveKey.FileIn(empty)).Should().BeTrue();
        using var restored = new ArchiveKey(empty).Open();
        KeyFingerprint.Of(restored).Should().Be(KeyFingerprint.Of(made));
    }

    [Fact]
    public async Task A_database_that_is_there_is_overwritten_only_by_force()
    {
        await using var county = await BackedUp();
        (await new Restore(county.Folder).RunAsync(File, county.RecoveryKey, force: false, CountyFixture.Stop)).Should().Be(RestoreRefusal.WouldOverwrite);
        (await county.PayAsync(Spring2020))["compulsory-living"].Should().HaveCount(2);
    }

    [Fact]
    public async Task Another_key_or_none_opens_nothing()
    {
        await using var county = await BackedUp();
        var empty = new DataFolder(Path.Combine(_folder, "new"));
        (await new Restore(empty).RunAsync(File, "keine", force: false, CountyFixture.Stop)).Should().Be(RestoreRefusal.NotAKey);
        var other = Application.Storage.Protection.RecoveryKey.Make().Written;
        var opening = () => new Restore(empty).RunAsync(File, other, force: false, CountyFixture.Stop);
        await opening.Should().ThrowAsync<CryptographicException>();
        System.IO.File.Exists(empty.DatabaseFile).Should().BeFalse();
    }

    [Fact]
    public async Task An_altered_or_cut_off_file_brings_nothing_back()
    {
        await using var county = await BackedUp();
        var whole = await System.IO.File.ReadAllBytesAsync(File);
        var spoiled = new List<byte[]>();
        foreach (var at in (int[])[0, 20, 60, 200, whole.Length / 2, whole.Length - 1])
        {
            var altered = (byte[])whole.Clone();
            altered[at] ^= 0x40;
            spoiled.Add(altered);
        }
        foreach (var length in (int[])[0, 3, 100, whole.Length / 2, whole.Length - 1, whole.Length - 24]) spoiled.Add(whole[..length]);
        foreach (var content in spoiled)
        {
            var empty = new DataFolder(Directory.CreateTempSubdirectory("eduaid-restore-").FullName);
            await System.IO.File.WriteAllBytesAsync(File, content);
            var opening = () => new Restore(empty).RunAsync(File, county.RecoveryKey, force: false, CountyFixture.Stop);
            (await opening.Should().ThrowAsync<Exception>()).Which.Should().Match(e => e is CryptographicException || e is IOException || e is InvalidDataException);
            System.IO.File.Exists(empty.DatabaseFile).Should().BeFalse();
            Directory.EnumerateFiles(empty.Path, "*", SearchOption.AllDirectories).Should().BeEmpty();
            Directory.Delete(empty.Path, recursive: true);
        }
    }

    [Fact]
    public async Task A_backup_taken_while_people_work_is_consistent()
    {
        await using var county = await BackedUp();
        var working = Task.Run(async () =>
        {
            for (var i = 0; i < 6; i++) await county.Lists(ListOf($"{i}.csv", Children(1 + i, 20)));
        });
        await county.Do(async s => { await s.Get<Backup>().RunAsync(CountyFixture.Clerk, File, CountyFixture.Stop); return 0; });
        await working;
        var empty = new DataFolder(Path.Combine(_folder, "new"));
        await new Restore(empty).RunAsync(File, county.RecoveryKey, force: false, CountyFixture.Stop);
        await using var restored = CountyFixture.In(empty);
        await using (var services = restored.Open()) await Restore.OpenEpochAsync(services, CountyFixture.Clerk, File, CountyFixture.Stop);
        (await restored.VerifyAudit()).Holds.Should().BeTrue();
    }

    private async Task<CountyFixture> BackedUp()
    {
        var county = await Intake.ImportAgainTests.WithSchools(TestDatabase.Sqlite);
        await county.Registered(RegisteredOf("p.csv", Children(1, 2)));
        await county.Lists(ListOf("a.csv", Children(1, 3)));
        await county.Generate(Spring2020);
        await county.Do(async s => { await s.Get<Backup>().RunAsync(CountyFixture.Clerk, File, CountyFixture.Stop); return 0; });
        return county;
    }
}
