using EduAid.Application.Accounts;
using EduAid.Application.Reveals;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Reveals;

public class RevealValueTests
{
    private const string Phone = "13955512345";

    [Theory, EveryDatabase]
    public async Task Each_kind_is_shown_whole_and_the_trail_has_who_what_and_why_but_not_the_value(TestDatabase on)
    {
        await using var county = await Listed(on);
        var (row, guardian) = (await county.Do(s => s.Db.Enrolments.SingleAsync(e => e.Line == 1)), Child(77, "1980-02-02"));
        (RevealTarget Target, string Whole)[] all =
        [
            (new(RevealKind.CitizenId, row.Person.Value), Child(1).Id), (new(RevealKind.Card, row.List, 1), Child(1).Card),
            (new(RevealKind.Phone, row.List, 1), Phone), (new(RevealKind.GuardianId, row.List, 1), guardian.Id),
        ];
        foreach (var (target, whole) in all)
        {
            RevealTarget.Read(target.Kind.ToString(), target.Place).Should().Be(target);
            (await RevealAsync(county, Role.SchoolClerk, target)).Should().Be(new RevealOutcome(whole));
            var said = await LastAsync(county);
            said.Should().Contain(target.Kind.ToString()).And.Contain("ContactFamily").And.Contain("换卡").And.NotContain(whole).And.Contain("****");
        }
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Fact]
    public async Task Who_may_not_is_refused_and_the_refusal_is_an_event()
    {
        await using var county = await Listed(TestDatabase.Sqlite);
        var row = await county.Do(s => s.Db.Enrolments.SingleAsync(e => e.Line == 1));
        RevealTarget id = new(RevealKind.CitizenId, row.Person.Value), card = new(RevealKind.Card, row.List, 1);
        foreach (var role in Enum.GetValues<Role>())
        {
            Role[] any = [Role.SchoolClerk, Role.TownshipSchool, Role.AidOfficer, Role.AidDirector, Role.Auditor];
            (await RevealAsync(county, role, id)).Value.Should().Be(any.Contains(role) ? Child(1).Id : null, role.ToString());
            (await RevealAsync(county, role, card)).Value.Should().Be(any.Contains(role) || role == Role.Finance ? Child(1).Card : null, role.ToString());
        }
        (await RevealAsync(county, Role.SystemAdministrator, id)).Refusal.Should().Be(RevealRefusal.NotAllowed);
        (await county.Do(s => s.Db.AuditEvents.OrderBy(e => e.Number).Select(e => e.Action).LastAsync())).Should().Be("access.refuse");
    }

    [Fact]
    public async Task Another_schools_child_is_not_there()
    {
        await using var county = await Listed(TestDatabase.Sqlite);
        var (row, second) = await county.Do(async s => (await s.Db.Enrolments.SingleAsync(e => e.Line == 1), await s.Db.Schools.SingleAsync(x => x.Code == "3402")));
        var foreign = Scope.OfSchools(county.County, second.Id);
        foreach (var target in (RevealTarget[])[new(RevealKind.CitizenId, row.Person.Value), new(RevealKind.Card, row.List, 1)])
        {
            (await RevealAsync(county, Role.SchoolClerk, target, foreign)).Refusal.Should().Be(RevealRefusal.NotFound);
            (await RevealAsync(county, Role.SchoolClerk, target, Scope.OfSchools(county.County, row.School))).Value.Should().NotBeNull();
        }
    }

    [Fact]
    public async Task Without_a_purpose_nothing_is_shown_and_a_number_typed_as_a_note_is_not_kept()
    {
        await using var county = await Listed(TestDatabase.Sqlite);
        var target = new RevealTarget(RevealKind.CitizenId, (await county.Do(s => s.Db.Enrolments.SingleAsync(e => e.Line == 1))).Person.Value);
        Task<RevealOutcome> With(RevealPurpose? purpose, string? note) =>
            county.Do(s => s.Get<RevealValue>().RunAsync(CountyFixture.Clerk, Role.AidOfficer, target, purpose, note, CountyFixture.Stop));
        foreach (var (purpose, note) in ((RevealPurpose?, string?)[])[(null, "x"), (RevealPurpose.Other, " "), ((RevealPurpose)99, "x")])
            (await With(purpose, note)).Should().Be(new RevealOutcome(null, RevealRefusal.PurposeMissing));
        (await county.Do(s => s.Db.AuditEvents.CountAsync(e => e.Action == "person.reveal"))).Should().Be(0);
        (await With(RevealPurpose.Other, $"核对 {Child(1).Id}")).Value.Should().Be(Child(1).Id);
        (await LastAsync(county)).Should().NotContain(Child(1).Id);
    }

    [Theory]
    [InlineData("CitizenId", "x"), InlineData("CitizenId", "01890000-0000-7000-8000-000000000001.1"), InlineData("Card", "01890000-0000-7000-8000-000000000001")]
    [InlineData("Card", "01890000-0000-7000-8000-000000000001.0"), InlineData("99", "01890000-0000-7000-8000-000000000001"), InlineData(null, null)]
    public void Texts_that_name_no_value_are_none(string? kind, string? place) => RevealTarget.Read(kind, place).Should().BeNull();

    private static Task<RevealOutcome> RevealAsync(CountyFixture county, Role role, RevealTarget target, Scope? scope = null) => county.Do(
        s => s.Get<RevealValue>().RunAsync(CountyFixture.Clerk, role, target, RevealPurpose.ContactFamily, "换卡", CountyFixture.Stop), scope);

    private static Task<string> LastAsync(CountyFixture county) =>
        county.Do(async s => (await s.Db.AuditDetails.OrderBy(d => d.Number).Select(d => d.Json).LastAsync())!);

    private static async Task<CountyFixture> Listed(TestDatabase on)
    {
        var county = await Intake.ImportAgainTests.WithSchools(on);
        await county.Lists(Csv("a.csv", ListHeader + ",监护人姓名,监护人身份证号,联系电话",
            Row(Child(1)) + $",家长甲,{Child(77, "1980-02-02").Id},{Phone}", Row(Child(2)) + ",,,"));
        return county;
    }
}
