using EduAid.Domain.Findings;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;

namespace EduAid.Spreadsheets.Tests.Intake;

public class SchoolReferenceTests
{
    [Theory]
    [InlineData("县第一小学", "", "3401")]
    [InlineData("", "3402", "3402")]
    [InlineData(" 县第一\u3000小学 ", "３４０１", "3401")]
    [InlineData("县第一小学", "3401", "3401")]
    [InlineData("县第一小学", "3402", null)]
    [InlineData("县第一小学", "9999", null)]
    [InlineData("无此学校", "", null)]
    [InlineData("", "", null)]
    [InlineData("第一小学", "", null)]
    public void A_school_is_found_by_name_or_code_and_both_must_agree(string name, string code, string? found)
    {
        var grade = found == "3402" ? "七年级" : "三年级";
        var row = Sent.List("学校名称,学校代码,姓名,身份证号,年级,是否寄宿,在校状态", $"{name},{code},童一甲,{Sent.Id()},{grade},是,在读").Rows.Single();
        if (found is null) row.Problems.Select(p => (p.Code, p.Column)).Should().Equal((FindingCodes.SchoolUnknown, "学校名称"));
        else row.Value!.SchoolCode.Should().Be(found);
    }

    [Fact]
    public void A_schools_own_list_needs_no_school_column()
    {
        var own = Sent.Schools.ByCode("3401")!;
        var content = Sent.Csv("姓名,身份证号,年级,是否寄宿,在校状态", $"童一甲,{Sent.Id()},三年级,是,在读");
        Sent.Read(Sent.Enrolments(own), content).Rows.Single().Value!.SchoolCode.Should().Be("3401");
        Sent.Read(Sent.Enrolments(), content).Codes().Should().Equal(FindingCodes.HeaderMissing);
    }

    [Fact]
    public void Schools_are_read_with_kind_sponsor_tier_and_account()
    {
        var list = Sent.Read(new SchoolReader(), Sent.Csv(
            "学校标识码,学校名称,乡镇,办学类型,举办者,示范等级,收款户名,收款账号,开户银行,实际学费(元)",
            "1,甲幼儿园,东河镇,幼儿园,普惠性民办,,,,,", "2,乙中学,东河镇,完全中学,公办,省示范,乙中学,3405 0100 0000 01,农商行,700.50",
            "3,丙学校,西河镇,大学,公立办,特级,,,,很多", "4,丁学校,西河镇,高级中学,民办,市示范,,1,,"));
        list.Rows[0].Value.Should().BeEquivalentTo(new { Code = "1", Kind = SchoolKind.Kindergarten, Sponsor = Sponsor.InclusivePrivate, Account = (string?)null });
        list.Rows[1].Value.Should().BeEquivalentTo(new { Tier = Tier.ProvinceModel, Account = "34050100000001", ActualTuition = Money.FromFen(70050) });
        list.Rows[2].Codes(Severity.Error).Should().BeEquivalentTo([FindingCodes.KindUnknown, FindingCodes.SponsorUnknown, FindingCodes.TierUnknown, FindingCodes.FeeUnknown]);
        list.Rows[3].Codes(Severity.Warning).Should().Equal(FindingCodes.CardInvalid);
        list.Rows[3].Value!.Account.Should().BeNull();
    }

    [Fact]
    public void A_disabled_persons_number_is_read_on_the_registered_list_alone()
    {
        var list = Sent.Read(new RegistrationReader(Sent.Today), Sent.Csv(
            "户编号,户主姓名,姓名,证件号码,与户主关系,户类型,脱贫年度,乡镇,村", $"34152300000417,户主甲,童一甲,{Sent.Id()}43,子女,脱贫户,2018年,东河镇,下湾村"));
        list.Codes().Should().BeEmpty();
        list.Rows.Single().Value.Should().BeEquivalentTo(new
        {
            Id = Sent.Id(),
            Disability = "43",
            Name = "童一甲",
            Head = "户主甲",
            Category = "已脱贫",
            ExitedYear = 2018,
            Township = "东河镇",
            Village = "下湾村",
        });
        Sent.List(Sent.Heading, $"县第一小学,童一甲,{Sent.Id()}43,三年级,是,在读").Codes().Should().Equal(FindingCodes.IdLength);
    }

    [Fact]
    public void Specialties_and_admissions_are_read()
    {
        var fees = Sent.Read(new SpecialtyReader(), Sent.Csv("专业,每学期学费（元）", "学前教育,\"1,050\"", "汽车维修,", "烹饪,面议", ",800"));
        fees.Rows.Select(r => r.Value?.Fee?.Fen).Should().Equal(105000, null, null, null);
        fees.Codes().Should().Equal(FindingCodes.FeeUnknown, FindingCodes.SpecialtyMissing);
        var admitted = Sent.Read(new AdmissionReader(Sent.Schools, Sent.Today), Sent.Csv(
            "毕业学校,学生姓名,身份证号,录取院校,院校所在省", $"县高级中学,童一甲,{Sent.Id("2002-05-05")},某大学,江苏省", $"外地中学,童二甲,{Sent.Id("2002-05-05", 4)},某大学,"));
        admitted.Rows[0].Value.Should().BeEquivalentTo(new { SchoolCode = "3403", University = "某大学", Province = "江苏省" });
        admitted.Codes().Should().Equal(FindingCodes.SchoolUnknown);
    }
}
