namespace EduAid.Spreadsheets.Synthetic;

/// <summary>Pools of characters and words. Whatever comes out of them is invented; places do not exist.</summary>
internal static class Names
{
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严";
    private const string Boys = "伟强磊军洋勇杰涛明超辉刚平文华建宇轩浩然子俊博睿泽晨阳鹏飞志远思诚嘉豪家乐天佑旭东海峰成林一鸣";
    private const string Girls = "芳娜敏静丽艳娟霞玲桂英琪诗涵梓萱雨欣怡佳慧婷雪梅春燕红莉晓彤若曦可馨梦瑶紫妍语嫣秋月兰心悦";
    private static readonly string[] Borne = ["玛依", "古丽", "阿依", "热娜", "卓玛", "扎西", "才让", "央金", "巴图", "其其格"];
    private static readonly string[] PlaceHeads = ["云", "青", "石", "柳", "双", "白", "临", "望", "清", "龙", "松", "梅", "桃", "古", "长", "丰", "和", "新", "安", "东"];
    private static readonly string[] PlaceTails = ["溪", "桥", "塘", "岭", "坪", "河", "畈", "冲", "湾", "集", "店", "墩", "泉", "岗", "渡"];
    private static readonly string[] VillageTails = ["村", "庄村", "湾村", "岗村", "冲村", "畈村"];
    private static readonly string[] UniversityHeads = ["云江", "东岭", "北渡", "南溪", "远山", "星河", "明湖", "海岳"];
    private static readonly string[] UniversityTails = ["大学", "理工大学", "师范大学", "农业大学", "医科大学", "工商学院", "职业技术学院"];

    public static readonly string[] Relations = ["之子", "之女", "孙子", "孙女", "侄子", "其他"];

    public static readonly string[] OtherProvinces = ["江苏省", "浙江省", "湖北省", "河南省", "上海市", "北京市", "广东省", "山东省"];

    public static string Person(Seeded random, bool male, char? surname = null)
    {
        var pool = male ? Boys : Girls;
        var first = surname ?? Surnames[random.Next(Surnames.Length)];
        return random.Chance(0.2)
            ? $"{first}{pool[random.Next(pool.Length)]}"
            : $"{first}{pool[random.Next(pool.Length)]}{pool[random.Next(pool.Length)]}";
    }

    /// <summary>A name with a middle dot, as several peoples write theirs.</summary>
    public static string Dotted(Seeded random) => $"{random.Pick(Borne)}·{random.Pick(Borne)}";

    /// <summary>Another name for the same ID: one character differs, as clerks mistype.</summary>
    public static string Mistaken(Seeded random, string name)
    {
        var last = name[^1];
        var pool = Boys + Girls;
        var other = pool[random.Next(pool.Length)];
        while (other == last)
            other = pool[random.Next(pool.Length)];
        return name[..^1] + other;
    }

    public static string[] Townships(Seeded random, int count)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (names.Count < count)
            names.Add(random.Pick(PlaceHeads) + random.Pick(PlaceTails) + (random.Chance(0.7) ? "镇" : "乡"));
        return [.. names];
    }

    public static string Village(Seeded random) =>
        random.Pick(PlaceHeads) + random.Pick(PlaceTails) + random.Pick(VillageTails);

    public static string University(Seeded random) => random.Pick(UniversityHeads) + random.Pick(UniversityTails);
}
