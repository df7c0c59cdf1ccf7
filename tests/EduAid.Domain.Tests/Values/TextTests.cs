using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Values;

public sealed class TextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("王小明", "王小明")]
    [InlineData(" 王\u00A0小　明\r\n", "王小明")]
    [InlineData("ＡＢＣ（１）：", "ABC(1):")]
    [InlineData("'123", "123")]
    [InlineData("‘123’`", "123")]
    [InlineData("＇123", "123")]
    [InlineData("\uFEFF1\u200B2\u00AD3\u2060", "123")]
    [InlineData("㐀𠮷", "㐀𠮷")]
    public void Folding_narrows_and_drops_what_nobody_means(string? text, string folded) => Text.Fold(text).Should().Be(folded);

    [Theory]
    [InlineData(null, "")]
    [InlineData("  ", "")]
    [InlineData(" 城关镇  某村 \n 3组", "城关镇 某村 3组")]
    public void Tidying_keeps_one_space_between_words(string? text, string tidy) => Text.Tidy(text).Should().Be(tidy);
}
