using EduAid.Domain.Findings;
using EduAid.Spreadsheets.Intake;

namespace EduAid.Spreadsheets.Tests.Intake;

/// <summary>Where the header stands and how it is built, and which rows and sheets are no data.</summary>
public class HeaderTests
{
    private static string Row(int number = 2, string name = "童一甲") => $"县第一小学,{name},{Sent.Id(number: number)},三年级,是,在读";

    [Fact]
    public void Titles_the_sender_and_blank_rows_may_stand_above()
    {
        var list = Sent.List("2020年春季学期摸底名单", "填报单位：县第一小学,,,,,填报日期：2020年4月", "", Sent.Heading, Row());
        list.Codes().Should().BeEmpty();
        (list.Rows.Single().Sheet, list.Rows.Single().Number).Should().Be(("list.csv", 5));
    }

    [Fact]
    public void The_header_need_not_be_in_the_first_ten_rows()
    {
        var list = Sent.List([.. Enumerable.Range(1, 17).Select(i => $"说明{i}：请按要求填写"), Sent.Heading, Row()]);
        list.Rows.Single().Number.Should().Be(19);
        list.Codes().Should().BeEmpty();
    }

    [Fact]
    public void Under_a_two_row_header_a_leaf_counts_with_its_group()
    {
        var list = Sent.List(
            "序号,学校,学生信息,,,,,监护人1,,监护人2,,银行账户,,备注",
            ",,姓名,身份证号,年级,是否寄宿,在校状态,姓名,身份证号,姓名,身份证号,开户银行,银行卡号,",
            $"1,县第一小学,童一甲,{Sent.Id()},三年级,是,在读,家长甲,{Sent.Id("1980-01-01")},家长乙,{Sent.Id("1981-01-01")},农商行,6217003405000000014,无");
        list.Codes().Where(c => c != FindingCodes.CardLuhn).Should().BeEmpty();
        var row = list.Rows.Single().Value!;
        (row.Name, row.Id, row.Guardian, row.GuardianId, row.Card).Should().Be(("童一甲", Sent.Id(), "家长甲", Sent.Id("1980-01-01"), "6217003405000000014"));
        list.Headers.Single().Header[Field.Guardian]!.Heading.Should().Be("监护人1 姓名");
    }

    [Fact]
    public void Merged_groups_and_merged_single_headings_are_read()
    {
        var content = Sent.Workbook(book =>
        {
            var sheet = book.AddWorksheet("名单");
            Sent.Fill(sheet, 1, "2020年春季学期名单", "学校,学生,,监护人,,年级,是否寄宿,在校状态", ",姓名,身份证号,姓名,身份证号,,,",
                $"县第一小学,童一甲,{Sent.Id()},家长甲,{Sent.Id("1980-01-01")},三年级,是,在读");
            sheet.Range("A1:H1").Merge();
            sheet.Range("B2:C2").Merge();
            sheet.Range("D2:E2").Merge();
            foreach (var column in (string[])["A", "F", "G", "H"]) sheet.Range($"{column}2:{column}3").Merge();
        });
        var list = Sent.Read(Sent.Enrolments(), content, "list.xlsx");
        list.Codes().Should().BeEmpty();
        (list.Rows.Single().Sheet, list.Rows.Single().Number, list.Rows.Single().Value!.Name).Should().Be(("名单", 4, "童一甲"));
    }

    [Fact]
    public void A_guardians_name_alone_is_not_the_childs()
    {
        var list = Sent.List("学校,身份证号,年级,是否寄宿,在校状态,监护人1,", ",,,,,姓名,电话", $"县第一小学,{Sent.Id()},三年级,是,在读,家长甲,1");
        list.Codes().Should().Equal(FindingCodes.HeaderMissing);
    }

    [Fact]
    public void Every_class_may_have_its_own_sheet_with_its_own_header()
    {
        var list = Sent.Read(Sent.Enrolments(), Sent.Workbook(book =>
        {
            Sent.Fill(book.AddWorksheet("1班"), 1, Sent.Heading, Row());
            Sent.Fill(book.AddWorksheet("2班"), 3, "姓名,学校,身份证号,年级,在校状态,寄宿", $"童二甲,县第一小学,{Sent.Id(number: 4)},3年级,在读,走读");
            Sent.Fill(book.AddWorksheet("填表说明"), 1, "请如实填写", "一、身份证号必须18位");
        }), "list.xlsx");
        list.Codes().Should().BeEmpty();
        list.Rows.Select(r => (r.Sheet, r.Number)).Should().Equal(("1班", 2), ("2班", 4));
        list.PassedOver.Should().Equal("填表说明");
    }

    [Fact]
    public void A_second_sheet_that_is_a_list_but_for_one_column_refuses_the_file()
    {
        var list = Sent.Read(Sent.Enrolments(), Sent.Workbook(book =>
        {
            Sent.Fill(book.AddWorksheet("1班"), 1, Sent.Heading, Row());
            Sent.Fill(book.AddWorksheet("2班"), 1, "学校名称,姓名,身份证号,是否寄宿,在校状态", $"县第一小学,童二甲,{Sent.Id(number: 4)},是,在读");
        }), "list.xlsx");
        list.FileProblems.Select(p => (p.Code, p.Detail[..2])).Should().Equal((FindingCodes.HeaderMissing, "年级"));
    }

    [Fact]
    public void A_summary_sheet_with_a_few_of_the_headings_is_passed_over_with_a_note()
    {
        var list = Sent.Read(Sent.Enrolments(), Sent.Workbook(book =>
        {
            Sent.Fill(book.AddWorksheet("名单"), 1, Sent.Heading, Row());
            Sent.Fill(book.AddWorksheet("汇总"), 1, "学校,年级,人数", "县第一小学,三年级,1");
        }), "list.xlsx");
        list.Codes().Should().BeEmpty();
        list.PassedOver.Should().Equal("汇总");
    }

    [Fact]
    public void A_hidden_sheet_with_a_header_is_passed_over_with_a_warning_and_taken_in_on_request()
    {
        var content = Sent.Workbook(book =>
        {
            Sent.Fill(book.AddWorksheet("名单"), 1, Sent.Heading, Row());
            var old = book.AddWorksheet("旧表");
            Sent.Fill(old, 1, Sent.Heading, Row(4, "童二甲"));
            old.Hide();
            var codes = book.AddWorksheet("字典");
            Sent.Fill(codes, 1, "一年级", "二年级");
            codes.Hide();
        });
        var list = Sent.Read(Sent.Enrolments(), content, "list.xlsx");
        list.FileProblems.Select(p => (p.Sheet, p.Code, p.Severity)).Should().Equal(("旧表", FindingCodes.SheetHidden, Severity.Warning));
        (list.Rows.Count, list.IsUnreadable).Should().Be((1, false));
        Sent.Read(Sent.Enrolments(), content, "list.xlsx", hidden: true).Rows.Select(r => r.Sheet).Should().Equal("名单", "旧表");
    }

    [Fact]
    public void Rows_that_are_no_pupils_are_left_out_and_row_numbers_stay_as_shown()
    {
        var list = Sent.List(
            Sent.Heading, Row(), "", ",,,,,", "三年级2班,,,,,", Sent.Heading, Row(4, "童二甲"), "小计,,2人,,,", "合计,2,,,,", "总计：2人,,,,,", "制表人：师某,,审核人：师某,,,",
            "填表说明：一、本表一式两份,,,,,", "校长（签字）：,,,2020年4月1日,,");
        list.Codes().Should().BeEmpty();
        list.Rows.Select(r => r.Number).Should().Equal(2, 7);
    }

    [Fact]
    public void A_template_numbered_or_filled_beforehand_has_no_pupils_in_its_empty_rows()
    {
        var list = Sent.List("序号," + Sent.Heading, "1," + Row(), "2,,,,,,", "3,县第一小学,,,,,", "4,,,,,,在读");
        list.Codes().Should().BeEmpty();
        list.Rows.Should().HaveCount(1);
    }

    [Fact]
    public void A_row_with_a_pupils_particulars_but_neither_name_nor_id_is_refused_not_passed_over() =>
        Sent.List(Sent.Heading, "县第一小学,,,三年级,是,在读").Rows.Single().Codes(Severity.Error).Should().BeEquivalentTo([FindingCodes.IdMissing, FindingCodes.NameMissing]);

    [Fact]
    public void A_pupil_called_like_a_sum_row_is_a_pupil() =>
        Sent.List(Sent.Heading, $"县第一小学,合计生,{Sent.Id()},三年级,是,在读").Rows.Should().HaveCount(1);

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    public void A_file_without_any_row_is_empty(string text) =>
        Sent.Read(Sent.Enrolments(), System.Text.Encoding.UTF8.GetBytes(text)).Codes().Should().ContainSingle().Which.Should().BeOneOf(FindingCodes.SheetEmpty, FindingCodes.FileUnreadable);

    [Fact]
    public void A_header_without_rows_is_empty() => Sent.List(Sent.Heading).Codes().Should().Equal(FindingCodes.SheetEmpty);
}
