using System.Globalization;
using ClosedXML.Excel;
using EduAid.Domain.Values;

namespace EduAid.Web.Tests.Lists;

/// <summary>A child as a list of these tests has it; the area code 990000 does not exist, so no ID here can be anyone's.</summary>
public sealed record Child(string Name, string Id, string Class = "1班", string Boarding = "是", string Card = "")
{
    public static Child Number(int n) => new($"林{"甲乙丙丁戊己庚辛壬癸"[n % 10]}{n}", IdOf(n), Card: CardOf(n));

    /// <summary>A citizen ID that passes its check, of someone born in 2011.</summary>
    public static string IdOf(int n)
    {
        var first = string.Create(CultureInfo.InvariantCulture, $"9900002011{(n % 12) + 1:00}{(n % 28) + 1:00}{n:000}");
        return first + CitizenId.CheckCharacterOf(first);
    }

    /// <summary>A card of 16 digits that passes the Luhn check.</summary>
    public static string CardOf(int n) => Enumerable.Range(0, 10)
        .Select(last => string.Create(CultureInfo.InvariantCulture, $"6217000000{n:00000}{last}")).First(c => BankCard.Parse(c).Card.LuhnHolds);
}

/// <summary>Files as schools send them.</summary>
public static class ListFiles
{
    private static readonly string[] Headings = ["序号", "姓名", "身份证号", "学校名称", "年级", "班级", "是否寄宿", "在校状态", "银行卡号", "政治面貌"];

    /// <summary>A workbook with a title over the header; data from row 3.</summary>
    public static byte[] List(string school, params IReadOnlyList<Child> children) => Workbook(book => Fill(book.AddWorksheet("名单"), school, children));

    public static void Fill(IXLWorksheet sheet, string school, IReadOnlyList<Child> children)
    {
        Write(sheet, 1, "受助学生名单");
        Write(sheet, 2, Headings);
        for (var i = 0; i < children.Count; i++)
        {
            var child = children[i];
            Write(sheet, i + 3, (i + 1).ToString(CultureInfo.InvariantCulture), child.Name, child.Id, school, "四年级", child.Class, child.Boarding, "在读", child.Card, "少先队员");
        }
    }

    public static byte[] Table(params IReadOnlyList<string[]> rows) => Workbook(book =>
    {
        var sheet = book.AddWorksheet("表");
        for (var i = 0; i < rows.Count; i++) Write(sheet, i + 1, rows[i]);
    });

    public static byte[] Workbook(Action<XLWorkbook> fill)
    {
        using var book = new XLWorkbook();
        fill(book);
        return Saved(book);
    }

    /// <summary>What somebody does with a workbook that came back: opens it, changes cells, saves it.</summary>
    public static byte[] Changed(byte[] workbook, Action<IXLWorksheet> change)
    {
        using var book = new XLWorkbook(new MemoryStream(workbook));
        change(book.Worksheets.First());
        return Saved(book);
    }

    /// <summary>Text, as a cell formatted as such keeps it: an ID stays whole.</summary>
    public static void Put(IXLWorksheet sheet, int row, string heading, string text)
    {
        var header = sheet.CellsUsed(c => c.GetString() == heading).First();
        sheet.Cell(row, header.Address.ColumnNumber).SetValue(text);
    }

    private static void Write(IXLWorksheet sheet, int row, params string[] texts)
    {
        for (var i = 0; i < texts.Length; i++)
            if (texts[i].Length > 0) sheet.Cell(row, i + 1).SetValue(texts[i]);
    }

    private static byte[] Saved(XLWorkbook book)
    {
        using var saved = new MemoryStream();
        book.SaveAs(saved);
        return saved.ToArray();
    }
}
