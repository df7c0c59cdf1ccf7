using EduAid.Domain.Coverage;

namespace EduAid.Domain.Tests.Coverage;

public class OutcomeRulesTests
{
    [Theory]
    [InlineData(OutcomeKind.Elsewhere, true, true)]
    [InlineData(OutcomeKind.HomeTeaching, true, false)]
    [InlineData(OutcomeKind.Deceased, true, false)]
    [InlineData(OutcomeKind.Moved, true, true)]
    [InlineData(OutcomeKind.ListWrong, true, false)]
    [InlineData(OutcomeKind.DroppedOut, false, false)]
    [InlineData(OutcomeKind.StillLooking, false, false)]
    public void A_kind_accounts_for_a_child_or_not_and_names_a_place_or_says_it_in_words(OutcomeKind kind, bool explains, bool place)
    {
        kind.Explains().Should().Be(explains);
        kind.NeedsPlace().Should().Be(place);
        kind.NeedsText().Should().Be(!place);
        OutcomeRules.Open.Contains(kind).Should().Be(!explains);
    }

    [Fact]
    public void Every_kind_stands_in_the_table() => Enum.GetValues<OutcomeKind>().Should().HaveCount(7);
}
