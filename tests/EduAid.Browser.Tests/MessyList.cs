using System.Globalization;
using ClosedXML.Excel;
using EduAid.Domain.Values;

namespace EduAid.Browser.Tests;

/// <summary>A child as a printed roster of the demo names it.</summary>
public sealed record RosterChild(string Name, string CitizenId, string Grade, string Class, string Specialty);

/// <summary>
/// A school's list as it comes: two rows of title, one child already known who changes class, two good new ones, and three rows that can't stay.
/// The area code 990000 does not exist, so no new ID here can be anyone's.
/// </summary>
public static class MessyList
{
    public const string NewClass = "9班";
    public const int Good = 3, Bad = 3;

    private static readonly string[] Headings = ["序号", "姓名", "身份证号", "学校名称", "年级", "班级", "是否寄宿", "在校状态", "银行卡号", "专业", "是否全日制", "户籍性质"];

    /// <summary>IDs and cards that the list carries, faulty ones too.</summary>
    public static IReadOnlyList<string> Secrets { get; } =
        [IdOf(1), IdOf(2), WrongId(3), IdOf(3), IdOf(4), NumericId.ToString(CultureInfo.InvariantCulture), IdOf(5), .. Enumerable.Range(1, 5).Select(CardOf)];

    private static long NumericId => long.Parse(IdOf(4)[..17] + "0", CultureInfo.InvariantCulture);

    public static byte[] Workbook(string school, RosterChild known)
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("名单");
        sheet.Cell(1, 1).Value = school + "在校学生名单";
        sheet.Cell(2, 1).Value = "填表说明:请勿改动表头";
        Write(sheet, 3, Headings);
        Write(sheet, 4, ["1", known.Name, known.CitizenId, school, known.Grade, NewClass, "是", "在读", CardOf(1), known.Specialty, "是", "农村"]);
        Write(sheet, 5, ["2", "林甲新", IdOf(1), school, known.Grade, known.Class, "是", "在读", CardOf(2), known.Specialty, "是", "农村"]);
        Write(sheet, 6, ["3", "林乙新", IdOf(2), school, known.Grade, known.Class, "否", "在读", CardOf(3), known.Specialty, "是", "农村"]);
        Write(sheet, 7, ["4", "林丙新", WrongId(3), school, known.Grade, known.Class, "是", "在读", CardOf(4), known.Specialty, "是", "农村"]);
        Write(sheet, 8, ["5", "林丁新", "", school, known.Grade, known.Class, "是", "在读", CardOf(5), known.Specialty, "是", "农村"]);
        // Typed without a leading apostrophe, the spreadsheet keeps 15 digits of it.
        sheet.Cell(8, 3).Value = (double)NumericId;
        Write(sheet, 9, ["6", "", IdOf(5), school, known.Grade, known.Class, "是", "在读", "", known.Specialty, "是", "农村"]);
        return Saved(book);
    }

    /// <summary>The bad rows as the clerk sends them back: IDs typed as text, the name filled in.</summary>
    public static byte[] Mended(byte[] badRows)
    {
        using var book = new XLWorkbook(new MemoryStream(badRows));
        var sheet = book.Worksheets.First();
        var head = sheet.RowsUsed().First(r => r.CellsUsed().Any(c => c.GetString() == "身份证号"));
        var (id, name) = (Column("身份证号"), Column("姓名"));
        var rows = sheet.RowsUsed().Where(r => r.RowNumber() > head.RowNumber()).ToList();
        rows.Should().HaveCount(Bad);
        foreach (var row in rows)
        {
            if (row.Cell(name).GetString().Length == 0) row.Cell(name).SetValue("林戊新");
            else row.Cell(id).SetValue(IdOf(row.Cell(name).GetString() == "林丙新" ? 3 : 4));
        }
        return Saved(book);

        int Column(string heading) => head.CellsUsed().First(c => c.GetString() == heading).Address.ColumnNumber;
    }

    private static string IdOf(int n)
    {
        var first = string.Create(CultureInfo.InvariantCulture, $"990000201103{n:00}{n:000}");
        return first + CitizenId.CheckCharacterOf(first);
    }

    private static string WrongId(int n)
    {
        var id = IdOf(n);
        return id[..17] + (id[17] == '1' ? '2' : '1');
    }

    private static string CardOf(int n) => Enumerable.Range(0, 10)
        .Select(last => string.Create(CultureInfo.InvariantCulture, $"6217000099{n:00000}{last}")).First(c => BankCard.Parse(c).Card.LuhnHolds);

    private static void Write(IXLWorksheet sheet, int row, string[] cells)
    {
        for (var i = 0; i < cells.Length; i++) sheet.Cell(row, i + 1).SetValue(cells[i]);
    }

    private static byte[] Saved(XLWorkbook book)
    {
        var file = new MemoryStream();
        book.SaveAs(file);
        return file.ToArray();
    }
}
