using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static EduAid.Web.Parts.Markup;

namespace EduAid.Web.Parts.Forms;

/// <summary>
/// The last step before something is done: names what it touches (its content), has one button and one way back.
/// Hidden fields of the form stand in its content too.
/// </summary>
[HtmlTargetElement("confirm-step")]
public sealed class ConfirmStepTagHelper(IHtmlGenerator generator, IStringLocalizer<Texts> texts) : TagHelper
{
    public required string Title { get; set; }

    /// <summary>The button's words, with the number that it touches: 撤回 40 行.</summary>
    public required string Button { get; set; }
    public required string BackHref { get; set; }

    /// <summary>Whether it can be undone, and how.</summary>
    public string? Undo { get; set; }
    public bool Danger { get; set; }

    /// <summary>Where the form is sent; null for the page itself.</summary>
    public string? Action { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var touches = await output.GetChildContentAsync();
        Emit.As(output, "form", Danger ? "confirm danger" : "confirm");
        output.Attributes.SetAttribute("method", "post");
        if (Action is not null) output.Attributes.SetAttribute("action", Action);
        output.Content.SetHtmlContent(El("h2", null, Title));
        output.Content.AppendHtml(El("div", "confirm-touches", touches));
        if (Undo is not null) output.Content.AppendHtml(El("p", "hint", Undo));
        output.Content.AppendHtml(generator.GenerateAntiforgery(ViewContext));
        output.Content.AppendHtml(El("div", "confirm-do",
            El("button", Danger ? "btn btn-danger" : "btn btn-primary", Button).With("type", "submit").With("data-busy", texts["Form.Busy"]),
            El("a", "btn btn-outline-secondary", texts["Form.Back"].Value).With("href", BackHref)));
    }
}
