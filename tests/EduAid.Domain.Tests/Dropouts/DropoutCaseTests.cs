using System.Globalization;
using CsCheck;
using EduAid.Domain.Dropouts;
using EduAid.Domain.Values;
using static EduAid.Domain.Dropouts.DropoutState;

namespace EduAid.Domain.Tests.Dropouts;

public class DropoutCaseTests
{
    private static readonly DropoutDays Days = new(Visit: 3, WrittenNotice: 14, HandOver: 10, Authorities: 30);
    private static readonly DateOnly Opened = new(2020, 3, 2), Today = new(2020, 12, 31);
    private static readonly DoubleLine Line = new("东河镇", "下湾村", "李村干", new(Guid.Parse("01900000-0000-7000-8000-000000000001")), "王老师");

    [Theory]
    [InlineData("somebody goes there", Noticed, DropoutStepKind.Visit, Visited)]
    [InlineData("nobody is told in writing before a visit", Noticed, DropoutStepKind.WrittenNotice, null)]
    [InlineData("nor handed over before the written notice", Noticed, DropoutStepKind.HandOver, null)]
    [InlineData("nor after a visit alone", Visited, DropoutStepKind.HandOver, null)]
    [InlineData("visited, then told in writing", Visited, DropoutStepKind.WrittenNotice, Notified)]
    [InlineData("told once", Notified, DropoutStepKind.WrittenNotice, null)]
    [InlineData("told in writing, then handed over", Notified, DropoutStepKind.HandOver, HandedOver)]
    [InlineData("going there again is right and changes nothing", Notified, DropoutStepKind.Visit, Notified)]
    [InlineData("also once the authorities have it", HandedOver, DropoutStepKind.Visit, HandedOver)]
    [InlineData("the child may come back at once", Noticed, DropoutStepKind.Return, Returned)]
    [InlineData("or late", HandedOver, DropoutStepKind.Return, Returned)]
    [InlineData("or be placed elsewhere", Visited, DropoutStepKind.Place, Placed)]
    [InlineData("a mistake ends", Noticed, DropoutStepKind.End, Ended)]
    [InlineData("who is back does not come back again", Returned, DropoutStepKind.Return, null)]
    [InlineData("but may be gone again", Returned, DropoutStepKind.Reopen, Noticed)]
    [InlineData("what was ended wrongly goes on", Ended, DropoutStepKind.Reopen, Noticed)]
    [InlineData("what is open is not opened", Visited, DropoutStepKind.Reopen, null)]
    [InlineData("a closed case is not amended", Placed, DropoutStepKind.Amend, null)]
    [InlineData("a case is noticed once", Visited, DropoutStepKind.Notice, null)]
    public void Each_step_has_its_turn(string why, DropoutState state, DropoutStepKind step, DropoutState? after) => DropoutWay.After(state, step).Should().Be(after, why);

    [Theory]
    [InlineData("the first visit is due three days after the notice", "", "2020-03-05")]
    [InlineData("visited on the 4th: told in writing within fourteen days", "Visit 2020-03-04", "2020-03-18")]
    [InlineData("going there again does not put it off", "Visit 2020-03-04, Visit 2020-03-15", "2020-03-18")]
    [InlineData("told on the 10th: handed over within ten days", "Visit 2020-03-04, WrittenNotice 2020-03-10", "2020-03-20")]
    [InlineData("the authorities have thirty days", "Visit 2020-03-04, WrittenNotice 2020-03-10, HandOver 2020-03-20", "2020-04-19")]
    [InlineData("back at school: nothing is due", "Visit 2020-03-04, Return 2020-03-06", null)]
    [InlineData("gone again: from the start", "Return 2020-03-04, Reopen 2020-05-06", "2020-05-09")]
    public void Each_state_has_its_own_days(string why, string steps, string? due)
    {
        var dropout = Open();
        foreach (var (kind, on) in Steps(steps)) dropout.Step(kind, on, Today, Days).Should().BeNull();
        dropout.Due.Should().Be(due is null ? null : Day(due), why);
    }

    [Theory]
    [InlineData("the day itself still counts", "2020-03-05", false)]
    [InlineData("the day after is late", "2020-03-06", true)]
    public void A_step_is_overdue_after_its_day(string why, string on, bool overdue) => Open().IsOverdue(Day(on)).Should().Be(overdue, why);

    [Theory]
    [InlineData("before the notice", "2020-03-01")]
    [InlineData("tomorrow", "2021-01-01")]
    public void A_step_lies_between_the_one_before_and_today(string why, string on)
    {
        var dropout = Open();
        dropout.Step(DropoutStepKind.Visit, Day(on), Today, Days).Should().Be(DropoutRefusal.DayOutside, why);
        (dropout.State, dropout.Steps, dropout.Version).Should().Be((Noticed, 1, 0L), "a refusal changes nothing");
    }

    [Fact]
    public void Others_answer_for_the_child_from_now_on_and_the_deadline_stays()
    {
        var dropout = Open();
        dropout.Amend(Line with { Teacher = "赵老师" }, Opened.AddDays(1), Days).Should().BeNull();
        (dropout.Teacher, dropout.Due, dropout.Steps).Should().Be(("赵老师", Opened.AddDays(3), 2));
    }

    [Fact]
    public void An_ID_becomes_known_once()
    {
        var dropout = DropoutCase.Open("341523", Keys.New(DateTimeOffset.UnixEpoch), 2020, 1, null, "童甲", 2010, null, Line, Opened, Days);
        var (first, second) = (new PersonId(Keys.New(DateTimeOffset.UnixEpoch)), new PersonId(Keys.New(DateTimeOffset.UnixEpoch)));
        dropout.Identify(first, 2011, 2017);
        dropout.Identify(second, 2012, 2018);
        (dropout.Person, dropout.BirthYear, dropout.Cohort).Should().Be((first, 2011, 2017));
    }

    [Theory]
    [InlineData("2020-03-01", null)]
    [InlineData("2020-03-02", Noticed)]
    [InlineData("2020-03-04", Visited)]
    [InlineData("2020-03-05", Visited)]
    [InlineData("2020-03-06", Returned)]
    [InlineData("2020-05-05", Returned)]
    [InlineData("2020-05-06", Noticed)]
    public void A_case_can_be_looked_at_as_it_stood_on_a_day(string on, DropoutState? state)
    {
        var steps = Steps("Notice 2020-03-02, Visit 2020-03-04, Amend 2020-03-05, Return 2020-03-06, Reopen 2020-05-06").Select(s => (s.Kind, s.On, (DateOnly?)null));
        DropoutWay.StoodOn(steps, Day(on))?.State.Should().Be(state);
        (DropoutWay.StoodOn(steps, Day(on)) is null).Should().Be(state is null);
    }

    [Fact]
    public void Whatever_steps_are_tried_the_history_says_the_same_as_the_case() => Gen.Select(Gen.Enum<DropoutStepKind>(), Gen.Int[0, 9]).List[0, 12].Sample(tried =>
    {
        var (dropout, on, taken) = (Open(), Opened, new List<(DropoutStepKind, DateOnly, DateOnly?)> { (DropoutStepKind.Notice, Opened, Days.DueAfter(Noticed, Opened)) });
        foreach (var (kind, later) in tried)
        {
            var before = dropout.State;
            if (dropout.Step(kind, on.AddDays(later), Today, Days) is not null) continue;
            on = on.AddDays(later);
            taken.Add((kind, on, dropout.State == before ? null : dropout.Due));
        }
        var stood = DropoutWay.StoodOn(taken, Today)!.Value;
        (stood.State, stood.Due, taken.Count).Should().Be((dropout.State, dropout.Due, dropout.Steps));
        dropout.State.IsOpen().Should().Be(dropout.Due is not null, "an open case always has a day by which something is due");
        DropoutWay.Next(dropout.State).Should().OnlyContain(k => DropoutWay.After(dropout.State, k) != null).And.NotBeEmpty();
    });

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DropoutCase Open() => DropoutCase.Open("341523", Keys.New(DateTimeOffset.UnixEpoch), 2020, 3, null, "童甲", 2010, null, Line, Opened, Days);

    private static IEnumerable<(DropoutStepKind Kind, DateOnly On)> Steps(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(s => s.Split(' ')).Select(s => (Enum.Parse<DropoutStepKind>(s[0]), Day(s[1])));
}
