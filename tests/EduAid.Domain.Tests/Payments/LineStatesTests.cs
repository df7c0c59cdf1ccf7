using EduAid.Domain.Payments;

namespace EduAid.Domain.Tests.Payments;

public sealed class LineStatesTests
{
    [Theory]
    [InlineData("", LineState.Sent)]
    [InlineData("Pending", LineState.Pending)]
    [InlineData("Paid", LineState.Paid)]
    [InlineData("Failed", LineState.Failed)]
    [InlineData("Pending Paid", LineState.Paid)]
    [InlineData("Pending Failed", LineState.Failed)]
    [InlineData("Paid Returned", LineState.Returned)]
    [InlineData("Paid Pending", LineState.Paid)]
    [InlineData("Failed Pending", LineState.Failed)]
    [InlineData("Failed Paid", LineState.Paid)]
    [InlineData("Paid Failed", LineState.Failed)]
    [InlineData("Paid Returned Paid", LineState.Paid)]
    public void A_later_answer_corrects_an_earlier_one_and_pending_says_nothing_of_what_is_settled(string answers, LineState state) =>
        LineStates.After(answers.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(a => new BankAnswer(Enum.Parse<BankOutcome>(a), null, null, null))).Should().Be(state);

    [Theory]
    [InlineData(LineState.Ready, true)]
    [InlineData(LineState.Sent, true)]
    [InlineData(LineState.Pending, true)]
    [InlineData(LineState.Paid, true)]
    [InlineData(LineState.Failed, false)]
    [InlineData(LineState.Returned, false)]
    [InlineData(LineState.Cancelled, false)]
    public void Open_is_what_has_neither_failed_nor_come_back_nor_been_cancelled(LineState state, bool open) => state.IsOpen().Should().Be(open);

    [Theory]
    [InlineData("Failed", null, 0)]
    [InlineData("Failed Sent", 2, 0)]
    [InlineData("Failed Paid", 2, 0)]
    [InlineData("Paid Sent", 1, 0)]
    [InlineData("Paid Failed", 1, 0)]
    [InlineData("Paid Paid", 1, 1)]
    [InlineData("Returned Paid Paid", 2, 1)]
    [InlineData("Cancelled Ready", 2, 0)]
    [InlineData("Returned Cancelled", null, 0)]
    public void Of_several_tries_the_first_that_was_paid_counts_and_every_further_one_was_paid_twice(string states, int? counts, int again)
    {
        PaymentTry[] tries = [.. states.Split(' ').Select((s, i) => new PaymentTry(i + 1, Enum.Parse<LineState>(s)))];
        (EntryStanding.Open(tries)?.Order).Should().Be(counts);
        EntryStanding.PaidAgain(tries).Should().HaveCount(again);
    }
}
