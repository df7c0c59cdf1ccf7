using EduAid.Application.Canteens;
using EduAid.Domain.Duties;
using EduAid.Web.Parts;

namespace EduAid.Web.Pages.Canteens;

/// <summary>The month or months that an address asks for. A month is stated once it is over, so the one before the present is meant unless another is asked for.</summary>
internal static class CanteenPeriod
{
    public const string MonthKey = "month", FromKey = "from", ToKey = "to";

    /// <summary>No month to come.</summary>
    public static Month MonthOf(HttpRequest request, DateOnly today) =>
        Month.TryParse(request.Query.Text(MonthKey), out var month) && month <= Month.Of(today) ? month : Month.Of(today).Previous;

    /// <summary>Of a report: not more months than it has room for, none to come.</summary>
    public static (Month From, Month To) RangeOf(HttpRequest request, DateOnly today)
    {
        var last = Month.Of(today);
        if (!Month.TryParse(request.Query.Text(ToKey), out var to) || to > last) to = last.Previous;
        if (!Month.TryParse(request.Query.Text(FromKey), out var from) || from > to) from = to;
        return (to.Since(from) >= CanteenReport.MostMonths ? to.Plus(1 - CanteenReport.MostMonths) : from, to);
    }
}
