using CsCheck;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Values;

public sealed class ChineseCapitalsTests
{
    [Theory]
    // Whole yuan end in 整.
    [InlineData(0, "零元整")]
    [InlineData(1_00, "壹元整")]
    [InlineData(2_00, "贰元整")]
    [InlineData(3_00, "叁元整")]
    [InlineData(4_00, "肆元整")]
    [InlineData(5_00, "伍元整")]
    [InlineData(6_00, "陆元整")]
    [InlineData(7_00, "柒元整")]
    [InlineData(8_00, "捌元整")]
    [InlineData(9_00, "玖元整")]
    [InlineData(10_00, "壹拾元整")]
    [InlineData(11_00, "壹拾壹元整")]
    [InlineData(100_00, "壹佰元整")]
    [InlineData(1000_00, "壹仟元整")]
    [InlineData(1234_00, "壹仟贰佰叁拾肆元整")]
    // The amounts of the plan.
    [InlineData(250_00, "贰佰伍拾元整")]
    [InlineData(312_50, "叁佰壹拾贰元伍角整")]
    [InlineData(400_00, "肆佰元整")]
    [InlineData(625_00, "陆佰贰拾伍元整")]
    [InlineData(1500_00, "壹仟伍佰元整")]
    [InlineData(14687_50, "壹万肆仟陆佰捌拾柒元伍角整")]
    [InlineData(1468_50, "壹仟肆佰陆拾捌元伍角整")]
    // 一个零 for a zero inside, one for several.
    [InlineData(101_00, "壹佰零壹元整")]
    [InlineData(110_00, "壹佰壹拾元整")]
    [InlineData(1001_00, "壹仟零壹元整")]
    [InlineData(1010_00, "壹仟零壹拾元整")]
    [InlineData(1100_00, "壹仟壹佰元整")]
    [InlineData(1409_50, "壹仟肆佰零玖元伍角整")]
    [InlineData(6007_14, "陆仟零柒元壹角肆分")]
    // 角 and 分.
    [InlineData(1, "壹分")]
    [InlineData(9, "玖分")]
    [InlineData(10, "壹角整")]
    [InlineData(11, "壹角壹分")]
    [InlineData(99, "玖角玖分")]
    [InlineData(1_01, "壹元零壹分")]
    [InlineData(1_10, "壹元壹角整")]
    [InlineData(325_04, "叁佰贰拾伍元零肆分")]
    [InlineData(16409_02, "壹万陆仟肆佰零玖元零贰分")]
    // 零 may be left out here by the rules, and is.
    [InlineData(1680_32, "壹仟陆佰捌拾元叁角贰分")]
    [InlineData(107000_53, "壹拾万柒仟元伍角叁分")]
    [InlineData(500_50, "伍佰元伍角整")]
    // 万 and 亿.
    [InlineData(10000_00, "壹万元整")]
    [InlineData(10001_00, "壹万零壹元整")]
    [InlineData(10010_00, "壹万零壹拾元整")]
    [InlineData(10100_00, "壹万零壹佰元整")]
    [InlineData(11000_00, "壹万壹仟元整")]
    [InlineData(100000_00, "壹拾万元整")]
    [InlineData(1000500_00, "壹佰万零伍佰元整")]
    [InlineData(10000000_00, "壹仟万元整")]
    [InlineData(10500000_00, "壹仟零伍拾万元整")]
    [InlineData(100000000_00, "壹亿元整")]
    [InlineData(100000001_00, "壹亿零壹元整")]
    [InlineData(100005000_00, "壹亿零伍仟元整")]
    [InlineData(101000000_00, "壹亿零壹佰万元整")]
    [InlineData(110000000_00, "壹亿壹仟万元整")]
    [InlineData(1000000000_05, "壹拾亿元零伍分")]
    [InlineData(1000000000000_00, "壹万亿元整")]
    [InlineData(1000100000000_00, "壹万零壹亿元整")]
    // Recoveries are negative.
    [InlineData(-312_50, "负叁佰壹拾贰元伍角整")]
    [InlineData(-1, "负壹分")]
    public void Amount_in_fen_has_its_capitals(long fen, string capitals) =>
        ChineseCapitals.Of(fen).Should().Be(capitals);

    [Fact]
    public void Smallest_and_largest_amounts_are_said_too()
    {
        ChineseCapitals.Of(long.MaxValue).Should()
            .Be("玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零柒分");
        ChineseCapitals.Of(long.MinValue).Should()
            .Be("负玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零捌分");
    }

    [Fact]
    public void Every_amount_up_to_ten_thousand_yuan_reads_back_as_itself()
    {
        for (var fen = 0L; fen <= 10_000_00; fen += fen < 2_000_00 ? 1 : 37)
            CapitalsReader.Read(ChineseCapitals.Of(fen)).Should().Be(fen);
    }

    [Fact]
    public void Any_amount_reads_back_as_itself_and_keeps_the_rules_of_writing() =>
        Gen.OneOf(Gen.Long, Gen.Long[-1_000_000_000_00, 1_000_000_000_00], SparseDigits).Sample(fen =>
        {
            var capitals = ChineseCapitals.Of(fen);
            CapitalsReader.Read(capitals).Should().Be(fen);
            capitals.Should().NotContain("零零").And.NotContain("零整").And.NotContain("零万").And.NotContain("零亿");
            capitals.EndsWith('整').Should().Be(fen % 10 == 0);
        }, iter: 5_000);

    /// <summary>Mostly zeros, because zeros are what the rules are about.</summary>
    private static readonly Gen<long> SparseDigits = Gen.Int[0, 3].Select(n => n == 3 ? '5' : '0').Array[1, 17]
        .Select(digits => long.Parse(new string(digits), System.Globalization.CultureInfo.InvariantCulture));
}
