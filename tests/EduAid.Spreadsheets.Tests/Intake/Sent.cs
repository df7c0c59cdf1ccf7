using System.Text;
using ClosedXML.Excel;
using EduAid.Domain.Findings;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;

namespace EduAid.Spreadsheets.Tests.Intake;

/// <summary>Lists as schools send them, of invented children, and how they are read.</summary>
internal static class Sent
{
    public const string Heading = "学校名称,姓名,身份证号,年级,是否寄宿,在校状态";

    public static readonly DateOnly Today = new(2020, 5, 20);

    public static readonly SchoolDirectory Schools = new(
    [
        School("3401", "县第一小学", SchoolKind.Primary), School("3402", "县第一中学", SchoolKind.Junior), School("3403", "县高级中学", SchoolKind.SeniorHigh),
        School("3404", "县职业学校", SchoolKind.Vocational), School("3405", "县幼儿园", SchoolKind.Kindergarten), School("3406", "县九年制学校", SchoolKind.NineYear),
        School("3407", "县完全中学", SchoolKind.CompleteSecondary), School("3408", "县特殊教育学校", SchoolKind.Special),
        School("3409", "县十二年制学校", SchoolKind.TwelveYear), School("3410", "下湾教学点", SchoolKind.TeachingPoint),
    ]);

    public static SchoolFacts School(string code, string name, SchoolKind kind) => new(code, name, kind, Sponsor.Public, Tier.Unstated, null, true, false);

    public static string Id(string born = "2010-03-05", int number = 2)
    {
        var digits = $"341523{born.Replace("-", "", StringComparison.Ordinal)}{number:000}";
        return digits + CitizenId.CheckCharacterOf(digits);
    }

    public static EnrolmentReader Enrolments(SchoolFacts? own = null) => new(Schools, Semester.Spring(2020), Today, own);

    public static byte[] Csv(params IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n");

    public static byte[] Workbook(Action<XLWorkbook> fill)
    {
        using var book = new XLWorkbook();
        fill(book);
        using var output = new MemoryStream();
        book.SaveAs(output);
        return output.ToArray();
    }

    public static void Fill(IXLWorksheet sheet, int firstRow, params string[] lines)
    {
        for (var r = 0; r < lines.Length; r++)
        {
            var cells = lines[r].Split(',');
            for (var c = 0; c < cells.Length; c++)
                if (cells[c].Length > 0) sheet.Cell(firstRow + r, c + 1).SetValue(cells[c]).Style.NumberFormat.Format = "@";
        }
    }

    public static ReadList<T> Read<T>(RowReader<T> reader, byte[] content, string name = "list.csv", bool hidden = false)
        where T : class =>
        new ListFileReader<T>(reader, new(hidden)).Read(new MemoryStream(content), name, CancellationToken.None);

    public static ReadList<EnrolmentRow> List(params IEnumerable<string> lines) => Read(Enrolments(), Csv(lines));

    /// <summary>One child's row under one extra heading.</summary>
    public static ReadRow<EnrolmentRow> With(string heading, string value, string school = "县第一小学", string grade = "三年级", string? id = null) =>
        List($"{Heading},{heading}", $"{school},童一甲,{id ?? Id()},{grade},是,在读,{value}").Rows.Single();

    public static IEnumerable<string> Codes<T>(this ReadList<T> list)
        where T : class => list.FileProblems.Select(p => p.Code).Concat(list.Rows.SelectMany(r => r.Problems).Select(p => p.Code));

    public static IEnumerable<string> Codes<T>(this ReadRow<T> row, Severity severity)
        where T : class => row.Problems.Where(p => p.Severity == severity).Select(p => p.Code);
}
