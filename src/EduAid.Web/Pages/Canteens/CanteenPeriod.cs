using EduAid.Domain.Duties;
using EduAid.Web.Parts;

namespace EduAid.Web.Pages.Canteens;

/// <summary>The month or months that an address asks for. A month is stated once it is over, so the one before the present is meant unless another is asked for.</summary>
internal static class CanteenPeriod
{
    public const string MonthKey = "month";

    /// <summary>No month to come.</summary>
    public static Month MonthOf(HttpRequest request, DateOnly today) =>
        Month.TryParse(request.Query.Text(MonthKey), out var month) && month <= Month.Of(today) ? month : Month.Of(today).Previous;

    /// <summary>Of a report.</summary>
    public static (MonthRange Range, bool Clipped) RangeOf(HttpRequest request, DateOnly today) => MonthRange.Of(request, today, Month.Of(today).Previous);
}
