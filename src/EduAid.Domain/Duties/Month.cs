using System.Globalization;

namespace EduAid.Domain.Duties;

/// <summary>A calendar month: what the plan means by 每月. Ordered by time.</summary>
public readonly record struct Month : IComparable<Month>
{
    private const string Pattern = "yyyy-MM";

    // Year × 12 + month − 1.
    private readonly int number;

    private Month(int number) => this.number = number;

    public int Year => number / 12;

    /// <summary>1 to 12.</summary>
    public int Number => (number % 12) + 1;

    public DateOnly First => new(Year, Number, 1);

    public DateOnly Last => Next.First.AddDays(-1);

    /// <summary>Days, 28 to 31.</summary>
    public int Days => DateTime.DaysInMonth(Year, Number);

    public Month Next => Plus(1);

    public Month Previous => Plus(-1);

    public static Month Of(DateOnly day) => new((day.Year * 12) + day.Month - 1);

    /// <summary>Reads <c>2020-09</c>.</summary>
    public static bool TryParse(string? text, out Month month)
    {
        month = default;
        if (!DateOnly.TryParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) || first.Year is < 1990 or > 2100) return false;
        month = Of(first);
        return true;
    }

    public Month Plus(int months) => new(number + months);

    /// <summary>Months from another one to this, negative where that one is later.</summary>
    public int Since(Month earlier) => number - earlier.number;

    public int CompareTo(Month other) => number.CompareTo(other.number);

    public static bool operator <(Month a, Month b) => a.number < b.number;

    public static bool operator >(Month a, Month b) => a.number > b.number;

    public static bool operator <=(Month a, Month b) => a.number <= b.number;

    public static bool operator >=(Month a, Month b) => a.number >= b.number;

    /// <summary>As in addresses: <c>2020-09</c>.</summary>
    public override string ToString() => First.ToString(Pattern, CultureInfo.InvariantCulture);

    /// <summary>As on documents: 2020年9月.</summary>
    public string ToChinese() => string.Create(CultureInfo.InvariantCulture, $"{Year}年{Number}月");
}
