namespace EduAid.Domain.Supervision;

public enum OrderState
{
    /// <summary>The unit has to reply.</summary>
    Open = 1,

    /// <summary>Replied; somebody else than the replier looks at it.</summary>
    Replied,
    Closed,
}

/// <summary>Why a step of a supervision order was not taken.</summary>
public enum OrderRefusal
{
    NotYourRole = 1,
    NotFound,

    /// <summary>Somebody was quicker, or it is not the turn of this step.</summary>
    WrongState,

    /// <summary>Whoever replied does not close.</summary>
    SamePerson,
    TextMissing,
    UnitMissing,

    /// <summary>A deadline lies in the past.</summary>
    DayPassed,
}

/// <summary>督办单: tells a unit to put something right by a day.</summary>
public sealed class SupervisionOrder
{
    private SupervisionOrder()
    {
    }

    public required string County { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The year in which it was issued.</summary>
    public required int Year { get; init; }

    /// <summary>Within the county and year, from 1 without gaps.</summary>
    public required int Sequence { get; init; }

    public required string Unit { get; init; }

    /// <summary>The plan's year and the item's number where it is about one.</summary>
    public int? PlanYear { get; init; }

    public string? Item { get; init; }

    /// <summary>What is asked for.</summary>
    public required string Demand { get; init; }

    public DateOnly Due { get; private set; }

    public required string IssuedBy { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public OrderState State { get; private set; }

    public string? RepliedBy { get; private set; }

    /// <summary>How many steps it has taken, the issue being the first.</summary>
    public int Steps { get; private set; }

    /// <summary>How often it was opened again.</summary>
    public int Reopened { get; private set; }

    /// <summary>Concurrency token.</summary>
    public long Version { get; private set; }

    /// <summary>督办〔2020〕3号.</summary>
    public string Number => NumberOf(Year, Sequence);

    public static string NumberOf(int year, int sequence) => FormattableString.Invariant($"督办〔{year}〕{sequence}号");

    public static SupervisionOrder Issue(
        string county, Guid id, int year, int sequence, string unit, int? planYear, string? item, string demand, DateOnly due, string by, DateTimeOffset at) => new()
        {
            County = county,
            Id = id,
            Year = year,
            Sequence = sequence,
            Unit = unit,
            PlanYear = planYear,
            Item = item,
            Demand = demand,
            Due = due,
            IssuedBy = by,
            IssuedAt = at,
            State = OrderState.Open,
            Steps = 1,
        };

    /// <summary>Whether the unit's reply is late on that day.</summary>
    public bool IsOverdue(DateOnly on) => State == OrderState.Open && on > Due;

    public OrderRefusal? Reply(string by)
    {
        if (State != OrderState.Open) return OrderRefusal.WrongState;
        (State, RepliedBy) = (OrderState.Replied, by);
        return Step();
    }

    public OrderRefusal? Close(string by)
    {
        if (State != OrderState.Replied) return OrderRefusal.WrongState;
        if (by == RepliedBy) return OrderRefusal.SamePerson;
        State = OrderState.Closed;
        return Step();
    }

    /// <summary>The reply does not do, or what was put right has come undone: the unit has to reply again by a new day.</summary>
    public OrderRefusal? Reopen(DateOnly due, DateOnly today)
    {
        if (State == OrderState.Open) return OrderRefusal.WrongState;
        if (due < today) return OrderRefusal.DayPassed;
        (State, Due, RepliedBy) = (OrderState.Open, due, null);
        Reopened++;
        return Step();
    }

    private OrderRefusal? Step()
    {
        Steps++;
        Version++;
        return null;
    }
}
