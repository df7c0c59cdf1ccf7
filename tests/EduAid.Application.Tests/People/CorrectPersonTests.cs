using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Documents;
using EduAid.Application.Intake;
using EduAid.Application.Payments;
using EduAid.Application.People;
using EduAid.Application.Reveals;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Application.Tests.Payments;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.People;

public class CorrectPersonTests
{
    private static readonly Child Ming = Child(1, name: "王小明");

    [Theory, EveryDatabase]
    public async Task A_name_is_corrected_on_the_list_as_a_new_version_that_can_be_taken_back(TestDatabase on)
    {
        await using var county = await MisspeltAsync(on);
        await county.Generate(Spring2020);
        var person = await PersonAsync(county, Ming.Id);
        (await county.Do(s => s.Db.Rosters.Where(r => r.Programme == "compulsory-living").SumAsync(r => r.Held))).Should().Be(1, "the list has another name than the register");
        var effect = await county.Do(s => s.Get<CorrectionEffect>().OfNameAsync(Spring2020, person, "王小明", Stop));
        effect.Should().ContainSingle().Which.Should().Be(new GrantChange("compulsory-living", "3401", 0, 50000));
        (await county.Do(s => s.Get<CorrectionEffect>().OfNameAsync(Spring2020, person, "王小明", Stop), await PupilListTests.ScopeOfAsync(county, First))).Should().Equal(effect, "the school is told what its own roster would say");
        (await county.Do(s => s.Get<CorrectionEffect>().OfNameAsync(Spring2020, person, "王小明", Stop), await PupilListTests.ScopeOfAsync(county, Second))).Should().BeEmpty("another school is told nothing");

        var outcome = await county.Do(s => s.Get<CorrectPerson>().NameAsync(Staff.SchoolClerk, Spring2020, person, "王小明", "对照户口簿", Stop), await PupilListTests.ScopeOfAsync(county, First));
        (outcome.Refusal, outcome.Change!.State, outcome.Change.Before).Should().Be((null, PersonChangeState.Applied, "王小名"));
        var lists = await county.Do(s => s.Db.SchoolLists.OrderBy(l => l.Version).ToListAsync());
        lists.Select(l => (l.Version, l.Current, l.Rows)).Should().Equal((1, false, 2), (2, true, 2));
        lists[1].BuiltOn.Should().Be(lists[0].Id);
        var rows = await county.Do(s => s.Db.Enrolments.OrderBy(e => e.Line).ToListAsync());
        rows.Where(e => e.List == lists[0].Id).Select(e => e.Name).Should().Equal("王小名", "李四");
        rows.Where(e => e.List == lists[1].Id).Select(e => e.Name).Should().Equal("王小明", "李四");
        (await county.Do(s => s.Get<RevealValue>().RunAsync(Staff.SchoolClerk, Role.SchoolClerk, new(RevealKind.Card, lists[1].Id, 1), RevealPurpose.CheckCard, null, Stop))).Value.Should().Be(Ming.Card, "the card went over");
        (await county.Do(s => s.Db.Rosters.AnyAsync(r => r.Stale))).Should().BeTrue("the draft does not know it yet");
        await county.Generate(Spring2020);
        (await county.Do(s => s.Db.RosterEntries.CountAsync(e => e.Person == person))).Should().Be(1);
        (await county.VerifyAudit()).Holds.Should().BeTrue();

        var number = rows.Single(e => e.List == lists[1].Id && e.Person == person).Import;
        (await county.Undo(number - 1)).Refusal.Should().BeOfType<UndoRefusal.ImportsStandOnIt>("the corrected version stands on it");
        (await county.Undo(number)).Refusal.Should().BeNull();
        (await county.Do(s => s.Db.SchoolLists.SingleAsync(l => l.Current))).Id.Should().Be(lists[0].Id);
    }

    [Theory, EveryDatabase]
    public async Task A_corrected_ID_keeps_the_history_and_the_old_one_still_finds_the_person(TestDatabase on)
    {
        await using var county = await MisspeltAsync(on);
        var (person, right) = (await PersonAsync(county, Ming.Id), Child(5, "2011-09-15").Id);
        (await county.Do(s => s.Get<CorrectPerson>().CitizenIdAsync(Staff.Officer, Spring2020, person, " " + right.ToLowerInvariant(), "户口簿", Stop))).Refusal.Should().BeNull();
        (await PersonAsync(county, right)).Should().Be(person);
        (await PersonAsync(county, Ming.Id)).Should().Be(person);
        var numbers = await county.Do(s => s.Db.PersonIdNumbers.Where(n => n.Person == person).ToListAsync());
        numbers.Select(n => n.Until is null).Should().BeEquivalentTo([true, false]);
        (await county.Do(s => s.Get<PersonDirectory>().RevealAsync([person], Stop)))[person].Reveal().Should().Be(right);
        var now = await county.Do(s => s.Db.People.SingleAsync(p => p.Id == person));
        (now.BirthYear, now.Cohort).Should().Be((2011, 2018));
        // Back to the one before, which the person has had.
        (await county.Do(s => s.Get<CorrectPerson>().CitizenIdAsync(Staff.Officer, Spring2020, person, Ming.Id, "原号码无误", Stop))).Refusal.Should().BeNull();
        (await county.Do(s => s.Get<PersonDirectory>().RevealAsync([person], Stop)))[person].Reveal().Should().Be(Ming.Id);
    }

    [Theory, EveryDatabase]
    public async Task What_touches_a_signed_roster_waits_for_a_second_person(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var entry = await county.Do(s => s.Db.RosterEntries.FirstAsync());
        var outcome = await county.Do(s => s.Get<CorrectPerson>().NameAsync(Staff.Officer, Spring2020, entry.Person, "童新名", "改名", Stop));
        (outcome.Change!.State, outcome.Change.Rosters).Should().Be((PersonChangeState.Waiting, 1));
        (await NameAsync(county, entry.Person)).Should().Be(entry.Name);
        (await county.Do(s => s.Get<CorrectPerson>().NameAsync(Staff.SecondOfficer, Spring2020, entry.Person, "童别名", "改名", Stop))).Refusal.Should().Be(CorrectionRefusal.AlreadyWaiting);
        var id = outcome.Change.Id;
        (Actor Who, CorrectionRefusal? Answer)[] tries =
        [
            (Staff.SchoolClerk, CorrectionRefusal.NotYourRole), (Staff.Finance, CorrectionRefusal.NotYourRole), (Staff.Officer, CorrectionRefusal.SamePerson), (Staff.Director, null), (Staff.SecondOfficer, CorrectionRefusal.AlreadyDecided),
        ];
        foreach (var (who, answer) in tries) (await county.Do(s => s.Get<DecideCorrection>().RunAsync(who, id, true, Stop))).Should().Be(answer, who.Name);
        (await NameAsync(county, entry.Person)).Should().Be("童新名");
        var roster = await county.Do(s => s.Db.Rosters.SingleAsync(r => r.Id == entry.Roster));
        (roster.State, (await county.Do(s => s.Db.RosterEntries.SingleAsync(e => e.Id == entry.Id))).Name).Should().Be((RosterState.Approved, entry.Name), "what was signed stays");
        (await county.Do(s => s.Get<RosterRecheck>().OfAsync(roster, Stop))).Changes.Should().ContainSingle("the roster shows the difference");
        (await county.Do(s => s.Db.AuditEvents.Where(e => e.Action.StartsWith("person.")).OrderBy(e => e.Number).Select(e => e.Action).ToListAsync())).Should().Equal("person.correct", "person.confirm");
    }

    [Theory, EveryDatabase]
    public async Task A_rejected_correction_changes_nothing(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var entry = await county.Do(s => s.Db.RosterEntries.FirstAsync());
        var outcome = await county.Do(s => s.Get<CorrectPerson>().CitizenIdAsync(Staff.Officer, Spring2020, entry.Person, Child(55).Id, "看错", Stop));
        outcome.Change!.State.Should().Be(PersonChangeState.Waiting);
        (await county.Do(s => s.Get<DecideCorrection>().RunAsync(Staff.Director, outcome.Change.Id, false, Stop))).Should().BeNull();
        (await county.Do(s => s.Db.PersonIdNumbers.CountAsync(n => n.Person == entry.Person))).Should().Be(1);
        (await county.Do(s => s.Get<CorrectPerson>().CitizenIdAsync(Staff.Officer, Spring2020, entry.Person, Child(55).Id, "再来", Stop))).Refusal.Should().BeNull("none waits any more");
    }

    [Fact]
    public async Task What_cannot_be_is_refused_by_name()
    {
        await using var county = await MisspeltAsync(TestDatabase.Sqlite);
        var person = await PersonAsync(county, Ming.Id);
        Task<CorrectionOutcome> Name(Actor by, string name, string why) => county.Do(s => s.Get<CorrectPerson>().NameAsync(by, Spring2020, person, name, why, Stop));
        Task<CorrectionOutcome> Id(string id, string why) => county.Do(s => s.Get<CorrectPerson>().CitizenIdAsync(Staff.Officer, Spring2020, person, id, why, Stop));
        Task<CorrectionOutcome> Contact(NewContact contact, string why) => county.Do(s => s.Get<CorrectPerson>().ContactAsync(Staff.Officer, Spring2020, person, contact, why, Stop));
        (Task<CorrectionOutcome> Tried, CorrectionRefusal Refusal)[] rows =
        [
            (Name(Staff.Finance, "王小明", "x"), CorrectionRefusal.NotYourRole), (Name(Staff.Head, "王小明", "x"), CorrectionRefusal.NotYourRole), (Name(Staff.Officer, " · ", "x"), CorrectionRefusal.NameMissing),
            (Name(Staff.Officer, "王小明", " "), CorrectionRefusal.ReasonMissing), (Name(Staff.Officer, "王小名", "x"), CorrectionRefusal.NothingChanged),
            (Id(Ming.Id[..17] + (Ming.Id[17] == '1' ? '2' : '1'), "x"), CorrectionRefusal.IdWrong), (Id("", "x"), CorrectionRefusal.IdWrong), (Id(Child(2).Id, "x"), CorrectionRefusal.IdTaken),
            (Id(Ming.Id, "x"), CorrectionRefusal.NothingChanged), (Id(Child(8).Id, ""), CorrectionRefusal.ReasonMissing),
            (Contact(new(null, null, "123", null), "x"), CorrectionRefusal.GuardianIdWrong), (Contact(new(null, null, null, "12a"), "x"), CorrectionRefusal.PhoneWrong),
            (Contact(new(" ", "", "", ""), "x"), CorrectionRefusal.NothingChanged), (Contact(new("王大明", null, null, null), ""), CorrectionRefusal.ReasonMissing),
        ];
        foreach (var (tried, refusal) in rows) (await tried).Refusal.Should().Be(refusal);
        (await county.Do(s => s.Db.PersonChanges.CountAsync())).Should().Be(0);
        var other = await PupilListTests.ScopeOfAsync(county, Second);
        (await county.Do(s => s.Get<CorrectPerson>().NameAsync(Staff.SchoolClerk, Spring2020, person, "王小明", "x", Stop), other)).Refusal.Should().Be(CorrectionRefusal.NotFound, "another school's pupil is not there");
    }

    [Theory, EveryDatabase]
    public async Task Guardian_and_phone_are_kept_sealed_with_who_and_why(TestDatabase on)
    {
        await using var county = await MisspeltAsync(on);
        var (person, guardian) = (await PersonAsync(county, Ming.Id), Child(9, "1980-01-01").Id);
        var outcome = await county.Do(s => s.Get<CorrectPerson>().ContactAsync(Staff.SchoolClerk, Spring2020, person, new("王大明", "父亲", guardian, "139-0000-1234"), "换号", Stop));
        var change = outcome.Change!;
        (change.State, change.Name, change.Relation, change.By).Should().Be((PersonChangeState.Applied, "王大明", "父亲", Staff.SchoolClerk.Name));
        async Task<string?> Shown(RevealKind kind) => (await county.Do(s => s.Get<RevealValue>().RunAsync(Staff.Officer, Role.AidOfficer, new(kind, change.Id), RevealPurpose.ContactFamily, null, Stop))).Value;
        (await Shown(RevealKind.CorrectedPhone)).Should().Be("13900001234");
        (await Shown(RevealKind.CorrectedGuardianId)).Should().Be(guardian);
        var other = await PupilListTests.ScopeOfAsync(county, Second);
        (await county.Do(s => s.Get<RevealValue>().FindAsync(new(RevealKind.CorrectedPhone, change.Id), Stop), other)).Should().BeNull();
    }

    [Theory, EveryDatabase]
    public async Task A_card_is_entered_for_a_pupil_on_no_roster_and_waits_for_a_second_look(TestDatabase on)
    {
        await using var county = await MisspeltAsync(on);
        var person = await PersonAsync(county, Ming.Id);
        (await county.Do(s => s.Get<MendCard>().RunAsync(Staff.SchoolClerk, person, new(Child(30).Card, "王小名", "农商行", null, "新卡"), Stop))).Should().BeNull();
        (await county.Do(s => s.Get<MendCard>().RunAsync(Staff.SchoolClerk, person, new("123", "王小名", null, null, "新卡"), Stop))).Should().Be(CardRefusal.NotACard);
        (await county.Do(s => s.Get<MendCard>().RunAsync(Staff.SchoolClerk, new PersonId(Guid.Empty), new(Child(30).Card, "王小名", null, null, "新卡"), Stop))).Should().Be(CardRefusal.NotFound);
        var card = await county.Do(s => s.Db.PersonCards.SingleAsync());
        card.Usable.Should().BeFalse();
        (await county.Do(s => s.Get<DecideCard>().RunAsync(Staff.Head, card.Id, true, Stop))).Should().BeNull();
        (await county.Do(s => s.Db.PersonCards.SingleAsync())).Usable.Should().BeTrue();
    }

    [Theory, EveryDatabase]
    public async Task Proof_of_a_pupil_is_read_by_those_who_judge_it_and_within_the_scope(TestDatabase on)
    {
        await using var county = await MisspeltAsync(on);
        var (person, own, other) = (await PersonAsync(county, Ming.Id), await PupilListTests.ScopeOfAsync(county, First), await PupilListTests.ScopeOfAsync(county, Second));
        var sent = new SentDocument(DocumentSubject.Pupil, person.Value.ToString(), "低保证明", "1.pdf", "%PDF-1.4 test"u8.ToArray());
        (await county.Do(s => s.Get<AttachDocument>().RunAsync(Staff.SchoolClerk, sent, Stop), other)).Should().Be(DocumentRefusal.NotFound);
        (await county.Do(s => s.Get<AttachDocument>().RunAsync(Staff.Finance, sent, Stop))).Should().Be(DocumentRefusal.NotYourRole);
        (await county.Do(s => s.Get<AttachDocument>().RunAsync(Staff.SchoolClerk, sent, Stop), own)).Should().BeNull();
        (await county.Do(s => s.Get<AttachDocument>().RunAsync(Staff.Officer, sent with { Kind = DocumentSubject.Household, Title = "户证明" }, Stop))).Should().BeNull();
        var papers = await county.Do(s => s.Db.StoredDocuments.ToDictionaryAsync(d => d.SubjectKind, d => d.Id));
        async Task<bool> Reads(Actor who, DocumentSubject kind, Scope? scope = null) => await county.Do(s => s.Get<DownloadDocument>().RunAsync(who, papers[kind], Stop), scope) is not null;
        (await Reads(Staff.SchoolClerk, DocumentSubject.Pupil, own)).Should().BeTrue();
        (await Reads(Staff.SchoolClerk, DocumentSubject.Pupil, other)).Should().BeFalse();
        (await Reads(Staff.Finance, DocumentSubject.Pupil)).Should().BeFalse("finance pays and does not judge");
        (await Reads(Staff.Director, DocumentSubject.Household)).Should().BeTrue();
        (await Reads(Staff.SchoolClerk, DocumentSubject.Household, own)).Should().BeFalse("the registered list is the county's");
    }

    /// <summary>王小明 is registered so and listed as 王小名; 李四 beside.</summary>
    private static async Task<CountyFixture> MisspeltAsync(TestDatabase on)
    {
        var county = await OpenAsync(on);
        var other = Child(2, name: "李四");
        await county.Schools(SchoolsFile);
        await county.Registered(RegisteredOf("poverty.csv", Ming, other));
        await county.Lists(ListOf("1.csv", [Ming with { Name = "王小名" }, other]));
        // Whom the register names first keeps that name; here the school's spelling came first.
        await county.Sql("UPDATE \"People\" SET \"Name\" = '王小名', \"Folded\" = '王小名' WHERE \"Name\" = '王小明'");
        return county;
    }

    private static async Task<PersonId> PersonAsync(CountyFixture county, string id) => (await county.Do(s => s.Get<PersonDirectory>().FindAsync([id], Stop)))[id];

    private static Task<string> NameAsync(CountyFixture county, PersonId person) => county.Do(s => s.Db.People.Where(p => p.Id == person).Select(p => p.Name).SingleAsync());
}
