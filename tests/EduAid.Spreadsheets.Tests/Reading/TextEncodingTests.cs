using System.Text;
using EduAid.Spreadsheets.Reading;

namespace EduAid.Spreadsheets.Tests.Reading;

public sealed class TextEncodingTests
{
    private const string Text = "一班名单\r\n姓名,身份证号,是否寄宿\r\n张三,341523201001011234,是\r\n𠮷田,341523201001011235,否\r\n";

    static TextEncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, byte[]> Encodings()
    {
        var data = new TheoryData<string, byte[]>
        {
            { "UTF-8", new UTF8Encoding(false).GetBytes(Text) },
            { "UTF-8 with mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)] },
            { "UTF-16 LE with mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)] },
            { "UTF-16 BE with mark", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
            { "UTF-16 LE", Encoding.Unicode.GetBytes(Text) },
            { "UTF-16 BE", Encoding.BigEndianUnicode.GetBytes(Text) },
            { "GB 18030", Encoding.GetEncoding("GB18030").GetBytes(Text) },
        };
        return data;
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_in_each_encoding_reads_the_same(string encoding, byte[] bytes)
    {
        var sheet = Read.Only(bytes, "一班.csv");

        sheet.Texts(1).Should().Equal(["一班名单"], because: encoding);
        sheet.Texts(4).Should().Equal("𠮷田", "341523201001011235", "否");
    }

    [Fact]
    public void Short_text_of_Chinese_alone_is_told_from_UTF_8_in_GBK()
    {
        Read.Only(Encoding.GetEncoding("GBK").GetBytes("姓名\n李雷\n韩梅梅\n")).Texts(3).Should().Equal("韩梅梅");
        Read.Only(Encoding.UTF8.GetBytes("姓名\n李雷\n韩梅梅\n")).Texts(3).Should().Equal("韩梅梅");
    }

    [Fact]
    public void First_foreign_character_after_a_megabyte_of_ASCII_decides()
    {
        var ascii = string.Concat(Enumerable.Repeat("1,2,3\n", 200_000));

        Read.Only(Encoding.GetEncoding("GB18030").GetBytes(ascii + "张三,4\n")).Texts(200_001).Should().Equal("张三", "4");
        Read.Only(Encoding.UTF8.GetBytes(ascii + "张三,4\n")).Texts(200_001).Should().Equal("张三", "4");
    }

    [Fact]
    public void Character_cut_off_at_the_end_does_not_change_the_encoding()
    {
        Read.Only(Encoding.UTF8.GetBytes("姓名,班级\n张三,一班")[..^1]).Texts(1).Should().Equal("姓名", "班级");
        Read.Only(Encoding.GetEncoding("GB18030").GetBytes("姓名,班级\n张三,一班")[..^1]).Texts(1).Should().Equal("姓名", "班级");
    }

    [Fact]
    public void One_broken_byte_in_a_list_in_GBK_spoils_one_cell_and_not_the_rest()
    {
        var bytes = Encoding.GetEncoding("GB18030").GetBytes(string.Concat(Enumerable.Repeat("姓名,学校名称,年级\n张三,城关镇中心小学,三年级\n", 50)) + "X,尾\n");
        bytes[Array.IndexOf(bytes, (byte)'X')] = 0xFF;

        Read.Only(bytes).Texts(2).Should().Equal("张三", "城关镇中心小学", "三年级");
    }
}
