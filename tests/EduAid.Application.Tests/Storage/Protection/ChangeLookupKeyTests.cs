using System.Text.Json.Nodes;
using EduAid.Application.People;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Storage.Protection;

public class ChangeLookupKeyTests
{
    [Theory, EveryDatabase]
    public async Task Everyone_is_found_as_before_and_the_same_list_still_changes_nothing(TestDatabase on)
    {
        await using var county = await RotateKeysTests.Filled(on, 5);
        var (person, before) = (await FindAsync(county), await HashesAsync(county));

        (await ChangeAsync(county)).Should().Be(5);

        (await HashesAsync(county)).Should().HaveCount(before.Count).And.NotIntersectWith(before);
        (await FindAsync(county)).Should().Be(person).And.NotBeNull();
        await RotateKeysTests.EverythingOpensAsync(county, 5);
        (await county.Lists(ListOf("again.csv", Children(1, 5)))).Reports[0].Should().BeEquivalentTo(new { Written = 0, Unchanged = 5 });
        (await county.Lists(ListOf("more.csv", Children(1, 6)))).Reports[0].Should().BeEquivalentTo(new { Written = 1, Unchanged = 5 });
        (await county.Do(s => s.Db.People.CountAsync())).Should().Be(6);
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Fact]
    public async Task Stopped_before_the_database_was_written_it_hashes_nothing_until_it_is_ended()
    {
        await using var county = await RotateKeysTests.Filled(TestDatabase.Sqlite, 3);
        var person = await FindAsync(county);
        Edit(county.Folder, ring => ring["nextLookup"] = Convert.ToBase64String(new byte[32]));
        await using var next = CountyFixture.In(county.Folder);
        await FluentActions.Invoking(() => FindAsync(next)).Should().ThrowAsync<InvalidOperationException>("two keys would find one person twice");
        (await ChangeAsync(next)).Should().Be(3);
        (await FindAsync(next)).Should().Be(person);
    }

    [Fact]
    public async Task Stopped_after_the_database_was_written_it_puts_the_key_file_right()
    {
        await using var county = await RotateKeysTests.Filled(TestDatabase.Sqlite, 3);
        var (person, lookup) = (await FindAsync(county), "");
        Edit(county.Folder, ring => lookup = ring["lookup"]!.GetValue<string>());
        await ChangeAsync(county);
        var hashes = await HashesAsync(county);
        Edit(county.Folder, ring => (ring["nextLookup"], ring["lookup"]) = (ring["lookup"]!.GetValue<string>(), lookup));
        await using var next = CountyFixture.In(county.Folder);
        (await ChangeAsync(next)).Should().Be(3);
        (await HashesAsync(next)).Should().BeEquivalentTo(hashes, "they were right already");
        (await FindAsync(next)).Should().Be(person);
    }

    [Fact]
    public async Task Whoever_uses_the_folder_keeps_out_who_wants_it_alone_and_the_other_way_round()
    {
        await using var county = await CountyFixture.OpenAsync(TestDatabase.Sqlite);
        using (var one = FolderLock.TryUse(county.Folder))
        {
            using var other = FolderLock.TryUse(county.Folder);
            other.Should().NotBeNull("several may use it");
            FolderLock.TryUseAlone(county.Folder).Should().BeNull();
        }
        using var alone = FolderLock.TryUseAlone(county.Folder);
        alone.Should().NotBeNull();
        FolderLock.TryUse(county.Folder).Should().BeNull();
    }

    private static Task<int> ChangeAsync(CountyFixture county) => county.Do(s => s.Get<ChangeLookupKey>().RunAsync(CountyFixture.Clerk, CountyFixture.Stop));

    private static Task<PersonId?> FindAsync(CountyFixture county) =>
        county.Do(s => s.Get<PersonDirectory>().FindAsync(CitizenId.FromStored(Child(2).Id), CountyFixture.Stop));

    private static Task<List<string>> HashesAsync(CountyFixture county) => county.Do(async s =>
    {
        var numbers = await s.Db.PersonIdNumbers.ToListAsync();
        return numbers.Select(n => n.NumberHash).Concat(numbers.Select(n => n.LastFourHash)).Concat(await s.Db.Enrolments.Select(e => e.CardHash!).ToListAsync())
            .Concat(await s.Db.SchoolVersions.Select(v => v.AccountHash!).ToListAsync()).Select(Convert.ToHexString).Distinct().ToList();
    });

    private static void Edit(DataFolder folder, Action<JsonNode> edit)
    {
        var ring = JsonNode.Parse(File.ReadAllBytes(KeyRing.FileIn(folder)))!;
        edit(ring);
        File.WriteAllText(KeyRing.FileIn(folder), ring.ToJsonString());
    }
}
