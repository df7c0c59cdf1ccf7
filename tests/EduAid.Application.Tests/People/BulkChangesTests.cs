using System.Diagnostics;
using System.Globalization;
using System.Text;
using EduAid.Application.Audit;
using EduAid.Application.Payments;
using EduAid.Application.People;
using EduAid.Application.People.Bulk;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Changes;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.People;

public class BulkChangesTests
{
    private const string Header = "身份证号,姓名,学校名称,银行卡号,户名,监护人姓名,与学生关系,联系电话";

    private static readonly Child Ming = Child(1, name: "王小明"), Fang = Child(2, name: "李芳"), Same = Child(3, name: "赵强"), Twin = Child(4, name: "赵强"), Absent = Child(9, name: "周全");

    [Theory, EveryDatabase]
    public async Task Every_row_says_what_it_would_do_and_nothing_is_written(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        var (_, plan) = await PlanAsync(county, await SendAsync(county,
            $"{Ming.Id},,,{Child(50).Card},王小明,,,", $"{Fang.Id},李芳,,,,李大方,父女,13900000001", $",王小明,{First},,,,,13900000002", $",赵强,{First},,,,,13900000003",
            $"{Absent.Id},,,,,,,13900000004", $"{Twin.Id},李芳,,,,,,13900000005", $"{Same.Id},,,,,,,"));
        plan.Rows.Select(r => r.Line.Outcome).Should().Equal(
            BulkOutcome.Refused, BulkOutcome.Changes, BulkOutcome.Refused, BulkOutcome.Unknown, BulkOutcome.Unknown, BulkOutcome.Refused, BulkOutcome.Unchanged);
        plan.Rows.SelectMany(r => r.Line.Faults).Should().Equal(BulkFault.Twice, BulkFault.Twice, BulkFault.SeveralPeople, BulkFault.Nobody, BulkFault.NameDiffers);
        plan.Rows.Where(r => r.Person is not null).Should().OnlyContain(r => !r.Id.Contains("20100305"), "an ID is masked");
        (await county.Do(async s => await s.Db.PersonCards.CountAsync() + await s.Db.PersonChanges.CountAsync())).Should().Be(0);
    }

    [Theory, EveryDatabase]
    public async Task Applied_once_it_holds_and_the_same_workbook_changes_nothing_again(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        string[] rows = [$"{Ming.Id},,,{Child(50).Card},王大明,王大明,父子,13900000001", $"{Fang.Id},,,,,李大方,父女,", $"{Same.Id},,,,,,,"];
        var file = await SendAsync(county, rows);
        var (_, plan) = await PlanAsync(county, file);
        (await ApplyAsync(county, file, plan.Basis)).Should().Be((2, (BulkRefusal?)null));
        await county.Do(async s =>
        {
            var card = await s.Db.PersonCards.SingleAsync();
            card.Should().Match<PersonCard>(c => c.Holder == "王大明" && c.Relation == "父子" && !c.Usable && c.Reason == "学校补报");
            (await s.Db.PersonChanges.Select(c => c.State).ToListAsync()).Should().Equal(PersonChangeState.Applied, PersonChangeState.Applied);
            var events = await s.Db.AuditEvents.Where(e => e.Action == "people.bulk").ToListAsync();
            var json = (await s.Db.AuditDetails.SingleAsync(d => d.Number == events.Single().Number)).Json!;
            json.Should().Contain("digest").And.NotContain(Ming.Id).And.NotContain(Child(50).Card).And.NotContain("13900000001");
            (await s.Db.ChangeFiles.SingleAsync()).Should().Match<ChangeFile>(f => f.Applied == 2 && f.Result != null);
            return 0;
        });
        (await ApplyAsync(county, file, plan.Basis)).Refusal.Should().Be(BulkRefusal.AlreadyApplied);
        var (_, again) = await PlanAsync(county, await SendAsync(county, rows));
        again.Rows.Should().OnlyContain(r => r.Line.Outcome == BulkOutcome.Unchanged);
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Fact]
    public async Task Rows_that_cannot_be_applied_are_left_out_only_where_that_was_said()
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite);
        var file = await SendAsync(county, $"{Ming.Id},,,,,,,13900000001", $"{Absent.Id},,,,,,,13900000002");
        var (_, plan) = await PlanAsync(county, file);
        (await ApplyAsync(county, file, plan.Basis, cleanOnly: false)).Refusal.Should().Be(BulkRefusal.NotClean);
        (await ApplyAsync(county, file, plan.Basis, cleanOnly: true, reason: " ")).Refusal.Should().Be(BulkRefusal.ReasonMissing);
        (await ApplyAsync(county, file, "another", cleanOnly: true)).Refusal.Should().Be(BulkRefusal.ChangedMeanwhile);
        (await ApplyAsync(county, Guid.Empty, plan.Basis)).Refusal.Should().Be(BulkRefusal.NotFound);
        (await ApplyAsync(county, file, plan.Basis, cleanOnly: true, by: Staff.SchoolClerk)).Refusal.Should().Be(BulkRefusal.NotYourRole);
        (await ApplyAsync(county, file, plan.Basis, cleanOnly: true)).Should().Be((1, (BulkRefusal?)null));
        (await county.Do(s => s.Db.PersonChanges.CountAsync())).Should().Be(1);
    }

    [Fact]
    public async Task What_changed_after_it_was_looked_at_is_looked_at_again()
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite);
        var file = await SendAsync(county, $"{Ming.Id},,,,,,,13900000001");
        var (_, plan) = await PlanAsync(county, file);
        var person = plan.Rows.Single().Person!.Value;
        await county.Do(s => s.Get<CorrectPerson>().ContactAsync(Staff.Officer, Spring2020, person, new(null, null, null, "13700000000"), "家长来电", Stop));
        (await ApplyAsync(county, file, plan.Basis)).Refusal.Should().Be(BulkRefusal.ChangedMeanwhile);
    }

    [Theory]
    [InlineData("姓名,联系电话\n王小明,13900000001", ChangeSheetFault.NoPupils)]
    [InlineData("身份证号,班级\n341523201003050011,1班", ChangeSheetFault.NothingToChange)]
    [InlineData("身份证号,联系电话\n", ChangeSheetFault.Empty)]
    [InlineData("", ChangeSheetFault.Unreadable)]
    public async Task A_workbook_that_is_none_is_refused_by_name(string text, ChangeSheetFault fault)
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite);
        (await county.Do(s => s.Get<StageChanges>().RunAsync(Staff.Officer, Spring2020, Encoding.UTF8.GetBytes(text), "a.csv", Stop))).Should().Be(((Guid?)null, (ChangeSheetFault?)fault));
        (await county.Do(s => s.Db.ChangeFiles.CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task Thirty_two_thousand_rows_are_planned_and_applied_in_seconds()
    {
        const int rows = 32_000;
        await using var county = await CountyFixture.OpenAsync(TestDatabase.Sqlite);
        await county.Schools(SchoolsFile);
        // The digits of a day tell a thousand children apart.
        var children = Enumerable.Range(0, rows).Select(n => Child(n % 1000, new DateOnly(2010, 1, 1).AddDays(n / 1000).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "童甲")).ToList();
        await county.Lists(ListOf("a.csv", children));
        var file = await SendAsync(county, [.. children.Select((c, i) => $"{c.Id},,,,,家长甲,父子,13{i:000000000}")]);
        var clock = Stopwatch.StartNew();
        var (_, plan) = await PlanAsync(county, file);
        plan.Count(BulkOutcome.Changes).Should().Be(rows);
        (await ApplyAsync(county, file, plan.Basis)).Applied.Should().Be(rows);
        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(60), "on a machine that does other work too");
    }

    private static async Task<CountyFixture> OpenAsync(TestDatabase on)
    {
        var county = await CountyFixture.OpenAsync(on);
        await county.Schools(SchoolsFile);
        await county.Lists(ListOf("a.csv", [Ming, Fang, Same, Twin]));
        return county;
    }

    private static async Task<Guid> SendAsync(CountyFixture county, params string[] rows) =>
        (await county.Do(s => s.Get<StageChanges>().RunAsync(Staff.Officer, Spring2020, Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(Header)) + "\n"), "changes.csv", Stop))).File!.Value;

    private static async Task<(ChangeFile File, BulkPlan Plan)> PlanAsync(CountyFixture county, Guid file) => (await county.Do(s => s.Get<ApplyChanges>().PlanAsync(file, Stop)))!.Value;

    private static Task<(int Applied, BulkRefusal? Refusal)> ApplyAsync(CountyFixture county, Guid file, string basis, bool cleanOnly = false, string reason = "学校补报", Actor? by = null) =>
        county.Do(s => s.Get<ApplyChanges>().RunAsync(by ?? Staff.Officer, file, new(basis, cleanOnly, reason), Stop));
}
