namespace EduAid.Spreadsheets.Synthetic;

internal enum Column
{
    Serial,
    SchoolName,
    SchoolCode,
    Name,
    CitizenId,
    StudentNumber,
    Sex,
    Birth,
    Stage,
    Grade,
    Class,
    Boarding,
    Status,
    TransferredIn,
    TransferredOut,
    Specialty,
    FullTime,
    Residence,
    Guardian,
    GuardianId,
    Relation,
    Bank,
    Holder,
    Card,
    Phone,
    Address,
    Note,
    Extra,
}

/// <summary>A column as one list heads it; a group stands above its leaf in a header of two rows.</summary>
internal sealed record Head(Column Column, string Text)
{
    public string? Group { get; init; }

    /// <summary>What stands in an unknown column.</summary>
    public string Filler { get; init; } = "";
}

/// <summary>The headings that real lists use for a column, all of them from the table of fields.</summary>
internal static class Headings
{
    private static readonly Dictionary<Column, string[]> Spellings = new()
    {
        [Column.Serial] = ["序号"],
        [Column.SchoolName] = ["学校名称", "就读学校", "所在学校", "学校"],
        [Column.SchoolCode] = ["学校代码", "学校标识码"],
        [Column.Name] = ["姓名", "学生姓名", "受助学生姓名"],
        [Column.CitizenId] = ["身份证号", "身份证号码", "身份证件号", "身份证件号码", "公民身份号码", "公民身份证号", "学生身份证号", "证件号码"],
        [Column.StudentNumber] = ["学籍号", "全国学籍号", "学籍号码"],
        [Column.Sex] = ["性别"],
        [Column.Birth] = ["出生日期", "出生年月"],
        [Column.Stage] = ["学段", "就读学段"],
        [Column.Grade] = ["年级", "所在年级", "年级名称"],
        [Column.Class] = ["班级", "所在班级"],
        [Column.Boarding] = ["是否寄宿", "寄宿", "寄宿生", "是否住校", "住宿情况", "是否寄宿生"],
        [Column.Status] = ["在校状态", "学生状态", "学籍状态"],
        [Column.TransferredIn] = ["转入日期"],
        [Column.TransferredOut] = ["转出日期"],
        [Column.Specialty] = ["专业", "专业名称"],
        [Column.FullTime] = ["是否全日制"],
        [Column.Residence] = ["户籍性质", "户口性质"],
        [Column.Guardian] = ["监护人姓名", "家长姓名"],
        [Column.GuardianId] = ["监护人身份证号"],
        [Column.Relation] = ["与学生关系"],
        [Column.Bank] = ["开户银行", "开户行"],
        [Column.Holder] = ["户名", "卡主姓名", "开户名"],
        [Column.Card] = ["银行卡号", "银行账号", "卡号", "一卡通账号", "社保卡银行账号", "社会保障卡银行账号", "社保卡号", "社会保障卡卡号"],
        [Column.Phone] = ["联系电话", "家长电话", "手机号"],
        [Column.Address] = ["家庭住址", "家庭地址"],
        [Column.Note] = ["备注"],
    };

    /// <summary>Unknown to the product, among them some that only look like a known one.</summary>
    private static readonly (string Heading, string Filler)[] Extras =
    [
        ("民族", "汉族"), ("户主姓名", "李建国"), ("曾用名", ""), ("家庭人口", "4"), ("父亲姓名", "王大山"), ("是否残疾", "否"),
        ("资助金额", ""), ("班主任姓名", "周老师"), ("入学时间", "2019年9月"), ("原就读学校", "外县某校"),
    ];

    private static readonly Column[] Kindergarten = [Column.Name, Column.SchoolName];

    /// <summary>The order and headings of the clean form.</summary>
    public static List<Head> Clean() =>
    [
        .. new[]
        {
            Column.Serial, Column.SchoolName, Column.Name, Column.CitizenId, Column.Sex, Column.Stage, Column.Grade, Column.Class,
            Column.Boarding, Column.Status, Column.Specialty, Column.FullTime, Column.Residence, Column.Guardian, Column.GuardianId,
            Column.Bank, Column.Card, Column.Phone, Column.Address, Column.Note,
        }.Select(column => new Head(column, Spellings[column][0])),
    ];

    /// <summary>A list's own choice of columns, headings and order.</summary>
    public static List<Head> Messy(Seeded random, School school, bool hasDates, bool twoRows)
    {
        List<Column> columns =
        [
            Column.Serial, Column.Name, Column.CitizenId, Column.Grade, Column.Class, Column.Boarding, Column.Status,
            Column.Specialty, Column.FullTime, Column.Residence, Column.Card, Column.Bank,
        ];
        columns.AddRange(random.Next(5) switch
        {
            0 => [Column.SchoolCode],
            1 => [Column.SchoolCode, Column.SchoolName],
            _ => new[] { Column.SchoolName },
        });
        if (school.Stages.Count == 5 || random.Chance(0.8))
            columns.Add(Column.Stage);
        if (hasDates)
            columns.AddRange([Column.TransferredIn, Column.TransferredOut]);
        foreach (var optional in new[]
        {
            Column.StudentNumber, Column.Sex, Column.Birth, Column.Guardian, Column.GuardianId, Column.Relation,
            Column.Holder, Column.Phone, Column.Address, Column.Note,
        })
        {
            if (random.Chance(0.6))
                columns.Add(optional);
        }

        var heads = columns.Select(column => new Head(column, Decorated(random, column, Spelling(random, column, school)))).ToList();
        foreach (var (heading, filler) in Extras)
        {
            if (random.Chance(0.12))
                heads.Add(new Head(Column.Extra, heading) { Filler = filler });
        }

        if (random.Chance(0.8))
            random.Shuffle(heads);
        return twoRows ? Grouped(random, heads) : heads;
    }

    private static string Spelling(Seeded random, Column column, School school) =>
        school.Kind == "幼儿园" && Kindergarten.Contains(column) && random.Chance(0.3)
            ? column == Column.Name ? "幼儿姓名" : "园所名称"
            : random.Pick(Spellings[column]);

    /// <summary>Spaces, line breaks, punctuation and bracketed hints mean nothing.</summary>
    private static string Decorated(Seeded random, Column column, string text) => random.Next(14) switch
    {
        0 => string.Join(' ', text.AsEnumerable()),
        1 => text.Insert(text.Length / 2, "\n"),
        2 => text + "：",
        3 => "*" + text,
        4 => text + (column == Column.CitizenId ? "（18位）" : "（必填）"),
        5 => text + "(请核对)",
        6 => $" {text} ",
        _ => text,
    };

    /// <summary>Puts columns that say whose they are under a common group; the leaf alone would mean something else.</summary>
    private static List<Head> Grouped(Seeded random, List<Head> heads)
    {
        var groups = new (string Group, (Column Column, string Leaf)[] Leaves)[]
        {
            ("学生", [(Column.Name, "姓名"), (Column.CitizenId, "身份证号"), (Column.Status, "状态")]),
            (random.Pick("监护人1", "监护人"), [(Column.Guardian, "姓名"), (Column.GuardianId, "身份证号")]),
            ("学校", [(Column.SchoolName, "名称"), (Column.SchoolCode, "代码")]),
        };
        foreach (var (group, leaves) in groups)
        {
            var members = leaves.Where(leaf => heads.Any(head => head.Column == leaf.Column)).ToList();
            if (members.Count < 2)
                continue;
            var place = heads.FindIndex(head => head.Column == members[0].Column);
            place -= heads.Take(place).Count(head => members.Any(member => member.Column == head.Column));
            heads.RemoveAll(head => members.Any(member => member.Column == head.Column));
            heads.InsertRange(place, members.Select(member => new Head(member.Column, member.Leaf) { Group = group }));
        }

        return heads;
    }
}
