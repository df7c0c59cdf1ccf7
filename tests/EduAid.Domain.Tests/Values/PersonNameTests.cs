using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Values;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("王小明", "王 小 明", true)]
    [InlineData("王小明", "王　小明\t", true)]
    [InlineData("阿依古丽·买买提", "阿依古丽•买买提", true)]
    [InlineData("阿依古丽·买买提", "阿依古丽．买买提", true)]
    [InlineData("阿依古丽‧买买提", "阿依古丽･买买提", true)]
    [InlineData("阿依古丽∙买买提", "阿依古丽 买买提", true)]
    [InlineData("李Ａ", "李A", true)]
    [InlineData("王小明", "王晓明", false)]
    [InlineData("王小明", "小明王", false)]
    [InlineData("王小明", "王小明1", false)]
    public void Names_are_the_same_without_spaces_middle_dots_and_full_width(string a, string b, bool same) =>
        PersonName.Parse(a)!.Value.IsSameAs(PersonName.Parse(b)!.Value).Should().Be(same);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 　 ")]
    [InlineData("··")]
    [InlineData("\u200B")]
    public void Nothing_but_spaces_and_dots_is_no_name(string? text) => PersonName.Parse(text).Should().BeNull();

    [Fact]
    public void The_name_is_shown_with_its_dot() => PersonName.Parse("阿依古丽·买买提 ")!.Value.ToString().Should().Be("阿依古丽·买买提");
}
