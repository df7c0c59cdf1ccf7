using System.Text;
using EduAid.Application.Audit;
using EduAid.Application.Ledgers;
using EduAid.Application.Loans;
using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Loans;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;
using static EduAid.Application.Tests.Intake.ImportAgainTests;

namespace EduAid.Application.Tests.Loans;

/// <summary>Loans of the academic year 2020–2021; the county's clock stands at 24 November 2026.</summary>
public class LoanTests
{
    private const string Header = "学年,姓名,身份证号,层次,就读高校,贷款金额(元),申请日期,合同编号,签订日期,放款日期,结清日期,终止,终止日期,终止原因";

    private static readonly Child One = Born(41), Two = Born(42), Three = Born(43), Four = Born(44);
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory, EveryDatabase]
    public async Task Registered_applicants_come_first_and_the_figures_follow_the_contract(TestDatabase on)
    {
        await using var county = await CountyAsync(on);
        await ApplyAsync(county, Sent(Three, on: new(2020, 7, 1)));
        var second = await ApplyAsync(county, Sent(Two, on: new(2020, 7, 5)));
        var first = await ApplyAsync(county, Sent(One, on: new(2020, 7, 2)));
        (await BoardAsync(county)).Select(l => (l.Loan.Name, l.Registered)).Should().Equal((One.Name, true), (Two.Name, true), (Three.Name, false));

        (await MoveAsync(county, first, LoanState.Contracted, new(2020, 8, 1), "ht-001")).Refusal.Should().BeNull();
        (await MoveAsync(county, second, LoanState.Contracted, new(2020, 8, 2), "HT-001")).Refusal.Should().Be(LoanRefusal.ContractTaken, "however it is written");
        (await MoveAsync(county, second, LoanState.Refused, new(2020, 8, 2))).Refusal.Should().Be(LoanRefusal.TextMissing);
        (await MoveAsync(county, second, LoanState.Refused, new(2020, 8, 2), why: "材料不实")).Refusal.Should().BeNull();
        (await MoveAsync(county, first, LoanState.Disbursed, new(2020, 10, 1))).Refusal.Should().BeNull();
        (await BoardAsync(county))[0].Loan.Name.Should().Be(Three.Name, "who waits stands before who is settled");

        var (july, august, later) = (await FiguresAsync(county, new(2020, 7, 31)), await FiguresAsync(county, new(2020, 8, 15)), await FiguresAsync(county, Today));
        (july.Borrowers, july.States[LoanState.Applied]).Should().Be((0, 3));
        (august.Borrowers, august.RegisteredBorrowers, august.Contracted, august.Disbursed).Should().Be((1, 1, Money.FromYuan(8000), Money.Zero));
        (later.Disbursed, later.States[LoanState.Refused]).Should().Be((Money.FromYuan(8000), 1));
        (later.Rate.Students, later.Rate.Borrowers, later.Rate.Unlisted).Should().Be((2, 1, 0), "two registered graduates were admitted, the third is on no register");
        (await county.Do(s => s.Db.AuditEvents.Where(e => e.Action.StartsWith("loan.")).OrderBy(e => e.Number).Select(e => e.Action).ToListAsync(Stop))).Should()
            .Equal("loan.apply", "loan.apply", "loan.apply", "loan.move", "loan.move", "loan.move");
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Fact]
    public async Task An_admission_counts_for_as_many_years_as_the_setting_says()
    {
        await using var county = await CountyAsync(TestDatabase.Sqlite);
        async Task<int> Students(int year) => (await county.Do(s => LoanFigures.LoadAsync(s.Db, year, Today, Stop))).Rate.Students;
        (await Students(2019)).Should().Be(0, "admitted in 2020");
        (await Students(2023)).Should().Be(2, "the fourth year");
        (await Students(2024)).Should().Be(0);
    }

    [Fact]
    public async Task A_registered_borrower_on_no_admissions_list_is_named_beside_the_rate()
    {
        await using var county = await CountyAsync(TestDatabase.Sqlite);
        await county.Registered(RegisteredOf("q.csv", One, Two, Four), Semester.Spring(2020));
        await MoveAsync(county, await ApplyAsync(county, Sent(Four)), LoanState.Contracted, new(2020, 9, 1), "HT-9");
        var rate = (await FiguresAsync(county, Today)).Rate;
        (rate.Students, rate.Borrowers, rate.Unlisted).Should().Be((2, 0, 1));
    }

    [Fact]
    public async Task One_loan_a_year_and_another_after_a_refusal_or_in_the_next_year()
    {
        await using var county = await CountyAsync(TestDatabase.Sqlite);
        var first = await ApplyAsync(county, Sent(One));
        (await OutcomeAsync(county, Sent(One))).Refusal.Should().Be(LoanRefusal.BorrowerTaken);
        (await OutcomeAsync(county, Sent(One) with { AcademicYear = 2021 })).Refusal.Should().BeNull();
        await MoveAsync(county, first, LoanState.Withdrawn, Today, why: "改用国家奖学金");
        (await OutcomeAsync(county, Sent(One, on: Today))).Refusal.Should().BeNull();
    }

    [Fact]
    public async Task What_is_wrong_is_refused_and_a_limit_is_held_against_it_only_once_it_is_set()
    {
        await using var county = await CountyAsync(TestDatabase.Sqlite);
        (string Why, SentLoan Sent, LoanRefusal Refusal)[] wrong =
        [
            ("no year", Sent(One) with { AcademicYear = null }, LoanRefusal.YearOutside),
            ("a year to come", Sent(One) with { AcademicYear = 2027 }, LoanRefusal.YearOutside),
            ("no name", Sent(One) with { Name = " " }, LoanRefusal.NameMissing),
            ("an ID that is none", Sent(One) with { CitizenId = One.Id[..17] }, LoanRefusal.IdInvalid),
            ("no university", Sent(One) with { University = "" }, LoanRefusal.UniversityMissing),
            ("no amount", Sent(One) with { Amount = null }, LoanRefusal.AmountMissing),
            ("less than a yuan", Sent(One) with { Amount = Money.FromFen(99) }, LoanRefusal.AmountMissing),
            ("tomorrow", Sent(One, on: Today.AddDays(1)), LoanRefusal.DayOutside),
        ];
        foreach (var (why, sent, refusal) in wrong) (await OutcomeAsync(county, sent)).Refusal.Should().Be(refusal, why);
        (await county.Do(s => s.Get<ApplyForLoan>().RunAsync(Staff.Director, Sent(One), Stop))).Refusal.Should().Be(LoanRefusal.NotYourRole);
        (await OutcomeAsync(county, Sent(One) with { Amount = Money.FromYuan(99999) })).Refusal.Should().BeNull("nobody has set a limit");

        (await SetAsync(county, "2020-13-01:1")).Should().Be(SettingRefusal.ValueNotAllowed);
        (await SetAsync(county, "2020-01-01:8000 2021-09-01:12000")).Should().BeNull();
        county.Clock.Advance(TimeSpan.FromDays(2));
        var above = await OutcomeAsync(county, Sent(Two, on: new(2020, 8, 1)) with { Amount = Money.FromFen(800001) });
        (above.Refusal, above.Most).Should().Be((LoanRefusal.AmountAbove, Money.FromYuan(8000)));
        (await OutcomeAsync(county, Sent(Two, on: new(2020, 8, 1)) with { Amount = Money.FromYuan(8000) })).Refusal.Should().BeNull("the limit itself may be lent");
        (await OutcomeAsync(county, Sent(Three, on: new(2021, 9, 1)) with { Amount = Money.FromYuan(12000) })).Refusal.Should().BeNull("the day of the application decides");
        (await OutcomeAsync(county, Sent(Four, on: new(2020, 8, 1)) with { Amount = Money.FromYuan(12000), Level = LoanLevel.Graduate })).Refusal.Should().BeNull("theirs is another limit");
    }

    [Theory, EveryDatabase]
    public async Task The_loans_are_the_countys(TestDatabase on)
    {
        await using var county = await CountyAsync(on);
        await ApplyAsync(county, Sent(One));
        var school = await county.Do(s => s.Db.Schools.Where(x => x.Code == "3404").Select(x => x.Id).SingleAsync(Stop));
        foreach (var scope in new[] { Scope.OfSchools(county.County, school), Scope.OfTownship(county.County, "城关镇", [school]), Scope.OfUnit(county.County, "县教育局资助中心") })
        {
            (await county.Do(s => s.Db.Loans.CountAsync(Stop), scope)).Should().Be(0);
            (await county.Do(s => s.Db.LoanSteps.CountAsync(Stop), scope)).Should().Be(0);
        }
        await using var neighbour = await county.NeighbourAsync("341599");
        (await neighbour.Do(s => s.Db.Loans.CountAsync(Stop))).Should().Be(0);
        (await county.Do(s => s.Db.Loans.CountAsync(Stop))).Should().Be(1);
    }

    [Theory, EveryDatabase]
    public async Task What_is_exported_reads_back_equal_and_makes_the_same_loans_elsewhere(TestDatabase on)
    {
        await using var county = await CountyAsync(on);
        var first = await ApplyAsync(county, Sent(One));
        await MoveAsync(county, first, LoanState.Contracted, new(2020, 8, 1), "HT-001");
        await MoveAsync(county, first, LoanState.Disbursed, new(2020, 10, 1));
        await MoveAsync(county, await ApplyAsync(county, Sent(Two) with { Amount = Money.FromFen(650050), Level = LoanLevel.Graduate }), LoanState.Refused, new(2020, 8, 3), why: "材料不实");
        await ApplyAsync(county, Sent(Three));
        var book = await ExportAsync(county, Staff.Officer);
        var (rows, findings) = LoanSheet.Read(new MemoryStream(book), "台账.xlsx", Today);
        findings.Should().BeEmpty();
        rows.Select(r => r.Row).Should().BeEquivalentTo(
        [
            new LoanRow(2020, One.Name, One.Id, LoanLevel.Undergraduate, "某大学", Money.FromYuan(8000), new(2020, 7, 20), "HT-001", new(2020, 8, 1), new(2020, 10, 1), null, null, null, ""),
            new LoanRow(2020, Two.Name, Two.Id, LoanLevel.Graduate, "某大学", Money.FromFen(650050), new(2020, 7, 20), null, null, null, null, LoanState.Refused, new(2020, 8, 3), "材料不实"),
            new LoanRow(2020, Three.Name, Three.Id, LoanLevel.Undergraduate, "某大学", Money.FromYuan(8000), new(2020, 7, 20), null, null, null, null, null, null, ""),
        ]);
        (await ImportAsync(county, book, dryRun: false)).Should().BeEquivalentTo(new LedgerImport(0, 0, 3, [], true));

        await using var other = await CountyAsync(TestDatabase.Sqlite);
        (await ImportAsync(other, book, dryRun: true)).Should().BeEquivalentTo(new LedgerImport(3, 0, 0, [], false));
        (await other.Do(s => s.Db.Loans.CountAsync(Stop))).Should().Be(0, "a dry run writes nothing");
        (await ImportAsync(other, book, dryRun: false)).Added.Should().Be(3);
        LoanSheet.Read(new MemoryStream(await ExportAsync(other, Staff.Officer)), "x.xlsx", Today).Rows.Select(r => r.Row).Should().BeEquivalentTo(rows.Select(r => r.Row));
        LoanSheet.Read(new MemoryStream(await ExportAsync(other, Staff.Auditor)), "x.xlsx", Today).Findings.Should().OnlyContain(f => f.Problem == SheetProblem.IdInvalid, "masked").And.HaveCount(3);
    }

    [Fact]
    public async Task A_later_workbook_adds_the_steps_that_lack_and_one_that_says_otherwise_is_kept_out()
    {
        await using var county = await CountyAsync(TestDatabase.Sqlite);
        string Row(string amount = "8000", string contract = "HT-001", string signed = "2020-08-01", string paid = "") => $"2020-2021,{One.Name},{One.Id},本专科,某大学,{amount},2020-07-20,{contract},{signed},{paid},,,,";
        (await ImportAsync(county, Csv(Row(contract: "", signed: "")), dryRun: false)).Added.Should().Be(1);
        (await ImportAsync(county, Csv(Row(paid: "2020年10月1日")), dryRun: false)).Should().BeEquivalentTo(new LedgerImport(0, 1, 0, [], true));
        (await county.Do(s => s.Db.Loans.SingleAsync(Stop))).Should().Match<Loan>(l => l.State == LoanState.Disbursed && l.Contract == "HT-001");
        (await ImportAsync(county, Csv(Row(contract: "", signed: "")), dryRun: false)).Same.Should().Be(1, "an older workbook is not wrong");
        foreach (var (row, heading) in new[] { (Row(amount: "7000"), LoanSheet.Amount), (Row(contract: "HT-2"), LoanSheet.Contract), (Row(signed: "2020-08-02"), LoanSheet.Contracted) })
            (await ImportAsync(county, Csv(row), dryRun: false)).Findings.Should().ContainSingle().Which.Should().Match<SheetFinding>(f => f.Row == 2 && f.Heading == heading && f.Problem == SheetProblem.Refused);
    }

    public static TheoryData<string, string, string, SheetProblem> Faulty => new()
    {
        { "no year", ",甲,{0},本专科,某大学,8000,2020-07-20,,,,,,,", LoanSheet.Year, SheetProblem.Blank },
        { "a year that is none", "去年,甲,{0},本专科,某大学,8000,2020-07-20,,,,,,,", LoanSheet.Year, SheetProblem.NotANumber },
        { "an ID that is none", "2020,甲,12345,本专科,某大学,8000,2020-07-20,,,,,,,", LoanSheet.Id, SheetProblem.IdInvalid },
        { "a level that is none", "2020,甲,{0},博导,某大学,8000,2020-07-20,,,,,,,", LoanSheet.Level, SheetProblem.Unknown },
        { "an amount that is none", "2020,甲,{0},本专科,某大学,八千,2020-07-20,,,,,,,", LoanSheet.Amount, SheetProblem.NotAnAmount },
        { "parts of a fen", "2020,甲,{0},本专科,某大学,8000.005,2020-07-20,,,,,,,", LoanSheet.Amount, SheetProblem.NotAnAmount },
        { "a contract without its day", "2020,甲,{0},本专科,某大学,8000,2020-07-20,HT,,,,,,", LoanSheet.Contracted, SheetProblem.Blank },
        { "a day without its contract", "2020,甲,{0},本专科,某大学,8000,2020-07-20,,2020-08-01,,,,,", LoanSheet.Contract, SheetProblem.Blank },
        { "money before the contract", "2020,甲,{0},本专科,某大学,8000,2020-07-20,,,2020-10-01,,,,", LoanSheet.Disbursed, SheetProblem.Refused },
        { "an end without a reason", "2020,甲,{0},本专科,某大学,8000,2020-07-20,,,,,本人撤回,2020-08-01,", LoanSheet.Why, SheetProblem.Refused },
        { "an end that is none", "2020,甲,{0},本专科,某大学,8000,2020-07-20,,,,,结束,2020-08-01,完", LoanSheet.Ended, SheetProblem.Unknown },
    };

    [Fact]
    public async Task Each_fault_is_named_by_row_and_column_and_keeps_the_whole_file_out()
    {
        await using var county = await CountyAsync(TestDatabase.Sqlite);
        var good = $"2020,{Two.Name},{Two.Id},本专科,某大学,8000,2020-07-20,,,,,,,";
        foreach (var row in Faulty)
        {
            var (why, line, heading, problem) = ((string)row[0], ((string)row[1]).Replace("{0}", One.Id), (string)row[2], (SheetProblem)row[3]);
            (await ImportAsync(county, Csv(good, line), dryRun: false)).Findings.Should().ContainSingle(why).Which.Should().Match<SheetFinding>(f => f.Row == 3 && f.Heading == heading && f.Problem == problem, why);
        }
        (await ImportAsync(county, Csv(good, good), dryRun: false)).Findings.Should().ContainSingle().Which.Problem.Should().Be(SheetProblem.Twice);
        (await county.Do(s => s.Db.Loans.CountAsync(Stop))).Should().Be(0);
    }

    private static Child Born(int number) => Child(number, "2002-05-05");

    // Two registered graduates on the admissions list of autumn 2020, and one who is not registered.
    private static async Task<CountyFixture> CountyAsync(TestDatabase on)
    {
        var county = await WithSchools(on);
        await county.Registered(RegisteredOf("p.csv", One, Two));
        await county.Admissions(Autumn2020, AdmissionsOf("a.csv", "江苏省", One, Two, Three));
        return county;
    }

    private static SentLoan Sent(Child child, DateOnly? on = null) =>
        new(2020, child.Name, child.Id, LoanLevel.Undergraduate, "某大学", Money.FromYuan(8000), on ?? new DateOnly(2020, 7, 20));

    private static Task<LoanOutcome> OutcomeAsync(CountyFixture county, SentLoan sent) => county.Do(s => s.Get<ApplyForLoan>().RunAsync(Staff.Officer, sent, Stop));

    private static async Task<Guid> ApplyAsync(CountyFixture county, SentLoan sent)
    {
        var outcome = await OutcomeAsync(county, sent);
        outcome.Refusal.Should().BeNull();
        return outcome.Loan!.Value;
    }

    private static Task<LoanOutcome> MoveAsync(CountyFixture county, Guid loan, LoanState to, DateOnly on, string? contract = null, string? why = null) =>
        county.Do(s => s.Get<MoveLoan>().RunAsync(Staff.Officer, loan, to, on, contract, why, Stop));

    private static Task<IReadOnlyList<LoanLine>> BoardAsync(CountyFixture county) => county.Do(s => LoanBoard.LoadAsync(s.Db, 2020, Stop));

    private static Task<LoanFigures> FiguresAsync(CountyFixture county, DateOnly on) => county.Do(s => LoanFigures.LoadAsync(s.Db, 2020, on, Stop));

    private static Task<SettingRefusal?> SetAsync(CountyFixture county, string value) =>
        county.Do(s => s.Get<ChangeSetting>().RunAsync(Staff.Director, SettingBook.LoanUndergraduateName, value, Today.AddDays(1), "财教文件", Stop));

    private static Task<LedgerImport> ImportAsync(CountyFixture county, byte[] content, bool dryRun) =>
        county.Do(s => s.Get<ImportLoans>().RunAsync(Staff.Officer, new("a.csv", content), dryRun, Stop));

    private static byte[] Csv(params string[] rows) => Encoding.UTF8.GetBytes(Header + "\n" + string.Join('\n', rows) + "\n");

    private static async Task<byte[]> ExportAsync(CountyFixture county, Actor by)
    {
        using var output = new MemoryStream();
        await county.Do(async s =>
        {
            await s.Get<ExportLoans>().RunAsync(by, 2020, output, Stop);
            return 0;
        });
        return output.ToArray();
    }
}
