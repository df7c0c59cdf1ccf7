using EduAid.Application.Audit;
using EduAid.Application.Documents;
using EduAid.Application.HomeTeaching;
using EduAid.Application.Settings;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.HomeTeaching;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.HomeTeaching.TaughtCounty;

namespace EduAid.Application.Tests.HomeTeaching;

public class RecordHomeVisitTests
{
    [Theory, EveryDatabase]
    public async Task Visits_count_by_day_and_a_correction_takes_the_place_of_what_it_names(TestDatabase on)
    {
        await using var county = await TaughtCounty.OpenAsync(on);
        var child = await county.ChildAsync(1);
        (await county.VisitAsync(child, new(2026, 11, 3))).Again.Should().BeFalse();
        var second = await county.VisitAsync(child, new(2026, 11, 10));
        (await county.StandingAsync(child)).Should().Match<TaughtMonth>(m => m.Done == 2 && m.Owed == 4 && m.Pace == TeachingPace.Behind, "on the 24th three are due");

        (await county.VisitAsync(child, new(2026, 11, 10))).Again.Should().BeTrue("the child has a visit of that day");
        (await county.StandingAsync(child)).Done.Should().Be(2, "two visits on one day count once");

        var moved = await county.VisitAsync(child, new(2026, 11, 17), corrects: second.Visit);
        moved.Refusal.Should().BeNull();
        (await county.StandingAsync(child)).Should().Match<TaughtMonth>(m => m.Done == 3 && m.Pace == TeachingPace.OnTrack, "the other one of the tenth still counts");
        (await county.VisitAsync(child, new(2026, 11, 18), corrects: second.Visit)).Refusal.Should().Be(HomeTeachingRefusal.CorrectsOther, "it was put right already");
        (await county.VisitAsync(child, new(2026, 11, 17), corrects: moved.Visit, withdrawn: true)).Refusal.Should().BeNull();
        (await county.StandingAsync(child)).Done.Should().Be(2, "a visit that was withdrawn never was");

        (await county.County.Do(s => s.Db.HomeTeachingVisits.Where(v => v.Child == child).OrderBy(v => v.Number).Select(v => v.Number).ToListAsync(Stop))).Should().Equal(1, 2, 3, 4, 5);
        (await county.County.Do(s => s.Db.AuditEvents.CountAsync(e => e.Action == "home-teaching.visit", Stop))).Should().Be(5);
        (await county.County.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Theory, EveryDatabase]
    public async Task The_number_of_visits_is_the_setting_of_the_months_first_day(TestDatabase on)
    {
        await using var county = await TaughtCounty.OpenAsync(on);
        var child = await county.ChildAsync(1);
        (await county.County.Do(s => s.Get<ChangeSetting>().RunAsync(Staff.Director, SettingBook.HomeVisitsName, "6", new(2026, 12, 1), "县教〔2026〕9号", Stop))).Should().BeNull();
        (await county.StandingAsync(child)).Owed.Should().Be(4);
        (await county.StandingAsync(child, new(2026, 12, 1))).Owed.Should().Be(6);
        (await county.County.Do(s => s.Get<ChangeSetting>().RunAsync(Staff.Director, SettingBook.HomeVisitsName, "0", new(2027, 1, 1), "x", Stop))).Should().Be(SettingRefusal.ValueNotAllowed);
    }

    [Fact]
    public async Task What_cannot_have_been_is_refused()
    {
        await using var county = await TaughtCounty.OpenAsync(TestDatabase.Sqlite);
        var child = await county.ChildAsync(1, new(2026, 11, 5));
        var (other, visit) = (await county.ChildAsync(2), (await county.VisitAsync(child, new(2026, 11, 6))).Visit);
        var good = new SentHomeVisit(child, county.Teacher, new(2026, 11, 20), 60, "识字", null);
        (string Why, Actor By, SentHomeVisit Sent, HomeTeachingRefusal Refusal)[] wrong =
        [
            ("who only looks", Staff.Director, good, HomeTeachingRefusal.NotYourRole),
            ("no such child", Staff.Officer, good with { Child = Guid.Empty }, HomeTeachingRefusal.NotFound),
            ("tomorrow", Staff.Officer, good with { On = Today.AddDays(1) }, HomeTeachingRefusal.DayAhead),
            ("the day before the child was taken on", Staff.Officer, good with { On = new(2026, 11, 4) }, HomeTeachingRefusal.DayOutside),
            ("a colleague who does not have the child", Staff.Officer, good with { Teacher = county.Colleague }, HomeTeachingRefusal.NotTheirTeacher),
            ("nobody went", Staff.Officer, good with { Teacher = null }, HomeTeachingRefusal.NotTheirTeacher),
            ("nine minutes", Staff.Officer, good with { Minutes = 9 }, HomeTeachingRefusal.MinutesOutside),
            ("nine hours", Staff.Officer, good with { Minutes = 481 }, HomeTeachingRefusal.MinutesOutside),
            ("no words", Staff.Officer, good with { Content = " " }, HomeTeachingRefusal.ContentMissing),
            ("too many words", Staff.Officer, good with { Content = new string('长', HomeTeachingVisit.LongestContent + 1) }, HomeTeachingRefusal.TextTooLong),
            ("a correction of another child's visit", Staff.Officer, good with { Child = other, Corrects = visit }, HomeTeachingRefusal.CorrectsOther),
            ("withdrawing nothing", Staff.Officer, good with { Withdrawn = true }, HomeTeachingRefusal.CorrectsOther),
        ];
        foreach (var (why, by, sent, refusal) in wrong)
            (await county.County.Do(s => s.Get<RecordHomeVisit>().RunAsync(by, sent, Stop))).Refusal.Should().Be(refusal, why);
        (await county.County.Do(s => s.Db.HomeTeachingVisits.CountAsync(Stop))).Should().Be(1);
        (await county.County.Do(s => s.Get<RecordHomeVisit>().RunAsync(Staff.Officer, good, Stop))).Refusal.Should().BeNull();
    }

    [Theory, EveryDatabase]
    public async Task A_teacher_sees_own_children_and_own_visits_and_the_days_of_a_colleague_still_count(TestDatabase on)
    {
        await using var county = await TaughtCounty.OpenAsync(on);
        var (shared, others) = (await county.ChildAsync(1), (await county.TakeOnAsync(2, new(2026, 10, 1), county.Colleague)).Child!.Value);
        (await county.County.Do(s => s.Get<NameTeacher>().RunAsync(Staff.SchoolClerk, shared, county.Colleague, new(2026, 10, 1), Stop), county.OfFirst)).Should().BeNull();
        await county.VisitAsync(shared, new(2026, 11, 3));
        await county.County.Do(s => s.Get<RecordHomeVisit>().RunAsync(Staff.SchoolClerk, new(shared, county.Colleague, new(2026, 11, 4), 45, "识字", null), Stop), county.OfFirst);

        var seen = await county.FiguresAsync(scope: county.OfTeacher);
        seen.Children.Select(c => c.Id).Should().Equal(shared);
        seen.Children[0].Standing.Done.Should().Be(2);
        seen.Target.Should().BeNull("a target is the county's");
        (await county.County.Do(s => s.Db.HomeTeachingVisits.Select(v => v.Teacher).ToListAsync(Stop), county.OfTeacher)).Should().Equal(county.Teacher);
        (await county.VisitAsync(others, new(2026, 11, 5))).Refusal.Should().Be(HomeTeachingRefusal.NotFound);
        (await county.County.Do(s => s.Get<RecordHomeVisit>().RunAsync(AsTeacher, new(shared, county.Colleague, new(2026, 11, 6), 60, "识字", null), Stop), county.OfTeacher)).Refusal.Should().BeNull();
        (await county.County.Do(s => s.Db.HomeTeachingVisits.CountAsync(v => v.Teacher == county.Teacher, Stop))).Should().Be(2, "whatever the form says a teacher records own visits");
        (await county.County.Do(s => s.Db.Enrolments.AnyAsync(Stop), county.OfTeacher)).Should().BeFalse();
    }

    [Theory, EveryDatabase]
    public async Task Another_school_sees_nothing_and_the_photograph_stays_with_those_who_may(TestDatabase on)
    {
        await using var county = await TaughtCounty.OpenAsync(on);
        var child = await county.ChildAsync(1);
        var visit = (await county.VisitAsync(child, new(2026, 11, 3))).Visit!.Value;
        (await county.FiguresAsync(scope: county.OfSecond)).Children.Should().BeEmpty();
        (await county.FiguresAsync(scope: county.OfFirst)).Children.Should().ContainSingle();
        (await county.County.Do(s => s.Get<RecordHomeVisit>().RunAsync(Staff.SchoolClerk, new(child, county.Teacher, new(2026, 11, 4), 60, "识字", null), Stop), county.OfSecond))
            .Refusal.Should().Be(HomeTeachingRefusal.NotFound);

        var photo = new SentDocument(DocumentSubject.HomeVisit, $"{visit}", null, "a.pdf", "%PDF-1.4 x"u8.ToArray());
        (await county.County.Do(s => s.Get<AttachDocument>().RunAsync(Staff.SchoolClerk, photo, Stop), county.OfSecond)).Should().Be(DocumentRefusal.NotFound);
        (await county.County.Do(s => s.Get<AttachDocument>().RunAsync(AsTeacher, photo, Stop), county.OfTeacher)).Should().BeNull();
        var stored = await county.County.Do(s => s.Db.StoredDocuments.Select(d => d.Id).SingleAsync(Stop));
        (await county.County.Do(s => s.Get<DownloadDocument>().RunAsync(AsTeacher, stored, Stop), county.OfTeacher)).Should().NotBeNull();
        (await county.County.Do(s => s.Get<DownloadDocument>().RunAsync(Staff.Head, stored, Stop), county.OfSecond)).Should().BeNull();
        (await county.County.Do(s => s.Get<DownloadDocument>().RunAsync(Staff.Finance, stored, Stop))).Should().BeNull("a picture of an ill child concerns those who look after it");
    }
}
