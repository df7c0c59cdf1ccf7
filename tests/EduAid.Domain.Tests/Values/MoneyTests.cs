using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Values;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("1500", 150000)]
    [InlineData("1500.00", 150000)]
    [InlineData("1,500.00", 150000)]
    [InlineData("1,234,567.89", 123456789)]
    [InlineData("1，500", 150000)]
    [InlineData("¥312.50", 31250)]
    [InlineData("￥312.5", 31250)]
    [InlineData("850元", 85000)]
    [InlineData("¥ 1,500.00 元", 150000)]
    [InlineData("８５０", 85000)]
    [InlineData("'600", 60000)]
    [InlineData("0", 0)]
    [InlineData("0.01", 1)]
    [InlineData("312.500", 31250)]
    [InlineData("-350", -35000)]
    public void Amounts_are_read_as_people_write_them(string text, long fen) => Money.Parse(text).Should().Be(Money.FromFen(fen));

    [Theory]
    [InlineData("")]
    [InlineData("元")]
    [InlineData("八百")]
    [InlineData("312.505")]
    [InlineData("0.001")]
    [InlineData("1e3")]
    [InlineData("1.2.3")]
    [InlineData("1,50")]
    [InlineData("15,00")]
    [InlineData("1500,00")]
    [InlineData(",500")]
    [InlineData("850/学期")]
    [InlineData("1000000000000.01")]
    [InlineData("99999999999999999999999999999999999")]
    public void What_is_no_amount_or_has_a_part_of_a_fen_is_none(string text) => Money.Parse(text).Should().BeNull();

    [Theory]
    [InlineData(31250, "312.50")]
    [InlineData(131250, "1,312.50")]
    [InlineData(100000000, "1,000,000.00")]
    [InlineData(5, "0.05")]
    [InlineData(0, "0.00")]
    [InlineData(-31250, "-312.50")]
    public void It_prints_yuan_with_two_decimals_and_thousands(long fen, string text) => Money.FromFen(fen).ToString().Should().Be(text);

    [Theory]
    [InlineData(125000, 2, 62500L)]
    [InlineData(62501, 2, null)]
    [InlineData(1, 2, null)]
    [InlineData(0, 2, 0L)]
    public void Division_is_exact_or_none(long fen, int parts, long? expected) => (Money.FromFen(fen).DivideExactly(parts)?.Fen).Should().Be(expected);

    [Theory]
    [InlineData(62500, 50, 31250L)]
    [InlineData(62501, 50, null)]
    [InlineData(100, 33, 33L)]
    [InlineData(10, 33, null)]
    [InlineData(62500, 100, 62500L)]
    public void A_percentage_is_exact_or_none(long fen, int percent, long? expected) => (Money.FromFen(fen).PercentExactly(percent)?.Fen).Should().Be(expected);

    [Fact]
    public void An_overflow_throws_and_never_wraps()
    {
        var most = Money.FromFen(long.MaxValue);
        Action[] overflows =
        [
            () => _ = most + Money.FromFen(1), () => _ = -most - Money.FromFen(2), () => _ = -Money.FromFen(long.MinValue),
            () => _ = Money.FromYuan(long.MaxValue), () => _ = most.PercentExactly(50),
        ];
        foreach (var overflow in overflows) overflow.Should().Throw<OverflowException>();
    }

    [Fact]
    public void Amounts_are_ordered()
    {
        var (less, more) = (Money.FromFen(1), Money.FromFen(2));
        new[] { less < more, more > less, less <= more, more >= less, less.CompareTo(more) < 0 }.Should().AllBeEquivalentTo(true);
        new[] { less > more, less >= more, more <= less }.Should().AllBeEquivalentTo(false);
    }
}
