using System.Globalization;

namespace EduAid.Spreadsheets.Synthetic;

/// <summary>How one school spells the values of its rows, and how each fault looks in its cell.</summary>
internal sealed class CellText(Seeded random, School school, bool messy)
{
    private static readonly (string Yes, string No)[] BoardingStyles =
        [("寄宿", "走读"), ("是", "否"), ("住校", "非寄宿"), ("√", "否"), ("1", "0"), ("Y", "N"), ("寄宿", "非寄宿")];

    private static readonly (string Yes, string No)[] YesNoStyles = [("是", "否"), ("√", "否"), ("1", "0"), ("Y", "N")];

    private readonly (string Yes, string No) boarding = messy ? random.Pick(BoardingStyles) : ("是", "否");
    private readonly (string Yes, string No) yesNo = messy ? random.Pick(YesNoStyles) : ("是", "否");
    private readonly bool numbersAsNumbers = messy && random.Chance(0.5);
    private readonly string inSchool = messy ? random.Pick("在读", "在读", "在校", "在籍") : "在读";
    private readonly string rural = messy ? random.Pick("农村", "农村", "农业") : "农村";
    private readonly int gradeStyle = messy ? random.Next(3) : 0;
    private readonly int dateStyle = messy ? random.Next(6) : 0;

    /// <summary>The cells of a row under the given heads; the serial number is filled in by the sheet.</summary>
    public Cell[] Row(ListRow row, IReadOnlyList<Head> heads)
    {
        var stageShown = heads.Any(head => head.Column == Column.Stage);
        return [.. heads.Select(head => Of(row, head, stageShown))];
    }

    private Cell Of(ListRow row, Head head, bool stageShown)
    {
        var pupil = row.Pupil;
        var strange = row.Fault.HasFlag(Fault.SchoolUnknown);
        return head.Column switch
        {
            Column.SchoolName => strange ? $"{school.Township}第{school.Number + 900}学校" : school.Name,
            Column.SchoolCode => strange ? (9_990_000_000 + school.Number).ToString("D10", CultureInfo.InvariantCulture) : school.Code,
            Column.Name => row.Fault.HasFlag(Fault.NameMissing) ? "" : Name(pupil.Name),
            Column.CitizenId => CitizenId(row),
            Column.StudentNumber => random.Chance(0.05) ? "L" + pupil.GuardianId : "G" + pupil.CitizenId,
            Column.Sex => pupil.Male ? "男" : "女",
            Column.Birth => Date(pupil.Birth),
            Column.Stage => StageName(Told(row).Stage),
            Column.Grade => row.Fault.HasFlag(Fault.GradeUnknown) ? random.Pick("", "毕业班", "十三年级") : GradeName(Told(row), stageShown),
            Column.Class => messy && gradeStyle == 1 ? $"（{row.Class}）班" : $"{row.Class}班",
            Column.Boarding => row.Fault.HasFlag(Fault.BoardingUnknown) ? random.Pick("", "不详", "待定") : YesNo(row.Boards, boarding),
            Column.Status => row.Fault.HasFlag(Fault.StatusUnknown) ? random.Pick("", "未知", "待核实") : StatusName(row.Status),
            Column.TransferredIn => row.TransferredIn is { } on ? Date(on) : "",
            Column.TransferredOut => row.TransferredOut is { } on ? Date(on) : "",
            Column.Specialty => row.Specialty ?? "",
            Column.FullTime => row.Stage == Stage.Vocational || !messy ? YesNo(row.FullTime, yesNo) : "",
            Column.Residence => row.Residence switch { null => "", Residence.Rural => rural, Residence.CountyTown => "县镇", _ => "城市" },
            Column.Guardian => pupil.Guardian,
            Column.GuardianId => pupil.GuardianId,
            Column.Relation => pupil.Male ? "父子" : "父女",
            Column.Bank => pupil.Card is null ? "" : "农村商业银行",
            Column.Holder => row.Stage is Stage.SeniorHigh or Stage.Vocational ? pupil.Name : pupil.Guardian,
            Column.Card => Card(pupil),
            Column.Phone => pupil.Phone,
            Column.Address => messy && random.Chance(0.02) ? $"{pupil.Home},某村" : $"{pupil.Home}某村",
            Column.Extra => head.Filler,
            _ => "",
        };
    }

    /// <summary>
    /// A stage that the school does not teach, and one that does not ask for boarding, so that it is the only fault.
    /// A vocational school may well call its first year 高一, so that would prove nothing there.
    /// </summary>
    private (Stage Stage, int Grade) Told(ListRow row) => !row.Fault.HasFlag(Fault.StageMismatch)
        ? (row.Stage, row.Grade)
        : school.Teaches(Stage.SeniorHigh) || school.Teaches(Stage.Vocational) ? (Stage.Preschool, 3) : (Stage.SeniorHigh, 1);

    private Cell CitizenId(ListRow row)
    {
        var id = row.Pupil.CitizenId;
        return (Fault)((int)row.Fault & 0x7F) switch
        {
            Fault.IdMissing => "",
            Fault.IdLength => random.Next(3) switch { 0 => id[..9] + id[10..], 1 => id.Insert(12, "0"), _ => id[..6] + id[8..17] },
            Fault.IdChecksum => Mistyped(id),
            Fault.IdBirthDate => Impossible(id),
            Fault.IdNumeric => double.Parse(id.Replace('X', '0'), CultureInfo.InvariantCulture),
            Fault.IdExponent => random.Chance(0.5)
                ? "3.41523E+17"
                : double.Parse(id.Replace('X', '0'), CultureInfo.InvariantCulture).ToString("0.#####E+00", CultureInfo.InvariantCulture),
            Fault.IdZeros => Zeroed(id),
            _ => Legible(id),
        };
    }

    private string Legible(string id) => !messy ? id : random.Next(60) switch
    {
        0 => "'" + id,
        1 => $" {id[..6]} {id[6..14]} {id[14..]} ",
        2 => FullWidth(id),
        3 or 4 => id.ToLower(CultureInfo.InvariantCulture),
        5 => $" {id}",
        _ => id,
    };

    /// <summary>One digit of the sequence is wrong: the date stands, the check fails, and no row of zeros appears.</summary>
    private string Mistyped(string id)
    {
        while (true)
        {
            var at = random.Between(14, 16);
            var wrong = id[..at] + (char)('0' + random.Next(10)) + id[(at + 1)..];
            if (!Numbers.Checks(wrong) && !wrong.EndsWith("000", StringComparison.Ordinal))
                return wrong;
        }
    }

    private string Impossible(string id)
    {
        var body = random.Next(3) switch
        {
            0 => id[..10] + "13" + id[12..17],
            1 => id[..10] + "0230" + id[14..17],
            _ => id[..6] + "2099" + id[10..17],
        };
        return body + Numbers.Check(body);
    }

    /// <summary>Fifteen digits and three zeros, as a number turned back into text; where that happens to pass, mistyped.</summary>
    private static string Zeroed(string id)
    {
        var zeroed = id[..15] + "000";
        return Numbers.Checks(zeroed) ? "3.41523E+17" : zeroed;
    }

    private string Name(string name) => !messy ? name : random.Next(50) switch
    {
        0 => name.Insert(1, "  "),
        1 => name.Insert(1, "\u3000"),
        2 => name + " ",
        _ => name,
    };

    private Cell Card(Pupil pupil)
    {
        if (pupil.Card is not { } card)
            return "";
        return !messy ? card : random.Next(150) switch
        {
            0 => double.Parse(card, CultureInfo.InvariantCulture),
            1 => $"{card[..4]} {card[4..8]} {card[8..12]} {card[12..]}",
            2 => "'" + card,
            _ => card,
        };
    }

    private Cell YesNo(bool? value, (string Yes, string No) style)
    {
        var text = value is { } known ? known ? style.Yes : style.No : "";
        return numbersAsNumbers && text is "1" or "0" ? text == "1" ? 1 : 0 : (Cell)text;
    }

    private string StatusName(Status status) => status switch
    {
        Status.InSchool => inSchool,
        Status.Suspended => "休学",
        Status.TransferredOut => "转出",
        Status.Graduated => "毕业",
        _ => messy && random.Chance(0.5) ? "辍学" : "退学",
    };

    private static string StageName(Stage stage) => stage switch
    {
        Stage.Preschool => "学前",
        Stage.Primary => "小学",
        Stage.Junior => "初中",
        Stage.SeniorHigh => "普通高中",
        _ => "中职",
    };

    private string GradeName((Stage Stage, int Grade) told, bool stageShown)
    {
        var (stage, grade) = told;
        var digit = "一二三四五六七八九"[grade - 1];
        return stage switch
        {
            Stage.Preschool => $"{"小中大"[grade - 1]}班",
            Stage.Primary => gradeStyle switch { 0 => $"{digit}年级", 1 => $"{grade}年级", _ => $"小{digit}" },
            Stage.Junior => gradeStyle switch { 0 => $"{"七八九"[grade - 1]}年级", 1 => $"{grade + 6}年级", _ => $"初{digit}" },
            Stage.SeniorHigh => $"高{digit}",
            _ => stageShown && gradeStyle == 0 ? $"{digit}年级" : gradeStyle == 1 ? $"中专{digit}年级" : $"职{digit}",
        };
    }

    private Cell Date(DateOnly date) => dateStyle switch
    {
        1 => date.ToString("yyyy/M/d", CultureInfo.InvariantCulture),
        2 => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        3 => $"{date.Year}年{date.Month}月{date.Day}日",
        4 => date.ToString("yyyy.MM.dd", CultureInfo.InvariantCulture),
        5 => Cell.Of(date),
        _ => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static string FullWidth(string text) => string.Concat(text.Select(c => (char)(c + 0xFEE0)));
}
