using EduAid.Domain.Findings;
using EduAid.Spreadsheets.Intake;

namespace EduAid.Spreadsheets.Tests.Intake;

/// <summary>The same ID twice in one list: equal rows count once, differing ones are all refused.</summary>
public class DuplicatesTests
{
    private const string Heading = "序号,学校名称,姓名,身份证号,年级,是否寄宿,在校状态,班级,性别,出生日期,银行卡号,爱好";

    private static string Row(
        int sequence = 1, string school = "县第一小学", string boarding = "是", string className = "1班", string sex = "女", string birth = "2010-03-05",
        string card = "6217003405000000014", string hobby = "围棋", int number = 2) =>
        $"{sequence},{school},童一甲,{Sent.Id(number: number)},三年级,{boarding},在读,{className},{sex},{birth},{card},{hobby}";

    [Fact]
    public void Equal_rows_count_once_whatever_their_number_and_unknown_columns_say()
    {
        var rows = Check(Row(1), Row(2, hobby: "象棋"), Row(3, boarding: "寄宿", birth: "2010年3月5日")).Single();
        rows.Select(r => r.Outcome).Should().Equal(RowOutcome.Accepted, RowOutcome.Duplicate, RowOutcome.Duplicate);
        rows.SelectMany(r => r.Problems).Select(p => (p.Code, p.Severity, p.Row, p.Column)).Where(p => p.Code != FindingCodes.CardLuhn).Should().Equal(
            (FindingCodes.DuplicateInFile, Severity.Warning, 3, "身份证号"), (FindingCodes.DuplicateInFile, Severity.Warning, 4, "身份证号"));
    }

    [Fact]
    public void A_difference_in_any_recognised_field_refuses_every_row_with_that_id()
    {
        string[] others =
        [
            Row(boarding: "否"), Row(className: "2班"), Row(sex: "男"), Row(birth: "2010-03-06"), Row(card: ""), Row(card: "6217003405000000022"),
        ];
        foreach (var other in others)
        {
            var rows = Check(Row(), other, Row(number: 4), Row()).Single();
            rows.Select(r => r.Outcome).Should().Equal([RowOutcome.Rejected, RowOutcome.Rejected, RowOutcome.Accepted, RowOutcome.Rejected], "of {0}", other);
            rows.Where(r => r.Outcome == RowOutcome.Rejected).Should().OnlyContain(r => r.Problems.Any(p => p.Code == FindingCodes.DuplicateConflicting && p.Severity == Severity.Error));
        }
    }

    [Fact]
    public void A_refused_row_with_the_same_id_differs_too()
    {
        var rows = Check(Row(), Row(boarding: "")).Single();
        rows.Should().OnlyContain(r => r.Outcome == RowOutcome.Rejected);
        rows[1].Problems.Select(p => p.Code).Should().Contain([FindingCodes.BoardingUnknown, FindingCodes.DuplicateConflicting]);
    }

    [Fact]
    public void Two_schools_lists_may_both_have_the_child() =>
        Check(Row(), Row(school: "县九年制学校")).Single().Should().OnlyContain(r => r.Outcome == RowOutcome.Accepted);

    [Fact]
    public void Rows_without_an_id_are_no_duplicates_of_each_other()
    {
        var list = Sent.List(Sent.Heading, "县第一小学,童一甲,,三年级,是,在读", "县第一小学,童二甲,,三年级,是,在读");
        DuplicateCheck.Check([list]).Single().SelectMany(r => r.Problems).Select(p => p.Code).Should().Equal(FindingCodes.IdMissing, FindingCodes.IdMissing);
    }

    [Fact]
    public void Files_of_one_command_are_compared_with_each_other()
    {
        var outcomes = DuplicateCheck.Check([Sent.List(Heading, Row(), Row(number: 4)), Sent.List(Heading, Row(9), Row(number: 4, boarding: "否"))]);
        outcomes[0].Select(r => r.Outcome).Should().Equal(RowOutcome.Accepted, RowOutcome.Rejected);
        outcomes[1].Select(r => r.Outcome).Should().Equal(RowOutcome.Duplicate, RowOutcome.Rejected);
    }

    private static IReadOnlyList<IReadOnlyList<CheckedRow<EnrolmentRow>>> Check(params string[] rows) => DuplicateCheck.Check([Sent.List([Heading, .. rows])]);
}
