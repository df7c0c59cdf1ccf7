using EduAid.Domain.Values;

namespace EduAid.Domain.Canteens;

/// <summary>What a month's statement is held against; all of it dated settings (docs/decisions/0027).</summary>
/// <param name="DueDay">Day of the following month by which a month is stated, 1 to 28; the day itself is in time.</param>
/// <param name="Standard">膳食补助标准 for a pupil and school day, as it stands on the month's first day; null where nothing is known for it.</param>
/// <param name="TolerancePercent">By how much the food money for a meal may differ from the standard, 0 to 50.</param>
/// <param name="IdleMonths">A balance of more than so many months' spending lies idle, 1 to 12.</param>
public sealed record CanteenRule(int DueDay, Money? Standard, int TolerancePercent, int IdleMonths);
