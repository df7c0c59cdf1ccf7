using System.Text;
using EduAid.Application.Audit;
using EduAid.Application.Enrolments;
using EduAid.Application.Entry;
using EduAid.Application.Intake;
using EduAid.Application.Submissions;
using EduAid.Application.Tests.Counties;
using EduAid.Application.Tests.Entry;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.Invented;
using static EduAid.Application.Tests.Entry.EntryCounty;

namespace EduAid.Application.Tests.Submissions;

public sealed class BoardTests
{
    private static readonly Actor Officer = new("经办甲", "AidOfficer", "test");

    [Theory, EveryDatabase]
    public async Task Every_school_stands_in_the_state_that_it_has_come_to(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        (await StatesAsync(county)).Values.Should().OnlyContain(s => s == SubmissionState.Nothing);
        await county.SaveAsync("3401", Spring2020, Typed(1, Child(1)));
        var second = await county.SchoolAsync("3402");
        await county.Do(s => s.Get<StageUpload>().RunAsync(SchoolClerk, new(ListKind.Enrolments, Spring2020, second, [new("a.csv", [65])]), CountyFixture.Stop));
        await county.Lists(List("c.csv", Row(Child(31, "2006-03-05"), Junior, grade: "七年级")));
        await county.Lists(new ListImport(Spring2020, [List("d.csv", Row(Child(41, "2003-03-05"), Senior, grade: "高一"), Row(Child(42, "2003-03-05"), Senior, grade: "高九"))], Partial: true));
        (await StatesAsync(county)).Should().Equal(new Dictionary<string, SubmissionState>
        {
            ["3401"] = SubmissionState.Draft,
            ["3402"] = SubmissionState.Waiting,
            ["3403"] = SubmissionState.Accepted,
            ["3404"] = SubmissionState.WithFaults,
            ["3405"] = SubmissionState.Nothing,
            ["3406"] = SubmissionState.Nothing,
        });
        (await county.Do(s => SubmissionBoard.LoadAsync(s.Db, Spring2020, CountyFixture.Stop), await county.ScopeAsync("3402"))).Select(s => s.Code).Should().Equal("3402");
        (await StatesAsync(county, Autumn2020)).Values.Should().OnlyContain(s => s == SubmissionState.Nothing);
    }

    [Theory, EveryDatabase]
    public async Task A_reminder_reaches_the_named_schools_alone_and_once_until_it_is_read(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        await county.Lists(List("c.csv", Row(Child(31, "2006-03-05"), Junior, grade: "七年级")));
        var (first, done) = (await county.SchoolAsync("3401"), await county.SchoolAsync("3403"));
        (await RemindAsync(Officer)).Refusal.Should().Be(ReminderRefusal.NothingChosen);
        (await RemindAsync(new Actor("x", "SchoolClerk", "test"), first)).Refusal.Should().Be(ReminderRefusal.NotYourRole);
        (await county.Do(s => s.Db.Messages.CountAsync())).Should().Be(0);
        (await RemindAsync(Officer, first, done)).Should().Be(new RemindersSent(1, 1));
        (await RemindAsync(Officer, first)).Refusal.Should().Be(ReminderRefusal.NobodyLeft);

        var scope = await county.ScopeAsync("3401");
        var message = await county.Do(s => s.Db.Messages.SingleAsync(), scope);
        (message.School, message.Remark, message.ReadAt).Should().Be((first, "周五前", (DateTimeOffset?)null));
        (await county.Do(s => s.Get<ReadMessage>().RunAsync(Officer, message.Id, CountyFixture.Stop))).Should().BeFalse("the county's looking is not the school's reading");
        (await county.Do(s => s.Get<ReadMessage>().RunAsync(SchoolClerk, message.Id, CountyFixture.Stop), await ScopeOfSecond())).Should().BeFalse();
        (await county.Do(s => s.Db.Messages.CountAsync(), await ScopeOfSecond())).Should().Be(0);
        (await county.Do(s => s.Get<ReadMessage>().RunAsync(SchoolClerk, message.Id, CountyFixture.Stop), scope)).Should().BeTrue();
        (await county.Do(s => s.Db.Messages.SingleAsync())).ReadBy.Should().Be(SchoolClerk.Name);
        (await RemindAsync(Officer, first)).Sent.Should().Be(1);
        (await county.VerifyAudit()).Holds.Should().BeTrue();

        Task<RemindersSent> RemindAsync(Actor actor, params IReadOnlyList<SchoolId> schools) =>
            county.Do(s => s.Get<RemindSchools>().RunAsync(actor, Spring2020, schools, " 周五前 ", CountyFixture.Stop));
        Task<Application.Storage.Scope> ScopeOfSecond() => county.ScopeAsync("3402");
    }

    [Theory, EveryDatabase]
    public async Task A_contacts_number_lies_encrypted_and_taking_the_call_list_is_logged(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        var (first, second, scope) = (await county.SchoolAsync("3401"), await county.SchoolAsync("3402"), await county.ScopeAsync("3401"));
        (await KeepAsync(first, "", "0564-7654321")).Should().Be(ContactRefusal.NameMissing);
        (await KeepAsync(first, "林甲", "12345")).Should().Be(ContactRefusal.PhoneInvalid);
        (await KeepAsync(second, "林甲", "0564-7654321")).Should().Be(ContactRefusal.NotFound);
        (await KeepAsync(first, "林甲", "0564-7654321")).Should().BeNull();
        var row = await county.Do(s => s.Db.SchoolContacts.SingleAsync());
        row.PhoneCipher.AsSpan().IndexOf(Encoding.UTF8.GetBytes("7654321")).Should().Be(-1);
        var events = await county.Do(s => s.Db.AuditEvents.CountAsync());
        (await KeepAsync(first, "林甲", "0564-7654321")).Should().BeNull();
        (await county.Do(s => s.Db.AuditEvents.CountAsync())).Should().Be(events, "nothing changed, nothing written");

        (await CallsAsync(Officer)).Should().BeEmpty("no choice is nobody");
        (await CallsAsync(SchoolClerk, first)).Should().BeEmpty();
        var calls = await CallsAsync(Officer, first, second);
        calls.Select(c => (c.School.Code, c.Contact, c.Phone)).Should().Equal(("3401", "林甲", "0564-7654321"), ("3402", null, null));
        (await county.Do(s => s.Db.AuditEvents.CountAsync(e => e.Action == "contacts.list"))).Should().Be(1);

        Task<ContactRefusal?> KeepAsync(SchoolId school, string name, string phone) => county.Do(s => s.Get<KeepContact>().RunAsync(SchoolClerk, school, name, phone, CountyFixture.Stop), scope);
        Task<IReadOnlyList<CallLine>> CallsAsync(Actor actor, params IReadOnlyList<SchoolId> schools) =>
            county.Do(s => s.Get<CallList>().RunAsync(actor, Spring2020, schools, CountyFixture.Stop));
    }

    private static async Task<Dictionary<string, SubmissionState>> StatesAsync(CountyFixture county, Semester? semester = null) =>
        (await county.Do(s => SubmissionBoard.LoadAsync(s.Db, semester ?? Spring2020, CountyFixture.Stop))).ToDictionary(s => s.Code, s => s.State);
}
