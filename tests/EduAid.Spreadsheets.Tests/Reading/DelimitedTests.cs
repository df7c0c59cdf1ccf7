using System.Text;
using EduAid.Spreadsheets.Reading;

namespace EduAid.Spreadsheets.Tests.Reading;

public sealed class DelimitedTests
{
    [Fact]
    public void Sheet_is_named_as_the_file_with_its_extension_and_every_cell_is_text()
    {
        var sheet = Read.Only("姓名,金额\n张三,312.50\n"u8.ToArray(), "C:\\上传\\03.第一 小学.csv");

        sheet.Name.Should().Be("03.第一 小学.csv");
        sheet.Hidden.Should().BeFalse();
        sheet.Cell(2, 1).Kind.Should().Be(CellKind.Text);
        sheet.Texts(2).Should().Equal("张三", "312.50");
    }

    [Theory]
    [InlineData("a,b\r\n\r\n\r\nc,d\r\n")]
    [InlineData("a,b\n\n\nc,d")]
    [InlineData("a,b\r\r\rc,d\r")]
    [InlineData("a,b\n\r\n\rc,d\n\n")]
    public void Blank_lines_are_counted_and_passed_over(string text)
    {
        var sheet = Read.Only(Encoding.UTF8.GetBytes(text));

        sheet.Numbers.Should().Equal(1, 4);
        sheet.Texts(4).Should().Equal("c", "d");
    }

    [Fact]
    public void Blank_lines_at_the_top_are_counted()
    {
        Read.Only("\r\n\r\na,b\r\n"u8.ToArray()).Numbers.Should().Equal(3);
        Read.Only(",,\r\na,b\r\n"u8.ToArray()).Numbers.Should().Equal(2);
    }

    [Fact]
    public void Quoted_field_with_line_breaks_and_quotes_is_one_row()
    {
        var sheet = Read.Only("甲,\"第一行\n第二行,\"\"引\"\"\"\r\n乙,\"\"\r\n"u8.ToArray());

        sheet.Texts(1).Should().Equal("甲", "第一行\n第二行,\"引\"");
        sheet.Texts(2).Should().Equal("乙");
    }

    [Fact]
    public void Ragged_rows_keep_what_they_have()
    {
        var sheet = Read.Only("标题\n姓名,学校,班级\n张三,一小\n李四,二小,二班,多余,\n"u8.ToArray());

        sheet.Texts(1).Should().Equal("标题");
        sheet.Texts(3).Should().Equal("张三", "一小");
        sheet.Texts(4).Should().Equal("李四", "二小", "二班", "多余");
    }

    [Fact]
    public void First_cell_may_begin_with_a_number_sign_and_a_quote_may_stand_inside_a_field()
    {
        var sheet = Read.Only("#1,甲\n2,身高\"高\"\n\"乙\"丙,3\n"u8.ToArray());

        sheet.Texts(1).Should().Equal("#1", "甲");
        sheet.Texts(2).Should().Equal("2", "身高\"高\"");
        sheet.Rows[2].Count.Should().Be(2);
        sheet.Rows[2][1].Text.Should().Be("3");
    }

    [Theory]
    [InlineData(',')]
    [InlineData('\t')]
    [InlineData(';')]
    [InlineData('|')]
    public void Delimiter_is_what_most_rows_agree_on(char delimiter)
    {
        string[][] rows =
        [
            ["2020年春季学期,学前、小学；初中;名单"],
            ["姓名", "地址", "备注"],
            ["张三", "城关镇,东街", "a|b,c;d"],
            ["李四", "城关镇,西街", ""],
            ["王五", "南乡,三村,六组", ""],
        ];
        var text = string.Join("\r\n", rows.Select(row => string.Join(delimiter, row.Select(field =>
            field.Contains(delimiter, StringComparison.Ordinal) ? $"\"{field}\"" : field))));

        Read.Only(Encoding.UTF8.GetBytes(text)).Texts(5).Should().Equal("王五", "南乡,三村,六组");
    }

    [Fact]
    public void Row_numbers_stay_right_over_buffers_and_mixed_line_ends()
    {
        var text = new StringBuilder();
        for (var row = 1; row <= 30000; row++)
        {
            text.Append(row).Append(',').Append('长', row % 97).Append(row % 11 == 0 ? ",\"有\r\n换行\"" : ",无");
            text.Append((row % 3) switch { 0 => "\r\n", 1 => "\n", _ => "\r" });
            if (row % 5 == 4)
                text.Append('\n');
        }

        var sheet = Read.Only(Encoding.UTF8.GetBytes(text.ToString()));

        // The rows 1 mod 3 … whose line end \r meets the \n of the blank line make one line end of the two.
        var number = 0;
        var expected = new List<int>();
        for (var row = 1; row <= 30000; row++)
        {
            expected.Add(++number);
            if (row % 5 == 4 && row % 3 != 2)
                number++;
        }

        sheet.Rows.Select(row => int.Parse(row[0].Text, System.Globalization.CultureInfo.InvariantCulture)).Should().Equal(Enumerable.Range(1, 30000));
        sheet.Numbers.Should().Equal(expected);
    }

    [Fact]
    public void Field_of_the_longest_length_is_read_and_a_longer_one_refused_with_its_place()
    {
        var longest = new string('长', 32767);

        Read.Only(Encoding.UTF8.GetBytes($"a,b\n1,\"{longest}\"\n3,4\n")).Texts(3).Should().Equal("3", "4");
        Read.Problem(Encoding.UTF8.GetBytes($"a,b\n1,\"{longest}长\"\n"))!.Message.Should().Contain("第 2 行第 2 列");
    }

    [Fact]
    public void Quote_that_is_never_closed_is_refused_and_names_the_row()
    {
        var text = "a,b\n1,\"open\n" + string.Concat(Enumerable.Repeat("1,2,一些文字\n", 300_000));

        Read.Problem(Encoding.UTF8.GetBytes(text))!.Message.Should().Contain("第 2 行");
    }

    [Fact]
    public void Columns_beyond_the_limit_are_refused_only_if_they_hold_something()
    {
        Read.Only(Encoding.UTF8.GetBytes("a,b" + new string(',', 2000) + "\n")).Texts(1).Should().Equal("a", "b");
        Read.Problem(Encoding.UTF8.GetBytes("a,b\n1" + new string(',', 500) + "x\n"))!.Message.Should().Contain("第 2 行").And.Contain("500");
    }
}
