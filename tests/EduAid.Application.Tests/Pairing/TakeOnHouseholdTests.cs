using EduAid.Application.Audit;
using EduAid.Application.Pairing;
using EduAid.Application.Tests.Counties;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;
using static EduAid.Application.Tests.Pairing.PairedCounty;

namespace EduAid.Application.Tests.Pairing;

public class TakeOnHouseholdTests
{
    [Theory, EveryDatabase]
    public async Task A_school_pairs_a_registered_household_by_its_number_or_by_a_members_id(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        // The registered list is the county's; what the clerk knows are the number and the head.
        (await county.TakeOnAsync(county.Sent(Poor, new(2026, 9, 1)), Staff.SchoolClerk, county.OfFirst)).Refusal.Should().BeNull();
        (await county.TakeOnAsync(county.Sent(Exited, new(2026, 9, 1), "白甲二") with { Household = Child(3).Id }, Staff.SchoolClerk, county.OfFirst)).Refusal.Should().BeNull();
        var households = await county.County.Do(s => s.Db.PairedHouseholds.Include(h => h.Holders).OrderBy(h => h.Number).ToListAsync(Stop));
        households.Select(h => (h.Number, h.Household, h.Head, h.Village)).Should().Equal((1, Poor, "户主甲", "下湾村"), (2, Exited, "户主乙", "上湾村"));
        households.SelectMany(h => h.Holders).Select(h => (h.Staff, h.Account)).Should().Equal(("董一", county.Teacher), ("白甲二", null));
        (await county.County.Do(s => s.Db.People.Where(p => p.Id == households[0].Person).Select(p => p.Name).SingleAsync(Stop))).Should().Be("户主甲", "the head is on the list");
        (await county.County.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Fact]
    public async Task What_says_too_little_or_comes_from_another_role_is_refused()
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite);
        await county.PairAsync(Exited, new(2026, 9, 1), school: county.SecondSchool, staff: "白乙一");
        var good = county.Sent(Poor, new(2026, 9, 1));
        (string Why, Actor By, SentPair Sent, PairingRefusal Refusal)[] wrong =
        [
            ("a teacher", AsTeacher, good, PairingRefusal.NotYourRole),
            ("who only looks", Staff.Director, good, PairingRefusal.NotYourRole),
            ("no school", Staff.Officer, good with { School = null }, PairingRefusal.SchoolMissing),
            ("a school that is none", Staff.Officer, good with { School = new(Guid.Empty) }, PairingRefusal.SchoolMissing),
            ("tomorrow", Staff.Officer, good with { From = Today.AddDays(1) }, PairingRefusal.DayAhead),
            ("before households were registered", Staff.Officer, good with { From = PairedHousehold.Earliest.AddDays(-1) }, PairingRefusal.DayOutside),
            ("the first day that there is", Staff.Officer, good with { From = DateOnly.MinValue }, PairingRefusal.DayOutside),
            ("no number", Staff.Officer, good with { Household = " " }, PairingRefusal.HouseholdUnknown),
            ("a number that no list has", Staff.Officer, good with { Household = "P0009" }, PairingRefusal.HouseholdUnknown),
            ("an ID that no list has", Staff.Officer, good with { Household = Child(9).Id }, PairingRefusal.HouseholdUnknown),
            ("another head: a number alone is not enough", Staff.Officer, good with { Head = "户主乙" }, PairingRefusal.HouseholdUnknown),
            ("nobody", Staff.Officer, good with { Account = null }, PairingRefusal.StaffMissing),
            ("an account of nobody", Staff.Officer, good with { Account = Guid.Empty }, PairingRefusal.StaffWrong),
            ("another name than the account's", Staff.Officer, good with { Staff = "董二" }, PairingRefusal.StaffWrong),
            ("another school's teacher", Staff.Officer, good with { School = county.SecondSchool }, PairingRefusal.StaffWrong),
            ("paired by another school already", Staff.Officer, county.Sent(Exited, new(2026, 10, 1)), PairingRefusal.AlreadyPaired),
            ("paired by another school from a later day on", Staff.Officer, county.Sent(Exited, new(2026, 8, 1)), PairingRefusal.AlreadyPaired),
        ];
        foreach (var (why, by, sent, refusal) in wrong) (await county.TakeOnAsync(sent, by)).Refusal.Should().Be(refusal, why);
        (await county.TakeOnAsync(good, Staff.SchoolClerk, county.OfSecond)).Refusal.Should().Be(PairingRefusal.SchoolMissing, "a school pairs for itself");
        (await county.TakeOnAsync(county.Sent(Exited, new(2026, 10, 1)), Staff.SchoolClerk, county.OfFirst)).Refusal.Should().Be(PairingRefusal.AlreadyPaired, "the other school's pair is not seen, and still counts");
        (await county.TakeOnAsync(good, Staff.SchoolClerk, county.OfFirst)).Refusal.Should().BeNull();
    }

    [Theory, EveryDatabase]
    public async Task A_number_is_known_in_any_case_and_width(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        (await county.TakeOnAsync(county.Sent(Small, new(2026, 9, 1)) with { Household = "P00A4" })).Refusal.Should().BeNull("the list has small letters");
        (await county.TakeOnAsync(county.Sent(Poor, new(2026, 9, 1)) with { Household = "p 0001" })).Refusal.Should().BeNull("the list has capitals");
        (await county.TakeOnAsync(county.Sent(Exited, new(2026, 9, 1)) with { Household = "\uFF300002" })).Refusal.Should().BeNull("typed in full width");
        (await county.County.Do(s => s.Db.PairedHouseholds.OrderBy(h => h.Number).Select(h => h.Household).ToListAsync(Stop))).Should().Equal([Small, Poor, Exited], "as the list writes them");
    }

    [Fact]
    public async Task The_trail_names_a_pair_by_its_key_and_nobody_by_name()
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite);
        var household = await county.PairAsync(Poor, new(2026, 9, 1), "BAI ONE");
        (await county.PassAsync(household, "BAI TWO", new(2026, 10, 1))).Should().BeNull();
        var holders = await county.County.Do(s => s.Db.PairHolders.OrderBy(h => h.From).Select(h => h.Id).ToListAsync(Stop));
        var details = await county.County.Do(s => s.Db.AuditEvents.Where(e => e.Action == "pairing.take-on" || e.Action == "pairing.pass").Join(s.Db.AuditDetails, e => e.Number, d => d.Number, (e, d) => d).OrderBy(d => d.Number).Select(d => d.Json).ToListAsync(Stop));
        details.Should().HaveCount(2);
        details.Zip(holders).Should().OnlyContain(p => p.First!.Contains($"{p.Second}") && !p.First.Contains("BAI"));
    }

    [Theory, EveryDatabase]
    public async Task A_household_passes_from_one_to_another_and_the_time_between_visits_goes_on(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        var household = await county.PairAsync(Poor, new(2026, 9, 1));
        await county.VisitAsync(household, new(2026, 9, 20));
        (await county.PassAsync(household, "白甲二", new(2026, 9, 20))).Should().Be(PairingRefusal.VisitsLater, "the visit of that day is the teacher's");
        (await county.PassAsync(household, "白甲二", new(2026, 9, 1))).Should().Be(PairingRefusal.DayOutside, "the teacher has it on that day");
        (await county.PassAsync(household, "白甲二", Today.AddDays(1))).Should().Be(PairingRefusal.DayAhead);
        (await county.PassAsync(household, null, new(2026, 10, 31), county.Teacher)).Should().Be(PairingRefusal.StaffWrong, "the teacher has it");
        (await county.PassAsync(household, "白甲二", new(2026, 10, 31))).Should().BeNull();
        (await county.LineAsync(household)).Course.Overdue.Should().Be(1, "October was missed, whoever had it for a day of it");

        var report = await county.ReportAsync(Domain.Duties.Month.Of(new(2026, 9, 1)), Domain.Duties.Month.Of(Today));
        report.Staff.Select(s => (s.Staff, s.Tally)).Should().Equal(
            ("白甲二", new PairTally(1, 2, 0, 1, 0, 1)),
            ("董一", new PairTally(1, 1, 1, 0, 1, 0)));
        (await county.County.Do(s => s.Db.PairHolders.OrderBy(h => h.From).Select(h => h.Until).ToListAsync(Stop))).Should().Equal(new DateOnly(2026, 10, 30), null);
    }

    [Theory, EveryDatabase]
    public async Task A_pairing_ends_with_a_day_and_a_reason_and_another_school_can_take_the_household(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        var household = await county.PairAsync(Poor, new(2026, 9, 1));
        await county.VisitAsync(household, new(2026, 9, 20));
        (await county.EndAsync(household, new(2026, 9, 19))).Should().Be(PairingRefusal.VisitsLater);
        (await county.EndAsync(household, Today.AddDays(1))).Should().Be(PairingRefusal.DayAhead);
        (await county.EndAsync(household, new(2026, 8, 31))).Should().Be(PairingRefusal.DayOutside);
        (await county.EndAsync(household, new(2026, 10, 15), " ")).Should().Be(PairingRefusal.ReasonMissing);
        (await county.EndAsync(household, new(2026, 10, 15))).Should().BeNull();
        (await county.EndAsync(household, new(2026, 10, 16))).Should().Be(PairingRefusal.NotFound, "it has ended");
        (await county.LinesAsync()).Should().BeEmpty();
        (await county.VisitAsync(household, new(2026, 10, 16))).Refusal.Should().Be(PairingRefusal.DayOutside);
        (await county.TakeOnAsync(county.Sent(Poor, new(2026, 10, 15), "白乙一", county.SecondSchool))).Refusal.Should().Be(PairingRefusal.AlreadyPaired, "the last day is the first school's");
        (await county.TakeOnAsync(county.Sent(Poor, new(2026, 10, 16), "白乙一", county.SecondSchool))).Refusal.Should().BeNull();
        (await county.LinesAsync()).Should().ContainSingle().Which.SchoolName.Should().Be(Second);
    }
}
