using EduAid.Domain.Values;

namespace EduAid.Domain.Dropouts;

/// <summary>Of an age for compulsory education: 6 to 14 on 1 September of the school year (domain.md section 2).</summary>
public static class CompulsoryAge
{
    private const int Youngest = 6, Oldest = 14;

    /// <param name="cohort">The school year in which the child was six on 1 September; null where only the year of birth is known.</param>
    /// <returns>Where only the year is known either reading of the birthday counts: a case must not fall out of the figure for want of a date.</returns>
    public static bool Includes(int birthYear, int? cohort, DateOnly on)
    {
        var year = Semester.Of(on).SchoolYear;
        return cohort is { } known ? Holds(known) : Holds(birthYear + Youngest) || Holds(birthYear + Youngest + 1);

        bool Holds(int c) => Youngest + year - c is >= Youngest and <= Oldest;
    }
}
