using EduAid.Domain.Duties;
using EduAid.Web.Parts;

namespace EduAid.Web.Pages.Pairing;

/// <summary>The months that an address asks a report for: at most a year, none to come.</summary>
public readonly record struct MonthRange(Month First, Month Last)
{
    public const string FromKey = "from", ToKey = "to";

    private const int Longest = 12;

    /// <summary>The month of today where nothing sensible is asked for.</summary>
    public static MonthRange Of(HttpRequest request, DateOnly today)
    {
        var running = Month.Of(today);
        var last = Month.TryParse(request.Query.Text(ToKey), out var to) && to <= running ? to : running;
        return new(Month.TryParse(request.Query.Text(FromKey), out var from) && from <= last && last.Since(from) < Longest ? from : last, last);
    }

    /// <summary>The quarter of a month, as far as it has come.</summary>
    public static MonthRange QuarterOf(Month month, Month running)
    {
        var first = month.Plus(-((month.Number - 1) % 3));
        return new(first, first.Plus(2) > running ? running : first.Plus(2));
    }
}
