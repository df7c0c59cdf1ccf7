using System.Globalization;
using EduAid.Web.Parts;
using EduAid.Web.Parts.Figures;

namespace EduAid.Web.Pages.Design;

public sealed record DesignRow(int Number, string Name, string CitizenId, string Grade, string Class, bool Boards, long Fen, bool NoCard);

/// <summary>Invented values; the area code 990000 does not exist, so no ID here can be anyone's.</summary>
internal static class DesignFixture
{
    private static readonly string[] Surnames = ["林", "何", "高", "徐", "马", "朱", "黄", "吴", "郭", "陈", "刘"];
    private static readonly string[] Given = ["甲一", "乙二", "丙三", "丁四", "戊五", "己六", "庚七"];

    public static IReadOnlyList<string> Grades { get; } = ["一年级", "二年级", "三年级", "四年级", "五年级", "六年级"];

    public static IReadOnlyList<DesignRow> Rows { get; } = [.. Enumerable.Range(1, 137).Select(n => new DesignRow(
        n,
        Surnames[n % Surnames.Length] + Given[n % Given.Length],
        string.Create(CultureInfo.InvariantCulture, $"9900002010{n % 12 + 1:00}{n % 28 + 1:00}{n:0000}"),
        Grades[n % Grades.Count],
        $"{n % 3 + 1}班",
        n % 4 == 0,
        n % 4 == 0 ? 50_000 : 25_000,
        n % 19 == 0))];

    public static Shell Shell { get; } = new(
        [
            new(null, [new("首页", "/")]),
            new("本学期",
            [
                new("学校名单", "/lists", "171/178"),
                new("待核事项", "/review", "46", Urgent: true),
                new("应助未助", "/missed", "12", Urgent: true),
                new("发放名册", "/rosters", "412"),
                new("公示", "/notices", "38"),
                new("审批", "/approvals", "9"),
            ]),
            new("台账", [new("学生", "/pupils"), new("家庭", "/households"), new("学校", "/schools"), new("政策标准", "/policies"), new("界面部件", "/design")]),
        ],
        new SemesterSwitch("2020-spring", [new("2020-spring", "2020年春季学期"), new("2019-autumn", "2019年秋季学期")]),
        new Person("资助中心经办", "林甲一", null, "/account/sign-out", [new("修改密码", "/account/password")]),
        "/search");

    public static IReadOnlyList<PathStep> Path { get; } =
    [
        new("学校名单", "171", "/178 所", 96, "#path"),
        new("匹配核对", "46", "待核", 82, "#path", Now: true),
        new("名册草稿", "412", "份", 100, "#path"),
        new("学校确认", "338", "/412", 82, "#path"),
        new("公示", "38", "进行中", 70, "#path"),
        new("审批", "9", "待批", 62, "#path"),
        new("发放", "18,204", "人", 85, "#path"),
        new("归档", "2", "/7 项", 28, "#path"),
    ];

    public static IReadOnlyList<BarRow> Bars { get; } =
        [new("甲镇", 19, "#bars"), new("乙乡", 15, "#bars"), new("丙镇", 13, "#bars"), new("丁乡", 11, "#bars"), new("其他", 9)];

    public static Why Why { get; } = new(
        "徐戊五", 25_000, "义务教育生活补助,2020年春季学期,发到本人卡 6217 **** 5502",
        [
            new("在籍在校", "名单 4月6日 第 18 行,三年级1班,在读"),
            new("建档立卡(本人在册)", "户 ****0417,已脱贫 2018,2020年名单第 1,204 行;脱贫不脱政策"),
            new("小学寄宿标准", "年 1,000 元 ÷ 2 个学期", 50_000),
            new("非寄宿:按寄宿标准的 50%", "名单“是否寄宿”= 否", -25_000),
            new("本学期未在别处领取", "查对全县 7 个项目、178 所学校"),
        ],
        [new("2020年教育扶贫工作要点", "二(二)2", "2020年春季学期", new DateOnly(2020, 3, 28))],
        [new("打印说明", "#why"), new("全部历史", "#why")]);
}
