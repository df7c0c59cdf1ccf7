using EduAid.Application.Backups;
using EduAid.Application.Enrolments;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Application.Tests.Counties;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Storage.Protection;

public class RotateKeysTests
{
    [Fact]
    public async Task Every_encrypted_column_and_every_lookup_hash_of_the_model_is_listed()
    {
        await using var county = await CountyFixture.OpenAsync(TestDatabase.Sqlite);
        await using var services = county.Open();
        var properties = services.Db.Model.GetEntityTypes().SelectMany(t => t.GetProperties().Where(p => p.ClrType == typeof(byte[])).Select(p => (t.ClrType, p.Name))).ToList();
        var ciphers = properties.Where(p => p.Name.EndsWith("Cipher", StringComparison.Ordinal)).ToList();
        ciphers.Should().HaveCountGreaterThan(5).And.BeEquivalentTo(ProtectedColumns.Ciphers);
        // Hashes of an event's details, of invitations and of recovery codes are hashes of no protected value.
        string[] others = ["DetailHash", "InvitationHash", "Hash"];
        properties.Where(p => p.Name.EndsWith("Hash", StringComparison.Ordinal) && !others.Contains(p.Name)).Should().BeEquivalentTo(ProtectedColumns.LookupHashes);
    }

    [Theory, EveryDatabase]
    public async Task After_a_rotation_everything_opens_and_nothing_stands_under_the_old_key(TestDatabase on)
    {
        await using var county = await Filled(on, 3);
        var (file, neighbour) = (Guid.CreateVersion7(), await county.NeighbourAsync("341524"));
        await county.Do(async s => { await s.Get<StoredFiles>().SaveAsync(file, [1, 2, 3], CountyFixture.Stop); return 0; });
        await neighbour.Schools(SchoolsFile);
        var before = await CiphersAsync(county);

        var outcome = await county.Do(s => s.Get<RotateKeys>().RunAsync(CountyFixture.Clerk, null, CountyFixture.Stop));

        outcome!.Should().BeEquivalentTo(new { Key = 2u, Files = 1, Resumed = false, Dropped = new[] { 1u } });
        outcome.Values.Should().Be(3 + 3 + 12, "IDs and cards of the children, accounts of the schools of two counties");
        var use = await county.Do(s => s.Get<KeyStatus>().RunAsync(CountyFixture.Stop));
        use.Ring.Should().Equal(2u);
        use.Values.Keys.Select(k => k.Key).Should().AllBeEquivalentTo(2u);
        use.Values.Values.Sum().Should().Be(19);
        (await CiphersAsync(county)).Should().NotIntersectWith(before);
        await EverythingOpensAsync(county, 3);
        (await county.Do(s => s.Get<StoredFiles>().ReadAsync(file, CountyFixture.Stop))).Should().Equal(1, 2, 3);
        (await county.VerifyAudit()).Holds.Should().BeTrue();
        (await county.Do(s => s.Db.AuditEvents.CountAsync(e => e.Action == "keys.rotate"))).Should().Be(2, "its beginning and its end");
    }

    [Theory, EveryDatabase]
    public async Task A_rotation_cut_short_loses_nothing_and_is_brought_to_its_end(TestDatabase on)
    {
        await using var county = await Filled(on, 250);
        using var stop = new CancellationTokenSource();
        var met = new Noted(_ => stop.Cancel());
        var cut = () => county.Do(s => s.Get<RotateKeys>().RunAsync(CountyFixture.Clerk, met, stop.Token));
        await cut.Should().ThrowAsync<OperationCanceledException>();
        var use = await county.Do(s => s.Get<KeyStatus>().RunAsync(CountyFixture.Stop));
        (use.IsRotating, use.Values.Keys.Select(k => k.Key).Distinct().Count()).Should().Be((true, 2), "it was stopped in the midst of it");
        await EverythingOpensAsync(county, 250);

        var outcome = await county.Do(s => s.Get<RotateKeys>().RunAsync(CountyFixture.Clerk, null, CountyFixture.Stop));

        outcome!.Should().BeEquivalentTo(new { Key = 2u, Resumed = true, Dropped = new[] { 1u } });
        outcome.Values.Should().BeLessThan(506);
        await EverythingOpensAsync(county, 250);
    }

    /// <summary>Another process with a key ring of its own writes while the rotation runs.</summary>
    [Fact]
    public async Task People_of_another_process_go_on_working_during_a_rotation()
    {
        await using var county = await Filled(TestDatabase.Sqlite, 250);
        await using var other = CountyFixture.In(county.Folder);
        await EverythingOpensAsync(other, 250);
        var working = Task.CompletedTask;
        var met = new Noted(_ => { if (working == Task.CompletedTask) working = Task.Run(() => other.Lists(ListOf("b.csv", Children(200, 300)))); });

        var outcome = await county.Do(s => s.Get<RotateKeys>().RunAsync(CountyFixture.Clerk, met, CountyFixture.Stop));
        await working;

        outcome!.Dropped.Should().Equal(1u);
        var use = await other.Do(s => s.Get<KeyStatus>().RunAsync(CountyFixture.Stop));
        use.Values.Keys.Select(k => k.Key).Should().AllBeEquivalentTo(2u);
        use.Values[("Enrolment.CardCipher", 2)].Should().Be(550, "both versions of the list");
        await EverythingOpensAsync(other, 300);
    }

    [Fact]
    public async Task A_value_that_somebody_changes_meanwhile_is_left_to_them()
    {
        await using var county = await Filled(TestDatabase.Sqlite, 250);
        var changed = 0;
        var met = new Noted(step =>
        {
            if (step.What != nameof(Enrolment) || changed > 0) return;
            changed = county.Sql("UPDATE \"Enrolments\" SET \"CardCipher\" = NULL WHERE \"Line\" > 100").GetAwaiter().GetResult();
        });
        await county.Do(s => s.Get<RotateKeys>().RunAsync(CountyFixture.Clerk, met, CountyFixture.Stop));
        changed.Should().Be(150);
        (await county.Do(s => s.Db.Enrolments.CountAsync(e => e.Line > 100 && e.CardCipher != null))).Should().Be(0);
    }

    [Fact]
    public async Task A_second_rotation_at_the_same_time_is_refused()
    {
        await using var county = await Filled(TestDatabase.Sqlite, 3);
        var second = new List<RotationOutcome?>();
        var met = new Noted(_ => second.Add(county.Do(s => s.Get<RotateKeys>().RunAsync(CountyFixture.Clerk, null, CountyFixture.Stop)).GetAwaiter().GetResult()));
        (await county.Do(s => s.Get<RotateKeys>().RunAsync(CountyFixture.Clerk, met, CountyFixture.Stop))).Should().NotBeNull();
        second.Should().NotBeEmpty().And.AllSatisfy(o => o.Should().BeNull());
    }

    [Fact]
    public async Task A_backup_taken_in_the_midst_of_a_rotation_opens_whole()
    {
        await using var county = await Filled(TestDatabase.Sqlite, 250);
        var (file, taken) = (Path.Combine(county.Folder.Path, "midst.backup"), false);
        var met = new Noted(_ =>
        {
            if (taken) return;
            taken = true;
            county.Do(async s => { await s.Get<Backup>().RunAsync(CountyFixture.Clerk, file, CountyFixture.Stop); return 0; }).GetAwaiter().GetResult();
        });
        await county.Do(s => s.Get<RotateKeys>().RunAsync(CountyFixture.Clerk, met, CountyFixture.Stop));
        var empty = new DataFolder(Directory.CreateTempSubdirectory("eduaid-rotated-").FullName);
        (await new Restore(empty).RunAsync(file, county.RecoveryKey, force: false, CountyFixture.Stop)).Should().BeNull();
        await using (var restored = CountyFixture.In(empty)) await EverythingOpensAsync(restored, 250);
        Directory.Delete(empty.Path, recursive: true);
    }

    internal static async Task<CountyFixture> Filled(TestDatabase on, int children)
    {
        var county = await CountyFixture.OpenAsync(on);
        await county.Schools(SchoolsFile);
        await county.Lists(ListOf("a.csv", Children(1, children)));
        return county;
    }

    internal static async Task EverythingOpensAsync(CountyFixture county, int children)
    {
        await using var services = county.Open();
        var cipher = services.Get<FieldCipher>();
        var cards = await (from row in services.Db.Enrolments
                           join list in services.Db.SchoolLists on row.List equals list.Id
                           where list.Current
                           select row).ToListAsync();
        cards.Select(r => cipher.Decrypt(r.CardCipher!, Places.Enrolment("card", r.County, r.List, r.Line))).Should().HaveCount(children).And.OnlyHaveUniqueItems();
        var people = await services.Get<EduAid.Application.People.PersonDirectory>().RevealAsync([.. cards.Select(c => c.Person)], CountyFixture.Stop);
        people.Values.Should().HaveCount(children).And.OnlyHaveUniqueItems();
    }

    private static Task<List<string>> CiphersAsync(CountyFixture county) => county.Do(async s =>
        (await s.Db.Enrolments.Select(e => e.CardCipher!).ToListAsync()).Concat(await s.Db.PersonIdNumbers.Select(n => n.NumberCipher).ToListAsync())
            .Select(Convert.ToHexString).ToList());

    private sealed class Noted(Action<RotationStep> at) : IProgress<RotationStep>
    {
        public void Report(RotationStep value) => at(value);
    }
}
