using System.Text;
using EduAid.Application.Canteens;
using EduAid.Application.Ledgers;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Canteens;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Canteens.CanteenCounty;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Canteens;

public class CanteenFactTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory, EveryDatabase]
    public async Task The_county_says_who_is_on_the_programme_and_the_school_what_its_canteen_is_like(TestDatabase on)
    {
        await using var county = await CanteenCounty.OpenAsync(on, joined: false);
        (await county.SchoolAsync(county.One))!.History.All.Should().BeEmpty();
        (await county.FactAsync(county.One, CanteenFactKind.Supply, "Canteen", new(2026, 9, 1), Staff.SchoolClerk, county.OfOne)).Refusal.Should().Be(CanteenRefusal.CountyDecides);
        (await county.FactAsync(county.One, CanteenFactKind.Supply, "Canteen", new(2026, 9, 1))).Written.Should().BeTrue();
        (await county.FactAsync(county.One, CanteenFactKind.Supply, "Canteen", new(2026, 9, 1))).Should().Be(new CanteenOutcome(null), "the very same is no second entry");
        (await county.FactAsync(county.One, CanteenFactKind.Rating, "City", new(2026, 10, 1), Staff.Head, county.OfOne)).Refusal.Should().Be(CanteenRefusal.CountyDecides);
        foreach (var (kind, value) in new[] { (CanteenFactKind.OpenKitchen, "yes"), (CanteenFactKind.Licence, "2027-03-31"), (CanteenFactKind.FinanceStaff, " 钱会甲 "), (CanteenFactKind.Training, "食堂财务管理") })
            (await county.FactAsync(county.One, kind, value, new(2026, 9, 2), Staff.SchoolClerk, county.OfOne)).Refusal.Should().BeNull($"{kind}");
        var history = (await county.SchoolAsync(county.One, county.OfOne))!.History;
        history.On(CanteenFactKind.FinanceStaff, Today)!.Value.Should().Be("钱会甲");
        history.ChecksOn(Today).Should().BeEmpty();
        history.ChecksOn(new(2027, 4, 1)).Should().ContainSingle().Which.Check.Should().Be(CanteenCheck.Licence);
        (await county.County.Do(s => s.Db.AuditDetails.Select(d => d.Json).ToListAsync(Stop))).Should().NotContain(d => d != null && d.Contains("钱会", StringComparison.Ordinal), "a name is no part of the trail");
    }

    [Fact]
    public async Task What_is_wrong_is_refused()
    {
        await using var county = await CanteenCounty.OpenAsync(TestDatabase.Sqlite);
        (string Why, Task<CanteenOutcome> Done, CanteenRefusal Refusal)[] wrong =
        [
            ("a role that keeps none", county.FactAsync(county.One, CanteenFactKind.OpenKitchen, "yes", Today, Staff.Director), CanteenRefusal.NotYourRole),
            ("another school", county.FactAsync(county.Other, CanteenFactKind.OpenKitchen, "yes", Today, Staff.SchoolClerk, county.OfOne), CanteenRefusal.SchoolMissing),
            ("a senior high school", county.FactAsync(county.Senior, CanteenFactKind.Supply, "Canteen", Today), CanteenRefusal.NotCompulsory),
            ("no value", county.FactAsync(county.One, CanteenFactKind.Licence, null, Today), CanteenRefusal.ValueWrong),
            ("no such kind", county.FactAsync(county.One, (CanteenFactKind)99, "x", Today), CanteenRefusal.ValueWrong),
            ("tomorrow", county.FactAsync(county.One, CanteenFactKind.OpenKitchen, "yes", Today.AddDays(1)), CanteenRefusal.DayOutside),
            ("before the programme began", county.FactAsync(county.One, CanteenFactKind.OpenKitchen, "yes", new(2011, 8, 31)), CanteenRefusal.DayOutside),
            ("leaving before it joined", county.FactAsync(county.One, CanteenFactKind.Supply, "Left", new(2026, 9, 1)), CanteenRefusal.NotOnProgramme),
            ("a note that is too long", county.FactAsync(county.One, CanteenFactKind.OpenKitchen, "yes", Today, note: new string('字', 201)), CanteenRefusal.ReasonMissing),
        ];
        foreach (var (why, done, refusal) in wrong) (await done).Refusal.Should().Be(refusal, why);
        (await county.FactAsync(county.Senior, CanteenFactKind.Rating, "County", Today)).Refusal.Should().BeNull("a demonstration canteen may be of any school");
        (await county.FactAsync(county.One, CanteenFactKind.Supply, "Left", new(2026, 9, 2))).Refusal.Should().BeNull();
        (await county.InAsync(October)).State.Should().Be(StatementState.NotOwed);
        (await county.InAsync(September)).State.Should().Be(StatementState.Missing, "it was on the programme for a day");
    }

    [Theory, EveryDatabase]
    public async Task An_entry_is_taken_back_with_a_reason_and_stays_to_be_seen(TestDatabase on)
    {
        await using var county = await CanteenCounty.OpenAsync(on);
        await county.FactAsync(county.One, CanteenFactKind.Rating, "City", new(2026, 10, 1));
        Task<CanteenOutcome> WithdrawAsync(int number, string? reason, Scope? scope = null) =>
            county.County.Do(s => s.Get<WithdrawCanteenFact>().RunAsync(scope is null ? Staff.Officer : Staff.SchoolClerk, county.One, number, reason, Stop), scope);
        (await WithdrawAsync(2, " ")).Refusal.Should().Be(CanteenRefusal.ReasonMissing);
        (await WithdrawAsync(7, "误登")).Refusal.Should().Be(CanteenRefusal.NotStanding);
        (await WithdrawAsync(2, "误登", county.OfOne)).Refusal.Should().Be(CanteenRefusal.CountyDecides);
        (await WithdrawAsync(2, "误登")).Written.Should().BeTrue();
        (await WithdrawAsync(2, "误登")).Refusal.Should().Be(CanteenRefusal.NotStanding, "it was taken back already");
        (await WithdrawAsync(3, "误登")).Refusal.Should().Be(CanteenRefusal.NotStanding, "a withdrawal is no fact");
        var history = (await county.SchoolAsync(county.One))!.History;
        (history.RatingOn(Today), history.All.Count, history.Standing.Count).Should().Be((CanteenRating.None, 3, 1));
        (await county.County.Do(s => s.Db.AuditEvents.CountAsync(e => e.Action == "canteen.withdraw", Stop))).Should().Be(1);
    }

    [Theory, EveryDatabase]
    public async Task Demonstration_canteens_are_counted_beside_the_plan(TestDatabase on)
    {
        await using var county = await CanteenCounty.OpenAsync(on);
        await county.FactAsync(county.One, CanteenFactKind.Rating, "City", new(2026, 10, 1));
        await county.FactAsync(county.Senior, CanteenFactKind.Rating, "County", new(2026, 10, 1));
        await county.FactAsync(county.One, CanteenFactKind.OpenKitchen, "yes", new(2026, 10, 1));
        Task<CanteenTargets> TargetsAsync(DateOnly day, Scope? scope = null) => county.County.Do(async s => await CanteenTargets.LoadAsync(s.Db, await s.Get<CanteenBoard>().AllAsync(Stop), day, Stop), scope);
        (await TargetsAsync(Today)).Should().Be(new CanteenTargets(Today, 1, 1, 2, 1, null, null, null), "there is no plan");
        (await TargetsAsync(new(2026, 9, 30))).Should().Be(new CanteenTargets(new(2026, 9, 30), 0, 0, 2, 0, null, null, null));
        (await Plans.PlanSteps.SavePlanAsync(county.County, Plans.PlanSteps.Shipped, fresh: true)).Refusal.Should().BeNull();
        (await TargetsAsync(Today)).Should().Be(new CanteenTargets(Today, 1, 1, 2, 1, 2020, 4, 6));
        (await TargetsAsync(Today, county.OfOne)).CityTarget.Should().BeNull("the plan is the county's");
    }

    [Theory, EveryDatabase]
    public async Task What_is_exported_reads_back_equal_and_makes_the_same_canteens_elsewhere(TestDatabase on)
    {
        await using var county = await CanteenCounty.OpenAsync(on);
        await county.FactAsync(county.One, CanteenFactKind.Rating, "City", new(2026, 10, 1), note: "市教〔2026〕3号");
        await county.FactAsync(county.One, CanteenFactKind.OpenKitchen, "no", new(2026, 9, 1));
        await county.FactAsync(county.One, CanteenFactKind.OpenKitchen, "yes", new(2026, 10, 1));
        await county.FactAsync(county.Other, CanteenFactKind.Licence, "2027-03-31", new(2026, 9, 1));
        await county.FactAsync(county.Other, CanteenFactKind.FinanceStaff, "钱会甲、钱会乙", new(2026, 9, 1));
        await county.FactAsync(county.Other, CanteenFactKind.Training, "=食堂财务", new(2026, 9, 20));
        await county.FactAsync(county.Other, CanteenFactKind.Supply, "Left", new(2026, 11, 1));
        var book = await county.ExportFactsAsync();
        var (rows, findings) = CanteenFactSheet.Read(new MemoryStream(book), "食堂.xlsx");
        findings.Should().BeEmpty();
        rows.Select(r => r.Row).Should().BeEquivalentTo(
        [
            new CanteenFactLine("3401", First, CanteenFactKind.Supply, new(2026, 9, 1), "Canteen", ""),
            new("3401", First, CanteenFactKind.OpenKitchen, new(2026, 9, 1), "no", ""),
            new("3401", First, CanteenFactKind.Rating, new(2026, 10, 1), "City", "市教〔2026〕3号"),
            new("3401", First, CanteenFactKind.OpenKitchen, new(2026, 10, 1), "yes", ""),
            new("3402", Second, CanteenFactKind.Supply, new(2026, 9, 1), "Canteen", ""),
            new("3402", Second, CanteenFactKind.Licence, new(2026, 9, 1), "2027-03-31", ""),
            new("3402", Second, CanteenFactKind.FinanceStaff, new(2026, 9, 1), "钱会甲、钱会乙", ""),
            new("3402", Second, CanteenFactKind.Training, new(2026, 9, 20), "=食堂财务", ""),
            new("3402", Second, CanteenFactKind.Supply, new(2026, 11, 1), "Left", ""),
        ]);
        (await county.ImportFactsAsync(book)).Should().BeEquivalentTo(new LedgerImport(0, 0, 9, [], true));

        await using var other = await CanteenCounty.OpenAsync(TestDatabase.Sqlite, joined: false);
        (await other.ImportFactsAsync(book, dryRun: true)).Should().BeEquivalentTo(new LedgerImport(9, 0, 0, [], false));
        (await other.County.Do(s => s.Db.CanteenFacts.CountAsync(Stop))).Should().Be(0, "a dry run writes nothing");
        (await other.ImportFactsAsync(book)).Added.Should().Be(9);
        CanteenFactSheet.Read(new MemoryStream(await other.ExportFactsAsync()), "食堂.xlsx").Rows.Select(r => r.Row).Should().BeEquivalentTo(rows.Select(r => r.Row));
    }

    [Fact]
    public async Task A_bad_row_is_a_finding_with_row_and_column_and_keeps_all_out()
    {
        await using var county = await CanteenCounty.OpenAsync(TestDatabase.Sqlite);
        var bad = Encoding.UTF8.GetBytes(
            $"学校代码,学校名称,事项,起始日期,内容,说明\n3401,{First},明厨亮灶,2026-09-01,是,\n9999,,明厨亮灶,2026-09-01,是,\n3401,{Second},明厨亮灶,2026-09-01,是,\n"
            + "3401,,灶台,2026-09-01,是,\n3401,,明厨亮灶,2026-09-01,大概,\n3401,,食品经营许可证有效期至,2026-09-01,明年,\n3401,,明厨亮灶,2027-01-01,是,\n3404,,营养改善计划供餐方式,2026-09-01,学校食堂供餐,\n3401,,食堂财务人员,,钱会甲,\n");
        var outcome = await county.ImportFactsAsync(bad, name: "食堂.csv");
        outcome.Findings.OrderBy(f => f.Row).Select(f => (f.Row, f.Heading, f.Problem)).Should().Equal(
            (3, "学校代码", SheetProblem.Unknown), (4, "学校名称", SheetProblem.Unknown), (5, "事项", SheetProblem.Unknown), (6, "内容", SheetProblem.Unknown),
            (7, "内容", SheetProblem.NotADay), (8, "起始日期", SheetProblem.Refused), (9, "学校代码", SheetProblem.Refused), (10, "起始日期", SheetProblem.Blank));
        (outcome.Written, await county.County.Do(s => s.Db.CanteenFacts.CountAsync(Stop))).Should().Be((false, 2));
        (await county.ImportFactsAsync("not a workbook"u8.ToArray(), name: "食堂.xlsx")).Findings.Should().ContainSingle().Which.Row.Should().Be(0);
        (await county.ImportFactsAsync(bad, by: Staff.Finance)).Findings.Should().ContainSingle().Which.Problem.Should().Be(SheetProblem.Refused);
    }
}
