using ClosedXML.Excel;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Spreadsheets.Tests.Writing;

public sealed class BadRowsWorkbookTests
{
    private static readonly BadSheet OneSheet = new("名单", [["姓名", "身份证号", "寄宿"]],
    [
        new(7, ["甲", "341523201001010011", "是"], [new(1, MarkSeverity.Error, "校验码不对")]),
        new(9, ["", "3415"], [new(0, MarkSeverity.Error, "姓名为空"), new(1, MarkSeverity.Error, "应为18位"), new(2, MarkSeverity.Warning, "未填")]),
        new(12, ["丙", "341523201001010012", "否"], [new(null, MarkSeverity.Error, "同一身份证号有两行不同")]),
    ]);

    [Fact]
    public void Title_names_the_import_and_the_bad_rows_stand_under_their_own_header()
    {
        var rows = Written.Values(Write(12, OneSheet))["名单"];

        rows[0][0].Should().Be("更正表 · 导入编号 12 · 改好后原样上传,只更正和补充,不替换原名单");
        rows[1].Should().Equal("原行号", "问题", "姓名", "身份证号", "寄宿");
        rows[2].Should().Equal("7", "身份证号:校验码不对", "甲", "341523201001010011", "是");
        rows[3].Should().Equal("9", "姓名为空；身份证号:应为18位；寄宿:未填", null, "3415", null);
        rows[4].Should().Equal("12", "同一身份证号有两行不同", "丙", "341523201001010012", "否");
        rows.Should().HaveCount(5);
    }

    [Fact]
    public void Bad_cells_are_red_doubtful_ones_amber_and_the_rest_plain()
    {
        using var workbook = Written.Open(Write(1, OneSheet));
        var sheet = workbook.Worksheet(1);

        Fill(sheet.Cell(3, 4)).Should().Be(LookRules.ErrorFill);
        Fill(sheet.Cell(4, 3)).Should().Be(LookRules.ErrorFill);
        Fill(sheet.Cell(4, 5)).Should().Be(LookRules.WarningFill);
        Fill(sheet.Cell(5, 1)).Should().Be(LookRules.ErrorFill);
        Fill(sheet.Cell(3, 3)).Should().BeNull();
        Fill(sheet.Cell(3, 5)).Should().BeNull();
    }

    [Fact]
    public void Whole_columns_are_text_so_that_an_id_typed_in_stays_whole()
    {
        using var workbook = Written.Open(Write(1, OneSheet));
        var sheet = workbook.Worksheet(1);

        sheet.Cell(3, 4).Style.NumberFormat.Format.Should().Be("@");
        sheet.Cell(3, 1).DataType.Should().Be(XLDataType.Text);
        sheet.Column(4).Style.NumberFormat.Format.Should().Be("@");
        sheet.Cell(500, 4).Style.NumberFormat.Format.Should().Be("@");
        sheet.Cell(3, 40).Style.NumberFormat.Format.Should().Be("@");
    }

    [Fact]
    public void Two_row_header_keeps_its_groups_joined()
    {
        var sheet = new BadSheet("表", [["姓名", "监护人1", ""], ["", "姓名", "身份证号"]],
            [new(5, ["甲", "乙", "3"], [new(2, MarkSeverity.Error, "应为18位")])])
        {
            Joined = [new(0, 1, 2)],
        };

        using var workbook = Written.Open(Write(3, sheet));

        workbook.Worksheet(1).MergedRanges.Select(r => r.RangeAddress.ToString())
            .Should().BeEquivalentTo("A1:E1", "A2:A3", "B2:B3", "D2:E2");
        workbook.Worksheet(1).Row(3).Cells(1, 5).Select(c => c.GetString()).Should().Equal("", "", "", "姓名", "身份证号");
        workbook.Worksheet(1).PageSetup.LastRowToRepeatAtTop.Should().Be(3);
    }

    [Theory]
    [InlineData("更正表 · 导入编号 12 · 改好后原样上传,只更正和补充,不替换原名单", 12)]
    [InlineData(" 更正表·导入编号12·改好后原样上传", 12)]
    [InlineData("更正表 · 导入编号 2147483647", int.MaxValue)]
    [InlineData("更正表 · 导入编号 2147483648", null)]
    [InlineData("更正表 · 导入编号 12345678901", null)]
    [InlineData("更正表 · 导入编号 ·", null)]
    [InlineData("某小学名单 更正表 · 导入编号 12", null)]
    [InlineData("导入编号 12", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Import_number_is_read_from_the_title_alone(string? title, int? number) =>
        BadRowsWorkbook.ImportNumberIn(title).Should().Be(number);

    [Fact]
    public void Import_number_comes_back_from_the_title_that_carries_it()
    {
        foreach (var number in new[] { 1, 9, 10, 99_999, int.MaxValue })
            BadRowsWorkbook.ImportNumberIn(BadRowsWorkbook.TitleFor(number)).Should().Be(number);
    }

    private static byte[] Write(int number, BadSheet sheet) => Written.By(s => BadRowsWorkbook.Write(s, number, [sheet]));

    private static string? Fill(IXLCell cell) => Written.Fill(cell);
}
