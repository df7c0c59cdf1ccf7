using System.Globalization;

namespace EduAid.Spreadsheets.Synthetic;

internal enum Stage
{
    Preschool,
    Primary,
    Junior,
    SeniorHigh,
    Vocational,
}

internal enum Sponsor
{
    Public,
    Inclusive,
    Private,
}

internal enum Tier
{
    None,
    Province,
    City,
}

/// <summary>One school as the county's register has it.</summary>
internal sealed record School(int Number, string Kind, string Name, string Township, Sponsor Sponsor, Tier Tier)
{
    public string Code => "341523" + Number.ToString("D4", CultureInfo.InvariantCulture);

    public IReadOnlyList<Stage> Stages => SchoolPlan.StagesOf(Kind);

    /// <summary>What the school really charges a semester, in yuan, where it is recorded: the waiver's cap.</summary>
    public int? Tuition { get; init; }

    public string? Account { get; init; }

    /// <summary>A senior-high school for whose waiver the plan has no amount.</summary>
    public bool Untiered => Teaches(Stage.SeniorHigh) && Tier == Tier.None && Sponsor != Sponsor.Private;

    public bool Teaches(Stage stage) => Stages.Contains(stage);
}

/// <summary>Draws up the schools: first one of each sort that the programmes tell apart, then a county's usual mix.</summary>
internal static class SchoolPlan
{
    private static readonly (string Kind, Sponsor Sponsor, Tier Tier)[] EachSort =
    [
        ("幼儿园", Sponsor.Public, Tier.None),
        ("完全小学", Sponsor.Public, Tier.None),
        ("初级中学", Sponsor.Public, Tier.None),
        ("高级中学", Sponsor.Public, Tier.Province),
        ("中等职业学校", Sponsor.Public, Tier.None),
        ("幼儿园", Sponsor.Inclusive, Tier.None),
        ("九年一贯制学校", Sponsor.Public, Tier.None),
        ("完全中学", Sponsor.Public, Tier.City),
        ("高级中学", Sponsor.Private, Tier.None),
        ("幼儿园", Sponsor.Private, Tier.None),
        ("高级中学", Sponsor.Public, Tier.None),
        ("教学点", Sponsor.Public, Tier.None),
        ("高级中学", Sponsor.Private, Tier.Province),
        ("十二年一贯制学校", Sponsor.Public, Tier.City),
        ("完全小学", Sponsor.Private, Tier.None),
        ("特殊教育学校", Sponsor.Public, Tier.None),
    ];

    private static readonly string[] Usual = ["幼儿园", "完全小学", "教学点", "初级中学", "九年一贯制学校", "完全中学", "高级中学", "中等职业学校"];

    public static IReadOnlyList<Stage> StagesOf(string kind) => kind switch
    {
        "幼儿园" => [Stage.Preschool],
        "完全小学" or "教学点" => [Stage.Primary],
        "初级中学" => [Stage.Junior],
        "九年一贯制学校" => [Stage.Primary, Stage.Junior],
        "十二年一贯制学校" => [Stage.Primary, Stage.Junior, Stage.SeniorHigh],
        "完全中学" => [Stage.Junior, Stage.SeniorHigh],
        "高级中学" => [Stage.SeniorHigh],
        "中等职业学校" => [Stage.Vocational],
        _ => [Stage.Preschool, Stage.Primary, Stage.Junior, Stage.SeniorHigh, Stage.Vocational],
    };

    /// <summary>How many pupils a school has against others.</summary>
    public static int Weight(School school) => school.Kind switch
    {
        "幼儿园" => 12,
        "完全小学" => 30,
        "教学点" => 4,
        "初级中学" => 40,
        "九年一贯制学校" => 45,
        "完全中学" => 60,
        "高级中学" => 60,
        "中等职业学校" => 50,
        "十二年一贯制学校" => 80,
        _ => 6,
    };

    public static IReadOnlyList<School> Draw(Seeded random, SyntheticCountyOptions options, IReadOnlyList<string> townships)
    {
        var schools = new List<School>(options.Schools);
        for (var number = 1; number <= options.Schools; number++)
        {
            var (kind, sponsor, tier) = number <= EachSort.Length ? EachSort[number - 1] : Another(random);
            var township = random.Pick(townships);
            // Numbered on purpose: no real school is called that, and names never collide.
            schools.Add(new School(number, kind, $"{township}第{number}{kind}", township, sponsor, tier)
            {
                Account = random.Chance(0.02) ? null : Numbers.Card(random),
                Tuition = options.Messy && random.Chance(0.3) ? Charged(random, kind, tier) : null,
            });
        }

        return schools;
    }

    private static (string, Sponsor, Tier) Another(Seeded random)
    {
        var kind = Usual[random.Weighted(28, 34, 16, 10, 6, 2, 3, 1)];
        return kind switch
        {
            "幼儿园" => (kind, random.Pick(Sponsor.Public, Sponsor.Inclusive, Sponsor.Inclusive, Sponsor.Private), Tier.None),
            "高级中学" or "完全中学" => random.Chance(0.2)
                ? (kind, Sponsor.Private, Tier.None)
                : (kind, Sponsor.Public, random.Pick(Tier.Province, Tier.City, Tier.City, Tier.None)),
            _ => (kind, random.Chance(0.03) ? Sponsor.Private : Sponsor.Public, Tier.None),
        };
    }

    private static int? Charged(Seeded random, string kind, Tier tier) => kind switch
    {
        "高级中学" or "完全中学" or "十二年一贯制学校" => tier == Tier.Province
            ? random.Pick(800, 850, 1200)
            : random.Pick(300, 650, 700, 900),
        "中等职业学校" => random.Pick(1000, 1200, 1600),
        _ => null,
    };
}
