using System.Text;
using EduAid.Application.Accounts;
using EduAid.Application.Payments;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Payments;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Payments;

public class BatchLifeTests
{
    [Theory, EveryDatabase]
    public async Task Everything_approved_goes_into_one_batch_and_into_no_second_one(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var assembled = await county.AssembleAsync();
        (assembled.Lines, assembled.Fen, assembled.Waiting).Should().Be((3, 150000, 0));
        (await county.AssembleAsync()).Refusal.Should().Be(new BatchRefusal.NothingToPay());
        (await county.StatesAsync()).Should().Equal(EntryState.Ready, EntryState.Ready, EntryState.Ready);
    }

    [Fact]
    public async Task A_draft_is_not_paid()
    {
        await using var county = await Rosters.RosterLifeTests.CountyAsync(TestDatabase.Sqlite);
        (await county.AssembleAsync()).Refusal.Should().Be(new BatchRefusal.NothingToPay());
    }

    [Fact]
    public async Task Each_act_is_for_its_roles_alone()
    {
        await using var county = await PaymentSteps.ApprovedAsync(TestDatabase.Sqlite);
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.AidOfficer))
            (await county.Do(s => s.Get<AssembleBatch>().RunAsync(Staff.As("某人", role), Spring2020, PaymentSteps.Living, Stop))).Refusal
                .Should().Be(new BatchRefusal.NotYourRole(role.ToString()));
        var batch = (await county.AssembleAsync()).Batch!.Value;
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Finance))
            (await county.ReleaseAsync(batch, Staff.As("某人", role))).Should().Be(new BatchRefusal.NotYourRole(role.ToString()));
        (await county.ReleaseAsync(batch, new("root", "cli", "console"))).Should().Be(new BatchRefusal.NotYourRole("cli"), "a command never releases money");
    }

    [Theory, EveryDatabase]
    public async Task The_bank_file_is_the_same_at_every_download_and_each_is_in_the_trail(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var batch = await county.SendAsync();
        var first = await county.Do(s => s.Get<DownloadBankFile>().RunAsync(Staff.Finance, batch.Id, Stop));
        var second = await county.Do(s => s.Get<DownloadBankFile>().RunAsync(Staff.SecondFinance, batch.Id, Stop));
        first.File!.Content.Should().Equal(second.File!.Content);
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(first.File.Content)).Should().Be(batch.FileSha256);
        var text = Encoding.GetEncoding("GB18030").GetString(first.File.Content);
        text.Should().Contain(batch.Number).And.Contain("1500.00").And.Contain(Child(1).Card);
        (await county.Do(s => s.Db.AuditEvents.CountAsync(e => e.Action == "batch.download"))).Should().Be(2);
        (await county.Do(s => s.Get<DownloadBankFile>().RunAsync(Staff.Officer, batch.Id, Stop))).Refusal.Should().Be(new BatchRefusal.NotYourRole("AidOfficer"));
    }

    [Theory, EveryDatabase]
    public async Task A_child_without_a_card_holds_up_nobody_else_and_goes_into_a_later_batch(TestDatabase on)
    {
        await using var county = await CountyFixture.OpenAsync(on);
        await county.Schools(SchoolsFile);
        await county.Registered(RegisteredOf("p.csv", Children(1, 3)));
        await county.Lists(List("a.csv", Row(Child(1)), Row(Child(2), card: ""), Row(Child(3))));
        await county.Generate(Spring2020);
        await Rosters.RosterLifeTests.ApproveAsync(county);
        var first = await county.SendAsync();
        (first.Lines, first.Fen).Should().Be((2, 100000));
        (await county.StatesAsync()).Should().BeEquivalentTo([EntryState.Sent, EntryState.Sent, EntryState.Waiting]);
        var waiting = (await county.Do(s => s.Get<PayableEntries>().WaitingAsync(Spring2020, PaymentSteps.Living, Stop))).Single();
        waiting.Reason.Should().Be(WaitingFor.Card);
        await county.MendAsync(waiting.Entry, Child(7));
        var second = await county.SendAsync();
        (second.Lines, second.Fen, second.NeedsDocument).Should().Be((1, 50000, true));
        (await county.AnswerWithAsync(first.Id, "成功", "成功")).Applied.Should().Be(2);
        (await county.AnswerWithAsync(second.Id, "成功")).Applied.Should().Be(1);
        (await county.StatesAsync()).Should().OnlyContain(s => s == EntryState.Paid);
    }

    [Theory, EveryDatabase]
    public async Task A_cancelled_file_frees_its_entries_for_the_next_batch(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var batch = (await county.AssembleAsync()).Batch!.Value;
        await county.Do(s => s.Get<SetBatchDocument>().RunAsync(Staff.Officer, batch, "县教字〔2020〕1号", new(2020, 5, 8), Money.FromYuan(1500), Stop));
        await county.ReleaseAsync(batch);
        (await county.Do(s => s.Get<AskToCancelBatch>().RunAsync(Staff.Finance, batch, "格式选错", Stop))).Should().BeNull();
        (await county.Do(s => s.Get<CancelBatch>().RunAsync(Staff.Finance, batch, Stop))).Should().Be(new BatchRefusal.SamePerson(Staff.Finance.Name));
        (await county.Do(s => s.Get<CancelBatch>().RunAsync(Staff.SecondFinance, batch, Stop))).Should().BeNull();
        (await county.StatesAsync()).Should().OnlyContain(s => s == EntryState.Waiting);
        var again = await county.SendAsync();
        (again.Lines, again.NeedsDocument).Should().Be((3, true), "nobody has been paid under the first document");
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Theory, EveryDatabase]
    public async Task The_database_itself_takes_no_second_open_line_of_an_entry(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var first = await county.SendAsync();
        await county.AnswerWithAsync(first.Id, "失败/睡眠户", "成功", "成功");
        var entry = await county.Do(s => s.Db.LineEntries.Where(l => l.Batch == first.Id && l.Sequence == 1).Select(l => l.Entry).SingleAsync());
        await county.MendAsync(entry, Child(8));
        await county.SendAsync();
        var reopen = () => county.Sql("UPDATE \"LineEntries\" SET \"Open\" = " + (on == TestDatabase.Sqlite ? "1" : "TRUE") + " WHERE \"Sequence\" = 1");
        await reopen.Should().ThrowAsync<Exception>("the failed line and its second try are both the entry's");
    }

    [Theory, EveryDatabase]
    public async Task A_roster_changed_behind_the_products_back_is_not_paid(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        await county.Sql("UPDATE \"RosterEntries\" SET \"Fen\" = 900000");
        (await county.AssembleAsync()).Refusal.Should().BeOfType<BatchRefusal.RostersAltered>();
        (await county.VerifyAudit()).Holds.Should().BeFalse();
    }

    [Theory, EveryDatabase]
    public async Task A_batch_changed_behind_the_products_back_is_not_released(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var batch = (await county.AssembleAsync()).Batch!.Value;
        await county.Do(s => s.Get<SetBatchDocument>().RunAsync(Staff.Officer, batch, "县教字〔2020〕1号", new(2020, 5, 8), Money.FromYuan(1500), Stop));
        await county.Sql("UPDATE \"PaymentLines\" SET \"PayeeName\" = '别人' WHERE \"Sequence\" = 2");
        (await county.ReleaseAsync(batch)).Should().Be(new BatchRefusal.Altered());
    }

    [Theory, EveryDatabase]
    public async Task Of_two_people_who_release_at_the_same_moment_one_wins_and_the_other_is_told(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var batch = (await county.AssembleAsync()).Batch!.Value;
        await county.Do(s => s.Get<SetBatchDocument>().RunAsync(Staff.Officer, batch, "县教字〔2020〕1号", new(2020, 5, 8), Money.FromYuan(1500), Stop));
        var both = await Task.WhenAll(Task.Run(() => county.ReleaseAsync(batch)), Task.Run(() => county.ReleaseAsync(batch, Staff.SecondFinance)));
        both.Count(r => r is null).Should().Be(1);
        both.Single(r => r is not null).Should().Be(new BatchRefusal.WrongState(BatchState.Released));
    }
}
