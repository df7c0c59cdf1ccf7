using EduAid.Domain.Duties;

namespace EduAid.Web.Parts;

/// <summary>The months that an address asks a report for: at most a year, none to come.</summary>
public readonly record struct MonthRange(Month First, Month Last)
{
    public const string FromKey = "from", ToKey = "to";

    public const int Longest = 12;

    /// <param name="meant">The month where nothing sensible is asked for.</param>
    /// <returns>Of more than a year its last twelve months, and that it was more: the page says so.</returns>
    public static (MonthRange Range, bool Clipped) Of(HttpRequest request, DateOnly today, Month meant)
    {
        var last = Month.TryParse(request.Query.Text(ToKey), out var to) && to <= Month.Of(today) ? to : meant;
        if (!Month.TryParse(request.Query.Text(FromKey), out var from) || from > last) from = last;
        return last.Since(from) < Longest ? (new(from, last), false) : (new(last.Plus(1 - Longest), last), true);
    }

    /// <summary>The quarter of a month, as far as it has come.</summary>
    public static MonthRange QuarterOf(Month month, Month running)
    {
        var first = month.Plus(-((month.Number - 1) % 3));
        return new(first, first.Plus(2) > running ? running : first.Plus(2));
    }
}
