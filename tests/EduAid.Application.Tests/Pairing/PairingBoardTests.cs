using EduAid.Application.Audit;
using EduAid.Application.Documents;
using EduAid.Application.Pairing;
using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Duties;
using EduAid.Domain.Pairing;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;
using static EduAid.Application.Tests.Pairing.PairedCounty;

namespace EduAid.Application.Tests.Pairing;

public class PairingBoardTests
{
    private static readonly Month June = Month.Of(new(2026, 6, 1)), November = Month.Of(Today);

    [Theory, EveryDatabase]
    public async Task A_household_is_judged_by_what_the_registered_list_said_at_the_time(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        var (poor, exited, changing) = (await county.PairAsync(Poor, new(2026, 6, 1)), await county.PairAsync(Exited, new(2026, 6, 1)), await county.PairAsync(Changing, new(2026, 6, 1)));
        (await StatesAsync(county, poor)).Should().Equal("Missed", "Missed", "Missed", "Missed", "Missed", "Due");
        (await StatesAsync(county, exited)).Should().Equal("Rest", "Missed", "Rest", "Missed", "Rest", "Due");
        (await StatesAsync(county, changing)).Should().Equal(["Missed", "Missed", "Rest", "Missed", "Rest", "Due"], "poor to the end of July, out of poverty from the autumn's list on");
        var lines = await county.LinesAsync();
        lines.Select(l => (l.Household.Id, l.Standing, l.Course.Overdue)).Should().Equal((poor, PairStanding.Overdue, 5), (changing, PairStanding.Overdue, 3), (exited, PairStanding.Overdue, 2));
        lines.Should().OnlyContain(l => l.IsDue && l.LastVisit == null);
    }

    [Theory, EveryDatabase]
    public async Task A_visit_takes_a_household_off_the_list_and_a_correction_puts_it_back(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        var household = await county.PairAsync(Poor, new(2026, 10, 5));
        (await county.LineAsync(household)).Standing.Should().Be(PairStanding.Due);
        var visit = await county.VisitAsync(household, new(2026, 11, 20));
        (await county.LineAsync(household)).Should().Match<PairedLine>(l => l.Standing == PairStanding.Visited && !l.IsToDo && l.LastVisit == new DateOnly(2026, 11, 20));
        (await county.VisitAsync(household, new(2026, 11, 20))).Again.Should().BeTrue();
        (await county.LineAsync(household)).Days.Should().ContainSingle("two visits on one day count once");

        var moved = await county.VisitAsync(household, new(2026, 10, 20), corrects: visit.Visit);
        (await county.VisitAsync(household, new(2026, 11, 1), corrects: visit.Visit)).Refusal.Should().Be(PairingRefusal.CorrectsOther, "it was put right already");
        (await county.LineAsync(household)).Standing.Should().Be(PairStanding.Visited, "the other one of the twentieth still counts");
        var second = await county.County.Do(s => s.Db.PairVisits.Where(v => v.Number == 2).Select(v => v.Id).SingleAsync(Stop));
        (await county.VisitAsync(household, new(2026, 11, 20), corrects: second, withdrawn: true)).Refusal.Should().BeNull();
        (await county.LineAsync(household)).Should().Match<PairedLine>(l => l.Standing == PairStanding.Due && l.LastVisit == new DateOnly(2026, 10, 20));
        (await county.VisitAsync(household, new(2026, 10, 20), corrects: moved.Visit, withdrawn: true)).Refusal.Should().BeNull();
        (await county.LineAsync(household)).LastVisit.Should().BeNull();
        (await county.County.Do(s => s.Db.PairVisits.OrderBy(v => v.Number).Select(v => v.Number).ToListAsync(Stop))).Should().Equal(1, 2, 3, 4, 5);
        (await county.County.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Fact]
    public async Task What_cannot_have_been_is_refused()
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite);
        var (household, other) = (await county.PairAsync(Poor, new(2026, 11, 5)), await county.PairAsync(Exited, new(2026, 11, 5)));
        var visit = (await county.VisitAsync(household, new(2026, 11, 6))).Visit;
        var good = new SentPairVisit(household, new(2026, 11, 20), "入户", null);
        (string Why, Actor By, SentPairVisit Sent, PairingRefusal Refusal)[] wrong =
        [
            ("who only looks", Staff.Director, good, PairingRefusal.NotYourRole),
            ("no such household", Staff.Officer, good with { Household = Guid.Empty }, PairingRefusal.NotFound),
            ("tomorrow", Staff.Officer, good with { On = Today.AddDays(1) }, PairingRefusal.DayAhead),
            ("the day before the pairing began", Staff.Officer, good with { On = new(2026, 11, 4) }, PairingRefusal.DayOutside),
            ("no words", Staff.Officer, good with { Content = " " }, PairingRefusal.ContentMissing),
            ("too many words", Staff.Officer, good with { Content = new string('长', PairVisit.LongestText + 1) }, PairingRefusal.TextTooLong),
            ("too many needs", Staff.Officer, good with { Needs = new string('长', PairVisit.LongestText + 1) }, PairingRefusal.TextTooLong),
            ("a correction of another household's visit", Staff.Officer, good with { Household = other, Corrects = visit }, PairingRefusal.CorrectsOther),
            ("withdrawing nothing", Staff.Officer, good with { Withdrawn = true }, PairingRefusal.CorrectsOther),
        ];
        foreach (var (why, by, sent, refusal) in wrong) (await county.County.Do(s => s.Get<RecordPairVisit>().RunAsync(by, sent, Stop))).Refusal.Should().Be(refusal, why);
        (await county.County.Do(s => s.Db.PairVisits.CountAsync(Stop))).Should().Be(1);
        (await county.County.Do(s => s.Get<RecordPairVisit>().RunAsync(Staff.Officer, good, Stop))).Refusal.Should().BeNull();
    }

    [Theory, EveryDatabase]
    public async Task The_interval_is_the_setting_of_a_months_first_day(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        var household = await county.PairAsync(Exited, new(2026, 6, 1));
        (await county.County.Do(s => s.Get<ChangeSetting>().RunAsync(Staff.Director, SettingBook.PairingExitedName, "1", new(2026, 12, 2), "县教〔2026〕9号", Stop))).Should().BeNull();
        (await county.County.Do(s => s.Get<ChangeSetting>().RunAsync(Staff.Director, SettingBook.PairingExitedName, "0", new(2026, 12, 2), "x", Stop))).Should().Be(SettingRefusal.ValueNotAllowed);
        var lines = await county.LinesAsync(new(2027, 1, 5));
        lines.Single().Household.Id.Should().Be(household);
        // Due by the ends of July, September and November; the setting holds from the second of December on, so January is the first month that asks for more.
        lines[0].Course.Months.TakeLast(3).Select(m => (m.Month.ToString(), m.Interval, m.State)).Should().Equal(
            ("2026-11", 2, PairedMonthState.Missed), ("2026-12", 2, PairedMonthState.Rest), ("2027-01", 1, PairedMonthState.Due));
    }

    [Theory, EveryDatabase]
    public async Task A_school_sees_its_own_pairs_a_teacher_the_own_and_nobody_elses(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        var (own, colleagues, others) = (
            await county.PairAsync(Poor, new(2026, 9, 1)), await county.PairAsync(Exited, new(2026, 9, 1), "白甲二"), await county.PairAsync(Changing, new(2026, 9, 1), "白乙一", county.SecondSchool));
        (await Seen(county.OfFirst)).Should().BeEquivalentTo([own, colleagues]);
        (await Seen(county.OfSecond)).Should().Equal([others], "households of staff without accounts are not everybody's");
        (await Seen(county.OfTeacher)).Should().Equal(own);
        (await county.VisitAsync(own, new(2026, 11, 3), by: AsTeacher, scope: county.OfTeacher)).Refusal.Should().BeNull();
        (await county.VisitAsync(colleagues, new(2026, 11, 3), by: AsTeacher, scope: county.OfTeacher)).Refusal.Should().Be(PairingRefusal.NotFound);
        (await county.VisitAsync(own, new(2026, 11, 3), by: Staff.SchoolClerk, scope: county.OfSecond)).Refusal.Should().Be(PairingRefusal.NotFound);
        (await county.LinesAsync(scope: county.OfFirst)).Single(l => l.Household.Id == colleagues).History.HasExited(Today).Should().BeTrue("a school is told the status of its households, though the list is the county's");
        (await county.County.Do(s => s.Db.Registrations.AnyAsync(Stop), county.OfFirst)).Should().BeFalse();
        (await county.ReportAsync(November, November, county.OfSecond)).Staff.Select(s => s.Staff).Should().Equal("白乙一");
        (await county.ReportAsync(November, November, county.OfTeacher)).Staff.Select(s => s.Staff).Should().Equal("董一");

        async Task<IEnumerable<Guid>> Seen(Scope scope) => (await county.LinesAsync(scope: scope)).Select(l => l.Household.Id);
    }

    [Theory, EveryDatabase]
    public async Task Who_takes_over_reads_what_was_found_before_and_who_handed_on_not_what_comes(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        var household = await county.PairAsync(Poor, new(2026, 8, 1), "白甲二");
        await county.VisitAsync(household, new(2026, 8, 5), content: "以前的");
        (await county.PassAsync(household, null, new(2026, 9, 1), county.Teacher)).Should().BeNull();
        var mine = await county.VisitAsync(household, new(2026, 9, 5), content: "本人的", by: AsTeacher, scope: county.OfTeacher);
        (await Read()).Should().Equal("以前的", "本人的");
        var before = await county.County.Do(s => s.Db.PairVisits.Where(v => v.Number == 1).Select(v => v.Id).SingleAsync(Stop));
        (await county.VisitAsync(household, new(2026, 9, 6), corrects: before, by: AsTeacher, scope: county.OfTeacher)).Refusal.Should().Be(PairingRefusal.CorrectsOther, "a predecessor's is not the teacher's to put right");
        (await county.VisitAsync(household, new(2026, 8, 6), by: AsTeacher, scope: county.OfTeacher)).Refusal.Should().Be(PairingRefusal.DayOutside);

        (await county.PassAsync(household, "白甲三", new(2026, 10, 1))).Should().BeNull();
        await county.VisitAsync(household, new(2026, 10, 5), content: "以后的");
        (await Read()).Should().Equal("以前的", "本人的");
        (await county.LinesAsync(scope: county.OfTeacher)).Should().BeEmpty("it is the teacher's no more");
        (await county.ReportAsync(June, November, county.OfTeacher)).Total.Should().Be(new PairTally(1, 1, 1, 0, 1, 0), "September was kept, and what came later is not the teacher's");
        (await county.VisitAsync(household, new(2026, 9, 7), corrects: mine.Visit, by: AsTeacher, scope: county.OfTeacher)).Refusal.Should().BeNull("the own can still be put right");

        Task<List<string>> Read() => county.County.Do(s => s.Db.PairVisits.OrderBy(v => v.On).Select(v => v.Content).ToListAsync(Stop), county.OfTeacher);
    }

    [Theory, EveryDatabase]
    public async Task The_report_of_some_months_says_what_was_due_done_and_missed_by_whom(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        var (poor, exited) = (await county.PairAsync(Poor, new(2026, 6, 1)), await county.PairAsync(Exited, new(2026, 6, 1), "白乙一", county.SecondSchool));
        foreach (var day in new DateOnly[] { new(2026, 6, 5), new(2026, 8, 5), new(2026, 8, 20), new(2026, 9, 5) }) await county.VisitAsync(poor, day);
        await county.VisitAsync(exited, new(2026, 9, 5));
        var quarter = await county.ReportAsync(Month.Of(new(2026, 7, 1)), Month.Of(new(2026, 9, 1)));
        quarter.On.Should().Be(new(2026, 9, 30));
        quarter.Staff.Select(s => (s.SchoolName, s.Staff, s.Tally)).Should().Equal(
            // July missed, August and September kept, two days in August.
            (First, "董一", new PairTally(1, 3, 2, 1, 3, 0)),
            // Out of poverty: July missed, September kept.
            (Second, "白乙一", new PairTally(1, 2, 1, 1, 1, 0)));
        quarter.Total.Should().Be(new PairTally(2, 5, 3, 2, 4, 0));
        quarter.Total.OnTimePercent.Should().Be(60);
        var now = await county.ReportAsync(Month.Of(new(2026, 10, 1)), November);
        // October missed and November still open; the other one is due in November.
        now.Schools.Select(s => s.Tally).Should().Equal(new PairTally(1, 2, 0, 1, 0, 1), new PairTally(1, 1, 0, 0, 0, 0));
        now.Total.Open.Should().Be(2);
    }

    [Theory, EveryDatabase]
    public async Task A_photograph_stays_with_those_who_may(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        var visit = (await county.VisitAsync(await county.PairAsync(Poor, new(2026, 9, 1)), new(2026, 11, 3))).Visit!.Value;
        var photo = new SentDocument(DocumentSubject.PairVisit, $"{visit}", null, "a.pdf", "%PDF-1.4 x"u8.ToArray());
        (await county.County.Do(s => s.Get<AttachDocument>().RunAsync(Staff.SchoolClerk, photo, Stop), county.OfSecond)).Should().Be(DocumentRefusal.NotFound);
        (await county.County.Do(s => s.Get<AttachDocument>().RunAsync(AsTeacher, photo, Stop), county.OfTeacher)).Should().BeNull();
        var stored = await county.County.Do(s => s.Db.StoredDocuments.Select(d => d.Id).SingleAsync(Stop));
        (await county.County.Do(s => s.Get<DownloadDocument>().RunAsync(AsTeacher, stored, Stop), county.OfTeacher)).Should().NotBeNull();
        (await county.County.Do(s => s.Get<DownloadDocument>().RunAsync(Staff.Head, stored, Stop), county.OfSecond)).Should().BeNull();
        (await county.County.Do(s => s.Get<DownloadDocument>().RunAsync(Staff.Finance, stored, Stop))).Should().BeNull("a picture of a poor household concerns those who look after it");
    }

    private static async Task<IEnumerable<string>> StatesAsync(PairedCounty county, Guid household) =>
        (await county.County.Do(s => s.Get<PairingBoard>().InAsync(June, November, Today, Stop))).Single(l => l.Household.Id == household).Course.Months.Select(m => $"{m.State}");
}
