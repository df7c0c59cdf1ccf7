using System.Text;
using System.Text.RegularExpressions;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Spreadsheets.Tests.Writing;

[Collection(SharedLibreOffice.Name)]
public sealed partial class LibreOfficeTests(LibreOffice office)
{
    private static readonly Mark[] Marks = [new("名单", 3, 1, MarkSeverity.Error, "校验码不对"), new("名单", 5, null, MarkSeverity.Warning, "年龄少见")];

    [Fact]
    public void Roster_of_a_hundred_prints_on_three_pages_by_either_writer()
    {
        var sheet = Rosters.Of("城关镇第4完全小学", 100);
        var files = new Dictionary<string, byte[]>
        {
            ["printed.xlsx"] = Rosters.Lay(sheet, streamed: false),
            ["streamed.xlsx"] = Rosters.Lay(sheet, streamed: true),
        };

        var pages = office.Convert("pdf", files).ToDictionary(file => file.Key, file => Page().Count(Encoding.Latin1.GetString(file.Value)));

        pages.Should().BeEquivalentTo(new Dictionary<string, int> { ["printed"] = 3, ["streamed"] = 3 });
    }

    [Fact]
    public void What_is_given_back_opens_with_its_values_and_comments()
    {
        var bytes = new Dictionary<string, byte[]>
        {
            ["marked-xlsx.xlsx"] = Mark(Schools.Xlsx(), OriginalFormat.Xlsx),
            ["marked-xls.xls"] = Mark(Schools.Xls(), OriginalFormat.Xls),
            ["fresh.xlsx"] = Mark([], OriginalFormat.Other),
            ["bad.xlsx"] = Written.By(s => BadRowsWorkbook.Write(s, 12,
                [new("名单", [["姓名", "身份证号"]], [new(3, ["=甲", "341523201001010011"], [new(1, MarkSeverity.Error, "校验码不对")])])])),
        };

        var opened = office.Convert("xlsx", bytes);

        foreach (var name in new[] { "marked-xlsx", "marked-xls", "fresh" })
        {
            Schools.Comments(opened[name]).Should().BeEquivalentTo(
                new Dictionary<string, string> { ["B3"] = "校验码不对", ["A5"] = "年龄少见" });
            Written.Values(opened[name])["名单"][2][1].Should().Be("341523201001010011");
        }

        using var bad = Written.Open(opened["bad"]);
        BadRowsWorkbook.ImportNumberIn(bad.Worksheet(1).Cell(1, 1).GetString()).Should().Be(12);
        bad.Worksheet(1).Cell(3, 3).GetString().Should().Be("=甲");
        bad.Worksheet(1).Cell(3, 3).HasFormula.Should().BeFalse();
        bad.Worksheet(1).Cell(400, 4).Style.NumberFormat.Format.Should().Be("@");
    }

    [Fact]
    public void File_saved_by_it_with_comments_keeps_its_formatting_when_marked()
    {
        var original = Schools.Xlsx(sheet => sheet.Cell(3, 3).Comment.AddText("批注"));

        var marked = Mark(office.Convert("xlsx", "list.xlsx", original), OriginalFormat.Xlsx);

        using var workbook = Written.Open(marked);
        workbook.Worksheet("名单").Cell(3, 2).Comment.Text.Should().Be("校验码不对");
        Written.Fill(workbook.Worksheet("名单").Cell(3, 2)).Should().Be(LookRules.ErrorFill);
        workbook.Worksheet("名单").Cell(2, 1).Style.Font.Bold.Should().BeTrue();
    }

    [Fact]
    public void Table_shows_its_formats()
    {
        var table = Written.By(s => TableWorkbook.Write(s, new TableSheet<int>("表", "标题",
            [Column.Date<int>("日期", 16, _ => new DateOnly(2020, 4, 3)), Column.Money<int>("金额(元)", 16, _ => 1_234_567_05)], [1])));

        // As CSV with the formatted values (token 8), in UTF-8 (76).
        var csv = Encoding.UTF8.GetString(office.Convert("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true", "list.xlsx", table));

        csv.Should().Contain("2020年4月3日,\"1,234,567.05\"");
    }

    private static byte[] Mark(byte[] original, OriginalFormat format) =>
        Written.By(s => MarkedWorkbook.Write(s, original, format, Schools.Rows, Marks));

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Page();
}
