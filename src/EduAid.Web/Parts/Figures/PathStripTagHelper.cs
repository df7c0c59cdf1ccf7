using Microsoft.AspNetCore.Razor.TagHelpers;
using static EduAid.Web.Parts.Markup;

namespace EduAid.Web.Parts.Figures;

/// <summary>One step of the semester's way.</summary>
/// <param name="Count">As shown, such as 1,234.</param>
/// <param name="Unit">What stands behind the count: 份, /178 所.</param>
/// <param name="Percent">How much of it is done, 0 to 100.</param>
/// <param name="Now">Where the work is at present.</param>
public sealed record PathStep(string Text, string Count, string Unit, decimal Percent, string Href, bool Now = false);

/// <summary>The semester's steps with their counts, in order.</summary>
[HtmlTargetElement("path-strip", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PathStripTagHelper : TagHelper
{
    public required string Label { get; set; }
    public required IReadOnlyList<PathStep> Steps { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Emit.As(output, "nav", "path");
        output.Attributes.SetAttribute("aria-label", Label);
        var list = El("ol", null);
        foreach (var step in Steps)
        {
            list.Add(El("li", null, El("a", null,
                    El("span", "path-text", step.Text),
                    El("span", "path-count", El("strong", null, step.Count), El("span", null, step.Unit)),
                    Share.Bar("path-bar", step.Percent))
                .With("href", step.Href).With("aria-current", step.Now ? "step" : null)));
        }
        output.Content.SetHtmlContent(list);
    }
}
