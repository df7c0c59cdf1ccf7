using EduAid.Application.Payments;
using EduAid.Application.Settings;
using EduAid.Application.Tests.Counties;
using EduAid.Application.Tests.Rosters;
using EduAid.Domain.Payments;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Payments;

/// <summary>A card that several pupils have, or that a later list has changed, is looked at by a second person before it is paid.</summary>
public class ListedCardTests
{
    [Theory, EveryDatabase]
    public async Task A_card_of_two_pupils_waits_until_a_second_person_has_looked_at_each(TestDatabase on)
    {
        await using var county = await ApprovedAsync(on, Row(Child(1)), Row(Child(2), card: Child(1).Card), Row(Child(3)));
        var waiting = await WaitingAsync(county);
        waiting.Select(w => w.Reason).Should().BeEquivalentTo([WaitingFor.SharedCard, WaitingFor.SharedCard, WaitingFor.Batch]);
        var assembled = await county.AssembleAsync();
        (assembled.Lines, assembled.Waiting).Should().Be((1, 2));

        var shared = waiting.Where(w => w.Reason == WaitingFor.SharedCard).Select(w => w.Entry).ToList();
        (await ConfirmAsync(county, shared[0], Clerk with { Role = "SchoolHead" })).Should().Be(CardRefusal.SamePerson, "who sent the list is the first person");
        (await ConfirmAsync(county, shared[0], Staff.Finance)).Should().Be(CardRefusal.NotYourRole);
        (await ConfirmAsync(county, shared[0], Staff.Head)).Should().BeNull();
        (await WaitingAsync(county)).Select(w => w.Reason).Should().BeEquivalentTo([WaitingFor.Batch, WaitingFor.SharedCard]);
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Theory, EveryDatabase]
    public async Task A_county_may_allow_brothers_and_sisters_one_card(TestDatabase on)
    {
        await using var county = await ApprovedAsync(on, Row(Child(1)), Row(Child(2), card: Child(1).Card), Row(Child(3)));
        (await county.Do(s => s.Get<ChangeSetting>().RunAsync(Staff.Director, SettingBook.CardPupilsName, "0", s.Get<Calendar.BusinessDay>().Today.AddDays(1), "局党组会议", Stop))).Should().NotBeNull();
        (await county.Do(s => s.Get<ChangeSetting>().RunAsync(Staff.Director, SettingBook.CardPupilsName, "2", s.Get<Calendar.BusinessDay>().Today.AddDays(1), "局党组会议", Stop))).Should().BeNull();
        county.Clock.Advance(TimeSpan.FromDays(1));
        (await WaitingAsync(county)).Should().HaveCount(3).And.OnlyContain(w => w.Reason == WaitingFor.Batch);
    }

    [Theory, EveryDatabase]
    public async Task A_card_that_a_later_list_has_changed_is_paid_to_the_one_that_a_second_person_names(TestDatabase on)
    {
        await using var county = await ApprovedAsync(on, Row(Child(1)), Row(Child(2)), Row(Child(3)));
        county.Clock.Advance(TimeSpan.FromMinutes(5));
        await county.Lists(List("later.csv", [Row(Child(1), card: Child(8).Card), Row(Child(2), card: Child(9).Card), Row(Child(3))]));
        var changed = (await WaitingAsync(county)).Where(w => w.Reason == WaitingFor.ChangedCard).OrderBy(w => w.Name, StringComparer.Ordinal).ToList();
        changed.Select(w => w.Account).Should().BeEquivalentTo([Child(1).Card, Child(2).Card], "until then the roster's card stands");

        (await ConfirmAsync(county, changed.Single(w => w.Account == Child(1).Card).Entry, Staff.Head, newer: true)).Should().BeNull();
        (await ConfirmAsync(county, changed.Single(w => w.Account == Child(2).Card).Entry, Staff.Head, newer: false)).Should().BeNull();

        var ready = await WaitingAsync(county);
        ready.Should().OnlyContain(w => w.Reason == WaitingFor.Batch);
        ready.Select(w => w.Account).Should().BeEquivalentTo([Child(8).Card, Child(2).Card, Child(3).Card]);
        county.Clock.Advance(TimeSpan.FromMinutes(5));
        await county.Lists(List("again.csv", [Row(Child(1), card: Child(7).Card), Row(Child(2), card: Child(9).Card), Row(Child(3))]));
        (await WaitingAsync(county)).Where(w => w.Reason == WaitingFor.ChangedCard).Select(w => w.Account).Should().Contain(Child(8).Card, "yet another card asks for another look");
        (await county.Do(s => s.Db.AuditEvents.CountAsync(e => e.Action == "card.confirm"))).Should().Be(2);
    }

    private static async Task<CountyFixture> ApprovedAsync(TestDatabase on, params string[] rows)
    {
        var county = await CountyFixture.OpenAsync(on);
        await county.Schools(SchoolsFile);
        await county.Registered(RegisteredOf("p.csv", Children(1, 4)));
        await county.Lists(List("a.csv", rows));
        await county.Generate(Spring2020);
        await RosterLifeTests.ApproveAsync(county);
        return county;
    }

    private static Task<IReadOnlyList<WaitingEntry>> WaitingAsync(CountyFixture county) =>
        county.Do(s => s.Get<PayableEntries>().WaitingAsync(Spring2020, PaymentSteps.Living, Stop));

    private static Task<CardRefusal?> ConfirmAsync(CountyFixture county, Guid entry, Application.Audit.Actor by, bool newer = false) =>
        county.Do(s => s.Get<ConfirmListedCard>().RunAsync(by, entry, newer, Stop));
}
