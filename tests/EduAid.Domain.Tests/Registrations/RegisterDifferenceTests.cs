using EduAid.Domain.Registrations;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Registrations;

public class RegisterDifferenceTests
{
    private static readonly PersonId Ming = new(new Guid("00000000-0000-7000-8000-000000000001")), Fang = new(new Guid("00000000-0000-7000-8000-000000000002"));

    private static readonly RegisterLine[] Present = [new(Ming, "王小明", "户1", "东河镇", "下湾村"), new(Fang, "李芳", "户2", "西河镇", "上湾村")];

    public static TheoryData<string, RegisterLine[], string> Cases => new()
    {
        { "the same list", Present, "" },
        { "a list of one township leaves the other alone", [Present[0]], "" },
        { "who is missing in a township that is named has left", [new(null, "新人", "户9", "西河镇", "上湾村"), Present[0]], "Joined 新人 Exited 李芳" },
        { "a new person in a known household", [.. Present, new(null, "王小妹", "户1", "东河镇", "下湾村")], "MemberAdded 王小妹" },
        { "another village", [Present[0] with { Village = "山口村" }], "Moved 王小明" },
        { "another ID for the same name in the same household", [new(null, "王 小明", "户1", "东河镇", "下湾村")], "IdCorrected 王 小明" },
        { "another ID and another name are two people", [new(null, "王大明", "户1", "东河镇", "下湾村")], "MemberAdded 王大明 Exited 王小明" },
        { "into a township where nobody is missing", [Present[0] with { Township = "西河镇", Village = "上湾村" }, Present[1]], "Moved 王小明" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_new_list_is_shown_as_what_it_moves(string why, RegisterLine[] coming, string moves) =>
        string.Join(' ', RegisterDifference.Of(Present, coming).Select(m => $"{m.Move} {m.Name}")).Should().Be(moves, why);
}
