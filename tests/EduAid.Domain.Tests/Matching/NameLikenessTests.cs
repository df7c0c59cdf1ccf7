using EduAid.Domain.Matching;

namespace EduAid.Domain.Tests.Matching;

public class NameLikenessTests
{
    [Theory]
    [InlineData("王小明", "王 小明", Likeness.Same)]
    [InlineData("阿依·古丽", "阿依古丽", Likeness.Same)]
    [InlineData("李芳", "李方", Likeness.SoundAlike)]
    [InlineData("张伟", "張偉", Likeness.SoundAlike)]
    [InlineData("王？", "王㛃", Likeness.Substitute)]
    [InlineData("王㛃", "王?", Likeness.Substitute)]
    [InlineData("赵□华", "赵喆华", Likeness.Substitute)]
    [InlineData("赵〇华", "赵喆华", Likeness.Substitute)]
    [InlineData("赵\uE123华", "赵喆华", Likeness.Substitute)]
    [InlineData("赵□华", "赵喆化", Likeness.None)]
    [InlineData("？？", "赵喆", Likeness.None)]
    [InlineData("王？", "王小明", Likeness.None)]
    [InlineData("王小明", "王小刚", Likeness.None)]
    [InlineData("", "王小明", Likeness.None)]
    public void Names_are_as_alike_as_the_table_says(string one, string other, Likeness likeness)
    {
        NameLikeness.Of(one, other).Should().Be(likeness);
        NameLikeness.Of(other, one).Should().Be(likeness, "it does not matter which comes first");
    }

    [Theory]
    [InlineData("李芳", "李方", "李|[芳]")]
    [InlineData("3415", "3451", "34|[15]")]
    [InlineData("王小明", "王明", "王|[小]|明")]
    [InlineData("王明", "王小明", "王明")]
    [InlineData("", "王", "")]
    public void What_differs_is_marked_and_the_text_stays_whole(string one, string other, string marked)
    {
        var stretches = MarkedDifference.Of(one, other);
        string.Join('|', stretches.Select(s => s.Differs ? $"[{s.Text}]" : s.Text)).Should().Be(marked);
        string.Concat(stretches.Select(s => s.Text)).Should().Be(one);
    }
}
