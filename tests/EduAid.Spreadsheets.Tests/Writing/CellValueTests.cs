using EduAid.Spreadsheets.Writing;

namespace EduAid.Spreadsheets.Tests.Writing;

public sealed class CellValueTests
{
    [Theory]
    [InlineData("王小明", "王小明")]
    [InlineData("𠮷田", "𠮷田")]
    [InlineData("a\u0001\0b", "ab")]
    [InlineData("a\r\nb\rc\nd\te", "a\nb\nc\nd\te")]
    [InlineData("_x0041_ 'x", "_x0041_ 'x")]
    public void Text_keeps_what_a_workbook_can_hold(string text, string kept) => CellValue.Of(text).Text.Should().Be(kept);

    [Fact]
    public void Half_a_surrogate_pair_and_noncharacters_become_the_replacement_character() =>
        CellValue.Of("a\ud842" + "b\udfb7\uffff").Text.Should().Be("a\ufffdb\ufffd\ufffd");

    [Fact]
    public void Text_beyond_what_a_cell_holds_is_cut_between_characters()
    {
        CellValue.Of(new string('x', 40_000)).Text.Should().HaveLength(CellValue.LongestText);
        CellValue.Of(new string('x', CellValue.LongestText - 1) + "𠮷").Text.Should().HaveLength(CellValue.LongestText - 1);
    }

    [Fact]
    public void Nothing_is_an_empty_cell_of_any_kind()
    {
        CellValue.Of((string?)null).Kind.Should().Be(CellKind.Empty);
        CellValue.Of("").Kind.Should().Be(CellKind.Empty);
        CellValue.Of((long?)null).Kind.Should().Be(CellKind.Empty);
        CellValue.Of((DateOnly?)null).Kind.Should().Be(CellKind.Empty);
        CellValue.OfFen(null).Kind.Should().Be(CellKind.Empty);
    }

    [Theory]
    [InlineData("张三", false)]
    [InlineData("1-2", false)]
    [InlineData("'=1", false)]
    [InlineData("=1", true)]
    [InlineData("-", true)]
    public void Only_the_first_character_makes_a_text_look_like_a_formula(string text, bool looks) =>
        CellValue.Of(text).LooksLikeFormula.Should().Be(looks);
}
