using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static EduAid.Web.Parts.Markup;

namespace EduAid.Web.Parts.Lists;

/// <summary>
/// The filters of a list, as a GET form: order and page size stay, the page number falls away.
/// Holds <c>filter-text</c> and <c>filter-select</c>; other content (counts, a badge) stands at its end.
/// </summary>
[HtmlTargetElement("list-filters", ParentTag = "table-list")]
public sealed class ListFiltersTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    /// <summary>Further query parameters to keep, separated by commas.</summary>
    public string? Keep { get; set; }

    internal List<TagBuilder> Fields { get; } = [];
    internal bool Filtered { get; set; }
    internal TableListTagHelper List { get; private set; } = null!;

    public override void Init(TagHelperContext context)
    {
        List = (TableListTagHelper)context.Items[typeof(TableListTagHelper)];
        context.Items[typeof(ListFiltersTagHelper)] = this;
    }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rest = await output.GetChildContentAsync();
        output.SuppressOutput();
        var form = El("form", "filters").With("method", "get").With("role", "search")
            .With("aria-label", texts["Filter.Label", List.Caption])
            .Swapping(List.Id, List.Request.PathBase + List.Request.Path);
        foreach (var field in Fields) form.Add(field);
        var kept = (Keep ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string[] keys = [Sorting.QueryKey, Paging.SizeKey, .. kept];
        foreach (var key in keys)
            if (List.Request.Query[key].LastOrDefault() is { Length: > 0 } value) form.Add(Hidden(key, value));
        form.Add(El("button", "btn btn-outline-secondary", texts["Filter.Apply"].Value).With("type", "submit"));
        if (Filtered) form.Add(ClearLink(keys));
        if (!rest.IsEmptyOrWhiteSpace) form.Add(El("div", "filters-rest", rest));
        List.Filters = form;
        List.Filtered = Filtered;
    }

    private TagBuilder ClearLink(string[] keys)
    {
        var gone = List.Request.Query.Keys.Where(k => !keys.Contains(k, StringComparer.OrdinalIgnoreCase));
        var href = QueryLink.With(List.Request, [.. gone.Select(k => (k, (string?)null))]);
        return El("a", "filters-clear", texts["Filter.Clear"].Value).With("href", href).Swapping(List.Id, href);
    }
}

/// <summary>A search box among the filters; its value comes from the query.</summary>
[HtmlTargetElement("filter-text", ParentTag = "list-filters", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FilterTextTagHelper : TagHelper
{
    public required string Name { get; set; }

    /// <summary>Read out, and shown in the empty box.</summary>
    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var filters = (ListFiltersTagHelper)context.Items[typeof(ListFiltersTagHelper)];
        output.SuppressOutput();
        var id = $"{filters.List.Id}-filter-{Name}";
        var value = filters.List.Request.Query[Name].LastOrDefault();
        filters.Filtered |= !string.IsNullOrEmpty(value);
        filters.Fields.Add(El("span", "filter",
            El("label", "visually-hidden", Label).With("for", id),
            El("input", "form-control").With("type", "search").With("id", id).With("name", Name).With("value", value)
                .With("placeholder", Label).With("autocomplete", "off").With("maxlength", "100")));
    }
}

/// <summary>A choice among the filters; the empty value means all.</summary>
[HtmlTargetElement("filter-select", ParentTag = "list-filters", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FilterSelectTagHelper : TagHelper
{
    public required string Name { get; set; }
    public required string Label { get; set; }

    /// <summary>Text of the choice that filters nothing.</summary>
    public required string All { get; set; }
    public IEnumerable<SelectListItem> Options { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var filters = (ListFiltersTagHelper)context.Items[typeof(ListFiltersTagHelper)];
        output.SuppressOutput();
        var id = $"{filters.List.Id}-filter-{Name}";
        var value = filters.List.Request.Query[Name].LastOrDefault() ?? "";
        var select = El("select", "form-select", El("option", null, All).With("value", "")).With("id", id).With("name", Name);
        foreach (var option in Options)
        {
            var chosen = value.Length > 0 && option.Value == value;
            filters.Filtered |= chosen;
            select.Add(El("option", null, option.Text).With("value", option.Value ?? option.Text).With("selected", chosen));
        }
        filters.Fields.Add(El("span", "filter", El("label", "visually-hidden", Label).With("for", id), select));
    }
}
