using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Values;

public sealed class BankCardTests
{
    [Theory]
    [InlineData("6217001234567890122", null)]
    [InlineData("6228481234567894", null)]
    [InlineData("62284812345678941", null)]
    [InlineData("622848123456789412", null)]
    [InlineData("6217-0012-3456-7890-122", null)]
    [InlineData("", "card.missing")]
    [InlineData("--", "card.missing")]
    [InlineData("622848123456789", "card.invalid")]
    [InlineData("62170012345678901221", "card.invalid")]
    [InlineData("6.217E+18", "card.invalid")]
    [InlineData("621700123456789012X", "card.invalid")]
    [InlineData("无", "card.invalid")]
    public void A_card_has_16_to_19_digits(string text, string? problem)
    {
        var (card, found) = BankCard.Parse(text);

        found.Should().Be(problem);
        card.IsEmpty.Should().Be(problem is not null);
    }

    [Theory]
    [InlineData("' 6217 0012 3456 7890 122")]
    [InlineData("６２１７００１２３４５６７８９０１２２")]
    public void Spaces_apostrophes_and_full_width_digits_are_folded_before(string written) =>
        BankCard.Parse(Text.Fold(written)).Card.Reveal().Should().Be("6217001234567890122");

    [Theory]
    [InlineData("6217001234567890122", true)]
    [InlineData("6228481234567894", true)]
    [InlineData("6217001234567890123", false)]
    [InlineData("6228481234567984", false)]
    public void The_Luhn_check_only_warns(string number, bool holds)
    {
        var (card, problem) = BankCard.Parse(number);
        (card.LuhnHolds, problem).Should().Be((holds, null));
    }

    [Fact]
    public void It_prints_masked()
    {
        BankCard.FromStored("6217001234567890122").ToString().Should().Be("6217 **** 0122");
        default(BankCard).ToString().Should().BeEmpty();
        BankCard.Mask("1234567").Should().Be("*******");
    }
}
