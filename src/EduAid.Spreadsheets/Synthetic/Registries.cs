using System.Globalization;
using System.Text;

namespace EduAid.Spreadsheets.Synthetic;

/// <summary>The county's own registers: schools, specialties, the registered list, admissions.</summary>
internal static class Registries
{
    private const string Bank = "农村商业银行";

    /// <summary>Fee in yuan a semester; null for one that the fee list does not have.</summary>
    public static readonly (string Name, int? Fee)[] Specialties =
    [
        ("学前教育", 1500), ("计算机应用", 1100), ("数控技术应用", 1300), ("农机使用与维护", 600), ("会计", 850),
        ("航空服务", null), ("影视动漫", 1800), ("茶艺", 500),
    ];

    public static readonly int[] SpecialtyWeights = [24, 22, 16, 12, 16, 4, 3, 2];

    public static int? FeeOf(string? specialty) =>
        Array.Find(Specialties, s => s.Name == specialty).Fee;

    public static SheetPlan SchoolsSheet(CountyPlan plan)
    {
        var random = Style(plan, "schools");
        var capped = plan.Schools.Any(school => school.Tuition is not null);
        string[] headings =
        [
            Or(random, "学校代码", "学校标识码"), Or(random, "学校名称", "学校"), "乡镇", "办学类型", "举办者", "示范等级", "收款户名", "收款账号", "开户银行",
            .. capped ? ["实际学费(元)"] : Array.Empty<string>(),
        ];
        return Sheet(headings, plan.Schools.Select(school => (Cell[])
        [
            school.Code, school.Name, school.Township, school.Kind,
            school.Sponsor switch { Sponsor.Public => "公办", Sponsor.Inclusive => "普惠性民办", _ => "民办" },
            school.Tier switch { Tier.Province => "省示范", Tier.City => "市示范", _ => "" },
            school.Name, school.Account ?? "", school.Account is null ? "" : Bank,
            .. capped ? [school.Tuition is { } tuition ? tuition : ""] : Array.Empty<Cell>(),
        ]));
    }

    public static byte[] SpecialtiesCsv(CountyPlan plan)
    {
        var random = Style(plan, "specialties");
        var sheet = Sheet(
            [Or(random, "专业", "专业名称"), "每学期学费(元)"],
            Specialties.Where(s => s.Fee is not null).Select(s => (Cell[])[s.Name, s.Fee!.Value]));
        return TextWriters.Delimited(sheet, ',', random is not null && random.Chance(0.4) ? TextWriters.Gb18030 : new UTF8Encoding(true));
    }

    public static SheetPlan PovertySheet(CountyPlan plan)
    {
        var random = Style(plan, "poverty");
        // 证件号码 may carry a disabled person's 20 characters.
        var disabled = plan.Register.Any(person => person.Disability is not null);
        string[] headings =
        [
            "户编号", "户主姓名", "姓名", disabled ? "证件号码" : Or(random, "身份证号", "公民身份号码"),
            "与户主关系", Or(random, "脱贫属性", "户类型"), "脱贫年度", "乡镇", Or(random, "行政村", "村"),
        ];
        return Sheet(headings, plan.Register.Select(person => (Cell[])
        [
            person.Household.Code, person.Household.Head, person.Name, Written(random, person), person.Relation,
            person.Household.ExitYear is null ? "未脱贫" : "已脱贫",
            person.Household.ExitYear is { } year ? year : "", person.Household.Township, person.Household.Village,
        ]));
    }

    public static SheetPlan AdmissionsSheet(CountyPlan plan, TermPlan term)
    {
        var random = Style(plan, "admissions" + term.Term);
        var rows = term.Admissions.Select(admission => (Cell[])
        [
            admission.From.Name, admission.Name, admission.CitizenId, admission.University,
            // People leave the 省 out as often as not.
            random is not null && random.Chance(0.1) ? admission.Province.TrimEnd('省', '市') : admission.Province,
            admission.Card ?? "",
        ]).ToList();
        if (random is not null && rows.Count > 0)
            rows.Add(rows[random.Next(rows.Count)]);
        return Sheet(["毕业学校", Or(random, "姓名", "学生姓名"), Or(random, "身份证号", "身份证号码"), "录取院校", "院校所在省", Or(random, "银行卡号", "银行账号")], rows);
    }

    /// <summary>None in the clean form, which always has the first spelling.</summary>
    private static Seeded? Style(CountyPlan plan, string part) =>
        plan.Options.Messy ? new Seeded(plan.Options.Seed).Fork(part) : null;

    private static string Or(Seeded? random, string first, string second) =>
        random is not null && random.Chance(0.5) ? second : first;

    private static string Written(Seeded? random, RegisteredPerson person)
    {
        var id = person.CitizenId + person.Disability;
        return random?.Next(60) switch
        {
            0 => id.ToLower(CultureInfo.InvariantCulture),
            1 => id.Insert(6, " ").Insert(15, " "),
            2 => "'" + id,
            _ => id,
        };
    }

    private static SheetPlan Sheet(IEnumerable<string> headings, IEnumerable<Cell[]> rows)
    {
        var sheet = new SheetPlan("Sheet1");
        sheet.Rows.Add([.. headings.Select(heading => (Cell)heading)]);
        sheet.Rows.AddRange(rows);
        return sheet;
    }
}
