using EduAid.Application.Accounts;
using EduAid.Application.Checks;
using EduAid.Application.Payments;
using EduAid.Application.Settings;
using EduAid.Application.Tests.Counties;
using EduAid.Application.Tests.Payments;
using EduAid.Application.Tests.Rosters;
using EduAid.Domain.Checks;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Checks;

/// <summary>Amounts, cards and dates.</summary>
public class MoneyChecksTests
{
    [Theory, EveryDatabase]
    public async Task Another_amount_than_the_rules_yield_stands_there_until_the_difference_is_approved(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        (await county.CheckAsync(CheckCodes.WrongStandard)).Should().BeEmpty();
        await county.Lists(List("later.csv", [Row(Child(1), boarding: "否"), Row(Child(2)), Row(Child(3))]));
        await county.Generate(Spring2020);
        (await county.HitsAsync(CheckCodes.WrongStandard)).Should().Equal((Child(1).Name, "义务教育生活补助:多发 250.00 元,追回名册尚未审批"));
        await county.Sql("UPDATE \"Rosters\" SET \"State\" = 5 WHERE \"Kind\" = 3");
        (await county.CheckAsync(CheckCodes.WrongStandard)).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_confirmed_roster_that_would_be_another_now_is_pointed_out_with_both_amounts(TestDatabase on)
    {
        await using var county = await RosterLifeTests.CountyAsync(on);
        var roster = await county.Do(s => s.Db.Rosters.Where(r => r.Entries > 0).Select(r => r.Id).SingleAsync());
        (await county.Do(s => s.Get<EduAid.Application.Rosters.ConfirmRoster>().RunAsync(Staff.Head, roster, null, Stop))).Refusal.Should().BeNull();
        await county.Lists(List("later.csv", [Row(Child(1), boarding: "否"), Row(Child(2)), Row(Child(3))]));
        await county.Generate(Spring2020);
        (await county.HitsAsync(CheckCodes.WrongStandard)).Should().Equal((Child(1).Name, "义务教育生活补助:名册 500.00 元,现应 250.00 元"));
    }

    [Theory, EveryDatabase]
    public async Task A_card_of_more_pupils_than_are_allowed_is_pointed_out_for_each_of_them(TestDatabase on)
    {
        await using var county = await CheckedCounty.OpenAsync(on, Children(1, 3), Row(Child(1)), Row(Child(2), card: Child(1).Card), Row(Child(3)));
        (await county.HitsAsync(CheckCodes.CardShared)).Should().BeEquivalentTo([(Child(1).Name, "2 名学生用同一张卡"), (Child(2).Name, "2 名学生用同一张卡")]);
        await SetAsync(county, SettingBook.CardPupilsName, "2");
        (await county.CheckAsync(CheckCodes.CardShared)).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Of_two_pupils_on_one_card_one_may_be_paid_already_and_the_other_wait(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        await county.SendAsync();
        await county.Lists(List("b.csv", Row(Child(7), Second, card: Child(1).Card)));
        await county.Registered(RegisteredOf("all.csv", [.. Children(1, 3), Child(7)]), Spring2020);
        await county.Generate(Spring2020);
        (await county.HitsAsync(CheckCodes.CardShared)).Select(h => h.Name).Should().BeEquivalentTo([Child(1).Name, Child(7).Name], "numbers are compared, whichever table they lie in");
    }

    [Theory, EveryDatabase]
    public async Task A_card_that_is_mended_later_does_not_hide_in_whose_name_the_money_went(TestDatabase on)
    {
        await using var county = await CountyFixture.OpenAsync(on);
        await county.Schools(SchoolsFile);
        await county.Registered(RegisteredOf("p.csv", [Child(1)]));
        await county.Lists(Csv("a.csv", "学校名称,姓名,身份证号,年级,班级,是否寄宿,在校状态,银行卡号,户名", $"{First},{Child(1).Name},{Child(1).Id},三年级,1班,是,在读,{Child(1).Card},邓老师"));
        await county.Generate(Spring2020);
        await RosterLifeTests.ApproveAsync(county);
        await county.SendAsync();
        (await county.CheckAsync(CheckCodes.HolderUnrelated)).Should().ContainSingle();
        var entry = await county.Do(s => s.Db.RosterEntries.Select(e => e.Id).SingleAsync());
        await county.MendAsync(entry, Child(9));
        (await county.CheckAsync(CheckCodes.HolderUnrelated)).Should().Equal((Child(1).Name, "户名“邓老师”,未写明与学生的关系"));
        (await county.CheckAsync(CheckCodes.CardChangedLate)).Should().BeEmpty("the card that was entered is not the one that was paid");
    }

    [Theory, EveryDatabase]
    public async Task What_a_recovery_takes_back_is_pointed_out_no_more_though_a_supplement_came_between(TestDatabase on)
    {
        await using var county = await CheckedCounty.OpenAsync(on, Children(1, 2), Row(Child(1), boarding: "否"), Row(Child(2)));
        await RosterLifeTests.ApproveAsync(county);
        await county.Lists(List("b.csv", Row(Child(1)), Row(Child(2))));
        await county.Generate(Spring2020);
        await county.Sql("UPDATE \"Rosters\" SET \"State\" = 5 WHERE \"Kind\" = 2");
        await county.Registered(RegisteredOf("less.csv", [Child(2)]), Spring2020);
        (await county.CheckAsync(CheckCodes.PaidNotRegistered)).Select(h => h.Name).Should().Equal(Child(1).Name);
        (await county.Do(s => s.Db.CheckHits.Where(h => h.Code == CheckCodes.PaidNotRegistered).Select(h => h.Fen).SingleAsync())).Should().Be(50000, "250 by the roster and 250 by the supplement");

        await county.Generate(Spring2020);
        (await county.Do(s => s.Db.Rosters.Where(r => r.Kind == Domain.Rosters.RosterKind.Recovery).Select(r => r.Fen).SingleAsync())).Should().Be(50000);
        (await county.HitsAsync(CheckCodes.PaidNotRegistered)).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task What_is_closed_with_a_reason_is_not_late(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var entries = await county.Do(s => s.Db.RosterEntries.OrderBy(e => e.Name).Select(e => e.Id).ToListAsync());
        (await county.Do(s => s.Get<CloseEntry>().RunAsync(Staff.Director, entries[0], ClosureReason.CarriedOver, "下学期一并发放", Stop))).Should().BeNull();
        (await county.Do(s => s.Get<CloseEntry>().RunAsync(Staff.Director, entries[1], ClosureReason.Renounced, "家长放弃", Stop))).Should().BeNull();
        (await county.CheckAsync(CheckCodes.PaidLate)).Should().HaveCount(2, "what is carried over is still owed");
    }

    [Theory, EveryDatabase]
    public async Task A_holder_who_is_not_the_pupil_needs_a_relation_and_is_asked_about_where_the_school_has_somebody_of_that_name(TestDatabase on)
    {
        await using var county = await CountyFixture.OpenAsync(on);
        await county.Schools(SchoolsFile);
        await county.Registered(RegisteredOf("p.csv", Children(1, 3)));
        await county.Lists(Csv("a.csv", "学校名称,姓名,身份证号,年级,班级,是否寄宿,在校状态,银行卡号,户名,监护人姓名,与学生关系",
            $"{First},{Child(1).Name},{Child(1).Id},三年级,1班,是,在读,{Child(1).Card},{Child(1).Name},,",
            $"{First},{Child(2).Name},{Child(2).Id},三年级,1班,是,在读,{Child(2).Card},罗家长,罗家长,父亲",
            $"{First},{Child(3).Name},{Child(3).Id},三年级,1班,是,在读,{Child(3).Card},邓老师,罗家长,父亲"));
        await county.Generate(Spring2020);
        (await county.HitsAsync(CheckCodes.HolderUnrelated)).Should().Equal((Child(3).Name, "户名“邓老师”,未写明与学生的关系"));
        (await county.HitsAsync(CheckCodes.CardOfStaff)).Should().BeEmpty("nobody of that name has an account");

        var school = await county.Do(s => s.Db.RosterEntries.Select(e => e.School).FirstAsync());
        await EmployAsync(county, "邓老师", school);
        await EmployAsync(county, "罗家长", await county.Do(s => s.Db.Schools.Where(x => x.Id != school).Select(x => x.Id).FirstAsync()));
        (await county.CheckAsync(CheckCodes.CardOfStaff)).Should().Equal([(Child(3).Name, "户名“邓老师”与本校人员同名")], "the other works at another school");
    }

    [Theory, EveryDatabase]
    public async Task A_card_that_was_changed_shortly_before_it_was_paid(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var waiting = (await county.Do(s => s.Get<PayableEntries>().WaitingAsync(Spring2020, PaymentSteps.Living, Stop))).OrderBy(w => w.Name, StringComparer.Ordinal).ToList();
        await county.MendAsync(waiting[0].Entry, Child(8));
        county.Clock.Advance(TimeSpan.FromDays(8));
        await county.MendAsync(waiting[1].Entry, Child(9));
        county.Clock.Advance(TimeSpan.FromDays(3));
        (await county.CheckAsync(CheckCodes.CardChangedLate)).Should().BeEmpty("nothing is on its way to the bank");
        await county.SendAsync();
        (await county.CheckAsync(CheckCodes.CardChangedLate)).Select(h => h.Name).Should().Equal([waiting[1].Name], "eleven days are more than the ten that are set");
        await SetAsync(county, SettingBook.CheckCardDaysName, "30");
        (await county.CheckAsync(CheckCodes.CardChangedLate)).Should().HaveCount(2);
    }

    [Theory, EveryDatabase]
    public async Task Approved_money_is_late_when_it_is_credited_late_or_not_at_all(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        (await county.CheckAsync(CheckCodes.PaidLate)).Should().HaveCount(3).And.OnlyContain(h => h.Found == "应在 2020-08-30 以前入账,至今未入账", "today is years later");
        var batch = await county.SendAsync();
        await county.AnswerWithAsync(batch.Id, "成功", "成功", "失败/账户冻结");
        (await county.CheckAsync(CheckCodes.PaidLate)).Should().ContainSingle("the other two were credited in May");
    }

    [Theory, EveryDatabase]
    public async Task Sums_that_differ_once_money_has_gone_out_and_agree_when_the_voucher_is_entered(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        (await county.CheckAsync(CheckCodes.SumsDiffer)).Should().BeEmpty("nothing has gone to the bank");
        var batch = await county.SendAsync();
        await county.AnswerWithAsync(batch.Id, "成功", "成功", "成功");
        (await county.CheckAsync(CheckCodes.SumsDiffer)).Should().Equal(("compulsory-living", "名册 1,500.00、发文 1,500.00、银行 1,500.00、凭证 0.00 元"));
        (await county.Do(s => s.Get<RecordVoucher>().RunAsync(Staff.Finance, batch.Id, "拨0001", new(2020, 5, 20), Money.FromFen(150000), Stop))).Should().BeNull();
        (await county.CheckAsync(CheckCodes.SumsDiffer)).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_waiver_above_the_tuition_that_is_registered_by_now(TestDatabase on)
    {
        var student = Child(7, born: "2004-05-06");
        await using var county = await CheckedCounty.OpenAsync(on, [student], Row(student, Vocational, "中专二年级", boarding: "", specialty: "汽车维修", fullTime: "是", household: "农村"));
        (await county.HitsAsync(CheckCodes.WaiverAboveTuition)).Should().BeEmpty();
        var waiver = await county.Do(s => s.Db.RosterEntries.Where(e => e.Payee == Domain.Programmes.Payee.School).Select(e => e.Fen).SingleAsync());
        await county.Specialties(Csv("less.csv", "专业名称,每学期学费(元)", "汽车维修,500"));
        (await county.CheckAsync(CheckCodes.WaiverAboveTuition)).Should().Equal((student.Name, $"免 {Money.FromFen(waiver)} 元,登记的学费 500.00 元"));
    }

    private static async Task SetAsync(CountyFixture county, string setting, string value)
    {
        (await county.Do(s => s.Get<ChangeSetting>().RunAsync(Staff.Director, setting, value, s.Get<Calendar.BusinessDay>().Today.AddDays(1), "局党组会议", Stop))).Should().BeNull();
        county.Clock.Advance(TimeSpan.FromDays(1));
    }

    private static Task<int> EmployAsync(CountyFixture county, string name, SchoolId school) => county.Do(s =>
    {
        var user = Keys.New(county.Clock.GetUtcNow());
        s.Db.Users.Add(new User { Id = user, UserName = "u" + user.ToString("N")[^8..], NormalizedUserName = "U" + user.ToString("N")[^8..].ToUpperInvariant(), DisplayName = name });
        s.Db.Assignments.Add(new Assignment { Id = Keys.New(county.Clock.GetUtcNow()), User = user, Role = Role.SchoolClerk, County = county.County, School = school });
        return s.Db.SaveChangesAsync();
    });
}
