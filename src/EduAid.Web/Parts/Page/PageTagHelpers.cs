using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static EduAid.Web.Parts.Markup;

namespace EduAid.Web.Parts.Page;

/// <param name="Href">Null where there is no page of its own.</param>
public sealed record Crumb(string Text, string? Href);

/// <summary>Breadcrumb, title (of the window too) and main actions: the first thing on every page.</summary>
[HtmlTargetElement("page-header")]
public sealed class PageHeaderTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    public required string Title { get; set; }

    /// <summary>Of a title that is in another language than the page, as a document's own is.</summary>
    public string? TitleLang { get; set; }

    /// <summary>The way to this page, without the page itself.</summary>
    public IReadOnlyList<Crumb> Crumbs { get; set; } = [];

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var actions = await output.GetChildContentAsync();
        ViewContext.ViewData["Title"] = Title;
        Emit.As(output, "div", "page-head");
        if (Crumbs.Count > 0)
        {
            var list = El("ol", null);
            foreach (var crumb in Crumbs)
                list.Add(El("li", null, crumb.Href is null ? crumb.Text : El("a", null, crumb.Text).With("href", crumb.Href)).With("lang", crumb.Text == Title ? TitleLang : null));
            output.Content.AppendHtml(El("nav", "crumbs", list).With("aria-label", texts["Shell.Breadcrumb"]));
        }
        output.Content.AppendHtml(El("div", "head", El("h1", null, Title).With("lang", TitleLang),
            actions.IsEmptyOrWhiteSpace ? null : El("div", "head-do", actions)));
    }
}

/// <summary>A white box with a heading.</summary>
[HtmlTargetElement("panel")]
public sealed class PanelTagHelper : TagHelper
{
    public required string Title { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Emit.As(output, "section", "panel");
        output.PreContent.SetHtmlContent(El("h2", null, Title));
    }
}

/// <summary>Something to know, in the page. <c>live</c> when it answers what the reader has just done: then it is read out.</summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper : TagHelper
{
    public Tone Tone { get; set; } = Tone.Go;
    public bool Live { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        Emit.As(output, "div", "notice " + Sign.Css(Tone));
        if (Live) output.Attributes.SetAttribute("role", Tone == Tone.Bad ? "alert" : "status");
        output.Content.SetHtmlContent(Sign.Of(Tone));
        output.Content.AppendHtml(El("div", null, content));
    }
}

/// <summary>One thing that waits: when it is due, what it is, and the button that leads there. Stands in <c>&lt;ul class="work"&gt;</c>.</summary>
[HtmlTargetElement("work-item")]
public sealed class WorkItemTagHelper : TagHelper
{
    public required string When { get; set; }
    public bool Urgent { get; set; }
    public string? Action { get; set; }
    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        Emit.As(output, "li", null);
        output.Content.SetHtmlContent(El("span", Urgent ? "when urgent" : "when", When));
        output.Content.AppendHtml(El("div", null, content));
        if (Action is not null)
            output.Content.AppendHtml(El("a", "btn btn-outline-secondary btn-sm", Action).With("href", Href));
    }
}
