using EduAid.Domain.Values;

namespace EduAid.Domain.Dropouts;

/// <summary>Why something was not done in a case.</summary>
public enum DropoutRefusal
{
    NotYourRole = 1,
    NotFound,

    /// <summary>It is not the turn of this step, or somebody was quicker.</summary>
    WrongState,

    /// <summary>A day to come, or before the step before.</summary>
    DayOutside,

    /// <summary>No words, or too many.</summary>
    TextMissing,

    /// <summary>Where the child is placed is not said.</summary>
    PlaceMissing,
    NameMissing,

    /// <summary>Neither an ID nor a year of birth that a child may have.</summary>
    BirthMissing,

    /// <summary>The citizen ID is none.</summary>
    IdInvalid,

    /// <summary>Nobody of the township or village answers for the child.</summary>
    GovernmentMissing,

    /// <summary>No teacher answers for the child.</summary>
    TeacherMissing,

    /// <summary>No school of the own scope.</summary>
    SchoolMissing,

    /// <summary>No township of the register.</summary>
    TownshipMissing,

    /// <summary>The child has an open case.</summary>
    AlreadyOpen,
}

/// <summary>双线责任人: who answers for the child's return, on the government's line and on the school's.</summary>
/// <param name="Government">Of the township or the village.</param>
/// <param name="Teacher">Of the school.</param>
public sealed record DoubleLine(string Township, string Village, string Government, SchoolId School, string Teacher);

/// <summary>一人一案: a child of school age who is at no school, until it is back or settled elsewhere.</summary>
public sealed class DropoutCase
{
    private DropoutCase()
    {
    }

    public required string County { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The year in which it was opened.</summary>
    public required int Year { get; init; }

    /// <summary>Within the county and year, from 1 without gaps.</summary>
    public required int Sequence { get; init; }

    /// <summary>Null where nobody knows the child's citizen ID.</summary>
    public PersonId? Person { get; private set; }

    public required string Name { get; init; }

    public int BirthYear { get; private set; }

    /// <summary>The school year in which the child was six on 1 September; null without an ID.</summary>
    public int? Cohort { get; private set; }

    public string Township { get; private set; } = "";

    /// <summary>May be empty.</summary>
    public string Village { get; private set; } = "";

    public string Government { get; private set; } = "";

    public SchoolId School { get; private set; }

    public string Teacher { get; private set; } = "";

    public DropoutState State { get; private set; }

    /// <summary>By when the next step is due; null where the case is closed.</summary>
    public DateOnly? Due { get; private set; }

    /// <summary>The day on which it was opened, or opened again.</summary>
    public DateOnly OpenedOn { get; private set; }

    /// <summary>The day of the last step: none is dated before it.</summary>
    public DateOnly LastOn { get; private set; }

    public int Steps { get; private set; }

    /// <summary>Concurrency token.</summary>
    public long Version { get; private set; }

    /// <summary>控辍〔2020〕3号.</summary>
    public string Number => FormattableString.Invariant($"控辍〔{Year}〕{Sequence}号");

    public DoubleLine Line => new(Township, Village, Government, School, Teacher);

    public bool IsCompulsory(DateOnly on) => CompulsoryAge.Includes(BirthYear, Cohort, on);

    /// <summary>Whether the next step is late on that day; the day itself still counts.</summary>
    public bool IsOverdue(DateOnly on) => Due is { } due && on > due;

    /// <param name="cohort">Null where only the year of birth is known.</param>
    public static DropoutCase Open(
        string county, Guid id, int year, int sequence, PersonId? person, string name, int birthYear, int? cohort, DoubleLine line, DateOnly on, DropoutDays days)
    {
        var opened = new DropoutCase
        {
            County = county,
            Id = id,
            Year = year,
            Sequence = sequence,
            Person = person,
            Name = name,
            BirthYear = birthYear,
            Cohort = cohort,
            State = DropoutState.Noticed,
            OpenedOn = on,
            LastOn = on,
            Due = days.DueAfter(DropoutState.Noticed, on),
            Steps = 1,
        };
        opened.Take(line);
        return opened;
    }

    /// <summary>Takes a step, if it is its turn. The days that hold on the step's own day set when the next one is due.</summary>
    public DropoutRefusal? Step(DropoutStepKind kind, DateOnly on, DateOnly today, DropoutDays days)
    {
        if (DropoutWay.After(State, kind) is not { } next) return DropoutRefusal.WrongState;
        if (on > today || on < LastOn) return DropoutRefusal.DayOutside;
        if (next != State) (State, Due) = (next, days.DueAfter(next, on));
        if (kind == DropoutStepKind.Reopen) OpenedOn = on;
        LastOn = on;
        Steps++;
        Version++;
        return null;
    }

    /// <summary>Others answer for the child from now on.</summary>
    public DropoutRefusal? Amend(DoubleLine line, DateOnly today, DropoutDays days)
    {
        if (Step(DropoutStepKind.Amend, today, today, days) is { } refusal) return refusal;
        Take(line);
        return null;
    }

    /// <summary>The child's ID has become known; one that is known stays.</summary>
    public void Identify(PersonId person, int birthYear, int cohort)
    {
        if (Person is null) (Person, BirthYear, Cohort) = (person, birthYear, cohort);
    }

    private void Take(DoubleLine line) => (Township, Village, Government, School, Teacher) = (line.Township, line.Village, line.Government, line.School, line.Teacher);
}
