using System.Globalization;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using static EduAid.Web.Parts.Markup;

namespace EduAid.Web.Parts.Lists;

/// <summary>The one pager: range and total, first, previous, next, last, rows a page.</summary>
internal sealed class Pager(IStringLocalizer<Texts> texts, HttpRequest request, Paging paging, string listId)
{
    public TagBuilder Render(string caption)
    {
        var range = El("span", "pager-range", texts["Pager.Range", paging.First, paging.Last, paging.Total].Value).With("role", "status");
        var nav = El("nav", "pager", range).With("aria-label", texts["Pager.Label", caption]);
        if (paging.Pages > 1)
        {
            nav.Add(El("span", "pager-steps",
                Step("first", 1, paging.Page > 1),
                Step("prev", paging.Page - 1, paging.Page > 1),
                El("span", "pager-here", texts["Pager.Page", paging.Page, paging.Pages].Value),
                Step("next", paging.Page + 1, paging.Page < paging.Pages),
                Step("last", paging.Pages, paging.Page < paging.Pages)));
        }
        if (paging.Total > Paging.Sizes[0]) nav.Add(SizeChoice());
        return nav;
    }

    private TagBuilder Step(string name, int page, bool possible)
    {
        var text = texts["Pager." + name].Value;
        if (!possible) return El("span", "pager-step", text).With("aria-hidden", "true");
        var href = QueryLink.With(request, (Paging.PageKey, Text(page)));
        return El("a", "pager-step", text).With("href", href).With("rel", name is "prev" or "next" ? name : null)
            .With("id", $"{listId}-{name}").Swapping(listId, href);
    }

    private TagBuilder SizeChoice()
    {
        var choice = El("span", "pager-sizes", texts["Pager.Size"].Value);
        foreach (var size in Paging.Sizes)
        {
            // The first row of the page stays on the screen when the size changes.
            var page = Math.Max(0, paging.First - 1) / size + 1;
            var href = QueryLink.With(request, (Paging.SizeKey, Text(size)), (Paging.PageKey, page == 1 ? null : Text(page)));
            choice.Add(El("a", "pager-step", Text(size)).With("href", href)
                .With("aria-label", texts["Pager.SizeOf", size])
                .With("aria-current", size == paging.Size ? "true" : null)
                .With("id", $"{listId}-size-{size}").Swapping(listId, href));
        }
        return choice;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
