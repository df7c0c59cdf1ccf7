using EduAid.Domain.Enrolments;
using EduAid.Domain.Schools;

namespace EduAid.Domain.Programmes;

/// <summary>The trade's own words for code values; they are data of the files, not interface text.</summary>
public static class ChineseTerms
{
    public static string InChinese(this Stage stage) => stage switch
    {
        Stage.Preschool => "学前",
        Stage.Primary => "小学",
        Stage.Junior => "初中",
        Stage.SeniorHigh => "普通高中",
        _ => "中职",
    };

    public static string InChinese(this EnrolmentStatus status) => status switch
    {
        EnrolmentStatus.InSchool => "在读",
        EnrolmentStatus.Suspended => "休学",
        EnrolmentStatus.TransferredOut => "转出",
        EnrolmentStatus.Graduated => "毕业",
        EnrolmentStatus.Deceased => "死亡",
        _ => "退学",
    };

    public static string InChinese(this HouseholdType type) => type switch
    {
        HouseholdType.Rural => "农村",
        HouseholdType.CountyTown => "县镇",
        _ => "城市",
    };

    public static string InChinese(this Sponsor sponsor) => sponsor switch
    {
        Sponsor.Public => "公办",
        Sponsor.InclusivePrivate => "普惠性民办",
        _ => "民办",
    };

    public static string InChinese(this Tier tier) => tier switch
    {
        Tier.ProvinceModel => "省示范",
        Tier.CityModel => "市示范",
        Tier.Private => "民办",
        _ => "未注明",
    };

    public static string InChinese(this SchoolKind kind) => kind switch
    {
        SchoolKind.Kindergarten => "幼儿园",
        SchoolKind.Primary => "完全小学",
        SchoolKind.TeachingPoint => "教学点",
        SchoolKind.Junior => "初级中学",
        SchoolKind.NineYear => "九年一贯制学校",
        SchoolKind.TwelveYear => "十二年一贯制学校",
        SchoolKind.CompleteSecondary => "完全中学",
        SchoolKind.SeniorHigh => "高级中学",
        SchoolKind.Vocational => "中等职业学校",
        _ => "特殊教育学校",
    };
}

/// <summary>Names of grades on screen and on paper.</summary>
public static class GradeName
{
    private static readonly string[] Preschool = ["托班", "小班", "中班", "大班"];
    private static readonly string[] Numbers = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

    /// <summary>Empty for a grade that the stage has not.</summary>
    public static string Of(Stage stage, int grade) => stage switch
    {
        Stage.Preschool => grade is >= 0 and <= 3 ? Preschool[grade] : "",
        _ when grade is < 1 or > 6 => "",
        Stage.Junior => grade <= 3 ? $"{Numbers[grade + 6]}年级" : $"初{Numbers[grade]}",
        Stage.SeniorHigh => $"高{Numbers[grade]}",
        _ => $"{Numbers[grade]}年级",
    };
}
