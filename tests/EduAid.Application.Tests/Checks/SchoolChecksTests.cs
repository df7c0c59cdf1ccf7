using EduAid.Application.Checks;
using EduAid.Application.Tests.Counties;
using EduAid.Application.Tests.Payments;
using EduAid.Domain.Checks;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Checks;

/// <summary>Schools and the steps of their rosters.</summary>
public class SchoolChecksTests
{
    [Theory, EveryDatabase]
    public async Task Boarders_that_have_grown_by_ten_and_by_a_fifth(TestDatabase on)
    {
        var children = Children(1, 12);
        await using var county = await CheckedCounty.OpenAsync(on, children, children.Select(c => Row(c)));
        (await county.CheckAsync(CheckCodes.BoardersJump)).Should().BeEmpty("nothing is known of the semester before");
        await county.Lists(new Enrolments.ListImport(Semester.Autumn(2019), [List("before.csv", children.Select((c, i) => Row(c, boarding: i < 2 ? "是" : "否")))]));
        (await county.CheckAsync(CheckCodes.BoardersJump)).Should().Equal((First, "寄宿生由 2 人增至 12 人"));
        await county.Lists(new Enrolments.ListImport(Semester.Autumn(2019), [List("again.csv", children.Select((c, i) => Row(c, boarding: i < 3 ? "是" : "否")))]));
        (await county.CheckAsync(CheckCodes.BoardersJump)).Should().BeEmpty("nine children more are fewer than ten");
    }

    [Theory, EveryDatabase]
    public async Task A_notice_that_is_missing_or_short_by_the_holiday_tables(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        (await county.CheckAsync(CheckCodes.NoticeShort)).Should().BeEmpty("the verb counts as the check does");
        await county.Sql("UPDATE \"Rosters\" SET \"NoticeUntil\" = \"NoticeFrom\" WHERE \"State\" = 5");
        (await county.CheckAsync(CheckCodes.NoticeShort)).Should().Equal((First, "义务教育生活补助:公示 0 个工作日,应不少于 5 个"));
        await county.Sql("UPDATE \"Rosters\" SET \"NoticeUntil\" = NULL, \"NoticeFrom\" = NULL WHERE \"State\" = 5");
        (await county.CheckAsync(CheckCodes.NoticeShort)).Should().Equal((First, "义务教育生活补助:没有公示记录"));
        await county.Sql("UPDATE \"Rosters\" SET \"NoticeUntil\" = '1999-06-11', \"NoticeFrom\" = '1999-06-04' WHERE \"State\" = 5");
        (await county.CheckAsync(CheckCodes.NoticeShort)).Should().Equal((First, "义务教育生活补助:1999年没有节假日表,无法核对公示天数"));
    }

    [Theory, EveryDatabase]
    public async Task One_person_in_two_deeds_is_seen_whatever_the_product_would_have_refused_and_waives_it_not_alone(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        (await county.CheckAsync(CheckCodes.SameHands)).Should().BeEmpty();
        await county.Sql($"UPDATE \"RosterSteps\" SET \"By\" = '{Staff.Director.Name}' WHERE \"By\" = '{Staff.Leader.Name}'");
        (await county.CheckAsync(CheckCodes.SameHands)).Should().Equal((First, $"义务教育生活补助:{Staff.Director.Name}"));
        var hit = await county.Do(s => s.Db.CheckHits.Where(h => h.Code == CheckCodes.SameHands).Select(h => h.Id).SingleAsync());
        (await county.Do(s => s.Get<WaiveHit>().RunAsync(Staff.Director, hit, "没有关系", Stop))).Should().Be(WaiverRefusal.OwnHands);
        (await county.Do(s => s.Get<WaiveHit>().RunAsync(Staff.SecondDirector, hit, "系统移交时补录", Stop))).Should().BeNull();
    }

    [Theory, EveryDatabase]
    public async Task A_registered_child_at_a_kindergarten_outside_the_programme(TestDatabase on)
    {
        var child = Child(1, born: "2015-06-01");
        await using var county = await CountyFixture.OpenAsync(on);
        await county.Schools(Csv("s.csv", "学校代码,学校名称,乡镇,办学类型,举办者,示范等级,收款户名,收款账号,开户银行", "3409,某私立幼儿园,东河镇,幼儿园,民办,,,,"));
        await county.Registered(RegisteredOf("p.csv", [child]));
        await county.Lists(List("a.csv", Row(child, "某私立幼儿园", "大班", boarding: "")));
        await county.Generate(Spring2020);
        (await county.HitsAsync(CheckCodes.KindergartenOutside)).Select(h => h.Name).Should().Equal(child.Name);
        (await county.HitsAsync(CheckCodes.RegisteredNotPaid)).Should().BeEmpty("it has a check of its own");
    }

    [Theory, EveryDatabase]
    public async Task A_school_that_claims_waivers_and_was_found_to_charge(TestDatabase on)
    {
        var student = Child(7, born: "2004-05-06");
        await using var county = await CheckedCounty.OpenAsync(on, [student, Child(1)], Row(student, Vocational, "中专二年级", boarding: "", specialty: "汽车维修", fullTime: "是", household: "农村"), Row(Child(1)));
        (await county.CheckAsync(CheckCodes.TuitionCharged)).Should().BeEmpty();
        var schools = await county.Do(s => s.Db.Schools.ToDictionaryAsync(x => x.Code, x => x.Id));
        Task<ChargeRefusal?> Note(Application.Audit.Actor by, SchoolId school, long fen, string? source) =>
            county.Do(s => s.Get<RecordCharge>().RunAsync(by, Spring2020, school, Money.FromFen(fen), source, Stop));
        (await Note(Staff.Auditor, schools["3405"], 30000, "收据")).Should().Be(ChargeRefusal.NotYourRole);
        (await Note(Staff.Officer, default, 30000, "收据")).Should().Be(ChargeRefusal.NotFound);
        (await Note(Staff.Officer, schools["3405"], 0, "收据")).Should().Be(ChargeRefusal.AmountNotPositive);
        (await Note(Staff.Officer, schools["3405"], 30000, " ")).Should().Be(ChargeRefusal.SourceMissing);
        (await Note(Staff.Officer, schools["3405"], 30000, "家长提供收据")).Should().BeNull();
        (await Note(Staff.Officer, schools["3401"], 5000, "群众反映")).Should().BeNull();
        (await county.CheckAsync(CheckCodes.TuitionCharged)).Should().Equal([(Vocational, "每生收取 300.00 元:家长提供收据")], "the primary school claims no waiver");

        var note = await county.Do(s => s.Db.TuitionCharges.Where(c => c.School == schools["3405"]).Select(c => c.Id).SingleAsync());
        (await county.Do(s => s.Get<StrikeCharge>().RunAsync(Staff.Director, note, Stop))).Should().BeNull();
        (await county.Do(s => s.Get<StrikeCharge>().RunAsync(Staff.Director, note, Stop))).Should().Be(ChargeRefusal.NotFound);
        (await county.CheckAsync(CheckCodes.TuitionCharged)).Should().BeEmpty();
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }
}
