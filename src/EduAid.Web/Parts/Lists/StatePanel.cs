using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static EduAid.Web.Parts.Markup;

namespace EduAid.Web.Parts.Lists;

/// <summary>In place of a list or a figure: nothing here, too much, or it failed. Says what to do next.</summary>
internal static class StatePanel
{
    public static TagBuilder Of(Tone tone, string? title, object? hint, IHtmlContent? action) =>
        El("div", "state " + Sign.Css(tone),
            title is null ? null : El("p", "state-title", tone == Tone.Neutral ? null : Sign.Of(tone), title),
            hint is null or "" ? null : El("div", "state-hint", hint),
            action)
        .With("role", tone == Tone.Bad ? "alert" : "status");
}

/// <summary>The same outside a list: <c>&lt;state-panel tone="Bad" title="…"&gt;what to do&lt;/state-panel&gt;</c>.</summary>
[HtmlTargetElement("state-panel")]
public sealed class StatePanelTagHelper : TagHelper
{
    public Tone Tone { get; set; }

    /// <summary>Null where the page's own heading has said it.</summary>
    public string? Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var hint = await output.GetChildContentAsync();
        output.TagName = null;
        output.Content.SetHtmlContent(StatePanel.Of(Tone, Title, hint.IsEmptyOrWhiteSpace ? null : hint, null));
    }
}
