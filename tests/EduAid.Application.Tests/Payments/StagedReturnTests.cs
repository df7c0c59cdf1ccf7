using EduAid.Application.Payments;
using EduAid.Application.Tests.Counties;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;

namespace EduAid.Application.Tests.Payments;

public class StagedReturnTests
{
    [Theory, EveryDatabase]
    public async Task A_file_that_is_looked_at_changes_nothing_until_it_is_taken_in_once(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var batch = await county.SendAsync();
        var id = await StageAsync(county, batch.Id);
        (await county.StatesAsync()).Should().Equal(EntryState.Sent, EntryState.Sent, EntryState.Sent);
        var taken = await county.Do(s => s.Get<TakeStagedReturn>().RunAsync(Staff.Finance, id, Stop));
        (taken.Refusal, taken.Applied).Should().Be((null, 3));
        (await county.StatesAsync()).Should().Equal(EntryState.Paid, EntryState.Paid, EntryState.Paid);
        (await county.Do(s => s.Get<TakeStagedReturn>().RunAsync(Staff.Finance, id, Stop))).Refusal.Should().Be(new ReturnRefusal.NotFound());
        (await county.Do(s => s.Db.BankReturns.CountAsync())).Should().Be(1);
    }

    [Fact]
    public async Task What_says_nothing_stays_to_be_looked_at_and_what_is_discarded_goes_with_its_file()
    {
        await using var county = await PaymentSteps.ApprovedAsync(TestDatabase.Sqlite);
        var batch = await county.SendAsync();
        await county.AnswerWithAsync(batch.Id, "成功", "成功", "成功");
        var files = Directory.GetFiles(county.Folder.Files).Length;
        var id = await StageAsync(county, batch.Id);
        (await county.Do(s => s.Get<TakeStagedReturn>().RunAsync(Staff.Finance, id, Stop))).Refusal.Should().Be(new ReturnRefusal.SaysNothing());
        (await county.Do(s => s.Db.StagedReturns.CountAsync())).Should().Be(1);
        (await county.Do(s => s.Get<TakeStagedReturn>().DiscardAsync(Staff.Leader, id, Stop))).Should().BeOfType<ReturnRefusal.NotYourRole>();
        (await county.Do(s => s.Get<TakeStagedReturn>().DiscardAsync(Staff.Finance, id, Stop))).Should().BeNull();
        Directory.GetFiles(county.Folder.Files).Should().HaveCount(files);
    }

    [Fact]
    public async Task A_file_that_nobody_took_in_is_gone_after_a_day()
    {
        await using var county = await PaymentSteps.ApprovedAsync(TestDatabase.Sqlite);
        var batch = await county.SendAsync();
        var old = await StageAsync(county, batch.Id);
        county.Clock.Advance(TimeSpan.FromHours(25));
        var later = await StageAsync(county, batch.Id);
        (await county.Do(s => s.Db.StagedReturns.Select(r => r.Id).ToListAsync())).Should().Equal(later);
        File.Exists(Path.Combine(county.Folder.Files, $"{old:N}.bin")).Should().BeFalse();
    }

    private static async Task<Guid> StageAsync(CountyFixture county, Guid batch)
    {
        var file = await county.AnswerAsync(batch, "成功", "成功", "成功");
        var (staged, refusal) = await county.Do(s => s.Get<StageReturn>().RunAsync(Staff.Finance, file, "/tmp/回盘.csv", null, Stop));
        refusal.Should().BeNull();
        return staged!.Value;
    }
}
