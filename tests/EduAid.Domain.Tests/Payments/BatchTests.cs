using EduAid.Domain.Payments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Payments;

public sealed class BatchTests
{
    private static readonly DateTimeOffset At = new(2020, 5, 8, 9, 30, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2020, 5, 8);

    [Fact]
    public void It_goes_out_under_a_document_that_states_its_sum_and_by_another_hand()
    {
        var batch = Assembled();
        Release(batch, "finance").Should().Be(new BatchRefusal.DocumentMissing());
        batch.SetDocument("县教字〔2020〕12号", Day, Money.FromYuan(99)).Should().BeNull();
        Release(batch, "finance").Should().Be(new BatchRefusal.DocumentDiffers(9_900, 10_000));
        batch.SetDocument("县教字〔2020〕12号", Day, Money.FromYuan(100)).Should().BeNull();
        Release(batch, "officer").Should().Be(new BatchRefusal.SamePerson("officer"));
        Release(batch, "finance").Should().BeNull();
        Release(batch, "finance").Should().Be(new BatchRefusal.WrongState(BatchState.Released), "the second press of the button finds it done");
        batch.SetDocument("别的", Day, Money.FromYuan(100)).Should().Be(new BatchRefusal.WrongState(BatchState.Released));
    }

    [Fact]
    public void A_batch_that_only_tries_again_needs_no_document_of_its_own()
    {
        var batch = Assembled(firstFen: 0);
        Release(batch, "finance").Should().BeNull();
    }

    [Fact]
    public void A_file_that_was_not_handed_over_is_cancelled_by_two_people()
    {
        var batch = Released();
        batch.Cancel("finance", At).Should().Be(new BatchRefusal.WrongState(BatchState.Released), "nobody has asked for it");
        batch.AskToCancel("finance", " ").Should().Be(new BatchRefusal.ReasonMissing());
        batch.AskToCancel("finance", "账号列错位").Should().BeNull();
        batch.Cancel("finance", At).Should().Be(new BatchRefusal.SamePerson("finance"));
        batch.Cancel("second", At).Should().BeNull();
        batch.State.Should().Be(BatchState.Cancelled);
        batch.HandOver("finance", Day).Should().Be(new BatchRefusal.WrongState(BatchState.Cancelled));
    }

    [Fact]
    public void What_the_bank_has_is_not_cancelled()
    {
        var batch = Released();
        batch.AskToCancel("finance", "账号列错位");
        batch.HandOver("second", Day).Should().BeNull();
        batch.AskToCancel("finance", "账号列错位").Should().Be(new BatchRefusal.AlreadyHandedOver());
        batch.Cancel("second", At).Should().Be(new BatchRefusal.AlreadyHandedOver());
    }

    [Fact]
    public void Only_a_batch_without_a_file_is_discarded()
    {
        Assembled().Discard("officer", At, "漏了两所学校").Should().BeNull();
        Released().Discard("officer", At, "漏了两所学校").Should().Be(new BatchRefusal.WrongState(BatchState.Released));
    }

    private static BatchRefusal? Release(Batch batch, string by) => batch.Release("one-card", "f.txt", Keys.New(At), "00", "XX", by, At);

    private static Batch Released()
    {
        var batch = Assembled(firstFen: 0);
        Release(batch, "finance").Should().BeNull();
        return batch;
    }

    private static Batch Assembled(long firstFen = 10_000) => Batch.Assemble(
        "341523", Keys.New(At), 1, "2020-1-0001", Semester.Spring(2020), "preschool", Payee.Card, 1, 10_000, firstFen, "officer", At);
}
