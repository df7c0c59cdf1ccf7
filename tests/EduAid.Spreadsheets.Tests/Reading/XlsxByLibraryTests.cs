using ClosedXML.Excel;
using EduAid.Spreadsheets.Reading;
using MiniExcelLibs;

namespace EduAid.Spreadsheets.Tests.Reading;

public sealed class XlsxByLibraryTests
{
    [Fact]
    public void Workbook_of_ClosedXML_is_read()
    {
        var bytes = Workbooks.Xlsx(workbook =>
        {
            var sheet = workbook.AddWorksheet("一班");
            sheet.Cell("B2").Value = "姓名";
            sheet.Cell("B4").SetValue("'张三");
            sheet.Cell("C4").SetValue(new DateTime(2020, 4, 3, 10, 30, 0));
            sheet.Cell("D4").SetValue(341523201001011234d);
            sheet.Cell("E4").SetValue(true);
            sheet.Cell("F4").FormulaA1 = "1+1";
            workbook.AddWorksheet("隐").Hide();
            workbook.AddWorksheet("深").Visibility = XLWorksheetVisibility.VeryHidden;
            workbook.CalculateMode = XLCalculateMode.Auto;
        });

        var sheets = Read.All(bytes, "x");

        sheets.Select(sheet => (sheet.Name, sheet.Hidden)).Should().Equal(("一班", false), ("隐", true), ("深", true));
        sheets[0].Numbers.Should().Equal(2, 4);
        sheets[0].Texts(4)[..5].Should().Equal("", "'张三", "2020-04-03", "3.41523201001011E+17", "TRUE");
        sheets[0].Cell(4, 2).Date.Should().Be(new DateOnly(2020, 4, 3));
    }

    [Fact]
    public void Workbook_of_MiniExcel_is_read()
    {
        using var stream = new MemoryStream();
        stream.SaveAs(Enumerable.Range(1, 3).Select(row => new Dictionary<string, object?>
        {
            ["姓名"] = "学生" + row,
            ["金额"] = 312.5m,
            ["日期"] = new DateTime(2020, 4, row),
            ["空"] = null,
            ["是否"] = row == 1,
        }));

        var sheet = Read.Only(stream.ToArray());

        sheet.Texts(1).Should().Equal("姓名", "金额", "日期", "空", "是否");
        sheet.Texts(2).Should().Equal("学生1", "312.5", "2020-04-01", "", "TRUE");
    }

    [Fact]
    public void Xlsx_opens_whatever_its_name_says()
    {
        var bytes = Workbooks.Xlsx(workbook => workbook.AddWorksheet("一班").Cell("A1").SetValue("姓名"));

        foreach (var name in new[] { "a.xls", "a.csv", "a.pdf", "a" })
            Read.Only(bytes, name).Name.Should().Be("一班");
    }
}
