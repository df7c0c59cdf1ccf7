using EduAid.Domain.Programmes;

namespace EduAid.Domain.Tests.Programmes;

/// <summary>A judgement in the words of the tables: 500.00, 500.00(无银行卡), 不发:不在册 or 待定:姓名不符.</summary>
internal static class Outcome
{
    private static readonly Dictionary<string, string> Chinese = new(StringComparer.Ordinal)
    {
        ["name.mismatch"] = "姓名不符",
        ["parameter.missing"] = "标准未录入",
        ["parameter.out-of-range"] = "标准超出范围",
        ["full-time.unknown"] = "是否全日制未填",
        ["household.unknown"] = "户籍性质未填",
        ["boarding.unknown"] = "是否寄宿未填",
        ["province.unknown"] = "院校所在省不明",
        ["already.paid"] = "已领过",
        ["enrolment.conflict"] = "两校在读",
        ["card.missing"] = "无银行卡",
        ["card.invalid"] = "卡号有误",
        ["account.missing"] = "学校无账号",
        ["parameter.capped"] = "按实收学费封顶",
        ["transfer.undated"] = "转出未填日期",
        ["kindergarten.outside-programme"] = "请县里关注",
        ["not-registered"] = "不在册",
        ["category-not-counted"] = "类别不计入",
        ["not-attending"] = "不在读",
        ["not-there-on-reference-date"] = "基准日不在校",
        ["other-stage"] = "学段不符",
        ["outside-county"] = "县外就读",
        ["kindergarten-not-inclusive"] = "非普惠园",
        ["grade-not-covered"] = "年级不在范围",
        ["not-full-time"] = "非全日制",
        ["household-not-covered"] = "户籍不在范围",
        ["no-tuition-charged"] = "学校不收学费",
        ["no-senior-high-school"] = "毕业学校无高中",
        ["not-admitted"] = "未录取",
        ["not-on-any-list"] = "不在任何名单",
    };

    public static string Of(Judgement judgement) => judgement switch
    {
        Entitlement e => $"{e.Amount}{Bracket(e.Flags)}",
        Held h => $"待定:{string.Join("、", h.Findings.Select(Word))}",
        Nothing n => $"不发:{Word(n.Why)}{Bracket(n.Notice is { } notice ? [notice] : [])}",
        _ => throw new ArgumentException(judgement.ToString()),
    };

    public static string Word(string code) => Chinese[code];

    private static string Bracket(IReadOnlyList<string> codes) => codes.Count == 0 ? "" : $"({string.Join("、", codes.Select(Word))})";
}
