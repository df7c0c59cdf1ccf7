using EduAid.Domain.Findings;
using EduAid.Spreadsheets.Intake;

namespace EduAid.Spreadsheets.Tests.Intake;

/// <summary>Headings are compared for equality after folding, never by containment.</summary>
public class HeadingsTests
{
    [Theory]
    [InlineData(Field.CitizenId, "身份证号, 身份证号码, 身份证件号, 身份证件号码, 公民身份号码, 公民身份证号, 学生身份证号, 证件号码")]
    [InlineData(Field.Name, "姓名, 学生姓名, 受助学生姓名, 幼儿姓名")]
    [InlineData(Field.StudentNumber, "学籍号, 全国学籍号, 学籍号码")]
    [InlineData(Field.Sex, "性别")]
    [InlineData(Field.Birth, "出生日期, 出生年月")]
    [InlineData(Field.SchoolName, "学校名称, 就读学校, 所在学校, 学校, 园所名称, 毕业学校")]
    [InlineData(Field.SchoolCode, "学校代码, 学校标识码")]
    [InlineData(Field.Stage, "学段, 就读学段")]
    [InlineData(Field.Grade, "年级, 所在年级, 年级名称")]
    [InlineData(Field.Class, "班级, 所在班级")]
    [InlineData(Field.Boarding, "是否寄宿, 寄宿, 寄宿生, 是否住校, 住宿情况, 是否寄宿生")]
    [InlineData(Field.Status, "在校状态, 学生状态, 学籍状态")]
    [InlineData(Field.TransferredIn, "转入日期")]
    [InlineData(Field.TransferredOut, "转出日期")]
    [InlineData(Field.Specialty, "专业, 专业名称")]
    [InlineData(Field.FullTime, "是否全日制")]
    [InlineData(Field.HouseholdType, "户籍性质, 户口性质")]
    [InlineData(Field.Guardian, "监护人姓名, 家长姓名")]
    [InlineData(Field.GuardianId, "监护人身份证号")]
    [InlineData(Field.GuardianRelation, "与学生关系")]
    [InlineData(Field.Bank, "开户银行, 开户行")]
    [InlineData(Field.Holder, "户名, 卡主姓名, 开户名")]
    [InlineData(Field.Card, "银行卡号, 银行账号, 卡号, 一卡通账号")]
    [InlineData(Field.SocialCardAccount, "社保卡银行账号, 社会保障卡银行账号")]
    [InlineData(Field.SocialCardNumber, "社保卡号, 社会保障卡卡号")]
    [InlineData(Field.Phone, "联系电话, 家长电话, 手机号")]
    [InlineData(Field.Address, "家庭住址, 家庭地址")]
    [InlineData(Field.Note, "备注")]
    public void Every_synonym_of_a_list_is_known(Field field, string words)
    {
        foreach (var word in words.Split(", "))
        {
            Headings.Of(ListKind.Enrolments).Find(word).Should().Be(field, word);
            Headings.Of(ListKind.Enrolments).Find($"{word[..1]} {word[1..]}\n（必填）").Should().Be(field);
            Headings.Of(ListKind.Enrolments).Find($"*{word}：").Should().Be(field);
            Headings.Of(ListKind.Enrolments).Find("某" + word + "某").Should().BeNull();
        }
    }

    [Theory]
    [InlineData(ListKind.Poverty, "户编号, 户主姓名, 姓名, 证件号码, 与户主关系, 脱贫属性, 户类型, 脱贫年度, 乡镇, 行政村, 村")]
    [InlineData(ListKind.Schools, "学校代码, 学校标识码, 学校名称, 乡镇, 办学类型, 举办者, 示范等级, 收款户名, 收款账号, 开户银行, 实际学费(元)")]
    [InlineData(ListKind.Specialties, "专业, 专业名称, 每学期学费(元), 每学期学费（元）")]
    [InlineData(ListKind.Admissions, "毕业学校, 姓名, 身份证号, 银行卡号, 录取院校, 院校所在省")]
    public void Every_heading_of_the_registers_is_known(ListKind kind, string words)
    {
        foreach (var word in words.Split(", ")) Headings.Of(kind).Find(word).Should().NotBeNull(word);
    }

    [Fact]
    public void A_householders_name_is_not_the_childs()
    {
        Headings.Of(ListKind.Poverty).Find("户主姓名").Should().Be(Field.Head);
        Headings.Of(ListKind.Enrolments).Find("户主姓名").Should().BeNull();
        Headings.Of(ListKind.Enrolments).Find("监护人姓名").Should().Be(Field.Guardian);
    }

    [Fact]
    public void Full_width_letters_and_bracketed_hints_do_not_matter()
    {
        var list = Sent.List("序号,学 校（全称）,姓　名,身份证号（18位）,【所在】年级,是否寄宿[是/否],在校状态*", $"1,县第一小学,童一甲,{Sent.Id()},三年级,是,在读");
        list.Codes().Should().BeEmpty();
        list.Rows.Single().Value!.Grade.Should().Be(3);
    }

    [Fact]
    public void Order_is_free_and_unknown_columns_are_kept()
    {
        var list = Sent.List("爱好,在校状态,年级,身份证号,班主任,姓名,是否寄宿,学校", $"围棋,在读,三年级,{Sent.Id()},师某,童一甲,否,县第一小学");
        list.Codes().Should().BeEmpty();
        list.Rows.Single().Value!.Boarding.Should().BeFalse();
        list.Headers.Single().Header.Columns.Where(c => c.Field is null).Select(c => c.Heading).Should().Equal("爱好", "班主任");
    }

    [Theory]
    [InlineData("学校名称,姓名,身份证,年级,是否寄宿,在校状态", "身份证号|身份证")]
    [InlineData("学校名称,孩子姓名,身份证号,年级,是否寄宿,在校状态", "姓名|孩子姓名")]
    [InlineData("学校名称,姓名,身份证号,就读年级班级,是否寄宿,在校状态", "年级|就读年级班级")]
    [InlineData("学校名称,姓名,身份证号,年级,是否寄宿,状态", "在校状态|状态")]
    [InlineData("校名,姓名,身份证号,年级,是否寄宿,在校状态", "学校名称|校名")]
    public void A_missing_column_is_named_with_the_nearest_heading_found(string heading, string detail)
    {
        var list = Sent.List(heading, $"县第一小学,童一甲,{Sent.Id()},三年级,是,在读");
        var problem = list.FileProblems.Should().ContainSingle().Which;
        (problem.Code, problem.Detail, problem.Row, problem.Column).Should().Be((FindingCodes.HeaderMissing, detail, (int?)null, (string?)null));
        list.PassedOver.Should().BeEmpty();
    }

    [Fact]
    public void A_missing_boarding_column_matters_where_primary_or_junior_pupils_stand()
    {
        Sent.List("学校,姓名,身份证号,年级,在校状态", $"县第一小学,童一甲,{Sent.Id()},三年级,在读")
            .FileProblems.Select(p => (p.Code, p.Detail)).Should().Equal((FindingCodes.HeaderMissing, "是否寄宿"));
        Sent.List("学校,姓名,身份证号,年级,在校状态", $"县高级中学,童一甲,{Sent.Id("2003-05-05")},高二,在读").Codes().Should().BeEmpty();
    }
}
