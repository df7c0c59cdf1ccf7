using System.Text;
using EduAid.Application.Payments;
using EduAid.Application.Rosters;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Payments;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Payments;

public class ReturnTests
{
    [Theory, EveryDatabase]
    public async Task Each_outcome_puts_its_payment_where_the_bank_says(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var batch = await county.SendAsync();
        var taken = await county.AnswerWithAsync(batch.Id, "成功", "失败/户名不符", "已收妥未入账");
        (taken.Applied, taken.Unmatched).Should().Be((3, 0));
        (await county.LinesAsync(batch.Id)).Select(l => (l.State, l.Reason)).Should().Equal(
            (LineState.Paid, null), (LineState.Failed, BankReasons.NameDiffers), (LineState.Pending, null));
        (await county.StatesAsync()).Should().BeEquivalentTo([EntryState.Paid, EntryState.Failed, EntryState.Pending]);
    }

    [Theory, EveryDatabase]
    public async Task The_same_return_twice_changes_nothing(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var batch = await county.SendAsync();
        var file = await county.AnswerAsync(batch.Id, "成功", "失败/户名不符", "成功");
        await county.TakeAsync(file);
        var events = await county.Do(s => s.Db.AuditEvents.CountAsync());
        (await county.TakeAsync(file, "别名.csv")).Refusal.Should().Be(new ReturnRefusal.SaysNothing());
        (await county.Do(s => s.Db.BankReturns.CountAsync())).Should().Be(1);
        (await county.Do(s => s.Db.AuditEvents.CountAsync())).Should().Be(events, "nothing changed means nothing written");
    }

    [Theory, EveryDatabase]
    public async Task A_later_return_corrects_an_earlier_one_and_both_stay_on_record(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var batch = await county.SendAsync();
        await county.AnswerWithAsync(batch.Id, "成功", "成功", "已收妥未入账");
        await county.AnswerWithAsync(batch.Id, "", "", "成功");
        await county.AnswerWithAsync(batch.Id, "退票/账户已销户");
        (await county.LinesAsync(batch.Id)).Select(l => l.State).Should().Equal(LineState.Returned, LineState.Paid, LineState.Paid);
        (await county.Do(s => s.Db.BankReturnRows.CountAsync(r => r.Verdict == ReturnVerdict.Applied))).Should().Be(5);
    }

    [Theory, EveryDatabase]
    public async Task What_does_not_fit_is_shown_and_never_guessed(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var batch = await county.SendAsync();
        var good = Encoding.UTF8.GetString(await county.AnswerAsync(batch.Id, "成功", "成功", "成功")).Split("\r\n");
        var file = string.Join("\r\n",
            good[0],
            good[1].Replace("500.00", "400.00", StringComparison.Ordinal),
            good[2].Replace(",2,", ",9,", StringComparison.Ordinal),
            good[3].Replace(batch.Number, "2020-1-9999", StringComparison.Ordinal),
            good[3].Replace(Child(3).Card, Child(4).Card, StringComparison.Ordinal)) + "\r\n";
        var matched = await county.Do(s => s.Get<ReturnMatch>().ReadAsync(Encoding.UTF8.GetBytes(file), "r.csv", null, Stop));
        matched.Rows.Select(r => r.Verdict).Should().Equal(
            ReturnVerdict.AmountDiffers, ReturnVerdict.LineUnknown, ReturnVerdict.BatchUnknown, ReturnVerdict.AccountDiffers);
        matched.Silent.Select(s => s.Line.Sequence).Should().Equal(2);
        var taken = await county.TakeAsync(Encoding.UTF8.GetBytes(file));
        (taken.Applied, taken.Unmatched).Should().Be((0, 4), "it is recorded all the same");
        (await county.LinesAsync(batch.Id)).Should().OnlyContain(l => l.State == LineState.Sent);
        (await county.TakeAsync(Encoding.UTF8.GetBytes(file))).Refusal.Should().Be(new ReturnRefusal.SaysNothing());
    }

    [Theory, EveryDatabase]
    public async Task A_failed_payment_is_tried_again_with_another_card_and_names_the_first(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var first = await county.SendAsync();
        await county.AnswerWithAsync(first.Id, "成功", "失败/户名不符", "成功");
        (await county.AssembleAsync()).Refusal.Should().Be(new BatchRefusal.NothingToPay(), "the same card would be refused again");
        var failed = (await county.Do(s => s.Get<PayableEntries>().WaitingAsync(Spring2020, PaymentSteps.Living, Stop))).Single();
        (failed.Reason, failed.Tried!.Line).Should().Be((WaitingFor.OtherCard, $"{first.Number}/2"));
        await county.MendAsync(failed.Entry, Child(9));
        var second = await county.SendAsync();
        (second.Lines, second.Fen, second.NeedsDocument).Should().Be((1, 50000, false), "the first document has ordered it");
        (await county.LinesAsync(second.Id)).Single().TriedBefore.Should().Be($"{first.Number}/2");
        await county.AnswerWithAsync(second.Id, "成功");
        (await county.StatesAsync()).Should().OnlyContain(s => s == EntryState.Paid);
        (await county.SumsAsync()).BankFen.Should().Be(150000);
    }

    [Theory, EveryDatabase]
    public async Task A_second_success_is_recorded_as_paid_twice_with_a_recovery_drafted(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var first = await county.SendAsync();
        await county.AnswerWithAsync(first.Id, "失败/账户冻结", "成功", "成功");
        var failed = (await county.Do(s => s.Get<PayableEntries>().WaitingAsync(Spring2020, PaymentSteps.Living, Stop))).Single();
        await county.MendAsync(failed.Entry, Child(9));
        var second = await county.SendAsync();
        await county.AnswerWithAsync(second.Id, "成功");
        var late = await county.AnswerWithAsync(first.Id, "成功");
        late.PaidTwice.Should().Be(1);
        (await county.SumsAsync()).BankFen.Should().Be(150000, "the bank counts each entry once");
        var surplus = await county.Do(s => s.Db.Rosters.SingleAsync(r => r.Kind == RosterKind.Surplus));
        (surplus.State, surplus.Entries, surplus.Fen).Should().Be((RosterState.Draft, 1, 50000));
        (await county.Do(s => s.Db.RosterEntries.SingleAsync(e => e.Roster == surplus.Id))).Corrects.Should().Be(failed.Entry);
        await county.Generate(Spring2020);
        (await county.Do(s => s.Db.Rosters.CountAsync(r => r.Kind == RosterKind.Supplement))).Should().Be(0, "what is to come back was granted rightly");

        (await county.Do(s => s.Get<UndoReturn>().RunAsync(Staff.Finance, late.Number!.Value, Stop))).Should().BeOfType<ReturnRefusal.StandsUnder>("a second try was built on the failure");
    }

    [Theory, EveryDatabase]
    public async Task A_late_success_while_the_second_try_is_under_way_counts_and_a_failure_of_that_takes_nothing_away(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var first = await county.SendAsync();
        await county.AnswerWithAsync(first.Id, "失败/账户冻结", "成功", "成功");
        var failed = (await county.Do(s => s.Get<PayableEntries>().WaitingAsync(Spring2020, PaymentSteps.Living, Stop))).Single();
        await county.MendAsync(failed.Entry, Child(9));
        var second = await county.SendAsync();
        (await county.AnswerWithAsync(first.Id, "成功")).PaidTwice.Should().Be(0);
        (await county.StatesAsync()).Should().OnlyContain(s => s == EntryState.Paid);
        await county.AnswerWithAsync(second.Id, "失败/账户不存在");
        (await county.StatesAsync()).Should().OnlyContain(s => s == EntryState.Paid);
        (await county.AssembleAsync()).Refusal.Should().Be(new BatchRefusal.NothingToPay());
    }

    [Theory, EveryDatabase]
    public async Task A_return_taken_in_by_mistake_is_taken_back_while_nothing_stands_on_it(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var batch = await county.SendAsync();
        var wrong = await county.AnswerWithAsync(batch.Id, "成功", "失败/户名不符", "成功");
        (await county.Do(s => s.Get<UndoReturn>().RunAsync(Staff.Leader, wrong.Number!.Value, Stop))).Should().BeOfType<ReturnRefusal.NotYourRole>();
        (await county.Do(s => s.Get<UndoReturn>().RunAsync(Staff.Finance, wrong.Number!.Value, Stop))).Should().BeNull();
        (await county.LinesAsync(batch.Id)).Should().OnlyContain(l => l.State == LineState.Sent);
        (await county.StatesAsync()).Should().OnlyContain(s => s == EntryState.Sent);
        (await county.Do(s => s.Get<UndoReturn>().RunAsync(Staff.Finance, wrong.Number!.Value, Stop))).Should().Be(new ReturnRefusal.AlreadyUndone());
        (await county.AnswerWithAsync(batch.Id, "成功", "失败/户名不符", "成功")).Applied.Should().Be(3, "the same file may come again after that");
    }

    [Theory, EveryDatabase]
    public async Task Of_two_people_who_take_in_the_same_file_one_wins_and_the_other_is_told(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var batch = await county.SendAsync();
        var file = await county.AnswerAsync(batch.Id, "成功", "失败/户名不符", "成功");
        var both = await Task.WhenAll(Task.Run(() => county.TakeAsync(file)), Task.Run(() => county.TakeAsync(file, by: Staff.SecondFinance)));
        both.Count(t => t.Refusal is null).Should().Be(1);
        both.Single(t => t.Refusal is not null).Refusal.Should().Be(new ReturnRefusal.SaysNothing());
    }
}
