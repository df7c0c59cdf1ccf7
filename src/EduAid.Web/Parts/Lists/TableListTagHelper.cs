using EduAid.Web.Resources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static EduAid.Web.Parts.Markup;

namespace EduAid.Web.Parts.Lists;

/// <summary>
/// The one table: filters, sortable headings, rows, pager and the states empty, too many and failed.
/// Inside: <c>list-filters</c>, <c>list-columns</c>, a <c>tbody</c>, perhaps a <c>tfoot</c> and <c>list-empty</c>.
/// </summary>
[HtmlTargetElement("table-list")]
public sealed class TableListTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    /// <summary>Also the element that is put anew when the reader sorts, filters or turns the page.</summary>
    public required string Id { get; set; }

    /// <summary>What the rows are; read out, not shown.</summary>
    public required string Caption { get; set; }

    /// <summary>Null for a short list without pages.</summary>
    public Paging? Paging { get; set; }
    public Sorting? Sorting { get; set; }

    /// <summary>Without <see cref="Paging"/>: whether there are no rows.</summary>
    public bool Empty { get; set; }

    /// <summary>Beyond this many rows none is shown and the reader is asked to narrow the filter; 0 for no such limit.</summary>
    public long TooManyAbove { get; set; }

    /// <summary>Why the rows could not be read; shown in their place.</summary>
    public string? Failure { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    internal HttpRequest Request => ViewContext.HttpContext.Request;
    internal IHtmlContent? Filters { get; set; }
    internal IHtmlContent? WhenEmpty { get; set; }
    internal bool Filtered { get; set; }

    public override void Init(TagHelperContext context) => context.Items[typeof(TableListTagHelper)] = this;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = await output.GetChildContentAsync();
        Emit.As(output, "div", "list");
        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("data-list", "");
        if (Filters is not null) output.Content.AppendHtml(Filters);
        output.Content.AppendHtml(El("p", "list-loading", texts["List.Loading"].Value).With("aria-hidden", "true"));

        if (InPlaceOfRows() is { } state) output.Content.AppendHtml(state);
        else
        {
            output.Content.AppendHtml(El("div", "list-scroll",
                    El("table", "rows", El("caption", "visually-hidden", Caption), rows))
                .With("role", "region").With("aria-label", Caption).With("tabindex", "0"));
            if (Paging is not null) output.Content.AppendHtml(new Pager(texts, Request, Paging, Id).Render(Caption));
        }
    }

    private IHtmlContent? InPlaceOfRows()
    {
        if (Failure is not null)
            return StatePanel.Of(Tone.Bad, texts["List.Failed"], Failure, Link(texts["List.Retry"], QueryLink.With(Request)));
        var total = Paging?.Total ?? (Empty ? 0 : 1);
        if (total == 0)
        {
            return Filtered
                ? StatePanel.Of(Tone.Neutral, texts["List.NoneMatch"], texts["List.NoneMatchHint"], Link(texts["Filter.Clear"], "?"))
                : WhenEmpty ?? StatePanel.Of(Tone.Neutral, texts["List.Empty"], null, null);
        }
        return TooManyAbove > 0 && total > TooManyAbove
            ? StatePanel.Of(Tone.Warn, texts["List.TooMany", total], texts["List.TooManyHint", TooManyAbove], null)
            : null;
    }

    private static TagBuilder Link(string text, string href) =>
        El("a", "btn btn-outline-secondary btn-sm", text).With("href", href);
}

/// <summary>What is shown when there are no rows and no filter is set: say how rows come here.</summary>
[HtmlTargetElement("list-empty", ParentTag = "table-list")]
public sealed class ListEmptyTagHelper : TagHelper
{
    public required string Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var list = (TableListTagHelper)context.Items[typeof(TableListTagHelper)];
        list.WhenEmpty = StatePanel.Of(Tone.Neutral, Title, await output.GetChildContentAsync(), null);
        output.SuppressOutput();
    }
}
