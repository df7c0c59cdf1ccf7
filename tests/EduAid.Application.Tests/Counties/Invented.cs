using System.Globalization;
using System.Text;
using EduAid.Application.Intake;
using EduAid.Domain.Values;

namespace EduAid.Application.Tests.Counties;

/// <summary>A child of the invented county.</summary>
/// <param name="Card">19 digits that pass the Luhn check.</param>
internal sealed record Child(string Id, string Name, string Card)
{
    public string Village { get; init; } = "下湾村";

    public string Township { get; init; } = "东河镇";
}

/// <summary>Schools, children and lists that belong to nobody, written as the county writes them.</summary>
internal static class Invented
{
    public const string First = "县第一小学", Second = "县第二小学", Junior = "县第一中学", Senior = "县高级中学", Vocational = "县职业学校", Kindergarten = "县幼儿园";

    public const string ListHeader = "学校名称,姓名,身份证号,年级,班级,是否寄宿,在校状态,银行卡号,专业,是否全日制,户籍性质,转出日期";

    public static readonly Semester Spring2020 = Semester.Spring(2020);
    public static readonly Semester Autumn2020 = Semester.Autumn(2020);

    public static SentFile SchoolsFile { get; } = Csv(
        "schools.csv", "学校代码,学校名称,乡镇,办学类型,举办者,示范等级,收款户名,收款账号,开户银行",
        $"3401,{First},东河镇,完全小学,公办,,{First},34050100000001,农商行",
        $"3402,{Second},西河镇,完全小学,公办,,{Second},34050100000002,农商行",
        $"3403,{Junior},东河镇,初级中学,公办,,{Junior},34050100000003,农商行",
        $"3404,{Senior},城关镇,高级中学,公办,省示范,{Senior},34050100000004,农商行",
        $"3405,{Vocational},城关镇,中等职业学校,公办,,{Vocational},34050100000005,农商行",
        $"3406,{Kindergarten},东河镇,幼儿园,公办,,{Kindergarten},34050100000006,农商行");

    public static SentFile SpecialtiesFile { get; } = Csv("specialties.csv", "专业名称,每学期学费(元)", "学前教育,850", "汽车维修,1000");

    /// <summary>A child born on a day; the number tells children of one day apart and is odd for boys.</summary>
    public static Child Child(int number, string born = "2010-03-05", string? name = null)
    {
        var digits = "341523" + born.Replace("-", "", StringComparison.Ordinal) + number.ToString("000", CultureInfo.InvariantCulture);
        return new(digits + CitizenId.CheckCharacterOf(digits), name ?? $"童{(char)('一' + number)}甲", Card(number));
    }

    public static IReadOnlyList<Child> Children(int from, int count, string born = "2010-03-05") => [.. Enumerable.Range(from, count).Select(n => Child(n, born))];

    public static string Row(
        Child child, string school = First, string grade = "三年级", string boarding = "是", string status = "在读", string? card = null,
        string specialty = "", string fullTime = "", string household = "", string left = "", string className = "1班") =>
        $"{school},{child.Name},{child.Id},{grade},{className},{boarding},{status},{card ?? child.Card},{specialty},{fullTime},{household},{left}";

    public static SentFile List(string file, params IEnumerable<string> rows) => Csv(file, ListHeader, [.. rows]);

    public static SentFile ListOf(string file, IEnumerable<Child> children, string school = First, string grade = "三年级") =>
        List(file, children.Select(c => Row(c, school, grade)));

    public static SentFile RegisteredOf(string file, params IEnumerable<Child> children) => Csv(
        file, "户编号,户主姓名,姓名,证件号码,与户主关系,脱贫属性,脱贫年度,乡镇,行政村",
        [.. children.Select((c, i) => $"3415230000{i:0000},户主{(char)('一' + i)},{c.Name},{c.Id},子女,已脱贫,2018,{c.Township},{c.Village}")]);

    public static SentFile AdmissionsOf(string file, string province, params IEnumerable<Child> children) => Csv(
        file, "毕业学校,姓名,身份证号,录取院校,院校所在省,银行卡号", [.. children.Select(c => $"{Senior},{c.Name},{c.Id},某大学,{province},{c.Card}")]);

    public static SentFile Csv(string file, string header, params IReadOnlyList<string> rows) =>
        Bytes(file, Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(header)) + "\r\n"));

    public static SentFile Bytes(string file, byte[] content) => new(file, () => new MemoryStream(content, writable: false));

    private static string Card(int number)
    {
        var digits = "621700" + (340_500_000_000L + number).ToString(CultureInfo.InvariantCulture);
        var sum = digits.Reverse().Select((c, i) => (c - '0') * (i % 2 == 0 ? 2 : 1)).Sum(d => d > 9 ? d - 9 : d);
        return digits + ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture);
    }
}
