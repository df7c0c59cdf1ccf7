using EduAid.Application.Coverage;
using EduAid.Application.Intake;
using EduAid.Domain.Findings;
using EduAid.Domain.Policies;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;

namespace EduAid.Application.Tests.Words;

using Words = EduAid.Application.Words.Words;

public sealed class MessagesTests
{
    private static readonly Words Chinese = Resources.In("zh-Hans");

    [Theory]
    [InlineData(FindingCodes.IdChecksum, "6", "校验码不符:末位应为 6,请对照户口簿。")]
    [InlineData(FindingCodes.IdLength, "17", "身份证号应为 18 位,现在是 17 位。请对照户口簿改正。")]
    [InlineData(FindingCodes.IdLength, "15", "这是 15 位的旧身份证号,不能使用。请填写第二代身份证上的 18 位号码。")]
    [InlineData(FindingCodes.IdPrecisionLost, "", "数字位数已丢失,无法还原:请把该列设为“文本”后重新填写。")]
    [InlineData(FindingCodes.HeaderMissing, "身份证号", "没有找到必需的列“身份证号”。请在表头中加上这一列。")]
    [InlineData(FindingCodes.HeaderMissing, "身份证号|证件",
        "没有找到必需的列“身份证号”,最接近的是“证件”。如果就是这一列,请把它的表头改为“身份证号”;否则请补上这一列。")]
    [InlineData(FindingCodes.SexMismatch, "女", "性别与身份证号不符,按身份证号应为“女”。请核对两者哪个填错。")]
    [InlineData(FindingCodes.FileEncrypted, "文件设有密码。", "文件设有密码。")]
    [InlineData(FindingCodes.CardInvalid, "21", "银行卡号有 21 位,不是有效的卡号,未采用。请对照银行卡改正;学生仍在名册上,改正前不能发放。")]
    public void A_problem_says_what_is_wrong_and_what_to_do(string code, string detail, string expected) =>
        Chinese.Problem(new Problem("名单", 3, "列", code, Severity.Error, detail)).Should().Be(expected);

    [Theory]
    [InlineData("lost", "文本")]
    [InlineData("account", "收款账号")]
    [InlineData("", "银行卡号有误")]
    public void A_wrong_account_says_which_kind_of_wrong(string detail, string expected) =>
        Chinese.Problem(new Problem("名单", 3, "银行卡号", FindingCodes.CardInvalid, Severity.Warning, detail)).Should().Contain(expected);

    [Fact]
    public void The_sex_by_the_id_is_said_in_the_readers_language() =>
        Resources.In("en").Problem(new Problem("名单", 3, "性别", FindingCodes.SexMismatch, Severity.Warning, "男")).Should().Contain("it is male");

    [Theory]
    [InlineData("senior-high-tuition.unstated", "没有“未注明等级的高中免学费标准”的标准")]
    [InlineData("数控技术", "“数控技术”缺少计算所需的内容")]
    [InlineData("", "缺少计算所需的标准")]
    public void A_missing_standard_is_named_if_it_has_a_name(string detail, string expected) =>
        Chinese.Finding(FindingCodes.ParameterMissing, detail).Should().StartWith(expected);

    [Fact]
    public void Braces_in_what_people_wrote_stay_what_they_are() =>
        Chinese.Problem(new Problem("名单", 3, "学校", FindingCodes.SchoolUnknown, Severity.Error, "{1}小学{")).Should().Contain("“{1}小学{”");

    [Fact]
    public void A_missing_parameter_in_a_reason_is_called_by_its_name() =>
        Chinese.Reason(new Reason("parameter-missing", "senior-high-tuition.unstated", "二(二)4", "要点")).Should().Be("没有录入“未注明等级的高中免学费标准”,无法计算");

    [Fact]
    public void A_note_names_document_clause_first_semester_and_the_day_of_the_check() =>
        Chinese.ReasonNote(Standard() with { From = Semester.Spring(2024) }).Should().Be("依据:要点 二(二)2,自2024年春季学期起,2020-03-28 核对。");

    [Fact]
    public void A_note_of_a_value_that_always_held_says_so() => Chinese.ReasonNote(Standard()).Should().Be("依据:要点 二(二)2,长期有效,2020-03-28 核对。");

    [Fact]
    public void A_note_of_a_fact_has_the_document_alone() =>
        Chinese.ReasonNote(new Reason("in-school", "甲小学", "二(二)2", "要点")).Should().Be("依据:要点 二(二)2。");

    [Fact]
    public void A_value_unchecked_for_long_is_pointed_out() =>
        Chinese.ReasonNote(Standard() with { CheckAgain = true }).Should().EndWith("该标准已超过一年未核对,请对照现行规定。");

    [Fact]
    public void A_doubt_is_told_in_its_own_words() =>
        Chinese.ReasonNote(Standard() with { CheckAgain = true, Doubt = "可能已过时。" }).Should().EndWith("可能已过时。").And.NotContain("超过一年");

    [Fact]
    public void A_note_in_English_reads_as_English() =>
        Resources.In("en").ReasonNote(Standard() with { From = Semester.Autumn(2024) }).Should().Be("Basis: 要点 二(二)2; since Autumn 2024; checked 2020-03-28.");

    [Fact]
    public void Rosters_in_the_way_of_an_undo_are_named_for_people() =>
        Chinese.Undo(new UndoRefusal.RostersStandOnIt(["2020-spring preschool 1001", "2020-spring compulsory-living 1002"])).Should()
            .Contain("2020年春季学期 学前教育资助 学校代码 1001、2020年春季学期 义务教育生活补助 学校代码 1002");

    [Fact]
    public void Refusals_name_what_they_are_about()
    {
        Chinese.Undo(new UndoRefusal.NotFound(7)).Should().Contain("7");
        Chinese.Undo(new UndoRefusal.AlreadyUndone(8)).Should().Contain("8");
        Chinese.Undo(new UndoRefusal.ImportsStandOnIt([9, 11])).Should().Contain("9、11");
        Chinese.Refusal(new ImportRefusal.MendsNothing(12)).Should().Contain("12");
        Chinese.Refusal(new ImportRefusal.OtherSchool("乙小学")).Should().Contain("乙小学");
        Chinese.Refusal(new ImportRefusal.FromSemesterNeeded()).Should().Contain("--from");
        Chinese.Refusal(new ImportRefusal.NoSchools()).Should().StartWith("还没有学校库");
    }

    [Fact]
    public void Terms_are_those_of_the_trade()
    {
        Chinese.State(RosterState.OnNotice).Should().Be("公示中");
        Chinese.AgeBand(AgeBand.Left).Should().Be("学校报告已转出");
        Chinese.ListKind(ListKind.Poverty).Should().Be("登记名册");
        Chinese.Unit(Unit.YuanPerYear).Should().Be("元/年");
        Chinese.Semester(Semester.Always).Should().Be("长期");
        Chinese.Semester(Semester.Autumn(2020)).Should().Be(Semester.Autumn(2020).ToChinese());
        Chinese.Audit("import.undo").Should().Be("撤销导入");
        Chinese.Flag(FindingCodes.CardMissing).Should().Be("无银行卡");
        Chinese.FindingTitle(FindingCodes.NameMismatch).Should().Be("姓名不一致");
        Chinese.ReasonFact("in-school").Should().Be("在籍在读");
        Chinese.Broken("event.altered").Should().Be("记录被改动");
    }

    private static Reason Standard() => new("standard", "800.00 ÷ 2", "二(二)2", "要点", null, "preschool.annual-amount", Semester.Always, new DateOnly(2020, 3, 28));
}
