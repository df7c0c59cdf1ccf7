namespace EduAid.Domain.Canteens;

/// <summary>What a month of a school is checked for. The order is the order on the pages: the money first.</summary>
public enum CanteenCheck
{
    /// <summary>期初余额不衔接: opens with another balance than the statement before it closed with.</summary>
    OpeningDiffers = 1,

    /// <summary>余额为负: more was spent than there was.</summary>
    Overdrawn,

    /// <summary>挤占挪用: meal money went for anything but food. The subsidy is for food alone; wages, fuel and equipment are paid from elsewhere.</summary>
    NotForFood,

    /// <summary>高于标准: the food of a meal cost more than the standard and the tolerance.</summary>
    AboveStandard,

    /// <summary>低于标准: it cost less, so that not all of the subsidy was eaten.</summary>
    BelowStandard,

    /// <summary>有支出无供餐.</summary>
    SpentWithoutMeals,

    /// <summary>有供餐无支出.</summary>
    MealsWithoutSpending,

    /// <summary>人次超出: more meals than pupils × school days.</summary>
    TooManyMeals,

    /// <summary>资金闲置: the balance is more than some months' spending.</summary>
    Idle,

    /// <summary>逾期未报.</summary>
    Missing,

    /// <summary>迟报: stated after its due day.</summary>
    Late,

    /// <summary>食品经营许可证 lapsed, or none is on record, while meals are cooked.</summary>
    Licence,

    /// <summary>没有食堂财务人员 of the school's own canteen.</summary>
    NoFinanceStaff,
}

/// <summary>In what a finding's two numbers are counted.</summary>
public enum CheckUnit
{
    Fen = 1,
    Meals,

    /// <summary>Days since the beginning of time (<see cref="DateOnly.DayNumber"/>); 0 for none.</summary>
    Day,

    /// <summary>The finding has no numbers.</summary>
    None,
}

/// <summary>One thing that was found of a month.</summary>
/// <param name="Found">What stands there, in <see cref="Unit"/>.</param>
/// <param name="Expected">What it was held against.</param>
public readonly record struct CanteenFinding(CanteenCheck Check, long Found = 0, long Expected = 0)
{
    public CheckUnit Unit => UnitOf(Check);

    /// <summary>Whether it lies in the figures themselves, so that a statement that is just being typed shows it.</summary>
    public bool IsOfFigures => Check < CanteenCheck.Missing;

    public static CheckUnit UnitOf(CanteenCheck check) => check switch
    {
        CanteenCheck.TooManyMeals or CanteenCheck.MealsWithoutSpending => CheckUnit.Meals,
        CanteenCheck.Missing or CanteenCheck.Late or CanteenCheck.Licence => CheckUnit.Day,
        CanteenCheck.NoFinanceStaff => CheckUnit.None,
        _ => CheckUnit.Fen,
    };
}
