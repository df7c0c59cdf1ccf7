using EduAid.Application.Setup;

namespace EduAid.Application.Calendar;

/// <summary>
/// The day by which notices and due dates run: the county's present day. In a trial installation it can be moved, so that a notice of
/// five working days can be tried in a minute; sign-in, second factors and the audit trail keep real time.
/// </summary>
public sealed class BusinessDay(TimeProvider time, BusinessClock clock)
{
    public DateOnly Today => time.Today().AddDays(clock.Shift);
}

/// <summary>How far the business day is moved. Movable only where the installation was started for trials.</summary>
public sealed class BusinessClock(bool movable = false)
{
    private int _shift;

    public bool Movable => movable;

    /// <summary>Days, 0 or more.</summary>
    public int Shift => Volatile.Read(ref _shift);

    /// <exception cref="InvalidOperationException">The clock of this installation is not movable.</exception>
    public void Move(int days)
    {
        if (!Movable) throw new InvalidOperationException("The business clock moves in trial installations only.");
        if (days is < 0 or > 3660) return;
        Volatile.Write(ref _shift, days);
    }
}
