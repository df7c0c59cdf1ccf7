using EduAid.Domain.Duties;
using EduAid.Web.Parts;

namespace EduAid.Web.Pages.HomeTeaching;

/// <summary>The month that an address asks for.</summary>
internal static class MonthAsked
{
    public const string Key = "month";

    /// <summary>The month of today where nothing sensible is asked for; a month to come is not shown.</summary>
    public static Month Of(HttpRequest request, DateOnly today) =>
        Month.TryParse(request.Query.Text(Key), out var month) && month <= Month.Of(today) ? month : Month.Of(today);
}
