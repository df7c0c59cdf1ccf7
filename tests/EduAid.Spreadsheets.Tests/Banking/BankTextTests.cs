using EduAid.Spreadsheets.Banking;

namespace EduAid.Spreadsheets.Tests.Banking;

public sealed class BankTextTests
{
    private const string Fixed = """
        {"format": "fixed-sample", "name": "定长", "about": "", "layout": "fixed", "encoding": "GB18030", "lineEnding": "LF", "fileName": "{batch}.dat",
         "columns": [{"value": "sequence", "width": 4, "align": "right", "pad": "0"}, {"value": "payee", "width": 10},
                     {"value": "account", "width": 20}, {"value": "amount-fen", "width": 10, "align": "right", "pad": "0"}],
         "trailer": [[{"text": "T", "width": 1}, {"value": "sum-fen", "width": 12, "align": "right", "pad": "0"}]]}
        """;

    [Fact]
    public void One_card_file_is_header_lines_and_trailer()
    {
        var file = Batches.Write(Batches.OneCard, Batches.Three);

        Batches.Text(file).Should().Be(string.Join("\r\n",
            "H|PL20200603|20200603|示例县|义务教育生活补助|2020年春季学期|示教资〔2020〕12号|3|1437.50",
            $"D|1|童一甲|341523201003050024|6217000000000000017|示例农商银行|500.00|一年级|{file.Fingerprints[0]}",
            $"D|2|家长·乙||6217000000000000025|示例农商银行|312.50||{file.Fingerprints[1]}",
            $"D|3|㐂丙||62170000000000033||625.00|住校|{file.Fingerprints[2]}",
            $"T|PL20200603|3|1437.50|{file.Checksum}",
            ""));
        file.Name.Should().Be("YKT_PL20200603_20200603.txt");
        (file.Count, file.Fen).Should().Be((3, 143_750L));
    }

    [Fact]
    public void Every_character_of_a_name_survives_the_encoding() =>
        Batches.Text(Batches.Write(Batches.OneCard, Batches.Three[0] with { Payee = "𠮷㐂·阿卜杜拉" })).Should().Contain("|𠮷㐂·阿卜杜拉|");

    [Theory]
    [InlineData("甲|乙", "甲｜乙")]
    [InlineData("甲\"乙", "甲＂乙")]
    [InlineData("甲\r\nD|2", "甲  D｜2")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-甲", "'-甲")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "' =1")]
    public void A_text_can_neither_end_its_field_nor_become_a_formula(string remark, string written)
    {
        var text = Batches.Text(Batches.Write(Batches.OneCard, Batches.Three[0] with { Payee = remark, Remark = remark }));

        var line = text.Split("\r\n")[1].Split('|');
        line.Should().HaveCount(9);
        (line[2], line[7]).Should().Be((written, written));
    }

    [Fact]
    public void Fixed_fields_are_as_wide_in_bytes_as_the_format_says()
    {
        var file = Batches.Write(Batches.Format(Fixed), Batches.Three[0]);

        Batches.Text(file).Should().Be("0001童一甲    6217000000000000017 0000050000\nT000000050000\n");
        file.Content.Should().HaveCount(44 + 1 + 13 + 1);
    }

    [Fact]
    public void A_name_that_does_not_fit_is_a_problem_and_no_file_is_written()
    {
        var result = BankFile.Write(Batches.Format(Fixed), Batches.Head, [Batches.Three[0], Batches.Three[1] with { Payee = "阿卜杜拉·甲" }], Batches.Key);

        result.IsWritten.Should().BeFalse();
        result.Problems.Should().Equal(new BankFileProblem(2, BankFileFault.TooLong, BankValue.Payee));
    }

    [Theory]
    [InlineData("UTF-8", 0x7B)]
    [InlineData("UTF-8-BOM", 0xEF)]
    public void A_byte_order_mark_stands_only_where_it_is_asked_for(string encoding, int first)
    {
        var format = Batches.Format(Fixed.Replace("GB18030", encoding, StringComparison.Ordinal).Replace("{\"value\": \"sequence\", \"width\": 4, \"align\": \"right\", \"pad\": \"0\"}",
            "{\"text\": \"{\", \"width\": 1}, {\"value\": \"sequence\", \"width\": 4}", StringComparison.Ordinal));

        Batches.Write(format, Batches.Three[0]).Content[0].Should().Be((byte)first);
    }
}
