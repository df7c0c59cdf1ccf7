using EduAid.Application.Calendar;
using EduAid.Application.Payments;
using EduAid.Application.Tests.Counties;
using static EduAid.Application.Tests.Counties.CountyFixture;

namespace EduAid.Application.Tests.Payments;

public class OverdueBatchesTests
{
    [Theory, EveryDatabase]
    public async Task A_batch_is_pointed_out_once_the_bank_is_silent_for_more_working_days_than_set(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var batch = await county.SendAsync();
        (await ReadAsync(county)).Should().BeEmpty();
        // Handed over on Wednesday 2 December 2026: the fifth working day is the 9th.
        batch.HandedOverOn.Should().Be(new DateOnly(2026, 12, 2));
        county.Clock.Advance(TimeSpan.FromDays(7));
        (await ReadAsync(county)).Should().BeEmpty("five working days are allowed");
        county.Clock.Advance(TimeSpan.FromDays(1));
        var late = (await ReadAsync(county)).Should().ContainSingle().Subject;
        (late.Number, late.Silent, late.Days).Should().Be((batch.Number, 3, 6));

        await county.AnswerWithAsync(batch.Id, "成功", "失败/户名不符");
        (await ReadAsync(county)).Should().ContainSingle().Which.Silent.Should().Be(1, "one payment is still unanswered");
        await county.AnswerWithAsync(batch.Id, "", "", "已收妥未入账");
        (await ReadAsync(county)).Should().BeEmpty("the bank has said something of each");
    }

    [Fact]
    public async Task A_batch_whose_days_cannot_be_counted_is_pointed_out_too()
    {
        await using var county = await PaymentSteps.ApprovedAsync(TestDatabase.Sqlite);
        await county.SendAsync();
        county.Clock.Advance(TimeSpan.FromDays(3650));
        (await ReadAsync(county)).Should().ContainSingle().Which.Days.Should().BeNull();
    }

    private static Task<IReadOnlyList<OverdueBatch>> ReadAsync(CountyFixture county) =>
        county.Do(s => OverdueBatches.ReadAsync(s.Db, s.Get<BusinessDay>().Today, Stop));
}
