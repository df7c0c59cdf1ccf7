using EduAid.Domain.Matching;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Matching;

public class RefusedLikenessTests
{
    // 2010-03-05; the check character belongs to it.
    private static readonly CitizenId Id = Numbered("34152320100305123");
    private static readonly RegisteredRead Ming = new(Id, "王小明", "下湾村");

    [Theory]
    [InlineData("341523201003154000", "341523201003154")]
    [InlineData("3.41523201003154E+17", "341523201003154")]
    [InlineData("3.41523E+17", "34152")]
    [InlineData("3.41523E17", "34152")]
    [InlineData("3.41523E+11", "")]
    [InlineData("34152320100315", "")]
    [InlineData("", "")]
    [InlineData("E+17", "")]
    public void What_is_left_of_a_number_is_what_the_program_did_not_round(string text, string left) => LostDigits.Left(text).Should().Be(left);

    [Theory]
    [InlineData("一位不同", "王小明", RefusedKind.NearId)]
    [InlineData("一位不同", "王小鸣", RefusedKind.NearId)]
    [InlineData("一位不同", "李芳", null)]
    [InlineData("相邻颠倒", "王小明", RefusedKind.NearId)]
    [InlineData("少一位", "王小明", RefusedKind.NearId)]
    [InlineData("多一位", "王小明", RefusedKind.NearId)]
    [InlineData("十五位", "王小明", RefusedKind.NearId)]
    [InlineData("月份写成十三", "王小明", RefusedKind.NearId)]
    [InlineData("末三位成零", "王小明", RefusedKind.LostDigits)]
    [InlineData("末三位成零", "王小鸣", RefusedKind.LostDigits)]
    [InlineData("末三位成零", "李芳", null)]
    [InlineData("只剩五位", "王小明", RefusedKind.LostDigits)]
    [InlineData("只剩五位", "王小鸣", null)]
    [InlineData("别人的号", "王小明", null)]
    public void A_refused_row_may_be_the_childs_as_the_table_says(string how, string name, RefusedKind? kind)
    {
        var (number, lost) = Written(how);
        RefusedLikeness.Of(new(number, name, null, null, lost), Ming).Should().Be(kind);
    }

    [Theory]
    [InlineData("王小明", "2010-03-05", "东河镇下湾村", RefusedKind.NameAndBirth)]
    [InlineData("王小明", "2010-03-05", null, RefusedKind.NameAndBirth)]
    [InlineData("王小明", "2010-03-05", "西河镇上湾村", null)]
    [InlineData("王小明", "2010-03-06", "东河镇下湾村", null)]
    [InlineData("王小鸣", "2010-03-05", "东河镇下湾村", null)]
    [InlineData("王小明", null, "东河镇下湾村", null)]
    public void Without_a_number_only_the_very_name_and_birth_date_in_the_village_speak(string name, string? born, string? address, RefusedKind? kind) =>
        RefusedLikeness.Of(new("无", name, born is null ? null : DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), address, false), Ming).Should().Be(kind);

    [Fact]
    public void The_birth_date_of_a_number_that_fails_its_check_counts_and_that_of_one_that_lost_digits_does_not()
    {
        new RefusedRead("341523201003059999", "甲", null, null, false).Born.Should().Be(new DateOnly(2010, 3, 5));
        new RefusedRead("341523201003050000", "甲", null, null, true).Born.Should().BeNull();
        new RefusedRead("341523201013059999", "甲", null, null, false).Born.Should().BeNull("there is no such month");
        new RefusedRead("341523201003059999", "甲", new(2011, 1, 1), null, false).Born.Should().Be(new DateOnly(2011, 1, 1), "the column says it itself");
    }

    [Fact]
    public void Every_slip_of_an_ID_lies_between_it_and_the_text_and_nothing_else_does()
    {
        foreach (var (text, slip) in IdNeighbours.Refused(Id).DistinctBy(n => n.Text)) IdNeighbours.Between(Id, text).Should().NotBeNull($"{slip}");
        IdNeighbours.Between(Id, Id.Reveal()).Should().BeNull("it is the number itself");
        IdNeighbours.Between(Id, Numbered("34152320110406456").Reveal()).Should().BeNull();
    }

    private static (string Number, bool Lost) Written(string how)
    {
        var id = Id.Reveal();
        return how switch
        {
            "一位不同" => (id[..16] + (id[16] == '9' ? '0' : '9') + id[17], false),
            "相邻颠倒" => (id[..14] + id[15] + id[14] + id[16..], false),
            "少一位" => (id.Remove(9, 1), false),
            "多一位" => (id.Insert(9, id[9].ToString()), false),
            "十五位" => (id[..6] + id[8..17], false),
            "月份写成十三" => (Checked(id[..10] + "13" + id[12..17]), false),
            "末三位成零" => (id[..15] + "000", true),
            "只剩五位" => ($"{id[0]}.{id[1..6]}E+17", true),
            _ => (Numbered("34152319991231001").Reveal(), false),
        };
    }

    private static string Checked(string digits) => digits + CitizenId.CheckCharacterOf(digits);

    private static CitizenId Numbered(string digits) => CitizenId.FromStored(Checked(digits));
}
