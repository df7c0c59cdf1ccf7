namespace EduAid.Domain.Values;

/// <summary>
/// Half of a school year. 2020-spring is the second term of school year 2019–2020, 2020-autumn the first of 2020–2021.
/// Ordered by time; its number is calendar year × 2 + half.
/// </summary>
public readonly record struct Semester : IComparable<Semester>
{
    private const int FirstYear = 1990, LastYear = 2100;

    private Semester(int number) => Number = number;

    /// <summary>Year × 2 for spring, year × 2 + 1 for autumn; 0 stands before every semester.</summary>
    public int Number { get; }

    /// <summary>The semester that stands before all others: what holds from it holds always.</summary>
    public static Semester Always => default;

    public static Semester Spring(int year) => new(year * 2);

    public static Semester Autumn(int year) => new((year * 2) + 1);

    public static Semester FromNumber(int number) => new(number);

    public int Year => Number / 2;

    public bool IsAutumn => Number % 2 == 1;

    /// <summary>The calendar year in which the school year of this semester began.</summary>
    public int SchoolYear => IsAutumn ? Year : Year - 1;

    /// <summary>1 September of the school year, the day on which ages are taken.</summary>
    public DateOnly AgeDay => new(SchoolYear, 9, 1);

    public Semester Previous => new(Number - 1);

    public Semester Next => new(Number + 1);

    /// <summary>The semester that a calendar day belongs to: spring from 1 February, autumn from 1 August, January to the autumn before.</summary>
    public static Semester Of(DateOnly day) => day.Month switch
    {
        1 => Autumn(day.Year - 1),
        < 8 => Spring(day.Year),
        _ => Autumn(day.Year),
    };

    /// <summary>Reads <c>2020-spring</c> or <c>2020-autumn</c>.</summary>
    public static bool TryParse(string? text, out Semester semester)
    {
        semester = default;
        if (text is null || text.Length < 6 || text[4] != '-' || !int.TryParse(text.AsSpan(0, 4), out var year)
            || year is < FirstYear or > LastYear)
            return false;
        switch (text[5..])
        {
            case "spring": semester = Spring(year); return true;
            case "autumn": semester = Autumn(year); return true;
            default: return false;
        }
    }

    public int CompareTo(Semester other) => Number.CompareTo(other.Number);

    public static bool operator <(Semester a, Semester b) => a.Number < b.Number;

    public static bool operator >(Semester a, Semester b) => a.Number > b.Number;

    public static bool operator <=(Semester a, Semester b) => a.Number <= b.Number;

    public static bool operator >=(Semester a, Semester b) => a.Number >= b.Number;

    /// <summary>As in commands and URLs: <c>2020-spring</c>.</summary>
    public override string ToString() => Number == 0 ? "always" : $"{Year}-{(IsAutumn ? "autumn" : "spring")}";

    /// <summary>As on documents: 2020年春季学期.</summary>
    public string ToChinese() => Number == 0 ? "长期" : $"{Year}年{(IsAutumn ? "秋" : "春")}季学期";
}
