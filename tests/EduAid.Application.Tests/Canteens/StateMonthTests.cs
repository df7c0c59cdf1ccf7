using EduAid.Application.Audit;
using EduAid.Application.Canteens;
using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Canteens;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Canteens.CanteenCounty;
using static EduAid.Application.Tests.Counties.CountyFixture;

namespace EduAid.Application.Tests.Canteens;

public class StateMonthTests
{
    [Theory, EveryDatabase]
    public async Task A_month_is_stated_corrected_by_a_further_version_and_the_balance_goes_on(TestDatabase on)
    {
        await using var county = await CanteenCounty.OpenAsync(on);
        (await county.InAsync(September)).State.Should().Be(StatementState.Missing, "it was due on 10 October");
        var wrong = Right(September) with { Received = Money.FromYuan(10_500), Other = Money.FromFen(1) };
        (await county.StateAsync(wrong)).Should().Be(new CanteenOutcome(null, true));
        (await county.InAsync(September)).Should().Match<LedgerMonth>(m => m.State == StatementState.DoneLate && m.Stated!.Version == 1 && m.Findings.Any(f => f.Check == CanteenCheck.NotForFood));
        (await county.SchoolAsync(county.One))!.Ledger.OpeningOf(October).Should().Be(Money.FromFen(499_99));

        (await county.StateAsync(wrong, seen: 1)).Should().Be(new CanteenOutcome(null), "it says what stands there");
        (await county.StateAsync(wrong)).Should().Be(new CanteenOutcome(null), "sent twice");
        (await county.StateAsync(Right(September), seen: 1)).Refusal.Should().Be(CanteenRefusal.ReasonMissing);
        (await county.StateAsync(Right(September), reason: "误填")).Refusal.Should().Be(CanteenRefusal.Meanwhile, "the form was opened before it was stated");
        (await county.StateAsync(Right(September), seen: 1, reason: "其他支出误填")).Should().Be(new CanteenOutcome(null, true));
        (await county.InAsync(September)).Should().Match<LedgerMonth>(m => m.Stated!.Version == 2 && m.Figures == Right(September));
        (await county.County.Do(s => s.Db.CanteenStatements.OrderBy(x => x.Version).Select(x => new { x.Version, x.Other, x.Reason, x.By }).ToListAsync(Stop))).Should().BeEquivalentTo(
            [new { Version = 1, Other = Money.FromFen(1), Reason = "", By = "林专干" }, new { Version = 2, Other = Money.Zero, Reason = "其他支出误填", By = "林专干" }], "the old one stays");
        (await county.County.Do(s => s.Db.AuditEvents.Where(e => e.Action == "canteen.state").CountAsync(Stop))).Should().Be(2);
        (await county.County.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Fact]
    public async Task What_is_wrong_is_refused()
    {
        await using var county = await CanteenCounty.OpenAsync(TestDatabase.Sqlite);
        (string Why, Task<CanteenOutcome> Done, CanteenRefusal Refusal)[] wrong =
        [
            ("a role that keeps no ledger", county.StateAsync(Right(September), by: Staff.Finance, scope: Scope.WholeCounty(county.County.County)), CanteenRefusal.NotYourRole),
            ("no numbers", county.StateAsync(null), CanteenRefusal.NumbersMissing),
            ("a month to come", county.StateAsync(Right(November.Next)), CanteenRefusal.MonthAhead),
            ("32 days", county.StateAsync(Right(September) with { Days = 32 }), CanteenRefusal.NumbersImpossible),
            ("before the school joined", county.StateAsync(Right(September.Previous)), CanteenRefusal.NotOnProgramme),
            ("another school", county.StateAsync(Right(September), county.Other), CanteenRefusal.SchoolMissing),
            ("a school that never was on the programme", county.StateAsync(Right(September), county.Senior, scope: Scope.WholeCounty(county.County.County)), CanteenRefusal.NotOnProgramme),
        ];
        foreach (var (why, done, refusal) in wrong) (await done).Refusal.Should().Be(refusal, why);
        (await county.County.Do(s => s.Db.CanteenStatements.AnyAsync(Stop))).Should().BeFalse();
        (await county.StateAsync(Right(November))).Refusal.Should().BeNull("the month that runs may be stated");
        (await county.StateAsync(Right(October), county.Other, by: Staff.Township, scope: Scope.OfTownship(county.County.County, "西河镇", [county.Other]))).Refusal.Should().BeNull("the township school does its schools' work");
    }

    [Theory, EveryDatabase]
    public async Task A_school_sees_its_own_and_the_county_all(TestDatabase on)
    {
        await using var county = await CanteenCounty.OpenAsync(on);
        await county.StateAsync(Right(October));
        await county.StateAsync(Right(October), county.Other, scope: Scope.OfSchools(county.County.County, county.Other));
        (await county.County.Do(s => s.Get<CanteenBoard>().InAsync(October, Stop), county.OfOne)).Lines.Select(l => l.School.Id).Should().Equal(county.One);
        var all = await county.County.Do(s => s.Get<CanteenBoard>().InAsync(October, Stop));
        (all.Lines.Count, all.Done, all.Meals, all.Received, all.Behind).Should().Be((2, 2, 4000L, Money.FromYuan(20_000), 2), "both owe September");
        all.Found(CanteenCheck.Licence).Should().Be(2);
        (await county.SchoolAsync(county.Other, county.OfOne)).Should().BeNull();
        foreach (var scope in new[] { Scope.OfUnit(county.County.County, "局营养办"), Scope.OfTeacher(county.County.County, Guid.Empty), Scope.TrailOf(county.County.County) })
            (await county.County.Do(s => s.Db.CanteenStatements.CountAsync(Stop), scope)).Should().Be(0);
        await using var neighbour = await county.County.NeighbourAsync("341599");
        (await neighbour.Do(s => s.Db.CanteenStatements.CountAsync(Stop))).Should().Be(0);
        (await neighbour.Do(s => s.Db.CanteenFacts.CountAsync(Stop))).Should().Be(0);
    }

    [Fact]
    public async Task The_standard_holds_by_the_day_within_it_and_the_due_day_from_the_month_on_whose_first_day_it_is_in_force()
    {
        await using var county = await CanteenCounty.OpenAsync(TestDatabase.Sqlite);
        (await county.SchoolAsync(county.One))!.Ledger.RuleOf(October).Should().Be(new CanteenRule(10, Money.FromYuan(5), 10, 2));
        Task<SettingRefusal?> SetAsync(string name, string value) => county.County.Do(s => s.Get<ChangeSetting>().RunAsync(Staff.Director, name, value, new(2026, 11, 25), "县教〔2026〕20号", Stop));
        (await SetAsync(SettingBook.MealStandardName, "")).Should().Be(SettingRefusal.ValueNotAllowed, "there is always one");
        (await SetAsync(SettingBook.MealStandardName, "2021-09-01:500")).Should().Be(SettingRefusal.ValueNotAllowed, "a slip of the pen");
        (await SetAsync(SettingBook.MealStandardName, "2021-09-01:5 2026-10-01:6")).Should().BeNull();
        (await SetAsync(SettingBook.CanteenDueName, "20")).Should().BeNull();
        county.County.Clock.Advance(TimeSpan.FromDays(10));
        var ledger = (await county.SchoolAsync(county.One))!.Ledger;
        (ledger.RuleOf(September).Standard, ledger.RuleOf(October).Standard).Should().Be((Money.FromYuan(5), Money.FromYuan(6)), "entered late, it still holds for the months it is meant for");
        (ledger.RuleOf(November).DueDay, ledger.RuleOf(November.Next).DueDay).Should().Be((10, 20), "no deadline that runs is moved");
    }
}
