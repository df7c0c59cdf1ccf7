using System.Globalization;

namespace EduAid.Domain.Canteens;

/// <summary>What is kept of a school's canteen, each kind with a history of its own.</summary>
public enum CanteenFactKind
{
    /// <summary>供餐方式: makes the school one of the programme's, and ends it.</summary>
    Supply = 1,

    /// <summary>示范食堂 of city or county.</summary>
    Rating,

    /// <summary>明厨亮灶.</summary>
    OpenKitchen,

    /// <summary>食品经营许可证: the last day on which it is valid.</summary>
    Licence,

    /// <summary>食堂财务人员.</summary>
    FinanceStaff,

    /// <summary>A training of the canteen's staff, on its day.</summary>
    Training,
}

/// <summary>How a school's pupils get their meal.</summary>
public enum SupplyMode
{
    /// <summary>学校食堂供餐.</summary>
    Canteen = 1,

    /// <summary>企业(单位)集中供餐.</summary>
    Company,

    /// <summary>课间加餐: packed food that is handed out.</summary>
    Packed,

    /// <summary>The school is on the programme no more.</summary>
    Left,
}

/// <summary>示范食堂, as the city or the county named it. Ordered.</summary>
public enum CanteenRating
{
    /// <summary>Not named, or no more.</summary>
    None = 1,
    County,
    City,
}

/// <summary>
/// One dated fact. Facts are added and never changed; of several of one kind the one with the latest day holds, of one day the later entry. A
/// wrong one is withdrawn by a later entry that names it.
/// </summary>
/// <param name="Number">Within the school, from 1.</param>
/// <param name="From">From when it holds; of a training its day.</param>
/// <param name="Value">By kind: a name of <see cref="SupplyMode"/> or <see cref="CanteenRating"/>, <c>yes</c> or <c>no</c>, a day as <c>2021-03-31</c>, or words.</param>
/// <param name="Withdraws">The number of the fact that this entry takes back.</param>
public sealed record CanteenFact(int Number, CanteenFactKind Kind, DateOnly From, string Value, int? Withdraws = null)
{
    public const string Yes = "yes", No = "no";

    public const int LongestValue = 100;

    /// <summary>The autumn in which the programme began (国办发〔2011〕54号): nothing of it is older.</summary>
    public static readonly DateOnly Earliest = new(2011, 9, 1);

    public SupplyMode? Supply => Kind == CanteenFactKind.Supply ? Enum.Parse<SupplyMode>(Value) : null;

    public CanteenRating? Rating => Kind == CanteenFactKind.Rating ? Enum.Parse<CanteenRating>(Value) : null;

    public DateOnly? ValidUntil => Kind == CanteenFactKind.Licence ? DateOnly.ParseExact(Value, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>Whether a kind can have a value.</summary>
    public static bool Allows(CanteenFactKind kind, string value) => kind switch
    {
        CanteenFactKind.Supply => Names<SupplyMode>(value),
        CanteenFactKind.Rating => Names<CanteenRating>(value),
        CanteenFactKind.OpenKitchen => value is Yes or No,
        CanteenFactKind.Licence => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        CanteenFactKind.FinanceStaff or CanteenFactKind.Training => value.Trim().Length is > 0 and <= LongestValue && value == value.Trim(),
        _ => false,
    };

    private static bool Names<T>(string value)
        where T : struct, Enum => Enum.TryParse<T>(value, out var found) && found.ToString() == value && Enum.IsDefined(found);
}
