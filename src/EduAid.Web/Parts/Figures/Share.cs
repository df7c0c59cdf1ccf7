using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace EduAid.Web.Parts.Figures;

internal static class Share
{
    /// <summary>Percent from 0 to 100 with one decimal, rounded down; nothing of nothing is 0.</summary>
    public static decimal Percent(long part, long whole) =>
        whole <= 0 ? 0 : Math.Clamp(Math.Floor((decimal)part / whole * 1000m) / 10m, 0m, 100m);

    /// <summary>A bar drawn as svg: its width is an attribute, which the content security policy allows where a style is not.</summary>
    public static IHtmlContent Bar(string css, decimal percent) => new HtmlString(string.Create(CultureInfo.InvariantCulture,
        $"""<svg class="{css}" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="bar-rest" width="100" height="1"/><rect class="bar-part" width="{percent:0.#}" height="1"/></svg>"""));
}
