using EduAid.Domain.Programmes;
using EduAid.Domain.Values;

namespace EduAid.Domain.Checks;

/// <summary>When a check of domain.md section 4 points something out.</summary>
public static class CheckRules
{
    /// <summary>
    /// Whether one child cannot rightly have both in one semester: programmes of different stages, and whoever has entered a university is at no
    /// senior high school any more. Grant and waiver of one stage go together.
    /// </summary>
    public static bool Excludes(Programme one, Programme other) =>
        one.Code != other.Code && (one.JudgesAdmissions != other.JudgesAdmissions || !one.Stages.Intersect(other.Stages).Any());

    /// <summary>The last day on which money of a semester is not late: so many days after 31 July or 31 January.</summary>
    /// <param name="days">0 or more.</param>
    public static DateOnly LastDayToPay(Semester semester, int days) =>
        (semester.IsAutumn ? new DateOnly(semester.Year + 1, 1, 31) : new DateOnly(semester.Year, 7, 31)).AddDays(days);

    /// <summary>Whether a school's boarders have grown by both so many percent and so many children since the semester before.</summary>
    public static bool Jumps(int before, int now, int percent, int children) =>
        now - before >= children && (now - before) * 100L >= (long)before * percent;

    /// <summary>Whether a child stands on lists only when money is given.</summary>
    /// <param name="bothSent">The school has sent lists of the semesters before and after.</param>
    /// <param name="listed">The child stands on one of those semesters' lists, of whatever school.</param>
    public static bool OnlyWhenPaid(bool bothSent, bool listed) => bothSent && !listed;

    /// <summary>Whether a card began to count at most so many days before the file in which it was paid.</summary>
    public static bool ChangedLate(DateOnly changed, DateOnly paid, int days) => changed <= paid && changed.AddDays(days) >= paid;
}
