using EduAid.Application.Audit;
using EduAid.Application.Enrolments;
using EduAid.Application.Matching;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Matching;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Matching;

public class MatchTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Child Ming = Child(1, name: "王小明"), Fang = Child(2, name: "李芳"), Rare = Child(3, name: "赵㛃"), Jia = Child(4, name: "孙佳佳"), Other = Child(5, name: "周全");

    [Theory, EveryDatabase]
    public async Task Each_kind_of_likeness_is_found_and_nothing_else(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        (await FindAsync(county))!.Should().Be(new MatchesFound(5, 4, 0));
        (await PairsAsync(county)).Should().BeEquivalentTo(
        [
            ("王小明", "王小明", MatchKind.NearId), ("李芳", "李方", MatchKind.SoundAlike), ("赵㛃", "赵?", MatchKind.Substitute), ("孙佳佳", "孙佳佳", MatchKind.NameAndBirth),
        ]);
        var before = await county.Do(s => s.Db.MatchCandidates.Select(c => c.Id).ToListAsync());
        await FindAsync(county);
        (await county.Do(s => s.Db.MatchCandidates.Select(c => c.Id).ToListAsync())).Should().BeEquivalentTo(before, "a pair that is found again keeps its key");
        (await county.Do(s => s.Get<FindMatches>().RunAsync(Staff.Director, Spring2020, Stop))).Should().BeNull("it is the officer's");
    }

    [Theory, EveryDatabase]
    public async Task Nothing_is_granted_until_somebody_decides_and_no_longer_once_it_is_taken_back(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        await FindAsync(county);
        await county.Generate(Spring2020);
        (await GrantedAsync(county, Spring2020)).Should().BeEmpty("comparing is no decision");
        var pair = await PairAsync(county, MatchKind.NearId);
        (await DecideAsync(county, pair.Id, MatchVerdict.Same, "户口簿同一人")).Should().BeNull();
        (await GrantedAsync(county, Spring2020)).Should().Equal(["王小明"], "the draft takes it up at once");
        var people = await county.Do(s => s.Db.People.CountAsync());
        await county.Generate(Spring2020);
        (await GrantedAsync(county, Spring2020)).Should().Equal("王小明");
        (await county.Do(s => s.Db.People.CountAsync())).Should().Be(people, "no rows are joined");

        await county.Lists(new ListImport(Autumn2020, [ListOf("autumn.csv", [Near(Ming)], grade: "四年级")]));
        await county.Generate(Autumn2020);
        (await GrantedAsync(county, Autumn2020)).Should().Equal(["王小明"], "it is remembered");

        var decision = await county.Do(s => s.Db.MatchDecisions.SingleAsync());
        (await county.Do(s => s.Get<UndoMatch>().RunAsync(Staff.SecondOfficer, decision.Id, Autumn2020, "两个孩子", Stop))).Should().BeNull();
        (await GrantedAsync(county, Autumn2020)).Should().BeEmpty();
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Fact]
    public async Task Who_stands_on_a_list_under_the_registered_ID_too_is_granted_once()
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite);
        await FindAsync(county);
        await DecideAsync(county, (await PairAsync(county, MatchKind.NearId)).Id, MatchVerdict.Same, "同一人");
        await county.Lists(ListOf("second.csv", [Ming], Second));
        await county.Generate(Spring2020);
        (await county.Do(s => s.Db.RosterEntries.CountAsync(e => e.Name == "王小明"))).Should().Be(1);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_by_name_and_a_school_is_asked_by_a_message()
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite);
        await FindAsync(county);
        var pair = await PairAsync(county, MatchKind.SoundAlike);
        (await county.Do(s => s.Get<DecideMatch>().RunAsync(Staff.Director, pair.Id, MatchVerdict.Same, "x", Stop))).Should().Be(MatchRefusal.NotYourRole);
        (await DecideAsync(county, pair.Id, MatchVerdict.Same, " ")).Should().Be(MatchRefusal.ReasonMissing);
        (await DecideAsync(county, Guid.Empty, MatchVerdict.Same, "x")).Should().Be(MatchRefusal.NotFound);
        (await DecideAsync(county, pair.Id, MatchVerdict.AskSchool, "请核对户口簿")).Should().BeNull();
        (await county.Do(s => s.Db.Messages.SingleAsync())).Remark.Should().Be("李方: 请核对户口簿");
        (await DecideAsync(county, pair.Id, MatchVerdict.Different, "两家人")).Should().BeNull("asking decides nothing yet");
        (await DecideAsync(county, pair.Id, MatchVerdict.Same, "x")).Should().Be(MatchRefusal.AlreadyDecided);
        await county.Generate(Spring2020);
        (await GrantedAsync(county, Spring2020)).Should().BeEmpty();
    }

    [Fact]
    public async Task Whatever_lists_and_register_say_no_two_people_are_read_as_one_without_a_decision()
    {
        var random = new Random(11);
        for (var round = 0; round < 6; round++)
        {
            await using var county = await CountyFixture.OpenAsync(TestDatabase.Sqlite);
            await county.Schools(SchoolsFile);
            var registered = Children(1, 25);
            string[] names = ["王？", "李芳", "张伟", .. registered.Take(5).Select(c => c.Name)];
            var listed = registered.Select(c => random.Next(4) switch
            {
                0 => c,
                1 => Near(c, random.Next(40)),
                2 => Near(c, random.Next(40)) with { Name = names[random.Next(names.Length)] },
                _ => Child(500 + random.Next(400), name: c.Name),
            }).DistinctBy(c => c.Id).ToList();
            await county.Registered(RegisteredOf("registered.csv", registered));
            await county.Lists(new ListImport(Spring2020, [ListOf("a.csv", listed)], Partial: true));
            await FindAsync(county);
            await county.Generate(Spring2020);
            var exact = listed.Where(l => registered.Any(r => r.Id == l.Id && r.Name == l.Name)).Select(l => l.Name).Order().ToList();
            (await GrantedAsync(county, Spring2020)).Order().Should().Equal(exact, $"round {round}: only the same ID and name are the same person");
        }
    }

    // The first valid number one slip away, or another one of them.
    private static Child Near(Child child, int which = 40) =>
        child with { Id = IdNeighbours.Valid(CitizenId.FromStored(child.Id), Today).Where(n => n.Number[6..14] == child.Id[6..14]).Select(n => n.Number).ElementAt(which % 30) };

    private static async Task<CountyFixture> OpenAsync(TestDatabase on)
    {
        var county = await CountyFixture.OpenAsync(on);
        await county.Schools(SchoolsFile);
        await county.Registered(RegisteredOf("registered.csv", Ming, Fang, Rare, Jia, Other));
        // Far from each registered number, so that only the name and the birth date speak.
        await county.Lists(ListOf("a.csv", [Near(Ming), Child(890, name: "李方"), Child(781, name: "赵？"), Child(692, name: "孙佳佳"), Child(583, "2010-03-06", "周全")]));
        return county;
    }

    private static Task<MatchesFound?> FindAsync(CountyFixture county) => county.Do(s => s.Get<FindMatches>().RunAsync(Staff.Officer, Spring2020, Stop));

    private static Task<MatchRefusal?> DecideAsync(CountyFixture county, Guid pair, MatchVerdict verdict, string why) =>
        county.Do(s => s.Get<DecideMatch>().RunAsync(Staff.Officer, pair, verdict, why, Stop));

    private static Task<MatchCandidate> PairAsync(CountyFixture county, MatchKind kind) => county.Do(s => s.Db.MatchCandidates.SingleAsync(c => c.Kind == kind));

    private static async Task<List<(string Registered, string Enrolled, MatchKind Kind)>> PairsAsync(CountyFixture county) => await county.Do(async s =>
        (await (from c in s.Db.MatchCandidates join r in s.Db.People on c.Registered equals r.Id join e in s.Db.People on c.Enrolled equals e.Id select new { One = r.Name, Other = e.Name, c.Kind }).ToListAsync())
        .Select(p => (p.One, p.Other, p.Kind)).ToList());

    private static Task<List<string>> GrantedAsync(CountyFixture county, Semester semester) => county.Do(s =>
        (from e in s.Db.RosterEntries join r in s.Db.Rosters on e.Roster equals r.Id where r.Semester == semester orderby e.Name select e.Name).ToListAsync());
}
