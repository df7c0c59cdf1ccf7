using EduAid.Web.Resources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static EduAid.Web.Parts.Markup;

namespace EduAid.Web.Parts.Lists;

/// <summary>The heading row of a <c>table-list</c>; holds <c>list-column</c>.</summary>
[HtmlTargetElement("list-columns")]
public sealed class ListColumnsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Emit.As(output, "thead", null);
        output.PreContent.SetHtmlContent("<tr>");
        output.PostContent.SetHtmlContent("</tr>");
    }
}

/// <summary>A column heading: a link that sorts when it has a <c>key</c>, right-aligned when <c>numeric</c>.</summary>
[HtmlTargetElement("list-column", ParentTag = "list-columns")]
public sealed class ListColumnTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    /// <summary>Sorting key; null for a column that cannot be sorted by.</summary>
    public string? Key { get; set; }
    public bool Numeric { get; set; }

    /// <summary>Heading for those who listen, of a column that shows none (buttons).</summary>
    public string? Hidden { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var list = (TableListTagHelper)context.Items[typeof(TableListTagHelper)];
        var content = await output.GetChildContentAsync();
        Emit.As(output, "th", Numeric ? "num" : null);
        output.Attributes.SetAttribute("scope", "col");
        if (Hidden is not null) output.Content.SetHtmlContent(El("span", "visually-hidden", Hidden));
        else if (Key is null || list.Sorting is not { } sorting) output.Content.SetHtmlContent(content);
        else
        {
            var here = sorting.Key == Key;
            if (here) output.Attributes.SetAttribute("aria-sort", sorting.Descending ? "descending" : "ascending");
            output.Content.SetHtmlContent(SortLink(list, sorting, content, here));
        }
    }

    private TagBuilder SortLink(TableListTagHelper list, Sorting sorting, IHtmlContent content, bool here)
    {
        // Another order starts again at the first page.
        var next = sorting.Toggled(Key!);
        var href = QueryLink.With(list.Request, (Sorting.QueryKey, next.Value), (Paging.PageKey, null));
        var arrow = here ? (sorting.Descending ? "M3 4.5h6L6 9z" : "M3 7.5h6L6 3z") : "M3.5 5 6 2l2.5 3zM3.5 7 6 10l2.5-3z";
        return El("a", here ? "sort here" : "sort", content,
                new HtmlString($"""<svg viewBox="0 0 12 12" aria-hidden="true" focusable="false"><path d="{arrow}" fill="currentColor"/></svg>"""))
            .With("href", href).With("id", $"{list.Id}-sort-{Key}")
            .With("title", texts[next.Descending ? "List.SortDescending" : "List.SortAscending"])
            .Swapping(list.Id, href);
    }
}
