using EduAid.Application.Payments;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Payments;

public class FourSumsTests
{
    [Theory, EveryDatabase]
    public async Task At_every_moment_the_named_differences_add_up_to_the_differences_of_the_sums(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var sums = await CheckAsync(county);
        (sums.RosterFen, sums.DocumentFen, sums.BankFen, sums.VoucherFen).Should().Be((150000, 0, 0, 0));
        sums.Differences.Should().HaveCount(3).And.OnlyContain(d => d.Entry!.Fen == d.Fen);

        var batch = await county.SendAsync();
        sums = await CheckAsync(county);
        (sums.RosterFen, sums.DocumentFen, sums.BankFen).Should().Be((150000, 150000, 0));

        await county.AnswerWithAsync(batch.Id, "成功", "失败/户名不符", "成功");
        sums = await CheckAsync(county);
        (sums.DocumentFen, sums.BankFen).Should().Be((150000, 100000));
        sums.Differences.Where(d => d is { Left: Sum.Document, Entry: not null }).Select(d => d.Entry!.State).Should().Equal(EntryState.Failed);

        await VoucherAsync(county, batch.Id, "PZ-1", 100000);
        (await CheckAsync(county)).Between(Sum.Bank, Sum.Voucher).Should().Be(0);

        var failed = (await county.Do(s => s.Get<PayableEntries>().WaitingAsync(Spring2020, PaymentSteps.Living, Stop))).Single();
        await county.MendAsync(failed.Entry, Child(9));
        var assembled = await county.AssembleAsync();
        await CheckAsync(county);
        await county.ReleaseAsync(assembled.Batch!.Value);
        await CheckAsync(county);
        await county.AnswerWithAsync(assembled.Batch.Value, "成功");
        sums = await CheckAsync(county);
        sums.Differences.Should().ContainSingle().Which.Batch!.Id.Should().Be(assembled.Batch.Value, "no voucher covers the second batch yet");
        sums.MayClose.Should().BeFalse();
        await VoucherAsync(county, assembled.Batch.Value, "PZ-2", 50000);
        sums = await CheckAsync(county);
        sums.Agree.Should().BeTrue();
        sums.MayClose.Should().BeTrue();
    }

    [Theory, EveryDatabase]
    public async Task An_entry_that_is_closed_leaves_the_sums_and_one_carried_over_is_named(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var batch = await county.SendAsync();
        await county.AnswerWithAsync(batch.Id, "成功", "失败/户名不符", "失败/账户不存在");
        await VoucherAsync(county, batch.Id, "PZ-1", 50000);
        var open = (await county.Do(s => s.Get<PayableEntries>().WaitingAsync(Spring2020, PaymentSteps.Living, Stop))).Select(w => w.Entry).Order().ToList();
        (await county.Do(s => s.Get<CloseEntry>().RunAsync(Staff.Officer, open[0], ClosureReason.Renounced, "家长书面放弃", Stop))).Should().Be(ClosureRefusal.NotYourRole);
        (await county.Do(s => s.Get<CloseEntry>().RunAsync(Staff.Director, open[0], ClosureReason.Renounced, "家长书面放弃", Stop))).Should().BeNull();
        var sums = await CheckAsync(county);
        (sums.RosterFen, sums.ClosedFen, sums.MayClose).Should().Be((100000, 50000, false));
        (await county.Do(s => s.Get<CloseEntry>().RunAsync(Staff.Director, open[1], ClosureReason.CarriedOver, "下学期换卡后补发", Stop))).Should().BeNull();
        sums = await CheckAsync(county);
        sums.Differences.Where(d => d.Entry?.Closed == ClosureReason.CarriedOver).Should().NotBeEmpty();
        sums.MayClose.Should().BeTrue("whatever is between the sums has a name and a reason");
    }

    private static async Task VoucherAsync(CountyFixture county, Guid batch, string number, long fen) =>
        (await county.Do(s => s.Get<RecordVoucher>().RunAsync(Staff.Finance, batch, number, new(2020, 5, 20), Money.FromFen(fen), Stop))).Should().BeNull();

    private static async Task<FourSums> CheckAsync(CountyFixture county)
    {
        var sums = await county.SumsAsync();
        sums.Between(Sum.Roster, Sum.Document).Should().Be(sums.RosterFen - sums.DocumentFen);
        sums.Between(Sum.Document, Sum.Bank).Should().Be(sums.DocumentFen - sums.BankFen);
        sums.Between(Sum.Bank, Sum.Voucher).Should().Be(sums.BankFen - sums.VoucherFen);
        var ledger = await county.Do(s => Ledger.ReadAsync(s.Db, Spring2020, PaymentSteps.Living.Code, Stop));
        ledger.Schools.Sum(r => r.Paid).Should().Be(sums.BankFen);
        ledger.Months.Sum(m => m.Paid).Should().Be(sums.BankFen);
        ledger.Schools.Sum(r => r.Approved).Should().Be(sums.RosterFen + sums.ClosedFen);
        return sums;
    }
}
